import type { Cell } from '#shared/sheet/api.ts'
import { rowKeys, type SheetCell, type SheetTable, type TableRow } from '#shared/sheet/table.ts'
import { plain, timeZone } from './host.ts'
import { HIDDEN, type OurSheet, placesIn } from './our-sheet.ts'

export interface PlacedTable extends SheetTable {
  /** The column of each field, 1 is A. Rows begin in row 2, in their order. */
  readonly places: ReadonlyMap<string, number>
}

interface Reading {
  /** Where something is to be written: the notes as well. */
  readonly notes?: boolean
  /** One row alone, by its number in the sheet. */
  readonly only?: number
}

/** The whole sheet, read once. */
export function readTable({ sheet, columns }: OurSheet, { notes = false, only }: Reading = {}): PlacedTable {
  const places = placesIn(sheet, columns)
  const present = columns.filter(({ key }) => places.has(key))
  const first = only ?? 2
  const height = sheet.getLastRow() - first + 1
  if (height < 1) return { columns: present, rows: [], places }
  const range = sheet.getRange(first, 1, only === undefined ? height : 1, sheet.getLastColumn())
  const [values, formulas, noted] = [range.getValues(), range.getFormulas(), notes ? range.getNotes() : []]
  const zone = timeZone()
  const at = (field: string) => (places.get(field) ?? 0) - 1
  const keys = rowKeys(values.map((line) => String(line[at('_id')] ?? '').trim()))
  // A column that this person does not pull may be somebody else's: nothing in it is lost.
  const ours = new Set([...HIDDEN, ...present.map(({ key }) => key)].flatMap((field) => places.get(field) ?? []))

  const rows = values.map((line, row): TableRow => {
    const cells: Record<string, SheetCell> = {}
    const rowNotes: Record<string, string> = {}
    for (const { key } of present) {
      const formula = formulas[row]?.[at(key)]
      cells[key] = { value: plain(line[at(key)], zone), ...(formula ? { formula } : {}) }
      const note = noted[row]?.[at(key)]
      if (note) rowNotes[key] = note
    }
    return {
      key: keys[row] ?? '',
      id: String(line[at('_id')] ?? '').trim(),
      version: versionOf(line[at('_version')]),
      base: baseOf(line[at('_base')]),
      cells,
      notes: rowNotes,
      hasMore: line.some((value, position) => value !== '' && !ours.has(position + 1)),
    }
  })
  return { columns: present, rows, places }
}

const versionOf = (value: unknown): number | null => (Number.isInteger(Number(value)) && value ? Number(value) : null)

/** A base that somebody has damaged says nothing: what stands in the row is then compared with nothing, and never lost. */
function baseOf(text: unknown): Readonly<Record<string, Cell>> {
  try {
    const base = JSON.parse(String(text))
    if (typeof base !== 'object' || base === null || Array.isArray(base)) return {}
    return Object.fromEntries(Object.entries(base as Record<string, Cell>).filter(([, cell]) => !isNested(cell)))
  } catch {
    return {}
  }
}

const isNested = (cell: unknown): boolean => typeof cell === 'object' && cell !== null
