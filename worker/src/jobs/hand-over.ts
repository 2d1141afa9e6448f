import type { Change } from '#shared/record/change.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import { HandoverPlan, handedOver, successorOf, takenBack } from '#shared/staff/handover.ts'
import { dateIn } from '#shared/time/zone.ts'
import type { TypeName } from '#shared/trade/index.ts'
import { type Database, type Row, UniqueViolation } from '../store/database.ts'
import { endHandover, endItem, handoversDue, type Item, itemRecords, readItemRecord } from '../store/handovers.ts'
import type { Statement } from '../store/statement.ts'
import { writing } from '../store/write.ts'
import { troubleOf } from '../trouble.ts'

/** How many records are moved together, in three round trips, and how often in one run. */
const TOGETHER = 20
const ROUNDS = 3

/**
 * Carries out the handovers that were begun, some records at a time. Each record is one write with its event, which marks it done: whoever
 * dies in between has lost nothing, and of two at once one does it. What somebody else has just written waits for the next run.
 */
export async function handOver(database: Database, now: number, rounds = ROUNDS): Promise<number> {
  let count = 0
  for (let round = 0; round < rounds; round += 1) {
    const [rows = []] = await database.batch([handoversDue({ limit: TOGETHER })])
    if (rows.length === 0) break
    const waiting = rows.filter(({ record_id }) => record_id !== null)
    const moves = await decided(database, waiting, now)
    count += await written(database, moves)
    await database.batch(rows.map((row) => endHandover({ tenant: row.tenant_id, person: row.person_id, no: row.no })))
    if (waiting.length === 0) break
  }
  return count
}

interface Move {
  readonly item: Item
  readonly statements: readonly Statement[]
  readonly moves: boolean
}

async function decided(database: Database, rows: readonly Row[], now: number): Promise<Move[]> {
  const types = [...new Set(rows.map(({ type }) => type as TypeName))]
  const read = types.flatMap((type) => {
    const items = rows.filter((row) => row.type === type).map(itemOf)
    return itemRecords(type, items)
  })
  const found = read.length > 0 ? await database.batch(read) : []
  const known = new Map(
    types.flatMap((type, index) =>
      (found[index] ?? []).map((row) => [`${row.tenant_id}/${row.id}`, readItemRecord(type, { ...row })] as const),
    ),
  )
  return rows.map((row) => {
    const item = itemOf(row)
    const there = known.get(`${item.tenantId}/${item.recordId}`)
    return there ? moveOf(row, item, there, now) : { item, statements: [endItem(item, 'kept')], moves: false }
  })
}

const itemOf = (row: Row): Item => ({
  tenantId: String(row.tenant_id),
  personId: String(row.person_id),
  no: Number(row.no),
  type: row.type as TypeName,
  recordId: String(row.record_id),
})

function moveOf(row: Row, item: Item, { record, group }: ReturnType<typeof readItemRecord>, now: number): Move {
  const undoing = row.state === 'undoing'
  const values = undoing
    ? takenBack(record, { version: Number(row.version), before: JSON.parse(String(row.before)) })
    : handedOver(item.type, record, {
        leaver: item.personId,
        successor: successorOf(HandoverPlan.parse(JSON.parse(String(row.plan))), group),
        above: row.above === null ? null : String(row.above),
        by: String(row.by_id),
        now,
      })
  if (!values) return { item, statements: [endItem(item, 'kept')], moves: false }
  const before = Object.fromEntries(Object.keys(values).map((key) => [key, (record as Keyed)[key] ?? null]))
  const change: Change = { kind: 'update', type: item.type, before: record, values }
  const writer = {
    tenantId: item.tenantId,
    userId: String(row.by_id),
    now,
    surface: 'automation' as const,
    action: undoing ? 'hand-back' : 'hand-over',
    period: dateIn(now, String(row.timezone)).slice(0, 4),
  }
  const end = undoing ? endItem(item, 'undone') : endItem(item, 'moved', { before, version: record.version + 1 })
  return { item, statements: [...writing(writer, [change]), end], moves: true }
}

type Keyed = AnyRecord & Readonly<Record<string, unknown>>

/** Together, and where somebody has just written one of them each by itself. */
async function written(database: Database, moves: readonly Move[]): Promise<number> {
  if (moves.length === 0) return 0
  try {
    await database.batch(moves.flatMap(({ statements }) => statements))
    return moves.filter((one) => one.moves).length
  } catch {
    let count = 0
    for (const one of moves) {
      try {
        await database.batch(one.statements)
        count += one.moves ? 1 : 0
      } catch (error) {
        if (error instanceof UniqueViolation) continue
        // What cannot be written stays whose it was, and keeps nothing else.
        console.error(JSON.stringify({ job: 'hand-over', ...troubleOf(error) }))
        await database.batch([endItem(one.item, 'kept')])
      }
    }
    return count
  }
}
