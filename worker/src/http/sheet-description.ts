import { createRoute, z } from '@hono/zod-openapi'
import { Cell, SheetPullRequest, SheetPushRequest, SheetType } from '#shared/sheet/api.ts'
import type { App } from './app-types.ts'
import { component } from './component.ts'
import { problemResponses } from './openapi.ts'
import { PULLS, PUSHES } from './sheets.ts'

/** The routes of sheets, for `/openapi.json`. */
export function describeSheets(registry: App['openAPIRegistry']): void {
  registry.registerPath(
    createRoute({
      method: 'post',
      path: PULLS,
      summary: 'Open orders or their lines for a sheet, the earliest promise first',
      request: { body: { content: { 'application/json': { schema: SheetPullRequest } }, required: true } },
      responses: {
        200: { description: 'Columns and rows', content: { 'application/json': { schema: PullAnswer } } },
        ...problemResponses(400, 401, 403, 413, 415),
      },
    }),
  )
  registry.registerPath(
    createRoute({
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
    }),
  )
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
