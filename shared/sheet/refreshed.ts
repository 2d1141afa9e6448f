import type { Cell, SheetPull, SheetRow } from './api.ts'
import { hasChanges, isChanged } from './changed-rows.ts'
import { marksOf, type Remarks } from './marks.ts'
import { withRemark } from './remark.ts'
import { emptyAsNull, sameValue } from './same-value.ts'
import type { Remark, SheetTable, SheetWrites, TableColumn, TableRow } from './table.ts'

/**
 * A fresh pull over a sheet that people work in. What was changed and not yet sent stays, still to be compared with what it was
 * changed from; formulas stay; everything else is as pulled. Rows that are not pulled any more leave, unless somebody
 * has written into them: those are told by `gone`.
 */
export function refreshed(table: SheetTable, pull: SheetPull, gone: Remark): SheetWrites {
  const pulled = new Map(pull.rows.map((row) => [row.id, row]))
  const known = new Set(table.rows.map(({ id }) => id))
  const columns = new Map(table.columns.map((column) => [column.key, column]))
  const cells: SheetWrites['cells'][number][] = []
  const rows: SheetWrites['rows'][number][] = []
  const removed: number[] = []
  const remarks = new Map<number, Remarks>()
  const after = [...table.rows]

  for (const [at, row] of table.rows.entries()) {
    const fresh = pulled.get(row.id)
    if (fresh) {
      const merged = mergedRow(row, fresh, columns)
      cells.push(...merged.values.map((write) => ({ row: at, ...write })))
      rows.push({ row: at, version: merged.version, base: merged.base })
      after[at] = merged.after
    } else if (row.id !== '' && pull.isWhole) {
      if (!isWrittenInto(row, table)) removed.push(at)
      else if (table.columns[0]) remarks.set(at, { [table.columns[0].key]: gone })
    }
  }
  return {
    cells,
    rows,
    marks: marksOf({ ...table, rows: after }, remarks),
    appended: pull.rows.filter(({ id }) => !known.has(id)),
    removed,
  }
}

const isWrittenInto = (row: TableRow, { columns }: SheetTable): boolean =>
  row.hasMore || hasChanges(row, columns) || Object.values(row.notes).some((note) => withRemark(note, null) !== '')

interface MergedRow {
  readonly values: readonly { readonly field: string; readonly value: Cell }[]
  readonly base: Readonly<Record<string, Cell>>
  /** That of the pull, unless something of an older one is left. */
  readonly version: number | null
  readonly after: TableRow
}

function mergedRow(row: TableRow, fresh: SheetRow, columns: ReadonlyMap<string, TableColumn>): MergedRow {
  // Of columns that others pull, and this person does not, it is known still.
  const base: Record<string, Cell> = { ...row.base }
  const cells = { ...row.cells }
  const values: { field: string; value: Cell }[] = []
  let kept = false
  for (const [field, value] of Object.entries(fresh.cells)) {
    const column = columns.get(field)
    const cell = row.cells[field]
    if (!column || !cell) continue
    if (isChanged(row, column) && !sameValue(cell.value, value, column)) {
      kept = true
      continue
    }
    base[field] = value
    if (cell.formula !== undefined || emptyAsNull(cell.value) === emptyAsNull(value)) continue
    values.push({ field, value })
    cells[field] = { value }
  }
  const isOlder = row.version !== null && row.version < fresh.version
  const version = kept && isOlder ? row.version : fresh.version
  return { values, base, version, after: { ...row, version, base, cells } }
}
