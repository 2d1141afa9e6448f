import type { AnyRecord, RecordType } from '#shared/record/record-type.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'
import { recordById, seenRecord } from '../store/records.ts'
import type { App, AppContext } from './app-types.ts'
import { HttpProblem } from './problem.ts'
import { listPage } from './record-list.ts'
import { pathOf } from './record-path.ts'
import { shown } from './shown.ts'

/** Each record type's list, records, changes and history, from its definition. */
export function mountRecords(app: App): void {
  for (const name of Object.keys(TYPES) as TypeName[]) mountType(app, name)
}

function mountType(app: App, name: TypeName): void {
  const type: RecordType = TYPES[name]
  const path = pathOf(type)
  app.get(path, (context) => listPage(context, name))
  app.get(`${path}/:id`, async (context) => answerRecord(context, name, await load(context, name), 200))
  app.get(`${path}/:id/events`, async (context) => (await import('./history.ts')).history(context, name))
  if (!type.writable) return
  const writing = () => import('./record-write.ts')
  app.post(path, async (context) => {
    const { createRecord } = await writing()
    return answerRecord(context, name, await createRecord(context, name), 201)
  })
  app.patch(`${path}/:id`, async (context) => {
    const { editRecord } = await writing()
    return answerRecord(context, name, await editRecord(context, name), 200)
  })
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
