import { createRoute, z } from '@hono/zod-openapi'
import { ActionRequest, PanelRequest } from '#shared/api.ts'
import { ACTIONS } from '#shared/workflow/actions/index.ts'
import type { App } from './app-types.ts'
import { component } from './component.ts'
import { Problem, problemResponses } from './openapi.ts'

/** The routes of panels and of what is done from them, for `/openapi.json`. */
export function describePanels(registry: App['openAPIRegistry']): void {
  registry.registerPath(
    createRoute({
      method: 'post',
      path: '/v1/panel',
      summary: 'The panel for the open mail or record',
      request: { body: { content: { 'application/json': { schema: PanelRequest } }, required: true } },
      responses: {
        200: {
          description: 'The panel; with `text/html` accepted, drawn whole',
          content: { 'application/json': { schema: PanelAnswerSchema }, 'text/html': { schema: { type: 'string' } } },
        },
        ...problemResponses(400, 401, 404, 413, 415),
      },
    }),
  )
  registry.registerPath(
    createRoute({
      method: 'post',
      path: '/v1/actions/{action}',
      summary: 'Performs an action on a record',
      request: {
        params: z.object({ action: z.string().max(200).describe(NAMES) }),
        headers: z.object({ 'Idempotency-Key': z.string() }),
        body: { content: { 'application/json': { schema: ActionRequest } }, required: true },
      },
      responses: {
        200: {
          description: 'Done',
          content: { 'application/json': { schema: z.union([ActionAnswerSchema, ReplyAnswerSchema]) } },
        },
        ...problemResponses(400, 401, 403, 404, 409, 413, 415, 422),
      },
    }),
  )
}

const NAMES = `One of ${ACTIONS.map(({ name, steps }) => (steps ? `${name}:{step}` : name)).join(', ')}`

/** One of the widgets of `shared/panel/panel.ts`, told apart by `kind`. */
const Widget = z.object({ kind: z.string() }).loose()

const SectionAnswer = component(
  'Section',
  z.object({
    key: z.string(),
    etag: z.string(),
    title: z.string().optional(),
    summary: z.array(Widget).max(6).optional(),
    full: z.array(Widget).optional(),
    tone: z.string().optional(),
    html: z.string().optional(),
  }),
)

const PanelAnswerSchema = component(
  'Panel',
  z.object({
    language: z.string(),
    title: z.string(),
    subtitle: z.string().optional(),
    asOf: z.int(),
    order: z.array(z.string()),
    sections: z.array(SectionAnswer),
  }),
)

const ActionAnswerSchema = component(
  'Outcome',
  PanelAnswerSchema.extend({
    outcome: z.enum(['saved', 'conflict', 'rejected']),
    record: z.object({ type: z.string(), id: z.string(), version: z.int() }).optional(),
    problems: z.array(Problem).optional(),
    current: z.record(z.string(), z.unknown()).optional(),
  }),
)

const ReplyAnswerSchema = component(
  'Written',
  z.object({
    outcome: z.literal('written'),
    reply: z.object({
      language: z.string(),
      subject: z.string(),
      text: z.string(),
      html: z.string(),
      fits: z.boolean(),
      heed: z.string().optional(),
      attachments: z
        .array(
          z.object({
            id: z.string(),
            name: z.string(),
            mime: z.string(),
            bytes: z.int(),
            sha256: z.string(),
            url: z.url().describe('Opens it for whoever asked, for two minutes'),
          }),
        )
        .optional(),
    }),
    panel: PanelAnswerSchema.optional(),
  }),
)
