import type { SheetColumn, SheetPull } from '#shared/sheet/api.ts'
import type { TableColumn } from '#shared/sheet/table.ts'
import { offer, type Sheet, warnAt } from './host.ts'
import { HIDDEN, nameColumn, placesIn } from './our-sheet.ts'

/**
 * Makes the columns of a pull that the sheet does not have yet, and says anew what may be chosen. The hidden columns stand behind
 * the first one, which names the row: whoever sorts or moves a block that holds the name takes them along.
 */
export function layOut(sheet: Sheet, { columns }: SheetPull, before: readonly TableColumn[]): void {
  const isNew = sheet.getLastColumn() === 0
  // One that was cleared has its columns still, wherever they were moved.
  const places = placesIn(sheet, before)
  const [name, ...others] = columns
  const fields = [...(name ? [name.key] : []), ...HIDDEN, ...others.map(({ key }) => key)]
  let next = Math.max(sheet.getLastColumn(), ...places.values()) + 1
  for (const field of fields) {
    const column = columns.find(({ key }) => key === field)
    const at = places.get(field)
    if (at !== undefined) {
      if (column) renew(sheet, at, column, before.find(({ key }) => key === field)?.label)
      continue
    }
    makeColumn(sheet, next, field, column)
    places.set(field, next++)
  }
  if (isNew) {
    sheet.setFrozenRows(1)
    sheet.setFrozenColumns(1)
  }
  const hidden = HIDDEN.flatMap((field) => places.get(field) ?? [])
  const rows = sheet.getMaxRows()
  warnAt(sheet, [sheet.getRange(1, 1, 1, next - 1), ...hidden.map((at) => sheet.getRange(1, at, rows))], 'Quayside')
}

function makeColumn(sheet: Sheet, at: number, field: string, column: SheetColumn | undefined): void {
  if (at > sheet.getMaxColumns()) sheet.insertColumnsAfter(sheet.getMaxColumns(), at - sheet.getMaxColumns())
  nameColumn(sheet, at, field)
  sheet
    .getRange(1, at)
    .setNumberFormat('@')
    .setValue(column?.label ?? field)
    .setFontWeight('bold')
  const below = sheet.getRange(2, at, sheet.getMaxRows() - 1)
  below.setNumberFormat(column ? formatOf(column) : '@')
  if (column) {
    if (!column.editable) below.setFontColor(READ_ONLY)
    choose(sheet, at, column)
  } else sheet.hideColumns(at)
}

/** The header in the language of this pull, unless somebody has named it otherwise. */
function renew(sheet: Sheet, at: number, column: SheetColumn, labelBefore: string | undefined): void {
  const header = sheet.getRange(1, at)
  const shown = header.getValue()
  if (shown === '' || (column.label !== labelBefore && shown === labelBefore)) header.setValue(column.label)
  choose(sheet, at, column)
}

function choose(sheet: Sheet, at: number, { kind, editable, choices }: SheetColumn): void {
  const words = kind === 'switch' ? ['TRUE', 'FALSE'] : (choices ?? [])
  if (editable && words.length > 0) offer(sheet.getRange(2, at, sheet.getMaxRows() - 1), words)
}

function formatOf({ kind, decimals }: SheetColumn): string {
  if (kind === 'date') return 'yyyy-mm-dd'
  if (kind === 'switch') return 'General'
  if (kind !== 'number') return '@'
  return decimals === undefined ? '#,##0.00##' : `#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`
}

/** A grey that is still legible on white. */
const READ_ONLY = '#5f6368'
