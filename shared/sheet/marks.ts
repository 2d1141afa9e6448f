import { hasChanges, isChanged } from './changed-rows.ts'
import { isRemarked } from './remark.ts'
import type { Mark, Remark, SheetTable } from './table.ts'

/** What is wrong in one row, by field. */
export type Remarks = Readonly<Record<string, Remark>>

/**
 * The marks that a sheet needs: the new ones, and none any more where all is well again. A cell that is marked, changed and not
 * in question now stays marked; what is said of a whole row stands at its name.
 */
export function marksOf({ columns, rows }: SheetTable, remarks: ReadonlyMap<number, Remarks>): Mark[] {
  const [name] = columns
  return rows.flatMap((row, at) => {
    const now = remarks.get(at)
    return columns.flatMap((column): Mark[] => {
      const remark = now?.[column.key]
      if (remark) return [{ row: at, field: column.key, remark }]
      if (!isRemarked(row.notes[column.key])) return []
      const isOpen = isChanged(row, column) || (column === name && !now && hasChanges(row, columns))
      return isOpen ? [] : [{ row: at, field: column.key, remark: null }]
    })
  })
}
