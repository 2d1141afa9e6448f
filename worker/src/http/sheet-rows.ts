import { deniedFields } from '#shared/access/writing.ts'
import { type Language, text } from '#shared/i18n/language.ts'
import { leftToAmending } from '#shared/order/divided.ts'
import type { Change } from '#shared/record/change.ts'
import type { CellResult, RowResult, SheetPushRequest } from '#shared/sheet/api.ts'
import type { SheetRecord } from '#shared/sheet/cell.ts'
import { sheetFields } from '#shared/sheet/columns.ts'
import { decideRow, rowOutcome } from '#shared/sheet/decide-row.ts'
import { refusedRow } from '#shared/sheet/row-refusal.ts'
import type { KeptPull } from '../store/sheet-pulls.ts'
import { lastTouches, type Touch } from '../store/sheets.ts'
import type { AppContext } from './app-types.ts'

export type PushedRow = SheetPushRequest['rows'][number]

/** What comes of a row, and what is to be stored for it. */
export interface DecidedRow {
  readonly row: PushedRow
  readonly result: RowResult
  readonly change: Extract<Change, { kind: 'update' }> | null
}

/** What a chunk stored: of each of its rows, by key, the version it came to and the fields. */
export type Saved = Readonly<Record<string, { readonly version: number; readonly fields: readonly string[] }>>

/** Decides a row of what is stored, which is nothing where the record is not for this person; and whether its order is divided into installments. */
export function decidedRow(
  { var: { person, language } }: AppContext,
  { type, language: words }: KeptPull,
  row: PushedRow,
  stored: SheetRecord | undefined,
  isDivided: boolean,
): DecidedRow {
  if (!stored) return { row, result: refusedRow(row, 'gone', language), change: null }
  const { record } = stored
  if (Number(row.version) > record.version) {
    return { row, result: refusedRow(row, 'version_ahead', language), change: null }
  }
  const { values, cells } = decideRow(stored, row.changes, {
    type,
    fields: sheetFields(type, person),
    denied: deniedFields(type, 'edit', { values: row.changes, standing: record.standing ?? 0 }, person),
    left: isDivided ? leftToAmending(type, Object.keys(row.changes)) : [],
    reading: { words, language, timezone: person.timezone, currency: person.currency },
  })
  const result = { key: row.key, id: record.id, outcome: rowOutcome(cells), version: record.version, cells }
  const changed = Object.keys(values).length > 0
  return { row, result, change: changed ? { kind: 'update', type, before: record, values } : null }
}

/** The same without the cells in which somebody stands who was erased: the rest of the row is theirs to store. */
export function withoutErased(
  decided: DecidedRow,
  fields: readonly string[] | undefined,
  language: Language,
): DecidedRow {
  const { result, change } = decided
  if (!fields || !change) return decided
  const refused = fields.map((field): [string, CellResult] => [
    field,
    { outcome: 'invalid', code: 'erased', message: ERASED[language], value: decided.row.changes[field]?.from ?? null },
  ])
  const values = Object.fromEntries(Object.entries(change.values).filter(([field]) => !fields.includes(field)))
  const cells = { ...result.cells, ...Object.fromEntries(refused) }
  const left = Object.keys(values).length > 0 ? { ...change, values } : null
  return { ...decided, result: { ...result, outcome: rowOutcome(cells), cells }, change: left }
}

const ERASED = text(
  'This person was erased and is not taken up again. With a new legal basis, data protection can allow it.',
  '此人数据已删除，不再录入。如有新的合法依据，可由数据保护负责人放行。',
)

/** The result once its change is stored: the record has a new version. */
export const storedResult = ({ result, change }: DecidedRow): RowResult =>
  change ? { ...result, version: Number(result.version) + 1 } : result

/** What a chunk is about to store, to be told again when it is pushed again. */
export const savedBy = (rows: readonly DecidedRow[]): Saved =>
  Object.fromEntries(
    rows.flatMap((decided) => {
      const { row, change } = decided
      if (!change) return []
      return [[row.key, { version: Number(storedResult(decided).version), fields: Object.keys(change.values) }]]
    }),
  )

/** The result of a row that was pushed before: what was saved then is saved; what was not is not saved now. */
export function repeatedResult({ row, result, change }: DecidedRow, saved: Saved): RowResult {
  const before = Object.hasOwn(saved, row.key) ? saved[row.key] : undefined
  if (!change && (!before || result.outcome === 'gone')) return result
  const again = ([key, cell]: [string, CellResult]): [string, CellResult] => {
    // Where it could be saved now, what was pulled stands there.
    const stored = cell.outcome === 'saved' ? (row.changes[key]?.from ?? null) : cell.value
    if (before?.fields.includes(key))
      return [key, { outcome: 'saved', ...(stored === undefined ? {} : { value: stored }) }]
    return [key, cell.outcome === 'saved' ? { outcome: 'conflict', value: stored, theirs: stored } : cell]
  }
  const cells = Object.fromEntries(Object.entries(result.cells).map(again))
  return { ...result, outcome: rowOutcome(cells), version: before?.version ?? result.version, cells }
}

/** Of a record's history no more is looked through for who changed a cell. */
const HISTORY_MAX = 100

/** The results with who put there what stands in the cells in conflict, and when. A round trip only where there are some. */
export async function withTheirs(
  { var: { database, person } }: AppContext,
  results: ReadonlyMap<PushedRow, RowResult>,
): Promise<ReadonlyMap<PushedRow, RowResult>> {
  const touches = [...results].flatMap(([row, result]) =>
    conflictsIn(result).map((field): Touch => {
      const after = Math.max(Number(row.version), Number(result.version) - HISTORY_MAX)
      return { recordId: String(result.id), field, after }
    }),
  )
  if (touches.length === 0) return results
  const [found = []] = await database.batch([lastTouches(person.tenantId, touches)])
  const known = new Map(
    found.map(({ record_id, field, alias, at }) => [
      `${record_id} ${field}`,
      { ...(alias === null ? {} : { by: String(alias) }), at: Number(at) },
    ]),
  )
  const told = (result: RowResult): RowResult => {
    const conflicts = conflictsIn(result).map((field): [string, CellResult] => [
      field,
      { ...(result.cells[field] as CellResult), ...known.get(`${result.id} ${field}`) },
    ])
    return { ...result, cells: { ...result.cells, ...Object.fromEntries(conflicts) } }
  }
  return new Map([...results].map(([row, result]) => [row, told(result)]))
}

const conflictsIn = ({ cells }: RowResult): string[] =>
  Object.entries(cells).flatMap(([field, { outcome }]) => (outcome === 'conflict' ? [field] : []))
