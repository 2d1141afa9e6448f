import { createRoute, z } from '@hono/zod-openapi'
import type { AnyRecord, RecordType } from '#shared/record/record-type.ts'
import { createSchema, describedBody, editSchema, recordSchema } from '#shared/record/validation.ts'
import { hasOwnFields, TYPES, type TypeName } from '#shared/trade/index.ts'
import { recordById, seenRecord } from '../store/records.ts'
import type { App, AppContext } from './app-types.ts'
import { HistorySchema, history } from './history.ts'
import { problemResponses } from './openapi.ts'
import { HttpProblem } from './problem.ts'
import { ListParams, listPage } from './record-list.ts'
import { createRecord, editRecord } from './record-write.ts'
import { shown } from './shown.ts'

/** `/v1/{plural}`, or where a type says: each record type's list, records, changes and history, from its definition. */
export function mountRecords(app: App): void {
  for (const name of Object.keys(TYPES) as TypeName[]) mountType(app, name)
}

function mountType(app: App, name: TypeName): void {
  const type: RecordType = TYPES[name]
  const path = type.path ?? `/v1/${type.plural}`
  const schema = recordSchema(type).openapi(name)
  const one = { content: { 'application/json': { schema } }, headers: z.object({ ETag: z.string() }) }
  const params = z.object({ id: z.string() })
  const describe = (route: Parameters<typeof createRoute>[0]) => app.openAPIRegistry.registerPath(createRoute(route))

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
  app.get(path, (context) => listPage(context, name))

  describe({
    method: 'get',
    path: `${path}/{id}`,
    summary: `Read: ${type.label.en}`,
    request: { params },
    responses: { 200: { description: 'The record; ETag is its version', ...one }, ...problemResponses(401, 404) },
  })
  app.get(`${path}/:id`, async (context) => answerRecord(context, name, await load(context, name), 200))

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
  app.get(`${path}/:id/events`, (context) => history(context, name))

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
  app.post(path, async (context) => answerRecord(context, name, await createRecord(context, name), 201))

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
    responses: { 200: { description: 'Changed', ...one }, ...problemResponses(400, 401, 403, 404, 412, 413, 415, 428) },
  })
  app.patch(`${path}/:id`, async (context) => answerRecord(context, name, await editRecord(context, name), 200))
}

async function load(context: AppContext, name: TypeName): Promise<AnyRecord> {
  const { database, person } = context.var
  const [[row] = []] = await database.batch([recordById(name, person, context.req.param('id') ?? '')])
  const record = seenRecord(name, person, row)
  if (!record) throw new HttpProblem('not_found')
  return record
}

function answerRecord(context: AppContext, name: TypeName, record: AnyRecord, status: 200 | 201): Response {
  return context.json(shown(name, record, context.var.person), status, { ETag: `"${record.version}"` })
}
