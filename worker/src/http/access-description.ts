import { createRoute, z } from '@hono/zod-openapi'
import {
  AccessSchema,
  DecisionBody,
  PreviewBody,
  PreviewSchema,
  ProposalBody,
  ProposalSchema,
} from './access-shapes.ts'
import type { App } from './app-types.ts'
import { problemResponses } from './openapi.ts'

const ACCESS = '/v1/access'

/** The routes of the firm's access, for `/openapi.json`. */
export function describeAccess(registry: App['openAPIRegistry']): void {
  const json = <T>(schema: T) => ({ content: { 'application/json': { schema } } })
  const body = <T>(schema: T) => ({ body: { ...json(schema), required: true } })
  registry.registerPath(
    createRoute({
      method: 'get',
      path: ACCESS,
      summary:
        'Who may see and do what: posts, staff, and what waits to be agreed to. For administrators and management',
      responses: { 200: { description: 'All of it', ...json(AccessSchema()) }, ...problemResponses(401, 403) },
    }),
  )
  registry.registerPath(
    createRoute({
      method: 'post',
      path: `${ACCESS}/proposals`,
      summary: 'Proposes a change of a post, or of the posts of a member of staff: for administrators',
      request: body(ProposalBody),
      responses: {
        201: { description: 'It waits for a second person', ...json(ProposalSchema()) },
        ...problemResponses(400, 401, 403, 409, 413, 415, 422),
      },
    }),
  )
  registry.registerPath(
    createRoute({
      method: 'post',
      path: `${ACCESS}/proposals/{id}/decision`,
      summary: 'Agrees to a proposal, from then on it holds; or withdraws it',
      request: { params: z.object({ id: z.string() }), ...body(DecisionBody) },
      responses: {
        200: { description: 'What became of it', ...json(ProposalSchema()) },
        ...problemResponses(400, 401, 403, 404, 409, 413, 415, 422),
      },
    }),
  )
  registry.registerPath(
    createRoute({
      method: 'post',
      path: `${ACCESS}/previews`,
      summary: 'A customer as a member of staff sees it, today and with a proposal. Kept as who looked as whom',
      request: body(PreviewBody),
      responses: {
        200: { description: 'Both panels', ...json(PreviewSchema()) },
        ...problemResponses(400, 401, 403, 404, 413, 415),
      },
    }),
  )
}
