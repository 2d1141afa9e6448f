import { createRoute, z } from '@hono/zod-openapi'
import { mayAtAll } from '#shared/access/access.ts'
import {
  Cell,
  SHEET_ROWS_MAX,
  type SheetPull,
  SheetPullRequest,
  type SheetPush,
  SheetPushRequest,
  SheetType,
} from '#shared/sheet/api.ts'
import { cellsOf } from '#shared/sheet/cell.ts'
import { sheetColumns, sheetFields } from '#shared/sheet/columns.ts'
import { keepPull } from '../store/sheet-pulls.ts'
import { readSheetRow, rowsToPull } from '../store/sheets.ts'
import type { App, AppContext } from './app-types.ts'
import { component } from './component.ts'
import { problemResponses } from './openapi.ts'
import { idempotencyKey, parseBody } from './parse.ts'
import { HttpProblem } from './problem.ts'

/** Where pushes come in; they are larger than other calls. */
export const PUSHES = '/v1/sheets/pushes'

/** Open orders and their lines, to be edited in a sheet: out by a pull, back by a push. */
export function mountSheets(app: App): void {
  const pulls = createRoute({
    method: 'post',
    path: '/v1/sheets/pulls',
    summary: 'Open orders or their lines for a sheet, the earliest promise first',
    request: { body: { content: { 'application/json': { schema: SheetPullRequest } }, required: true } },
    responses: {
      200: { description: 'Columns and rows', content: { 'application/json': { schema: PullAnswer } } },
      ...problemResponses(400, 401, 403, 413, 415),
    },
  })
  app.openAPIRegistry.registerPath(pulls)
  app.post(pulls.path, async (context) => context.json(await pull(context)))

  const pushes = createRoute({
    method: 'post',
    path: PUSHES,
    summary: 'Changed cells of a sheet. Each is stored or says why not; Idempotency-Key unless `dryRun`',
    request: {
      headers: z.object({ 'Idempotency-Key': z.string().optional() }),
      body: { content: { 'application/json': { schema: SheetPushRequest } }, required: true },
    },
    responses: {
      200: { description: 'What came of each row', content: { 'application/json': { schema: PushAnswer } } },
      ...problemResponses(400, 401, 404, 413, 415, 422),
    },
  })
  app.openAPIRegistry.registerPath(pushes)
  app.post(pushes.path, async (context) => {
    const asked = await parseBody(context, SheetPushRequest)
    const key = asked.dryRun ? null : idempotencyKey(context)
    if (!asked.dryRun && !key) throw new HttpProblem('key_missing')
    const { pushRows } = await import('./sheet-push.ts')
    const answer: SheetPush = { rows: await pushRows(context, asked, key) }
    return context.json(answer)
  })
}

async function pull(context: AppContext): Promise<SheetPull> {
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

const Cells = z.record(z.string(), Cell)

const PullAnswer = component(
  'SheetPull',
  z.object({
    pullId: z.ulid(),
    type: SheetType,
    columns: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        kind: z.enum(['text', 'number', 'date', 'choice', 'switch']),
        editable: z.boolean(),
        decimals: z.int().optional(),
        choices: z.array(z.string()).optional(),
      }),
    ),
    rows: z.array(z.object({ id: z.ulid(), version: z.int(), cells: Cells })),
    isWhole: z.boolean(),
  }),
)

const Why = { code: z.string().optional(), message: z.string().optional() }

const CellAnswer = z.object({
  outcome: z.enum(['saved', 'same', 'conflict', 'invalid', 'forbidden']),
  ...Why,
  value: Cell.optional(),
  theirs: Cell.optional(),
  by: z.string().optional(),
  at: z.int().optional(),
})

const PushAnswer = component(
  'SheetPush',
  z.object({
    rows: z.array(
      z.object({
        key: z.string(),
        id: z.string().nullable(),
        outcome: z.enum(['saved', 'partly', 'conflict', 'rejected', 'gone']),
        version: z.int().nullable(),
        cells: z.record(z.string(), CellAnswer),
        ...Why,
      }),
    ),
  }),
)
