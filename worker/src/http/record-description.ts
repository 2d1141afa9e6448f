import { createRoute, z } from '@hono/zod-openapi'
import type { RecordType } from '#shared/record/record-type.ts'
import { createSchema, describedBody, editSchema, recordSchema } from '#shared/record/validation.ts'
import { hasOwnFields, TYPES, type TypeName } from '#shared/trade/index.ts'
import type { App } from './app-types.ts'
import { component } from './component.ts'
import { HistorySchema } from './history.ts'
import { problemResponses } from './openapi.ts'
import { ListParams } from './record-list.ts'
import { pathOf } from './record-path.ts'

type Registry = App['openAPIRegistry']

/**
 * The routes of every record type, for `/openapi.json`. Made when somebody asks for it: its schemas cost a sixth of
 * the Worker's start and are needed by nothing else.
 */
export function describeRecords(registry: Registry): void {
  for (const name of Object.keys(TYPES) as TypeName[]) describeType(registry, name)
}

function describeType(registry: Registry, name: TypeName): void {
  const type: RecordType = TYPES[name]
  const path = pathOf(type)
  const schema = component(name, recordSchema(type))
  const one = { content: { 'application/json': { schema } }, headers: z.object({ ETag: z.string() }) }
  const params = z.object({ id: z.string() })
  const describe = (route: Parameters<typeof createRoute>[0]) => registry.registerPath(createRoute(route))

  describe({
    method: 'get',
    path,
    summary: `List: ${type.label.en}. Any field filters by its value; \`sort\` names a field, \`-\` before it turns it round`,
    request: { query: ListParams.loose() },
    responses: {
      200: {
        description: 'A page',
        content: {
          'application/json': { schema: z.object({ records: z.array(schema), next: z.string().nullable() }) },
        },
      },
      ...problemResponses(400, 401),
    },
  })

  describe({
    method: 'get',
    path: `${path}/{id}`,
    summary: `Read: ${type.label.en}`,
    request: { params },
    responses: { 200: { description: 'The record; ETag is its version', ...one }, ...problemResponses(401, 404) },
  })

  describe({
    method: 'get',
    path: `${path}/{id}/events`,
    summary: `History: ${type.label.en}`,
    request: { params, query: z.object({ before: z.coerce.number().int().optional() }) },
    responses: {
      200: {
        description:
          'The last 50 changes before that version, newest first, each with what it says in words; `next` is the version to go on before',
        content: { 'application/json': { schema: HistorySchema } },
      },
      ...problemResponses(400, 401, 404),
    },
  })

  if (!type.writable) return
  const body = hasOwnFields(name) ? describedBody : (plain: z.ZodObject) => plain
  const create = body(createSchema(type))
  describe({
    method: 'post',
    path,
    summary: `Create: ${type.label.en}`,
    request: {
      headers: z.object({ 'Idempotency-Key': z.string().optional() }),
      body: { content: { 'application/json': { schema: create } }, required: true },
    },
    responses: { 201: { description: 'Created', ...one }, ...problemResponses(400, 401, 403, 409, 413, 415, 422) },
  })

  const edit = body(editSchema(type))
  describe({
    method: 'patch',
    path: `${path}/{id}`,
    summary: `Change: ${type.label.en}`,
    request: {
      params,
      headers: z.object({ 'If-Match': z.string() }),
      body: { content: { 'application/json': { schema: edit } }, required: true },
    },
    responses: {
      200: { description: 'Changed', ...one },
      ...problemResponses(400, 401, 403, 404, 409, 412, 413, 415, 422, 428),
    },
  })
}
