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
import { type Database, type Row, UniqueViolation } from '../store/database.ts'
import { dealById, readDealFile } from '../store/deal-file.ts'
import { type DealWork, readWork, workDone, workDue, workLater } from '../store/deal-work.ts'
import { commit } from '../store/write.ts'

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
  const loaded = await database.batch(
    deals.map(({ row }) => dealById({ tenant: row.tenant_id, me: row.owner_id, team: null, deal: row.deal_id })),
  )
  let count = 0
  for (const [index, one] of deals.entries()) {
    count += await settle(database, one, loaded[index]?.[0], ports)
  }
  return count
}

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
  const later = () => database.batch(work.map((one) => workLater(one, ports.now + LATER_MS)))
  const done = work.map(workDone)
  let decided: ReturnType<typeof decide>
  try {
    decided = decide({ row, work }, found, ports)
  } catch {
    await later()
    return 0
  }
  if (decided === null) {
    await later()
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
    action: work.find(({ what }) => what !== SETTLE)?.what ?? 'settled',
    period: dateIn(ports.now, String(row.timezone)).slice(0, 4),
  }
  try {
    await commit(database, writer, changes, null, done, seen)
    return 1
  } catch (error) {
    // Somebody was faster: the work is there still, and the next run finds what they have written.
    if (error instanceof UniqueViolation) return 0
    throw error
  }
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
