import { calculated, type Value } from './formula.ts'
import { isDayFormat, read, serialOf, shown } from './written.ts'

/** A spreadsheet as this stage keeps it: plain data, with rows and columns counted from 1. */
export interface Workbook {
  readonly id: string
  /** IANA. */
  readonly timeZone: string
  readonly sheets: Tab[]
  /** The sheet that is open. */
  active: Tab
  /** Rises with every change. */
  changes: number
}

export interface Tab {
  readonly id: number
  name: string
  /** Sparse: rows of cells, the first of each is not used. */
  rows: Cell[][]
  maxRows: number
  maxColumns: number
  /** The cell that typing goes into, and the opposite corner of the selection. */
  at: Place
  to: Place
  frozenRows: number
  frozenColumns: number
  columns: Column[]
  readonly entries: Entry[]
  protections: Protection[]
}

export interface Place {
  readonly row: number
  readonly column: number
}

export interface Cell {
  readonly value: Value
  readonly formula?: string
  /** `@` is plain text, `General` says nothing. */
  readonly format: string
  readonly note: string
  readonly background: string | null
  readonly colour: string | null
  readonly bold: boolean
  /** The words that may be chosen. */
  readonly words?: readonly string[]
}

/** What belongs to a column and not to its cells: it goes where the column goes. */
export interface Column {
  readonly hidden: boolean
  readonly entries: Entry[]
}

/** Developer metadata. */
export interface Entry {
  readonly key: string
  value: string
}

export interface Protection {
  readonly row: number
  readonly column: number
  readonly height: number
  readonly width: number
  description: string
  isWarning: boolean
}

const EMPTY: Cell = { value: '', format: 'General', note: '', background: null, colour: null, bold: false }

export function newWorkbook(id: string): Workbook {
  const first = newTab(1, 'Sheet1')
  return { id, timeZone: 'Asia/Shanghai', sheets: [first], active: first, changes: 0 }
}

export const newTab = (id: number, name: string): Tab => ({
  id,
  name,
  rows: [],
  maxRows: 1000,
  maxColumns: 26,
  at: { row: 1, column: 1 },
  to: { row: 1, column: 1 },
  frozenRows: 0,
  frozenColumns: 0,
  columns: [],
  entries: [],
  protections: [],
})

export const cellAt = ({ rows }: Tab, row: number, column: number): Cell => rows[row]?.[column] ?? EMPTY

export function changeCell(tab: Tab, row: number, column: number, part: Partial<Cell>): void {
  tab.rows[row] ??= []
  const line = tab.rows[row]
  if (line) line[column] = { ...cellAt(tab, row, column), ...part }
}

/** As somebody types it, or a script sets a text. */
export function write(tab: Tab, row: number, column: number, text: string): void {
  const { format } = cellAt(tab, row, column)
  const { formula, ...now } = read(text, format)
  changeCell(tab, row, column, {
    formula,
    value: now.value,
    ...(now.format && format === 'General' ? { format: now.format } : {}),
  })
}

export function writeDay(tab: Tab, row: number, column: number, day: string): void {
  const { format } = cellAt(tab, row, column)
  changeCell(tab, row, column, {
    formula: undefined,
    value: serialOf(day),
    format: isDayFormat(format) ? format : 'yyyy-mm-dd',
  })
}

/** What a cell comes to. A formula that leads back to itself is `#REF!`. */
export function valueAt(tab: Tab, row: number, column: number, depth = 0): Value {
  const { formula, value } = cellAt(tab, row, column)
  if (formula === undefined) return value
  return depth > 50 ? '#REF!' : calculated(formula, (r, c) => valueAt(tab, r, c, depth + 1))
}

export const shownAt = (tab: Tab, row: number, column: number): string =>
  shown(valueAt(tab, row, column), cellAt(tab, row, column).format)

const isFilled = (cell: Cell | undefined): boolean =>
  cell !== undefined && (cell.value !== '' || cell.formula !== undefined)

export function lastRow({ rows }: Tab): number {
  for (let row = rows.length - 1; row > 0; row--) if (rows[row]?.some(isFilled)) return row
  return 0
}

export function lastColumn({ rows }: Tab): number {
  return rows.reduce((last, line) => Math.max(last, line?.findLastIndex(isFilled) ?? 0), 0)
}

export const columnAt = ({ columns }: Tab, column: number): Column => columns[column] ?? { hidden: false, entries: [] }

export function changeColumn(tab: Tab, column: number, part: Partial<Column>): void {
  tab.columns[column] = { ...columnAt(tab, column), ...part }
}

/** Takes on the format of the row above, as Sheets does. */
export function insertRows(tab: Tab, before: number, count: number): void {
  const above = tab.rows[before - 1]?.map(({ format, colour, words }) => ({
    ...EMPTY,
    format,
    colour,
    ...(words ? { words } : {}),
  }))
  fillTo(tab, before)
  tab.rows.splice(before, 0, ...Array.from({ length: count }, () => [...(above ?? [])]))
  tab.maxRows += count
}

export function deleteRows(tab: Tab, first: number, count: number): void {
  if (tab.maxRows - count <= tab.frozenRows) throw new Error('It is not possible to delete all non-frozen rows.')
  fillTo(tab, first + count)
  tab.rows.splice(first, count)
  tab.maxRows -= count
}

/** What stands in the rows is sorted; the rows themselves stay. Empty cells come last. */
export function sortRows(tab: Tab, column: number, { ascending }: { readonly ascending: boolean }): void {
  const first = tab.frozenRows + 1
  const end = lastRow(tab)
  const order = Array.from({ length: Math.max(0, end - first + 1) }, (_, at) => first + at).sort((one, other) => {
    const [a, b] = [valueAt(tab, one, column), valueAt(tab, other, column)]
    if (a === '' || b === '') return Number(a === '') - Number(b === '')
    const less = typeof a === typeof b ? (a < b ? -1 : a > b ? 1 : 0) : typeof a === 'number' ? -1 : 1
    return ascending ? less : -less
  })
  const sorted = order.map((row) => tab.rows[row] ?? [])
  for (const [at, line] of sorted.entries()) tab.rows[first + at] = line
}

/** A column with its cells and all that belongs to it goes to stand before another one. */
export function moveColumn(tab: Tab, column: number, before: number): void {
  const lines: unknown[][] = [...tab.rows.filter((line) => line !== undefined), tab.columns]
  for (const line of lines) {
    line.length = Math.max(line.length, column + 1, before)
    const [moved] = line.splice(column, 1)
    line.splice(before > column ? before - 1 : before, 0, moved)
  }
}

function fillTo(tab: Tab, row: number): void {
  for (let at = tab.rows.length; at < row; at++) tab.rows[at] = []
}
