import type { Cell, CellResult, RowResult } from './api.ts'
import { sentValue } from './changed-rows.ts'
import { marksOf, type Remarks } from './marks.ts'
import { emptyAsNull, sameValue } from './same-value.ts'
import type { PushRow, Remark, SheetTable, SheetWrites, TableColumn, TableRow } from './table.ts'

/** What a cell that was not kept is told; for a row that was not looked at, or is gone, its own message. */
export interface Told {
  cell(result: CellResult): string
  row(result: RowResult): string
}

/**
 * What becomes of the sheet by the Worker's answer. Kept cells are pulled ones from now on, spelled as they are kept, unless
 * somebody has typed on meanwhile; the others keep every letter and are marked.
 */
export function answered(
  table: SheetTable,
  sent: readonly PushRow[],
  results: readonly RowResult[],
  told: Told,
): SheetWrites {
  const columns = new Map(table.columns.map((column) => [column.key, column]))
  const places = new Map(table.rows.map(({ key }, at) => [key, at]))
  const changesOf = new Map(sent.map(({ key, changes }) => [key, changes]))
  const cells: SheetWrites['cells'][number][] = []
  const rows: SheetWrites['rows'][number][] = []
  const remarks = new Map<number, Remarks>()
  const after = [...table.rows]

  for (const result of results) {
    const at = places.get(result.key)
    const row = at === undefined ? undefined : table.rows[at]
    if (at === undefined || !row) continue
    const kept = keptCells(row, result, changesOf.get(result.key) ?? {}, columns)
    cells.push(...kept.values.map((write) => ({ row: at, ...write })))
    const version = result.outcome === 'saved' ? (result.version ?? row.version) : row.version
    if (Object.keys(kept.base).length > 0) rows.push({ row: at, version, base: { ...row.base, ...kept.base } })
    after[at] = { ...row, base: { ...row.base, ...kept.base } }
    remarks.set(at, remarksOf(result, table.columns[0]?.key, told))
  }
  return { cells, rows, marks: marksOf({ ...table, rows: after }, remarks), appended: [], removed: [] }
}

function keptCells(
  row: TableRow,
  result: RowResult,
  changes: PushRow['changes'],
  columns: ReadonlyMap<string, TableColumn>,
) {
  const base: Record<string, Cell> = {}
  const values: { field: string; value: Cell }[] = []
  for (const [field, { outcome, value }] of Object.entries(result.cells)) {
    const column = columns.get(field)
    const change = changes[field]
    if (!column || !change || (outcome !== 'saved' && outcome !== 'same')) continue
    const sent = sentValue(change.to)
    const stands = value === undefined ? sent : value
    const cell = row.cells[field]
    base[field] = stands
    if (!cell || cell.formula !== undefined || !sameValue(cell.value, sent, column)) continue
    if (emptyAsNull(cell.value) !== emptyAsNull(stands)) values.push({ field, value: stands })
  }
  return { base, values }
}

function remarksOf(result: RowResult, name: string | undefined, told: Told): Remarks {
  const remarks: Record<string, Remark> = {}
  for (const [field, cell] of Object.entries(result.cells)) {
    if (cell.outcome === 'saved' || cell.outcome === 'same') continue
    remarks[field] = { tone: cell.outcome === 'conflict' ? 'warning' : 'danger', text: told.cell(cell) }
  }
  const isWhole = result.outcome === 'gone' || (result.message !== undefined && result.outcome === 'rejected')
  if (isWhole && name !== undefined) remarks[name] = { tone: 'danger', text: told.row(result) }
  return remarks
}

/** A conflict is decided: what stands there now is what the cell is compared with, and with `theirs` what it says. */
export function settled(
  { columns, rows }: SheetTable,
  key: string,
  field: string,
  { theirs, take }: { readonly theirs: Cell; readonly take: 'mine' | 'theirs' },
): SheetWrites {
  const at = rows.findIndex((row) => row.key === key)
  const row = rows[at]
  if (!row || !columns.some((column) => column.key === field)) return NOTHING
  return {
    cells: take === 'theirs' ? [{ row: at, field, value: theirs }] : [],
    rows: [{ row: at, version: row.version, base: { ...row.base, [field]: theirs } }],
    marks: [{ row: at, field, remark: null }],
    appended: [],
    removed: [],
  }
}

const NOTHING: SheetWrites = { cells: [], rows: [], marks: [], appended: [], removed: [] }
