import { createRoute, z } from '@hono/zod-openapi'
import { HandoverPlan } from '#shared/staff/handover.ts'
import type { App } from './app-types.ts'
import { problemResponses } from './openapi.ts'

const PATH = '/v1/staff/{id}'
const params = z.object({ id: z.ulid() })

const Progress = z
  .object({
    no: z.int(),
    state: z.enum(['running', 'done', 'undoing', 'undone']),
    counts: z.record(z.string(), z.int()).describe('How many records by what has become of them'),
  })
  .nullable()

const Person = z.object({
  id: z.ulid(),
  alias: z.string(),
  display_name: z.string(),
  status: z.string(),
  version: z.int(),
})

const answers = (schema: z.ZodType, ...problems: readonly (400 | 401 | 403 | 404 | 409 | 413 | 415 | 422)[]) => ({
  200: { description: 'Done', content: { 'application/json': { schema } } },
  ...problemResponses(...problems),
})

/** The routes of who leaves, for `/openapi.json`. */
export function describeStaff(registry: App['openAPIRegistry']): void {
  registry.registerPath(
    createRoute({
      method: 'get',
      path: `${PATH}/handover`,
      summary: 'What somebody leaves behind, in numbers, and how their handover goes',
      request: { params },
      responses: answers(
        z.object({
          person: Person,
          counts: z.array(z.looseObject({ type: z.string(), state: z.string().nullable(), count: z.int() })),
          groups: z.array(z.looseObject({ count: z.int() })),
          successors: z.array(z.object({ id: z.ulid(), alias: z.string() })),
          handover: Progress,
        }),
        401,
        403,
        404,
      ),
    }),
  )
  const deeds = {
    suspension: {
      summary: 'Puts somebody out at once, or lets them in again',
      body: z.object({ suspended: z.boolean(), version: z.int().min(1) }),
      answer: z.object({ person: Person }),
    },
    handover: {
      summary: 'Hands over what somebody who is out leaves behind, by a plan',
      body: z.object({ plan: HandoverPlan }),
      answer: z.object({ handover: Progress }),
    },
    reversal: {
      summary: 'Takes the last handover back where nothing was done since',
      body: z.object({}),
      answer: z.object({ handover: Progress }),
    },
  } as const
  for (const [deed, { summary, body, answer }] of Object.entries(deeds)) {
    registry.registerPath(
      createRoute({
        method: 'post',
        path: `${PATH}/${deed}`,
        summary,
        request: {
          params,
          headers: z.object({ 'Idempotency-Key': z.string() }),
          body: { content: { 'application/json': { schema: body } }, required: true },
        },
        responses: answers(answer, 400, 401, 403, 404, 409, 413, 415, 422),
      }),
    )
  }
}
