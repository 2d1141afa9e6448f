import type { Cell } from '#shared/sheet/api.ts'
import { withRemark } from '#shared/sheet/remark.ts'
import type { Mark, SheetWrites, TableColumn } from '#shared/sheet/table.ts'
import { midnight, type Range, type Sheet, timeZone } from './host.ts'
import type { PlacedTable } from './read-table.ts'

/** Does what was decided: values and hidden columns, marks, rows that come and rows that go. */
export function writeTable(sheet: Sheet, table: PlacedTable, writes: SheetWrites): void {
  const kinds = new Map(table.columns.map(({ key, kind }) => [key, kind]))
  const cells = [
    ...writes.cells,
    ...writes.rows.flatMap(({ row, version, base }) => hiddenCells(row, version, base)),
    ...writes.appended.flatMap(({ id, version, cells }, nth) => {
      const row = table.rows.length + nth
      const shown = Object.entries(cells).map(([field, value]) => ({ row, field, value }))
      return [{ row, field: '_id', value: id }, ...hiddenCells(row, version, cells), ...shown]
    }),
  ]
  // Nothing is asked between two writings: Google would work off the first before it answers.
  const zone = timeZone()
  const marks = placedMarks(sheet, table, writes.marks)
  makeRoom(sheet, table.rows.length + writes.appended.length)
  for (const [field, column] of [...table.places].sort(([one], [other]) => LAST.indexOf(one) - LAST.indexOf(other))) {
    for (const run of runsOf(cells.filter((cell) => cell.field === field))) {
      const values = run.map(({ value }) => value)
      writeRun(sheet.getRange((run[0]?.row ?? 0) + FIRST_ROW, column, run.length), values, {
        kind: kinds.get(field),
        zone,
      })
    }
  }
  for (const { column, mark, note, background } of marks) {
    markCell(sheet.getRange(mark.row + FIRST_ROW, column), mark, { note, background })
  }
  removeRows(sheet, writes.removed)
}

/**
 * What a row is compared with comes after its cells: where a script is cut off in between, what stands there already is no
 * change to the Worker, and what stood there before would undo what others did.
 */
const LAST: readonly string[] = ['_version', '_base']

/** Below the header. */
const FIRST_ROW = 2

interface FieldCell {
  readonly row: number
  readonly field: string
  readonly value: Cell
}

const hiddenCells = (row: number, version: number | null, base: Readonly<Record<string, Cell>>): FieldCell[] => [
  { row, field: '_version', value: version },
  { row, field: '_base', value: baseText(base) },
]

/** What does not fit into a cell is left out from the longest on: it then counts as empty when it was pulled. */
function baseText(base: Readonly<Record<string, Cell>>): string {
  const text = JSON.stringify(base)
  if (text.length <= CELL_MAX) return text
  const [longest = ''] = Object.keys(base).sort((a, b) => String(base[b]).length - String(base[a]).length)
  const { [longest]: _, ...others } = base
  return baseText(others)
}

const CELL_MAX = 50_000

/** Cells of one column that stand below each other are written at once. */
function runsOf(cells: readonly FieldCell[]): FieldCell[][] {
  const runs: FieldCell[][] = []
  for (const cell of [...cells].sort((a, b) => a.row - b.row)) {
    const last = runs[runs.length - 1]
    if (last && last[last.length - 1]?.row === cell.row - 1) last.push(cell)
    else runs.push([cell])
  }
  return runs
}

interface Written {
  readonly kind: TableColumn['kind'] | undefined
  readonly zone: string
}

function writeRun(range: Range, values: readonly Cell[], { kind, zone }: Written): void {
  const isDay = (value: Cell): value is string => kind === 'date' && typeof value === 'string' && DAY.test(value)
  // A text that begins with "=" or "+" would become a formula, and "0086" a number, in a cell of any other format.
  if (values.some((value) => typeof value === 'string' && !isDay(value))) range.setNumberFormat('@')
  range.setValues(values.map((value) => [isDay(value) ? midnight(value, zone) : (value ?? '')]))
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

interface Decoration {
  readonly note: string
  readonly background: string
}

/**
 * Where the marks go, with the note and the background that stand there: read at once, for there may be
 * hundreds, and before anything is written.
 */
function placedMarks(sheet: Sheet, { places, rows }: PlacedTable, marks: readonly Mark[]) {
  if (marks.length === 0) return []
  const backgrounds = sheet.getRange(FIRST_ROW, 1, rows.length, sheet.getLastColumn()).getBackgrounds()
  return marks.flatMap((mark) => {
    const column = places.get(mark.field)
    if (column === undefined) return []
    const background = backgrounds[mark.row]?.[column - 1] ?? NO_BACKGROUND
    return [{ column, mark, note: rows[mark.row]?.notes[mark.field] ?? '', background: background.toLowerCase() }]
  })
}

const NO_BACKGROUND = '#ffffff'

function markCell(range: Range, { remark }: Mark, { note, background }: Decoration): void {
  range.setNote(withRemark(note, remark?.text ?? null))
  const isOurs = (Object.values(BACKGROUNDS) as string[]).includes(background)
  // A colour that somebody gave the cell is theirs.
  if (remark && (isOurs || background === NO_BACKGROUND)) range.setBackground(BACKGROUNDS[remark.tone])
  else if (!remark && isOurs) range.setBackground(null)
}

const BACKGROUNDS = { warning: '#fef0c7', danger: '#fce0de' } as const

function makeRoom(sheet: Sheet, rows: number): void {
  const missing = rows + 1 - sheet.getMaxRows()
  if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing)
}

/** From the bottom up, so that the rows above stay where they are. A sheet must keep one row that is not frozen. */
function removeRows(sheet: Sheet, rows: readonly number[]): void {
  if (sheet.getMaxRows() - rows.length < FIRST_ROW) sheet.insertRowsAfter(sheet.getMaxRows(), 1)
  for (const run of runsOf(rows.map((row) => ({ row, field: '', value: null }))).reverse()) {
    sheet.deleteRows((run[0]?.row ?? 0) + FIRST_ROW, run.length)
  }
}
