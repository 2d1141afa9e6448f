import { mayAtAll } from '#shared/access/access.ts'
import { SHEET_ROWS_MAX, type SheetPull, SheetPullRequest } from '#shared/sheet/api.ts'
import { cellsOf } from '#shared/sheet/cell.ts'
import { sheetColumns, sheetFields } from '#shared/sheet/columns.ts'
import { keepPull } from '../store/sheet-pulls.ts'
import { readSheetRow, rowsToPull } from '../store/sheets.ts'
import type { AppContext } from './app-types.ts'
import { parseBody } from './parse.ts'
import { HttpProblem } from './problem.ts'

/** Rows for a sheet, the earliest promise first. */
export async function pullRows(context: AppContext): Promise<SheetPull> {
  const { type } = await parseBody(context, SheetPullRequest)
  const { database, person, language, newId, now } = context.var
  if (!mayAtAll(person.access, type, 'view')) throw new HttpProblem('not_allowed')
  const pullId = newId()
  const [found = []] = await database.batch([
    rowsToPull(type, person),
    keepPull(person, { id: pullId, type, language }, now),
  ])
  const fields = sheetFields(type, person)
  const reading = { words: language, language, timezone: person.timezone, currency: person.currency }
  const rows = found.slice(0, SHEET_ROWS_MAX).flatMap((row) => readSheetRow(type, person, row) ?? [])
  return {
    pullId,
    type,
    columns: sheetColumns(type, person, language),
    rows: rows.map((row) => ({
      id: row.record.id,
      version: row.record.version,
      cells: cellsOf(fields, row, reading),
    })),
    isWhole: found.length <= SHEET_ROWS_MAX,
  }
}
