import type { Problem } from '#shared/api.ts'
import type { DealFile } from '#shared/deal/deal-file.ts'
import type { EffectView } from '#shared/deal/effects/effect.ts'
import { settled } from '#shared/deal/settled.ts'
import { languageOf, type Text, text } from '#shared/i18n/language.ts'
import { milestonesTold } from '#shared/order/milestones-told.ts'
import { shipmentFound } from '#shared/order/shipment-found.ts'
import type { Change } from '#shared/record/change.ts'
import { problemsOf } from '#shared/record/problems.ts'
import { dateIn } from '#shared/time/zone.ts'
import type { MilestoneSource, Shipment } from '#shared/trade/index.ts'
import { isSigned, isTimely } from '../identity/webhook-signature.ts'
import { sha256 } from '../sha256.ts'
import { type Row, UniqueViolation } from '../store/database.ts'
import { readDealFile, readSuperiors } from '../store/deal-file.ts'
import { hookCalled, readTold, secretsOf, shipmentsKnown } from '../store/milestone-hooks.ts'
import { readRecord } from '../store/records.ts'
import { commit, type Once } from '../store/write.ts'
import type { AppContext } from './app-types.ts'
import { fieldsOfFirm } from './firm-fields.ts'
import { type MilestonesBody, MilestonesSchema } from './milestone-shapes.ts'
import { readJson } from './parse.ts'
import { HttpProblem } from './problem.ts'

const ROUTE = '/hooks/milestones'

/** `stored` are new, `known` were told before. A call that comes again under its id is answered like the first time. */
interface Outcome {
  readonly stored: number
  readonly known: number
}

/** Who calls, and what of their firm it takes to go on. */
interface Caller {
  readonly row: Row
  readonly tenantId: string
  readonly source: Pick<MilestoneSource, 'id' | 'name' | 'kind'>
}

/** How often it is decided before the caller is told to come again. */
const TRIES_MAX = 3

/**
 * Milestones that somebody outside tells of one shipment, all of them or none: they become records, the dates of the shipment
 * follow, and the deal goes on, in one write. Whoever does not prove to be an active source is answered alike, whatever is
 * wrong. One round trip finds the source, one the shipment with its deal, one stores.
 */
export async function tellMilestones(context: AppContext): Promise<Outcome> {
  const { database, language } = context.var
  const body = new Uint8Array(await context.req.arrayBuffer())
  const caller = await callerOf(context, body)
  const once = { route: ROUTE, key: context.req.header('webhook-id') ?? '', requestHash: await sha256(body) }
  const before = answeredBefore(caller.row, once.requestHash)
  if (before) return before
  const parsed = MilestonesSchema.safeParse(readJson(body.buffer))
  if (!parsed.success) throw new HttpProblem('rejected', problemsOf(parsed.error, language))
  for (let tries = 1; ; tries += 1) {
    try {
      return await store(context, caller, parsed.data, once)
    } catch (error) {
      if (!(error instanceof UniqueViolation)) throw error
      // Somebody was faster: perhaps this very call, sent twice. Else it is decided anew, on what is there now.
      const called = { source: caller.source.id, route: ROUTE, key: once.key }
      const [[now] = []] = await database.batch([hookCalled(called)])
      const already = now && answeredBefore(now, once.requestHash)
      if (already) return already
      if (!now || tries === TRIES_MAX) throw new HttpProblem('conflict')
    }
  }
}

/** Throws `unauthenticated`, and tells nobody why. */
async function callerOf(context: AppContext, body: Uint8Array<ArrayBuffer>): Promise<Caller> {
  const { database, now } = context.var
  const { req } = context
  const id = req.header('webhook-id') ?? ''
  const timestamp = req.header('webhook-timestamp') ?? ''
  if (!/^[!-~]{1,128}$/.test(id) || !isTimely(timestamp, now)) throw new HttpProblem('unauthenticated')
  const source = req.param('sourceId') ?? ''
  const [[row] = []] = await database.batch([hookCalled({ source, route: ROUTE, key: id })])
  const signed = { id, timestamp, signature: req.header('webhook-signature') ?? '', body }
  // Of a source that is not there as much is computed, so that the time tells nothing either.
  const isTheirs = await isSigned(signed, row ? secretsOf(row, now) : [NOBODYS])
  if (!row || !isTheirs) throw new HttpProblem('unauthenticated')
  const kind = row.kind as MilestoneSource['kind']
  return { row, tenantId: String(row.tenant_id), source: { id: source, name: String(row.name), kind } }
}

const NOBODYS = `whsec_${btoa('\0'.repeat(32))}`

/** What the same call came to. Throws `key_reused` where the id was given to something else. */
function answeredBefore({ outcome, request_hash }: Row, hash: string): Outcome | null {
  if (outcome === null) return null
  if (request_hash !== hash) throw new HttpProblem('key_reused')
  return JSON.parse(String(outcome))
}

async function store(
  { var: { database, now, newId, language } }: AppContext,
  { row, tenantId, source }: Caller,
  { shipment: known, events }: MilestonesBody,
  once: Omit<Once, 'outcome'>,
): Promise<Outcome> {
  const times = events.map(({ at }) => Date.parse(at))
  const [fitting = [], told = [], [found] = [], [above] = []] = await database.batch(
    shipmentsKnown({ tenant: tenantId, source: source.id }, known, times),
  )
  const shipments = fitting.map((one) => readRecord<Shipment>('shipment', one))
  const shipment = shipmentFound(shipments, known)
  if (shipment === 'none' || shipment === 'several') {
    throw new HttpProblem('rejected', [
      { field: 'shipment', code: shipment, message: (shipment === 'none' ? NONE : SEVERAL)[language] },
    ])
  }
  const timezone = String(row.timezone)
  const decided = milestonesTold(
    { source, shipment, events, known: readTold(told) },
    { now, timezone, language, newId },
  )
  if ('problems' in decided) throw rejected(decided.problems)
  const fields = fieldsOfFirm(tenantId, String(row.fields ?? '[]'))
  const file = readDealFile(found, { tenantId, fields })
  const view: Omit<EffectView, 'actorId'> = {
    fields,
    currency: String(row.base_currency),
    today: dateIn(now, timezone),
    language: languageOf(String(row.locale)),
    now,
    timezone,
    newId,
  }
  const whole = file && above ? withDeal({ ...file, ...readSuperiors(above) }, decided.changes, view) : null
  const outcome = { stored: decided.stored, known: events.length - decided.stored }
  const writer = {
    tenantId,
    userId: source.id,
    now,
    surface: 'webhook' as const,
    action: 'tell-milestones',
    period: view.today.slice(0, 4),
  }
  await commit(database, writer, whole?.changes ?? decided.changes, { ...once, outcome }, [], whole?.seen)
  return outcome
}

/**
 * With all that follows for the deal, as after a step of somebody who has it. Where that cannot be told now, what was told is
 * kept all the same, and the deal is looked at again by the jobs.
 */
function withDeal(file: DealFile, changes: readonly Change[], view: Omit<EffectView, 'actorId'>) {
  if (changes.length === 0) return null
  const all = settled(file, changes, { ...view, actorId: file.deal.owner_id })
  if ('problems' in all) return null
  const { deal, revision, parts } = file
  return {
    changes: all.changes,
    seen: { dealId: deal.id, revision, within: new Set(parts.shipment.map(({ id }) => id)) },
  }
}

const rejected = (problems: readonly Problem[]) => new HttpProblem('rejected', problems)

const NONE: Text = text(
  'No shipment has all of these references; by a container alone, none that is under way.',
  '没有符合全部单号的出货；仅凭箱号只查找在途出货。',
)
const SEVERAL: Text = text(
  'Several shipments have these references: say more, such as our number.',
  '多票出货符合这些单号，请补充，例如我方出货单号。',
)
