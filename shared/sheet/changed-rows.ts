import type { Cell, CellContent } from './api.ts'
import { emptyAsNull, sameValue, textOf } from './same-value.ts'
import type { PushRow, SheetCell, SheetTable, TableColumn, TableRow } from './table.ts'

/**
 * The rows of a sheet in which somebody changed something since they were pulled, with the changed cells. A row that
 * stands there more than once comes as often, so that the Worker sees it; a row without an id is none of ours.
 */
export function changedRows({ columns, rows }: SheetTable): PushRow[] {
  const changed = rows.map((row) => ({ row, changes: changesOf(row, columns) }))
  const touched = new Set(changed.flatMap(({ row, changes }) => (Object.keys(changes).length > 0 ? [row.id] : [])))
  return changed.flatMap(({ row: { key, id, version }, changes }) =>
    id !== '' && touched.has(id)
      ? [{ key, id: id.slice(0, ID_MAX), ...(version === null ? {} : { version }), changes }]
      : [],
  )
}

/** Longer than any id; what somebody wrote in its place is still no reason to refuse all other rows. */
const ID_MAX = 60

/** Whether a cell says something else than it did when it was pulled. */
export function isChanged({ cells, base }: TableRow, column: TableColumn): boolean {
  const cell = cells[column.key]
  return cell !== undefined && !sameValue(cell.value, base[column.key] ?? null, column)
}

export const hasChanges = (row: TableRow, columns: readonly TableColumn[]): boolean =>
  columns.some((column) => isChanged(row, column))

function changesOf(row: TableRow, columns: readonly TableColumn[]): PushRow['changes'] {
  const changes = columns.flatMap((column) => {
    const cell = row.cells[column.key]
    if (!cell || !isChanged(row, column)) return []
    return [[column.key, { from: row.base[column.key] ?? null, to: contentOf(cell, column) }] as const]
  })
  return Object.fromEntries(changes)
}

/** A cell as it is sent. A sheet makes numbers of texts that look like one; in a column of texts they are texts again. */
function contentOf({ value, formula }: SheetCell, { kind }: TableColumn): CellContent {
  if (formula !== undefined) return { formula }
  if (typeof value === 'string' && ERRORS.test(value)) return { error: value }
  return kind === 'text' && (typeof value === 'number' || typeof value === 'boolean')
    ? textOf(value)
    : emptyAsNull(value)
}

/** A value as it was sent; null for a formula or an error, which have none. */
export function sentValue(content: CellContent): Cell {
  return content !== null && typeof content === 'object' ? null : content
}

/** How Google Sheets shows what it cannot calculate. */
const ERRORS = /^(#(REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|ERROR!)|Loading\.\.\.)$/
