import { createRoute, z } from '@hono/zod-openapi'
import { BoardQuery } from '#shared/desk/board.ts'
import type { App } from './app-types.ts'
import { component } from './component.ts'
import { problemResponses } from './openapi.ts'

/** The route of the board, for `/openapi.json`. */
export function describeBoard(registry: App['openAPIRegistry']): void {
  registry.registerPath(
    createRoute({
      method: 'get',
      path: '/v1/board',
      summary: 'Open orders by execution stage, late first; with `stage` one column, behind `cursor` its next cards',
      request: { query: BoardQuery },
      responses: {
        200: { description: 'The columns', content: { 'application/json': { schema: BoardSchema } } },
        ...problemResponses(400, 401, 403),
      },
    }),
  )
}

const Count = z.object({ late: z.int(), soon: z.int(), all: z.int(), atLeast: z.boolean() })

const Card = z.object({
  type: z.literal('order'),
  id: z.ulid(),
  title: z.string(),
  customer: z.string().nullable(),
  productLine: z.string().nullable(),
  owner: z.string().nullable(),
  step: z.string().nullable(),
  due: z.iso.date().nullable(),
  dueText: z.string().nullable(),
  tone: z.string(),
  total: z.string().nullable(),
  onHold: z.boolean(),
  stuck: z.string().nullable(),
})

const Choices = z.array(z.object({ value: z.string(), name: z.string() }))

const BoardSchema = component(
  'Board',
  z.object({
    columns: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        count: Count.nullable(),
        cards: z.array(Card),
        next: z.string().nullable(),
      }),
    ),
    choices: z.object({ owner: Choices, team: Choices, customer: Choices, product_line: Choices }).nullable(),
  }),
)
