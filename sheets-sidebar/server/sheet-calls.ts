import { type Language, languageOf, say } from '#shared/i18n/language.ts'
import { answered, settled, type Told } from '#shared/sheet/answered.ts'
import type { Cell, SheetPull } from '#shared/sheet/api.ts'
import { changedRows } from '#shared/sheet/changed-rows.ts'
import { refreshed } from '#shared/sheet/refreshed.ts'
import type { SheetTable, SheetWrites, TableRow } from '#shared/sheet/table.ts'
import type { Glance, SheetCalls, SheetChanges, Unanswered } from '../calls.ts'
import * as host from './host.ts'
import { layOut } from './lay-out.ts'
import { keepPull, type OurSheet, ourSheet, ourSheets, sheetNumbered } from './our-sheet.ts'
import { type PlacedTable, readTable } from './read-table.ts'
import { WORDS } from './words.ts'
import { writeTable } from './write-table.ts'

/** What the sidebar may call, one by one. */
export const begin: SheetCalls['begin'] = () => ({ language: host.language(), account: host.account() })

export const identityToken: SheetCalls['identityToken'] = () => host.token()

export const glance: SheetCalls['glance'] = (last): Glance => {
  const cell = host.activeCell()
  const sheet = host.activeSheet()
  const at = `${sheet.getSheetId()}!${cell?.getA1Notation() ?? ''}`
  if (at === last) return { at }
  const ours = sheetNumbered(sheet.getSheetId())
  if (!ours || !cell || cell.getRow() < 2) return { at, row: null }
  const [row] = readTable(ours, { only: cell.getRow() }).rows
  return { at, row: row?.id ? { type: ours.type, id: row.id, name: nameOf(ours, row) } : null }
}

export const changes: SheetCalls['changes'] = () =>
  ourSheets().map((ours): SheetChanges => {
    const table = readTable(ours)
    const rows = changedRows(table)
    const keys = new Set(rows.map(({ key }) => key))
    return {
      sheet: ours.sheet.getSheetId(),
      type: ours.type,
      pullId: ours.pullId,
      rows,
      names: Object.fromEntries(
        table.rows.flatMap((row) => (keys.has(row.key) ? [[row.key, nameOf(ours, row)] as const] : [])),
      ),
      labels: Object.fromEntries(ours.columns.map(({ key, label }) => [key, label])),
      strangers: table.rows.filter(({ id, cells }) => id === '' && Object.values(cells).some(isFilled)).length,
    }
  })

export const writePull: SheetCalls['writePull'] = (pull) =>
  host.alone(() => {
    const language = languageOf(host.language())
    const before = ourSheet(pull.type)
    const sheet = before?.sheet ?? host.newSheet(say(WORDS.tabs[pull.type], language))
    if (before) forgetLost(before, pull)
    layOut(sheet, pull, before?.columns ?? [])
    const ours = keepPull(sheet, pull)
    const table = readTable(ours, { notes: true })
    writeTable(sheet, table, refreshed(table, pull, { tone: 'warning', text: say(WORDS.gone, language) }))
    if (!before) sheet.activate()
    const unsent = changedRows(readTable(ours)).reduce((sum, { changes }) => sum + Object.keys(changes).length, 0)
    return { rows: pull.rows.length, unsent }
  })

/**
 * What was pulled into columns that are there no more is forgotten before they are made anew: an empty cell of a new
 * column is nobody's change.
 */
function forgetLost(before: OurSheet, { columns }: SheetPull): void {
  const table = readTable(before)
  const lost = new Set(columns.flatMap(({ key }) => (table.places.has(key) ? [] : [key])))
  const rows = table.rows.flatMap(({ version, base }, row) => {
    const kept = Object.entries(base).filter(([field]) => !lost.has(field))
    return kept.length < Object.keys(base).length ? [{ row, version, base: Object.fromEntries(kept) }] : []
  })
  writeTable(before.sheet, table, { cells: [], rows, marks: [], appended: [], removed: [] })
}

export const writeResults: SheetCalls['writeResults'] = (sheet, sent, results) =>
  rewrite(sheet, (table) => answered(table, sent, results, toldIn(languageOf(host.language()))))

export const settle: SheetCalls['settle'] = ({ sheet, key, field }, decision) =>
  rewrite(sheet, (table) => settled(table, key, field, decision))

export const show: SheetCalls['show'] = ({ sheet, key, field }) => {
  const ours = sheetNumbered(sheet)
  if (!ours) return
  const { rows, places, columns } = readTable(ours)
  const row = rows.findIndex((one) => one.key === key)
  const column = places.get(field) ?? places.get(columns[0]?.key ?? '')
  if (row >= 0 && column !== undefined) host.activate(ours.sheet.getRange(row + 2, column))
}

export const unanswered: SheetCalls['unanswered'] = () => {
  const kept = host.readOwn(UNANSWERED)
  return kept === null ? null : (JSON.parse(kept) as Unanswered)
}

export const keepUnanswered: SheetCalls['keepUnanswered'] = (push) =>
  host.keepOwn(UNANSWERED, push && JSON.stringify(push))

const UNANSWERED = 'unanswered push'

/** One round of reading, deciding and writing, with nobody else's in between. */
function rewrite(sheet: number, decide: (table: SheetTable) => SheetWrites): void {
  host.alone(() => {
    const ours = sheetNumbered(sheet)
    if (!ours) return
    const table: PlacedTable = readTable(ours, { notes: true })
    writeTable(ours.sheet, table, decide(table))
  })
}

function toldIn(language: Language): Told {
  return {
    cell({ outcome, message, theirs, by, at }) {
      if (outcome !== 'conflict') return message ?? say(WORDS.refused, language)
      return say(WORDS.conflict, language, {
        by: by ?? say(WORDS.somebody, language),
        theirs: shown(theirs ?? null) || say(WORDS.nothing, language),
        at: at === undefined ? '' : host.moment(at),
      })
    },
    row: ({ outcome, message }) => message ?? say(outcome === 'gone' ? WORDS.gone : WORDS.refused, language),
  }
}

const shown = (cell: Cell): string => (cell === null ? '' : String(cell))

const isFilled = ({ value }: { readonly value: Cell }): boolean => value !== null

/** What people call a row by: its first two columns. The lines of one order have the first in common. */
function nameOf({ columns }: OurSheet, { cells }: TableRow): string {
  const values = columns.slice(0, 2).map(({ key }) => shown(cells[key]?.value ?? null))
  return values.filter(Boolean).join(' · ')
}
