import { element } from '../page/element.ts'
import { columnNumber } from './formula.ts'
import { type GridView, nameOf, shownColumns } from './grid-view.ts'
import { cellAt, type Place, shownAt, type Tab, write } from './workbook.ts'

interface Sheet {
  /** The open sheet. */
  readonly tab: () => Tab
  /** The sheet is about to be changed by hand. */
  readonly before: () => void
  /** It was, or another cell is selected. */
  readonly changed: () => void
  readonly undo: () => void
  /** How a cell is called for those who hear it while it is typed into. */
  readonly label: (cell: string) => string
}

/** Selecting and typing with mouse and keyboard, as in every spreadsheet. */
export function editGrid(grid: GridView, { tab, before, changed, undo, label }: Sheet): void {
  const { element: place } = grid

  place.addEventListener('mousedown', (event) => {
    const at = placeOf(event.target)
    if (!at) return
    if (event.shiftKey) tab().to = at
    else select(at)
    changed()
  })
  place.addEventListener('dblclick', () => edit(contentAt(tab(), tab().at)))
  place.addEventListener('mouseover', (event) => {
    const at = placeOf(event.target)
    if (event.buttons !== 1 || !at) return
    tab().to = at
    changed()
  })
  place.addEventListener('keydown', (event) => {
    if (event.target instanceof HTMLInputElement) return
    const { key, ctrlKey, metaKey, shiftKey } = event
    if (ctrlKey || metaKey) {
      if (key === 'z') undo()
      return
    }
    const step = STEPS[key]
    if (step) move(step, { extend: shiftKey && key.startsWith('Arrow'), back: shiftKey && !key.startsWith('Arrow') })
    else if (key === 'F2' || key === 'Enter') edit(contentAt(tab(), tab().at))
    else if (key === 'Delete' || key === 'Backspace') each((row, column) => write(tab(), row, column, ''))
    else if (key.length === 1) edit('', key)
    else return
    event.preventDefault()
  })
  place.addEventListener('copy', (event) => {
    if (event.target instanceof HTMLInputElement) return
    const { rows, columns } = block(tab())
    const text = rows.map((row) => columns.map((column) => shownAt(tab(), row, column)).join('\t')).join('\n')
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
  })
  place.addEventListener('paste', (event) => {
    if (event.target instanceof HTMLInputElement) return
    event.preventDefault()
    paste(event.clipboardData?.getData('text/plain') ?? '')
  })

  function select(at: Place): void {
    Object.assign(tab(), { at, to: at })
  }

  function move([down, right]: readonly [number, number], { extend = false, back = false } = {}): void {
    const columns = shownColumns(tab())
    const from = extend ? tab().to : tab().at
    const sign = back ? -1 : 1
    const at = columns.indexOf(from.column) + right * sign
    const next = {
      row: Math.min(tab().maxRows, Math.max(1, from.row + down * sign)),
      column: columns[Math.min(columns.length - 1, Math.max(0, at))] ?? 1,
    }
    if (extend) tab().to = next
    else select(next)
    changed()
    grid.focus()
    grid.cell(next)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }

  /** A field in the place of the cell; `typed` is the first letter of what replaces it. */
  function edit(content: string, typed = ''): void {
    const { at } = tab()
    const cell = grid.cell(at)
    if (!cell) return
    const field = element('input', { value: typed || content, ariaLabel: label(nameOf(at)) })
    let over = false
    const end = (keep: boolean, step?: readonly [number, number]) => {
      if (over) return
      over = true
      field.remove()
      if (keep) {
        before()
        write(tab(), at.row, at.column, field.value)
      }
      changed()
      if (step) move(step)
    }
    field.addEventListener('keydown', (event) => {
      if (event.isComposing) return
      if (event.key === 'Escape') end(false, [0, 0])
      else if (event.key === 'Enter') end(true, [1, 0])
      else if (event.key === 'Tab') end(true, [0, event.shiftKey ? -1 : 1])
      else return
      event.preventDefault()
      event.stopPropagation()
    })
    field.addEventListener('blur', () => end(true))
    cell.replaceChildren(field)
    field.focus()
  }

  function each(todo: (row: number, column: number) => void): void {
    const { rows, columns } = block(tab())
    before()
    for (const row of rows) for (const column of columns) todo(row, column)
    changed()
  }

  /** Hidden columns take their part of what is pasted, as they do in Sheets. */
  function paste(text: string): void {
    const lines = text.replace(/\r?\n$/, '').split(/\r?\n/)
    const { row: top, column: left } = tab().at
    before()
    for (const [down, line] of lines.entries()) {
      for (const [right, content] of line.split('\t').entries()) {
        if (top + down <= tab().maxRows) write(tab(), top + down, left + right, content)
      }
    }
    changed()
  }
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

function placeOf(target: EventTarget | null): Place | undefined {
  const name = target instanceof Element ? target.closest<HTMLElement>('[data-cell]')?.dataset.cell : undefined
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(name ?? '') ?? []
  return letters ? { row: Number(row), column: columnNumber(letters) } : undefined
}

function block({ at, to }: Tab): { readonly rows: number[]; readonly columns: number[] } {
  const span = (one: number, other: number) =>
    Array.from({ length: Math.abs(one - other) + 1 }, (_, nth) => Math.min(one, other) + nth)
  return { rows: span(at.row, to.row), columns: span(at.column, to.column) }
}

/** A cell as it is typed again. */
export function contentAt(tab: Tab, { row, column }: Place): string {
  const { formula, value } = cellAt(tab, row, column)
  return (
    formula ??
    (typeof value === 'number' && /[yd]/.test(cellAt(tab, row, column).format)
      ? shownAt(tab, row, column)
      : String(value))
  )
}
