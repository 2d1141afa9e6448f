import { element, fill, setAttributes } from '../page/element.ts'
import { columnLetters } from './formula.ts'
import { type Cell, cellAt, columnAt, lastColumn, lastRow, type Place, shownAt, type Tab } from './workbook.ts'

export interface GridView {
  readonly element: HTMLElement
  /** Draws what has changed since. */
  draw(tab: Tab): void
  /** The cell that typing goes into. */
  focus(): void
  cell(place: Place): HTMLTableCellElement | undefined
}

/** How many rows and columns are shown beyond the last that are in use. */
const [SPARE_ROWS, SPARE_COLUMNS] = [12, 2]
const [LEAST_ROWS, LEAST_COLUMNS] = [30, 8]

/** The cells of a sheet as a table: letters above, numbers beside, hidden columns left out. */
export function gridView(label: string): GridView {
  const table = element('table', { attributes: { role: 'grid', 'aria-label': label } })
  const cells = new Map<string, HTMLTableCellElement>()
  let shape = ''
  let active: Place = { row: 1, column: 1 }

  return {
    element: element('div', { className: 'grid' }, table),
    draw(tab) {
      active = tab.at
      const columns = shownColumns(tab)
      const rows = Math.min(tab.maxRows, Math.max(LEAST_ROWS, lastRow(tab) + SPARE_ROWS))
      table.classList.toggle('named', tab.frozenColumns > 0)
      const wanted = JSON.stringify([tab.id, columns, rows, tab.frozenRows])
      if (wanted !== shape) build(tab, columns, rows)
      shape = wanted
      for (let row = 1; row <= rows; row++) for (const column of columns) drawCell(tab, { row, column })
    },
    focus: () => cellOf(active)?.focus(),
    cell: cellOf,
  }

  function cellOf(place: Place): HTMLTableCellElement | undefined {
    return cells.get(nameOf(place))
  }

  function build(tab: Tab, columns: readonly number[], rows: number): void {
    cells.clear()
    const head = element(
      'tr',
      {},
      element('td'),
      ...columns.map((column) => element('th', { scope: 'col' }, columnLetters(column))),
    )
    const lines = Array.from({ length: rows }, (_, at) => {
      const row = at + 1
      const line = columns.map((column) => {
        const cell = element('td', { tabIndex: -1, attributes: { 'data-cell': nameOf({ row, column }) } })
        cells.set(nameOf({ row, column }), cell)
        return cell
      })
      const frozen = row <= tab.frozenRows
      return element('tr', { className: frozen ? 'frozen' : '' }, element('th', { scope: 'row' }, String(row)), ...line)
    })
    fill(table, element('thead', {}, head), element('tbody', {}, ...lines))
  }

  function drawCell(tab: Tab, place: Place): void {
    const shown = cellOf(place)
    if (!shown || shown.querySelector('input')) return
    const { row, column } = place
    const cell = cellAt(tab, row, column)
    const text = shownAt(tab, row, column)
    if (shown.textContent !== text) shown.textContent = text
    const isActive = row === tab.at.row && column === tab.at.column
    const isSelected = isActive || isWithin(place, tab)
    if (shown.tabIndex !== (isActive ? 0 : -1)) shown.tabIndex = isActive ? 0 : -1
    setAttributes(shown, {
      'aria-selected': isSelected && 'true',
      class: classOf(cell, text) || null,
      title: cell.note || null,
    })
    shown.style.background = cell.background ?? ''
    shown.style.color = cell.background ? '#202124' : ''
  }
}

export const shownColumns = (tab: Tab): number[] =>
  Array.from(
    { length: Math.min(tab.maxColumns, Math.max(LEAST_COLUMNS, lastColumn(tab) + SPARE_COLUMNS)) },
    (_, at) => at + 1,
  ).filter((column) => !columnAt(tab, column).hidden)

export const nameOf = ({ row, column }: Place): string => `${columnLetters(column)}${row}`

function isWithin({ row, column }: Place, { at, to }: Tab): boolean {
  const between = (value: number, one: number, other: number) =>
    value >= Math.min(one, other) && value <= Math.max(one, other)
  return between(row, at.row, to.row) && between(column, at.column, to.column)
}

function classOf({ value, note, bold, colour, format }: Cell, text: string): string {
  const isNumber = typeof value === 'number' && format !== '@' && text !== ''
  return [isNumber && 'number', note && 'noted', bold && 'bold', colour && 'grey'].filter(Boolean).join(' ')
}
