import { createRoute, z } from '@hono/zod-openapi'
import type { App } from './app-types.ts'
import { MilestonesSchema, OutcomeSchema, SecretQuery, SecretSchema } from './milestone-shapes.ts'
import { problemResponses } from './openapi.ts'

/** The routes of webhooks, for `/openapi.json`. */
export function describeHooks(registry: App['openAPIRegistry']): void {
  const json = <T>(schema: T) => ({ content: { 'application/json': { schema } } })
  registry.registerPath(
    createRoute({
      method: 'post',
      path: '/v1/milestone_sources/{id}/secrets',
      summary: 'Makes a source of milestones its first secret, or the next one: it is shown in this answer alone',
      request: { params: z.object({ id: z.string() }), query: SecretQuery },
      responses: {
        201: { description: 'It signs from now on', ...json(SecretSchema) },
        ...problemResponses(400, 401, 403, 404, 409),
      },
    }),
  )
  registry.registerPath(
    createRoute({
      method: 'post',
      path: '/hooks/milestones/{sourceId}',
      summary:
        'Milestones of a shipment, told by a carrier, a forwarder or a platform. Signed as Standard Webhooks has it',
      security: [],
      request: {
        params: z.object({ sourceId: z.string() }),
        headers: z.object({
          'webhook-id': z.string().describe('Of the message: the same again is not stored again'),
          'webhook-timestamp': z.string().describe('Seconds since 1970, at most five minutes from now'),
          'webhook-signature': z
            .string()
            .describe('`v1,` and base64(HMAC-SHA256(secret, id.timestamp.body)); several with spaces between'),
        }),
        body: { ...json(MilestonesSchema), required: true },
      },
      responses: {
        200: { description: 'All of it is stored, or was before', ...json(OutcomeSchema) },
        ...problemResponses(400, 401, 409, 413, 422),
      },
    }),
  )
}
