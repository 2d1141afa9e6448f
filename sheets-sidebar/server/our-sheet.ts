import type { SheetPull, SheetType } from '#shared/sheet/api.ts'
import type { TableColumn } from '#shared/sheet/table.ts'
import { activeSheet, markColumn, markedColumns, markedSheets, markSheet, type Sheet } from './host.ts'

/** A sheet that Quayside filled, by what it has kept in it. */
export interface OurSheet {
  readonly sheet: Sheet
  readonly type: SheetType
  readonly pullId: string
  /** Of the last pull, in its order; the first one names the row. */
  readonly columns: readonly TableColumn[]
}

/** Every row carries these, hidden: which record it is, at which version, and how it was pulled. */
export const HIDDEN = ['_id', '_version', '_base'] as const

const SHEET_ENTRY = 'quayside.sheet'
const FIELD_ENTRY = 'quayside.field'

/** A sheet of ours for each type; the one that is open goes before another of its kind, such as a copy. */
export function ourSheets(): OurSheet[] {
  const open = activeSheet().getSheetId()
  return everySheet()
    .sort((one, other) => Number(other.sheet.getSheetId() === open) - Number(one.sheet.getSheetId() === open))
    .filter(({ type }, at, all) => all.findIndex((one) => one.type === type) === at)
}

export const ourSheet = (type: SheetType): OurSheet | undefined => ourSheets().find((one) => one.type === type)

/** Undefined once it is deleted. */
export const sheetNumbered = (number: number): OurSheet | undefined =>
  everySheet().find(({ sheet }) => sheet.getSheetId() === number)

const everySheet = (): OurSheet[] =>
  markedSheets(SHEET_ENTRY).flatMap(({ sheet, value }) =>
    hasIds(sheet) ? [{ sheet, ...(JSON.parse(value) as Omit<OurSheet, 'sheet'>) }] : [],
  )

export function keepPull(sheet: Sheet, { type, pullId, columns }: SheetPull): OurSheet {
  const kept = { type, pullId, columns: columns.map(({ choices: _, ...column }) => column) }
  markSheet(sheet, SHEET_ENTRY, JSON.stringify(kept))
  return { sheet, ...kept }
}

/** A sheet whose rows can no longer be told apart is somebody's own. */
const hasIds = (sheet: Sheet): boolean => placesIn(sheet, []).has('_id')

/** Where each field stands (1 is A): by what its column carries, else by its header. */
export function placesIn(sheet: Sheet, columns: readonly TableColumn[]): Map<string, number> {
  const places = new Map<string, number>()
  for (const { column, entry } of markedColumns(sheet, FIELD_ENTRY)) {
    const field = entry.getValue() ?? ''
    if (!places.has(field)) places.set(field, column)
  }
  const wanted = [...HIDDEN.map((key) => ({ key, label: key as string })), ...columns]
  const lost = wanted.filter(({ key }) => !places.has(key))
  if (lost.length === 0 || sheet.getLastColumn() === 0) return places
  const taken = new Set(places.values())
  const headers = sheet.getRange(1, 1, 1, sheet.getLastColumn()).getValues()[0] ?? []
  for (const { key, label } of lost) {
    const at = headers.findIndex((header, position) => String(header).trim() === label && !taken.has(position + 1)) + 1
    if (at === 0) continue
    places.set(key, at)
    taken.add(at)
  }
  return places
}

export const nameColumn = (sheet: Sheet, column: number, field: string): void =>
  markColumn(sheet, column, FIELD_ENTRY, field)
