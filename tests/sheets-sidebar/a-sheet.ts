import type { Cell, SheetColumn, SheetPull, SheetRow } from '#shared/sheet/api.ts'
import { scriptServices } from '../../workbench/src/sheets/script-services.ts'
import { spreadsheetApp } from '../../workbench/src/sheets/spreadsheet-app.ts'
import { newWorkbook, type Tab, type Workbook, write } from '../../workbench/src/sheets/workbook.ts'

/** A workbook of the workbench with Google's services over it, for the script's own functions to run in this very scope. */
export function openBook({ locale = 'en' } = {}): Workbook {
  const book = newWorkbook('a book')
  const user = { email: 'mia@bluewhale.example', locale, identityToken: null, properties: new Map<string, string>() }
  Object.assign(globalThis, {
    SpreadsheetApp: spreadsheetApp(book, { menu: () => {}, sidebar: () => {} }),
    ...scriptServices(() => user),
  })
  return book
}

export const COLUMNS: readonly SheetColumn[] = [
  { key: 'doc_no', label: 'Order no.', kind: 'text', editable: false },
  { key: 'promised_date', label: 'Promised date', kind: 'date', editable: true },
  { key: 'total', label: 'Total', kind: 'number', editable: false },
  { key: 'commission', label: 'Commission', kind: 'number', editable: true, decimals: 2 },
  { key: 'incoterm', label: 'Incoterm', kind: 'choice', editable: true, choices: ['FOB', 'CIF'] },
  { key: 'custom.laser_logo', label: 'Laser logo', kind: 'switch', editable: true },
  { key: 'remark', label: 'Remark', kind: 'text', editable: true },
]

export const anOrder = (nth: number, cells: Readonly<Record<string, Cell>> = {}): SheetRow => ({
  id: `order-${nth}`,
  version: 1,
  cells: {
    doc_no: `SO-${nth}`,
    promised_date: '2026-11-20',
    total: 18400.5,
    commission: 100,
    incoterm: 'FOB',
    'custom.laser_logo': null,
    remark: `Remark ${nth}`,
    ...cells,
  },
})

export const aPull = (rows: readonly SheetRow[], part: Partial<SheetPull> = {}): SheetPull => ({
  pullId: '01K8Z0000000000000000PULL1',
  type: 'order',
  columns: COLUMNS,
  rows,
  isWhole: true,
  ...part,
})

/** Somebody types into the cell of a field, in the row of an order's number. */
export function type(tab: Tab, order: string, header: string, text: string): void {
  const [row, column] = find(tab, order, header)
  write(tab, row, column, text)
}

/** Row and column (1 is the first) of a cell, found as a person finds it. */
export function find(tab: Tab, order: string, header: string): [number, number] {
  const name = columnOf(tab, 'Order no.')
  const row = tab.rows.findIndex((line) => line?.[name]?.value === order)
  if (row < 0) throw new Error(`no row ${order}`)
  return [row, columnOf(tab, header)]
}

export function columnOf(tab: Tab, header: string): number {
  const column = tab.rows[1]?.findIndex((cell) => cell?.value === header) ?? -1
  if (column < 0) throw new Error(`no column ${header}`)
  return column
}
