import { may, mayAtAll } from '#shared/access/access.ts'
import { deniedFields, standingToNew, withOwner } from '#shared/access/writing.ts'
import { addsToOrder, type DividedType, leftToAmending } from '#shared/order/divided.ts'
import { AmountTooLarge } from '#shared/order/line-total.ts'
import { parting } from '#shared/record/agreeing.ts'
import { lasting, notByHand } from '#shared/record/by-hand.ts'
import type { Change, Values } from '#shared/record/change.ts'
import { fieldChanges } from '#shared/record/change.ts'
import { frozenFields, frozenWith } from '#shared/record/frozen.ts'
import { type ProblemCode, problem } from '#shared/record/problems.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'
import { aroundOf, guardAround } from '../store/around.ts'
import { FrozenMeanwhile, type Row, UniqueViolation } from '../store/database.ts'
import { dividedAmong, guardDivided } from '../store/divided.ts'
import { recordById, seenRecord } from '../store/records.ts'
import { commit, usedKey } from '../store/write.ts'
import type { AppContext } from './app-types.ts'
import { ownFieldCheck } from './own-field-check.ts'
import { idempotencyKey, parseBody, requestHash } from './parse.ts'
import { HttpProblem } from './problem.ts'
import { schemasFor } from './record-schemas.ts'
import { referenceCheck, type WriteCheck } from './references.ts'
import { shown } from './shown.ts'
import { versionSeen } from './version-seen.ts'
import { writerOf } from './writer.ts'

/** Makes a record. With an Idempotency-Key the same call twice makes one, and answers with it. */
export async function createRecord(context: AppContext, type: TypeName): Promise<AnyRecord> {
  const { database, person, newId } = context.var
  if (!mayAtAll(person.access, type, 'create')) throw new HttpProblem('not_allowed')
  const key = idempotencyKey(context)
  const values = withOwner(type, (await parseBody(context, schemasFor(type, person).create)) as Values, person)

  const call = key ? { route: `create:${type}`, key, requestHash: await requestHash(values) } : null
  const check = checkOf(context, type, values, null)
  const own = { tenantId: person.tenantId, userId: person.id }
  const keyRead = call ? [usedKey(own, call.route, call.key)] : []
  const outer = frozenWith(type)?.key ?? ''
  const around = aroundOf(type, 'itself', person.tenantId, values[outer])
  const orderKey = addsToOrder(type)
  const orders = orderKey === null ? [] : [String(values[orderKey])]
  const divided = orders.length > 0 ? [dividedAmong('order', person.tenantId, orders)] : []
  const reads = [...keyRead, ...check.statements, ...around, ...divided]
  const rows = reads.length > 0 ? await database.batch(reads) : []
  const used = call ? rows[0]?.[0] : undefined
  if (call && used) return repeated(context, type, call.requestHash, used)
  const found = call ? rows.slice(1) : rows
  const problems = check.problems(found, values)
  if (problems.length > 0) throw new HttpProblem('invalid', problems)
  const standing = standingToNew(type, values, check.standings(found), person)
  if (!may(person.access, type, 'create', standing)) throw new HttpProblem('not_allowed')
  refuseDenied(context, deniedFields(type, 'create', { values, standing }, person))
  refuseFrozen(context, frozenFields(type, {}, found[check.statements.length]?.[0], [outer]))
  const addsTo = orderKey === null ? [] : [orderKey]
  if (divided.length > 0 && (found.at(-1) ?? []).length > 0) refuse(context, addsTo, 'divided')

  const id = newId()
  const change: Change = { kind: 'create', type, id, values }
  try {
    const once = call ? { ...call, outcome: { id } } : null
    const guards = [
      ...guardAround(type, 'itself', person.tenantId, values[outer]),
      ...(orders.length > 0 ? [guardDivided('order', person.tenantId, orders)] : []),
    ]
    const after = [recordById(type, person, id), ...guards]
    const [[row] = []] = await commit(database, writerOf(context, 'api', 'created'), [change], once, after)
    return stored(context, type, row)
  } catch (error) {
    if (error instanceof AmountTooLarge) throw tooLarge(context, error)
    if (error instanceof FrozenMeanwhile && addsTo.length > 0) refuse(context, addsTo, 'divided')
    if (error instanceof FrozenMeanwhile) refuseFrozen(context, [outer])
    if (!(error instanceof UniqueViolation)) throw error
    const [[now] = []] = call ? await database.batch([usedKey(own, call.route, call.key)]) : []
    if (call && now) return repeated(context, type, call.requestHash, now)
    throw new HttpProblem('duplicate', [problem(error.columns.at(-1) ?? '', 'duplicate', context.var.language)])
  }
}

const checkOf = (context: AppContext, type: TypeName, values: Values, id: string | null): WriteCheck =>
  type === 'own_field' ? ownFieldCheck(context, values, id) : referenceCheck(context, type, values)

async function repeated(
  context: AppContext,
  type: TypeName,
  hash: string,
  used: Readonly<Record<string, unknown>>,
): Promise<AnyRecord> {
  if (used.request_hash !== hash) throw new HttpProblem('key_reused')
  const { id } = JSON.parse(String(used.outcome)) as { id: string }
  const [[row] = []] = await context.var.database.batch([recordById(type, context.var.person, id)])
  return seen(context, type, row)
}

/** What was stored. Who gave it away with that sees it no longer, and is told that it is done. */
function stored(context: AppContext, type: TypeName, row: Row | undefined): AnyRecord {
  return seenRecord(type, context.var.person, row) ?? ({ id: row?.id, version: row?.version, custom: {} } as AnyRecord)
}

/** The record for whoever asked, as they see it today. */
function seen(context: AppContext, type: TypeName, row: Row | undefined): AnyRecord {
  const record = seenRecord(type, context.var.person, row)
  if (!record) throw new HttpProblem('not_found')
  return record
}

function refuseDenied(context: AppContext, fields: readonly string[]): void {
  if (fields.length === 0) return
  const { language } = context.var
  throw new HttpProblem(
    'not_allowed',
    fields.map((field) => problem(field, 'not_allowed', language)),
  )
}

const refuseFrozen = (context: AppContext, fields: readonly string[]): void => refuse(context, fields, 'frozen')

function refuse(context: AppContext, fields: readonly string[], code: ProblemCode): void {
  if (fields.length === 0) return
  const { language } = context.var
  throw new HttpProblem(
    'rejected',
    fields.map((field) => problem(field, code, language)),
  )
}

function refuseParting(context: AppContext, fields: ReturnType<typeof parting>): void {
  if (fields.length === 0) return
  const { language } = context.var
  const said = fields.map(({ field, to }) =>
    problem(field, 'disagrees', language, { record: TYPES[to].label[language] }),
  )
  throw new HttpProblem('invalid', said)
}

/** Changes a record. `If-Match` names the version seen; a later one answers 412 with the record as it is. */
export async function editRecord(context: AppContext, type: TypeName): Promise<AnyRecord> {
  const { database, person } = context.var
  const version = versionSeen(context)
  const values = (await parseBody(context, schemasFor(type, person).edit)) as Values
  const id = context.req.param('id') ?? ''
  const read = recordById(type, person, id)

  const check = checkOf(context, type, values, id)
  const around = aroundOf(type, 'within', person.tenantId, id)
  const amounts = leftToAmending(type, Object.keys(values))
  const divided = amounts.length > 0 ? [dividedAmong(type as DividedType, person.tenantId, [id])] : []
  const [[row] = [], ...references] = await database.batch([read, ...check.statements, ...around, ...divided])
  const before = seen(context, type, row)
  refuseDenied(context, deniedFields(type, 'edit', { values, standing: before.standing ?? 0 }, person))
  if (before.version !== version) throw stale(context, type, before)
  const problems = check.problems(references, { ...before, ...values })
  if (problems.length > 0) throw new HttpProblem('invalid', problems)
  const changed = fieldChanges(before, values).map(({ field }) => field)
  if (changed.length === 0) return before
  refuseParting(context, parting(type, before, changed))
  refuseFrozen(context, frozenFields(type, before, references[check.statements.length]?.[0], changed))
  refuse(context, lasting(type, before, values), 'fixed')
  refuse(context, notByHand(type, before, values), 'by_action')
  const amended = leftToAmending(type, changed)
  const isDivided = divided.length > 0 && (references.at(-1) ?? []).length > 0
  refuse(context, isDivided ? amended : [], 'divided')

  const change: Change = { kind: 'update', type, before, values }
  try {
    const guards =
      amended.length > 0
        ? [guardDivided(type as DividedType, person.tenantId, [id])]
        : guardAround(type, 'within', person.tenantId, id)
    const reads = [read, ...guards]
    const [[after] = []] = await commit(database, writerOf(context, 'api', 'edited'), [change], null, reads)
    return stored(context, type, after)
  } catch (error) {
    if (error instanceof AmountTooLarge) throw tooLarge(context, error)
    if (error instanceof FrozenMeanwhile && amended.length > 0) refuse(context, amended, 'divided')
    if (error instanceof FrozenMeanwhile) refuseFrozen(context, changed)
    if (!(error instanceof UniqueViolation)) throw error
    if (error.table !== 'events') {
      throw new HttpProblem('duplicate', [problem(error.columns.at(-1) ?? '', 'duplicate', context.var.language)])
    }
    const [[now] = []] = await database.batch([read])
    throw stale(context, type, seen(context, type, now))
  }
}

const tooLarge = (context: AppContext, { maximum }: AmountTooLarge) =>
  new HttpProblem('invalid', [problem('line_total', 'too_big', context.var.language, { maximum })])

const stale = (context: AppContext, type: TypeName, current: AnyRecord) =>
  new HttpProblem('stale', undefined, { current: shown(type, current, context.var.person) })
