import { type Asked, acted } from '#shared/deal/acted.ts'
import { SETTLE } from '#shared/deal/deal-clocks.ts'
import type { DealFile } from '#shared/deal/deal-file.ts'
import type { EffectView } from '#shared/deal/effects/effect.ts'
import { settled } from '#shared/deal/settled.ts'
import { withChanges } from '#shared/deal/with-changes.ts'
import { languageOf } from '#shared/i18n/language.ts'
import type { Change } from '#shared/record/change.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import { dateIn } from '#shared/time/zone.ts'
import { fieldsOfFirm } from '../http/firm-fields.ts'
import { type Database, FrozenMeanwhile, type Row, UniqueViolation } from '../store/database.ts'
import { dealById, readDealFile } from '../store/deal-file.ts'
import { type DealWork, readWork, workDone, workDue, workLater } from '../store/deal-work.ts'
import { commit } from '../store/write.ts'
import { troubleOf } from '../trouble.ts'

/** How many pieces of work are taken in one run: at most two round trips and one for each of their deals. */
const TOGETHER = 20

/** What cannot be worked out is looked at again after so long, and keeps nothing else. */
const LATER_MS = 3_600_000

/** Who writes what nobody in particular does. */
const AUTOMATION = 'automation'

interface Ports {
  /** ms UTC. */
  readonly now: number
  /** A new ULID. */
  readonly newId: () => string
}

/**
 * Has deals go on for which somebody has written something without seeing them, or for which a day has begun; and does what
 * their clocks ask for. Each deal is one batch, which takes out the work that it does: whoever dies in between has done
 * nothing, and of two at once one does it.
 */
export async function settleDeals(database: Database, ports: Ports): Promise<number> {
  const [rows = []] = await database.batch([workDue({ now: ports.now, limit: TOGETHER })])
  const deals = grouped(rows)
  if (deals.length === 0) return 0
  const asked = deals.map(({ row }) =>
    dealById({ tenant: row.tenant_id, me: row.owner_id, team: null, absent: null, deal: row.deal_id }),
  )
  // One that cannot be read must not keep the others from being: then each is asked for by itself.
  const together = await database.batch(asked).catch(() => null)
  let count = 0
  for (const [index, one] of deals.entries()) {
    const read = async () => (together ? together[index] : (await database.batch(asked.slice(index, index + 1)))[0])
    count += await settleOrPutOff(database, one, read, ports)
  }
  return count
}

/** Whatever happens to one deal, the work of the others is done: its own is put off, or it would come first for ever. */
async function settleOrPutOff(
  database: Database,
  one: OfDeal,
  read: () => Promise<Row[] | undefined>,
  ports: Ports,
): Promise<number> {
  try {
    return await settle(database, one, (await read())?.[0], ports)
  } catch (error) {
    // Somebody was faster: the next run finds what they have written. It goes to the end of what is due.
    const isMeanwhile =
      error instanceof FrozenMeanwhile || (error instanceof UniqueViolation && MEANWHILE.includes(error.table))
    if (!isMeanwhile) logTrouble(error)
    await putOff(database, one, isMeanwhile ? ports.now : ports.now + LATER_MS).catch(logTrouble)
    return 0
  }
}

/** What two writers of the same state meet in. */
const MEANWHILE: readonly string[] = ['events', 'deal_roads']

const putOff = (database: Database, { work }: OfDeal, until: number) =>
  database.batch(work.map((one) => workLater(one, until)))

const logTrouble = (error: unknown) => console.error(JSON.stringify({ job: 'settle-deals', ...troubleOf(error) }))

interface OfDeal {
  /** With whose it is, and what its firm works it out with. */
  readonly row: Row
  readonly work: readonly DealWork[]
}

function grouped(rows: readonly Row[]): OfDeal[] {
  const deals = new Map<string, { row: Row; work: DealWork[] }>()
  for (const row of rows) {
    const place = `${row.tenant_id}/${row.deal_id}`
    const one = deals.get(place) ?? { row, work: [] }
    one.work.push(readWork(row))
    deals.set(place, one)
  }
  return [...deals.values()]
}

async function settle(
  database: Database,
  { row, work }: OfDeal,
  found: Row | undefined,
  ports: Ports,
): Promise<number> {
  const done = work.map(workDone)
  const decided = decide({ row, work }, found, ports)
  if (decided === null) {
    await putOff(database, { row, work }, ports.now + LATER_MS)
    return 0
  }
  const { changes, seen } = decided
  if (changes.length === 0) {
    await database.batch(done)
    return 0
  }
  const writer = {
    tenantId: String(row.tenant_id),
    userId: AUTOMATION,
    now: ports.now,
    surface: 'automation' as const,
    action: deedOf(work, changes),
    period: dateIn(ports.now, String(row.timezone)).slice(0, 4),
  }
  await commit(database, writer, changes, null, done, seen)
  return 1
}

/** As the history calls it: what may not go back to the pool is a task for somebody. */
function deedOf(work: readonly DealWork[], changes: readonly Change[]): string {
  const what = work.find(({ what }) => what !== SETTLE)?.what ?? 'settled'
  return what === 'return_to_pool' && !changes.some(({ type }) => type === 'inquiry') ? 'create_task' : what
}

/** What is written for a deal; null where that cannot be told now. */
function decide({ row, work }: OfDeal, found: Row | undefined, { now, newId }: Ports) {
  const fields = fieldsOfFirm(String(row.tenant_id), String(row.fields ?? '[]'))
  const file = readDealFile(found, { tenantId: String(row.tenant_id), fields })
  // A deal that is gone, or has ended, has nothing to be done for.
  if (file?.deal.status !== 'open') return { changes: [], seen: null }
  if (!file.road) return null
  const timezone = String(row.timezone)
  const view: EffectView = {
    fields,
    currency: String(row.base_currency),
    today: dateIn(now, timezone),
    language: languageOf(String(row.locale)),
    now,
    timezone,
    // What goes on by itself goes on for whoever has the deal.
    actorId: file.deal.owner_id,
    newId,
  }
  const acts: Change[] = []
  for (const one of work) {
    if (one.what !== SETTLE) acts.push(...acted(askedIn(one), withChanges(file, acts), view))
  }
  const all = settled(file, acts.map(asStored(file)), view)
  if ('problems' in all) return null
  return { changes: all.changes, seen: { dealId: file.deal.id, revision: file.revision } }
}

/** Of several acts each sees what those before it have done, and all are written to what is stored. */
const asStored =
  (file: DealFile) =>
  (change: Change): Change => {
    if (change.kind === 'create') return change
    const parts = file.parts as unknown as Readonly<Record<string, readonly AnyRecord[]>>
    const known = change.type === 'deal' ? file.deal : parts[change.type]?.find(({ id }) => id === change.before.id)
    return { ...change, before: known ?? change.before }
  }

const askedIn = ({ what, key, about }: DealWork): Asked => ({
  what,
  key,
  label: (about.label as Asked['label']) ?? null,
  assigneeId: typeof about.assigneeId === 'string' ? about.assigneeId : null,
})
