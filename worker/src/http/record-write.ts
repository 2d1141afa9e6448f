import type { z } from 'zod'
import { AmountTooLarge } from '#shared/order/line-total.ts'
import type { Change, Values } from '#shared/record/change.ts'
import { fieldChanges } from '#shared/record/change.ts'
import { problem } from '#shared/record/problems.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import type { TypeName } from '#shared/trade/index.ts'
import { UniqueViolation } from '../store/database.ts'
import { readRecord, recordById } from '../store/records.ts'
import { commit, usedKey } from '../store/write.ts'
import type { AppContext } from './app-types.ts'
import { idempotencyKey, parseBody, requestHash } from './parse.ts'
import { HttpProblem } from './problem.ts'
import { referenceCheck } from './references.ts'
import { shown } from './shown.ts'
import { writerOf } from './writer.ts'

/** Makes a record. With an Idempotency-Key the same call twice makes one, and answers with it. */
export async function createRecord(context: AppContext, type: TypeName, schema: z.ZodType): Promise<AnyRecord> {
  const key = idempotencyKey(context)
  const values = (await parseBody(context, schema)) as Values
  const { database, person, newId } = context.var

  const call = key ? { route: `create:${type}`, key, requestHash: await requestHash(values) } : null
  const check = referenceCheck(context, type, values)
  const own = { tenantId: person.tenantId, userId: person.id }
  const keyRead = call ? [usedKey(own, call.route, call.key)] : []
  const reads = [...keyRead, ...check.statements]
  const rows = reads.length > 0 ? await database.batch(reads) : []
  const used = call ? rows[0]?.[0] : undefined
  if (call && used) return repeated(context, type, call.requestHash, used)
  const problems = check.problems(call ? rows.slice(1) : rows, values)
  if (problems.length > 0) throw new HttpProblem('invalid', problems)

  const id = newId()
  const change: Change = { kind: 'create', type, id, values }
  try {
    const once = call ? { ...call, outcome: { id } } : null
    const after = [recordById(type, person.tenantId, id)]
    const [[row] = []] = await commit(database, writerOf(context, 'api', 'created'), [change], once, after)
    return readRecord(type, row ?? {})
  } catch (error) {
    if (error instanceof AmountTooLarge) throw tooLarge(context, error)
    if (!(error instanceof UniqueViolation)) throw error
    const [[now] = []] = call ? await database.batch([usedKey(own, call.route, call.key)]) : []
    if (call && now) return repeated(context, type, call.requestHash, now)
    throw new HttpProblem('duplicate', [problem(error.columns.at(-1) ?? '', 'duplicate', context.var.language)])
  }
}

async function repeated(
  context: AppContext,
  type: TypeName,
  hash: string,
  used: Readonly<Record<string, unknown>>,
): Promise<AnyRecord> {
  if (used.request_hash !== hash) throw new HttpProblem('key_reused')
  const { id } = JSON.parse(String(used.outcome)) as { id: string }
  const [[row] = []] = await context.var.database.batch([recordById(type, context.var.person.tenantId, id)])
  return readRecord(type, row ?? {})
}

/** Changes a record. `If-Match` names the version seen; a later one answers 412 with the record as it is. */
export async function editRecord(context: AppContext, type: TypeName, schema: z.ZodType): Promise<AnyRecord> {
  const seen = versionSeen(context)
  const values = (await parseBody(context, schema)) as Values
  const { database, person } = context.var
  const read = recordById(type, person.tenantId, context.req.param('id') ?? '')

  const check = referenceCheck(context, type, values)
  const [[row] = [], ...references] = await database.batch([read, ...check.statements])
  if (!row) throw new HttpProblem('not_found')
  const before = readRecord(type, row)
  if (before.version !== seen) throw stale(type, before)
  const problems = check.problems(references, { ...before, ...values })
  if (problems.length > 0) throw new HttpProblem('invalid', problems)
  if (fieldChanges(before, values).length === 0) return before

  const change: Change = { kind: 'update', type, before, values }
  try {
    const [[after] = []] = await commit(database, writerOf(context, 'api', 'edited'), [change], null, [read])
    return readRecord(type, after ?? {})
  } catch (error) {
    if (error instanceof AmountTooLarge) throw tooLarge(context, error)
    if (!(error instanceof UniqueViolation)) throw error
    if (error.table !== 'events') {
      throw new HttpProblem('duplicate', [problem(error.columns.at(-1) ?? '', 'duplicate', context.var.language)])
    }
    const [[now] = []] = await database.batch([read])
    throw stale(type, readRecord(type, now ?? row))
  }
}

const tooLarge = (context: AppContext, { maximum }: AmountTooLarge) =>
  new HttpProblem('invalid', [problem('line_total', 'too_big', context.var.language, { maximum })])

const stale = (type: TypeName, current: AnyRecord) =>
  new HttpProblem('stale', undefined, { current: shown(type, current) })

/** A strong entity tag and nothing else: a weak one or `*` would let an update be lost. */
function versionSeen(context: AppContext): number {
  const header = context.req.header('If-Match')
  if (header === undefined) throw new HttpProblem('version_missing')
  const version = /^"([1-9]\d{0,14})"$/.exec(header)?.[1]
  if (!version) throw new HttpProblem('invalid', [problem('If-Match', 'format', context.var.language)])
  return Number(version)
}
