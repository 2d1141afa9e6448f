import { z } from 'zod'
import { may } from '#shared/access/access.ts'
import { type Language, type Text, text } from '#shared/i18n/language.ts'
import type { Change } from '#shared/record/change.ts'
import type { RecordType } from '#shared/record/record-type.ts'
import { HandoverPlan, successorsIn } from '#shared/staff/handover.ts'
import { TYPES, type TypeName, type User } from '#shared/trade/index.ts'
import { handOver } from '../jobs/hand-over.ts'
import { type Row, UniqueViolation } from '../store/database.ts'
import {
  lastHandover,
  overviewOf,
  type Progress,
  readProgress,
  signedOut,
  startHandover,
  undoHandover,
} from '../store/handovers.ts'
import { recordById, seenRecord } from '../store/records.ts'
import type { Statement } from '../store/statement.ts'
import { commit, type Once, usedKey, writing } from '../store/write.ts'
import type { AppContext } from './app-types.ts'
import { idempotencyKey, parseBody, parseValue, requestHash } from './parse.ts'
import { HttpProblem } from './problem.ts'
import { writerOf } from './writer.ts'

/** `GET /v1/staff/{id}/handover`: what somebody leaves behind, in numbers, and how their handover goes. */
export async function handover(context: AppContext) {
  const { database, person } = context.var
  const id = context.req.param('id') ?? ''
  const [[row] = [], last = [], groups = [], staff = [], ...counts] = await database.batch([
    recordById('user', person, id),
    ...overviewOf(person.tenantId, id),
  ])
  const leaver = mustHandOver(context, row)
  const { language } = context.var
  return {
    person: shownPerson(leaver),
    counts: counts.flat().map((row) => counted(row, language)),
    groups,
    successors: staff,
    handover: readProgress(last),
  }
}

/** How many there are of a type in a state, in words. */
function counted({ type, state, count }: Row, language: Language) {
  const { label, fields }: RecordType = TYPES[type as TypeName]
  const { status } = fields
  const choices = status?.kind === 'choice' ? status.choices : {}
  return {
    type: String(type),
    state: state === null ? null : String(state),
    count: Number(count),
    label: label[language],
    stateLabel: state === null ? null : (choices[String(state)]?.[language] ?? String(state)),
  }
}

const shownPerson = ({ id, alias, display_name, status, version }: User) => ({
  id,
  alias,
  display_name,
  status,
  version,
})

const DEEDS = {
  suspension: suspend,
  handover: start,
  reversal: undo,
} as const

/** `POST /v1/staff/{id}/suspension`, `/handover` and `/reversal`, each with an `Idempotency-Key`. */
export async function deed(context: AppContext) {
  const name = context.req.param('deed') ?? ''
  if (!Object.hasOwn(DEEDS, name)) throw new HttpProblem('not_found')
  const key = idempotencyKey(context)
  if (!key) throw new HttpProblem('key_missing')
  const json = await parseBody(context, z.unknown())
  const id = context.req.param('id') ?? ''
  const once = { route: `staff:${name}:${id}`, key, requestHash: await requestHash(json) }
  return DEEDS[name as keyof typeof DEEDS](context, id, json, once)
}

type Call = Omit<Once, 'outcome'>

async function load(
  { var: { database, person } }: AppContext,
  id: string,
  { route, key }: Call,
  more: Statement[] = [],
) {
  const [[used] = [], [row] = [], ...rows] = await database.batch([
    usedKey({ tenantId: person.tenantId, userId: person.id }, route, key),
    recordById('user', person, id),
    ...more,
  ])
  return { used, row, rows }
}

/** Whoever the path names, to somebody who may hand over what is theirs; nobody does that of themselves. */
function mustHandOver({ var: { person } }: AppContext, row: Row | undefined): User {
  const user = seenRecord<User>('user', person, row)
  if (!user) throw new HttpProblem('not_found')
  if (user.id === person.id || !may(person.access, 'user', 'assign', user.standing))
    throw new HttpProblem('not_allowed')
  return user
}

function mustBeTheSame(used: Row | undefined, { requestHash: hash }: Call): void {
  if (used && used.request_hash !== hash) throw new HttpProblem('key_reused')
}

const Suspension = z.strictObject({ suspended: z.boolean(), version: z.int().min(1) })

/** Puts somebody out at once, or lets them in again: whatever they are signed in by is worth nothing from then on. */
async function suspend(context: AppContext, id: string, json: unknown, once: Call) {
  const { suspended, version } = parseValue(context, Suspension, json)
  const { used, row } = await load(context, id, once)
  mustBeTheSame(used, once)
  const user = mustHandOver(context, row)
  if (used) return { person: shownPerson(user) }
  if (version !== user.version) throw new HttpProblem('conflict')
  const status = suspended ? 'suspended' : 'active'
  const isMeant = suspended ? user.status === 'active' : user.status === 'suspended'
  if (!isMeant) throw rejected(context, 'suspended', 'as_it_is', AS_IT_IS)
  const { database, person } = context.var
  const change: Change = { kind: 'update', type: 'user', before: user, values: { status } }
  const writer = writerOf(context, 'api', suspended ? 'suspend-user' : 'restore-user')
  try {
    const out = suspended ? signedOut(person.tenantId, id) : []
    await commit(database, writer, [change], { ...once, outcome: {} }, [], null, out)
  } catch (error) {
    throw error instanceof UniqueViolation ? new HttpProblem('conflict') : error
  }
  return { person: { ...shownPerson(user), status, version: version + 1 } }
}

/** Begins to hand over what somebody who is out leaves behind. What can be done at once is done at once; the rest by the clock. */
async function start(context: AppContext, id: string, json: unknown, once: Call) {
  const { plan } = parseValue(context, z.strictObject({ plan: HandoverPlan }), json)
  const { database, person, now } = context.var
  const [tenant, successors] = [person.tenantId, successorsIn(plan)]
  const { used, row, rows } = await load(context, id, once, [
    lastHandover(tenant, id),
    ...successors.map((one) => recordById('user', person, one)),
  ])
  mustBeTheSame(used, once)
  const leaver = mustHandOver(context, row)
  const [last, ...heirs] = rows
  const progress = readProgress(last)
  if (used) return { handover: progress }
  if (leaver.status === 'active') throw rejected(context, 'status', 'active', STILL_HERE)
  if (progress && goesOn(progress)) throw rejected(context, 'plan', 'running', RUNNING)
  const missing = successors.findIndex((one, index) => one === id || heirs[index]?.[0]?.status !== 'active')
  if (missing >= 0) throw rejected(context, 'plan', 'successor', NO_SUCCESSOR)
  const no = (progress?.no ?? 0) + 1
  const statements = [
    ...writing(writerOf(context, 'api', 'hand-over'), [], { ...once, outcome: {} }),
    ...startHandover({ tenant, person: id, no, by: person.id, plan: JSON.stringify(plan), now }),
    lastHandover(tenant, id),
  ]
  try {
    const answers = await database.batch(statements)
    context.var.afterwards(handOver(database, now))
    return { handover: readProgress(answers.at(-1)) }
  } catch (error) {
    throw error instanceof UniqueViolation ? new HttpProblem('conflict') : error
  }
}

/** Begins to take the last handover back, record by record where nothing was done with it since. */
async function undo(context: AppContext, id: string, json: unknown, once: Call) {
  parseValue(context, z.strictObject({}), json)
  const { database, person, now } = context.var
  const tenant = person.tenantId
  const { used, row, rows } = await load(context, id, once, [lastHandover(tenant, id)])
  mustBeTheSame(used, once)
  mustHandOver(context, row)
  const progress = readProgress(rows[0])
  if (used) return { handover: progress }
  if (progress?.state !== 'done') throw rejected(context, 'state', 'not_done', NOT_DONE)
  const answers = await database.batch([
    ...writing(writerOf(context, 'api', 'hand-back'), [], { ...once, outcome: {} }),
    ...undoHandover({ tenant, person: id, no: progress.no }),
    lastHandover(tenant, id),
  ])
  context.var.afterwards(handOver(database, now))
  return { handover: readProgress(answers.at(-1)) }
}

const goesOn = ({ state }: Progress): boolean => state === 'running' || state === 'undoing'

function rejected({ var: { language } }: AppContext, field: string, code: string, sentence: Text): HttpProblem {
  return new HttpProblem('rejected', [{ field, code, message: sentence[language] }])
}

const AS_IT_IS = text('They are that already, or have left.', '该员工已是此状态或已离职。')
const STILL_HERE = text('They still work here: suspend them first.', '该员工仍在职，请先停用。')
const RUNNING = text('A handover goes on: wait until it is done.', '交接正在进行，请等待完成。')
const NO_SUCCESSOR = text('A successor works here no more, or is the one who leaves.', '接手人已停用或即离职者本人。')
const NOT_DONE = text('There is no handover that could be taken back.', '没有可撤销的交接。')
