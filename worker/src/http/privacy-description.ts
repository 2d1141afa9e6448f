import { createRoute, z } from '@hono/zod-openapi'
import { Allowance, NewPrivacyRequest, PersonSearch } from '#shared/privacy/api.ts'
import type { App } from './app-types.ts'
import { component } from './component.ts'
import { problemResponses } from './openapi.ts'

/** The routes about people's data, for `/openapi.json`. */
export function describePrivacy(registry: App['openAPIRegistry']): void {
  const json = (schema: z.ZodType) => ({ content: { 'application/json': { schema } } })
  const ids = z.object({ id: z.string() })
  const route = (
    method: 'get' | 'post',
    path: string,
    summary: string,
    answer: z.ZodType,
    body?: z.ZodType,
    status = 200,
  ) =>
    registry.registerPath(
      createRoute({
        method,
        path: `/v1/privacy/${path}`,
        summary,
        request: {
          ...(path.includes('{id}') && { params: ids }),
          ...(body && { body: { ...json(body), required: true } }),
        },
        responses: {
          [status]: { description: summary, ...json(answer) },
          ...problemResponses(400, 401, 403, 404, 409),
        },
      }),
    )
  route('post', 'searches', 'Everything about a person, some of it with each call', FoundPeople, PersonSearch)
  route('get', 'requests', 'The last fifty requests', z.object({ requests: z.array(Request) }))
  route(
    'post',
    'requests',
    'A request for a copy of somebody’s data or for its erasure',
    Request,
    NewPrivacyRequest,
    201,
  )
  route('get', 'requests/{id}', 'How far it has come, and what would stay', Request)
  route('post', 'requests/{id}/steps', 'Goes on with it now', Request)
  route('post', 'requests/{id}/confirmation', 'A second person says that it be erased', Request)
  route('post', 'requests/{id}/refusal', 'Nothing is done', Request)
  route(
    'get',
    'requests/{id}/file',
    'An address that opens the export for who asked for it, for two minutes',
    FileAddress,
  )
  route(
    'post',
    'allowances',
    'Somebody who was erased may be taken up again',
    z.object({ allowed: z.int() }),
    Allowance,
  )
}

const FileAddress = z.object({ url: z.url(), expiresAt: z.int() })

const FoundPeople = z.object({
  found: z.array(
    z.object({
      place: z.string(),
      label: z.string(),
      id: z.string(),
      title: z.string().nullable(),
      traits: z.array(z.string()),
      kept: z.string().nullable(),
    }),
  ),
  cursor: z.string().nullable(),
})

const Rows = z.object({ label: z.string(), rows: z.int() })

const Request = component(
  'PrivacyRequest',
  z.object({
    id: z.string(),
    kind: z.string(),
    status: z.enum(['collecting', 'ready', 'running', 'done', 'refused']),
    askedBy: z.string(),
    basis: z.string(),
    pseudonym: z.string(),
    receivedAt: z.int(),
    dueAt: z.int(),
    isLate: z.boolean(),
    finishedAt: z.int().nullable(),
    mayConfirm: z.boolean(),
    hasFile: z.boolean(),
    fileUntil: z.int().nullable(),
    places: z.array(Rows),
    kept: z.array(Rows.extend({ why: z.string() })),
  }),
)
