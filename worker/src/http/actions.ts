import { createRoute, z } from '@hono/zod-openapi'
import { ActionRequest, type Problem, type RecordRef } from '#shared/api.ts'
import type { Situation } from '#shared/customer/situation.ts'
import { type Change, changedId, versionAfter } from '#shared/record/change.ts'
import { problem, problemsOf } from '#shared/record/problems.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import { createSchema } from '#shared/record/validation.ts'
import type { Action, Context } from '#shared/workflow/action.ts'
import { ACTIONS, actionNamed } from '#shared/workflow/actions/index.ts'
import { type Row, UniqueViolation } from '../store/database.ts'
import { readRecord, recordById } from '../store/records.ts'
import { type SituationQuery, situationQuery } from '../store/situation.ts'
import type { Statement } from '../store/statement.ts'
import { commit, type Once, usedKey, type Writer } from '../store/write.ts'
import type { App, AppContext } from './app-types.ts'
import { ActionAnswerSchema, problemResponses } from './openapi.ts'
import { panelAnswer, panelOf, viewOf } from './panel-answer.ts'
import { idempotencyKey, parseBody, requestHash } from './parse.ts'
import { HttpProblem } from './problem.ts'
import { shown } from './shown.ts'
import { writerOf } from './writer.ts'

/**
 * Everything a person can do from a panel. One round trip to load, one to store; the panel of the
 * answer is read in the same transaction that wrote, so it shows exactly what was stored.
 */
export function mountActions(app: App): void {
  const route = createRoute({
    method: 'post',
    path: '/v1/actions/{action}',
    summary: 'Performs an action on a record',
    request: {
      params: z.object({ action: z.enum(ACTIONS.map((action) => action.name)) }),
      headers: z.object({ 'Idempotency-Key': z.string() }),
      body: { content: { 'application/json': { schema: ActionRequest } }, required: true },
    },
    responses: {
      200: { description: 'Done', content: { 'application/json': { schema: ActionAnswerSchema } } },
      ...problemResponses(400, 401, 404, 409, 413, 415, 422),
    },
  })
  app.openAPIRegistry.registerPath(route)
  app.post('/v1/actions/:action', async (context) => {
    const call = await parse(context)
    const loaded = await load(context, call)

    if (loaded.used) return answerAgain(context, call, loaded, loaded.used)
    const decided = decide(context, call, loaded)
    return store(context, call, loaded, decided)
  })
}

/** The id of the record an action is about to make. */
const NEW = 'new'

interface Call {
  readonly action: Action
  readonly asked: ActionRequest
  readonly once: Omit<Once, 'outcome'>
}

async function parse(context: AppContext): Promise<Call> {
  const action = actionNamed(context.req.param('action') ?? '')
  if (!action) throw new HttpProblem('not_found')
  const key = idempotencyKey(context)
  if (!key) throw new HttpProblem('key_missing')
  const asked = await parseBody(context, ActionRequest)
  if (asked.target.type !== action.on) throw invalid(context, 'target.type', 'choice', { values: action.on })
  if (action.makes && asked.target.id !== NEW) throw invalid(context, 'target.id', 'choice', { values: NEW })
  const { target, input, message } = asked
  const hash = await requestHash({ target, input, message: message?.messageId ?? null })
  return { action, asked, once: { route: `action:${action.name}`, key, requestHash: hash } }
}

interface Loaded {
  readonly used: Row | null
  readonly target: AnyRecord | null
  readonly situation: Situation
  readonly query: SituationQuery
  readonly reads: readonly Statement[]
}

async function load(context: AppContext, call: Call): Promise<Loaded> {
  const { person, database } = context.var
  const { action, asked, once } = call
  const query = situationQuery(person, asked.message, action.makes ? undefined : recordRef(asked))
  const reads = [
    usedKey({ tenantId: person.tenantId, userId: person.id }, once.route, once.key),
    recordById(action.on, person.tenantId, asked.target.id),
    ...query.statements,
  ]
  return { ...readLoaded(action, query, await database.batch(reads)), query, reads }
}

function readLoaded(action: Action, query: SituationQuery, rows: readonly Row[][]): Omit<Loaded, 'query' | 'reads'> {
  const [[used] = [], [row] = [], ...rest] = rows
  const situation = query.read(rest)
  if (!situation || (!row && !action.makes)) throw new HttpProblem('not_found')
  return { used: used ?? null, target: row ? readRecord(action.on, row) : null, situation }
}

/** Actions stand on records a panel can be about, or make one beside the open mail. */
const recordRef = ({ target }: ActionRequest): RecordRef => ({ type: target.type as RecordRef['type'], id: target.id })

function decide(context: AppContext, call: Call, { target, situation }: Loaded): readonly Change[] {
  const { action, asked } = call
  const { version } = asked.target
  if (target && !(action.adds && version === undefined)) {
    if (version === undefined) throw invalid(context, 'target.version', 'required')
    if (version !== target.version) throw conflict(context, call, situation, target)
  }
  const deciding = {
    // An action that makes a record has no target, and says so in its definition.
    target: target as Context['target'],
    situation,
    message: asked.message,
    view: { ...viewOf(context), offers: () => [] },
    newId: context.var.newId,
  }
  const input = createSchema({ fields: action.fields(deciding) }).safeParse(asked.input)
  if (!input.success) throw rejected(context, asked, situation, problemsOf(input.error, context.var.language))
  const decision = action.decide({ ...deciding, input: input.data })
  if (decision.kind === 'rejected') throw rejected(context, asked, situation, decision.problems)
  return decision.changes
}

async function store(context: AppContext, call: Call, loaded: Loaded, changes: readonly Change[]): Promise<Response> {
  const { database } = context.var
  const outcome = { outcome: 'saved', record: recordAfter(changes) }
  const writer: Writer = writerOf(context, call.asked.host, call.action.name)
  try {
    const once = { ...call.once, outcome }
    const after = panelAfter(context, call, loaded)
    const rows = await commit(database, writer, changes, once, after.statements)
    return answer(context, call.asked, after.read(rows) ?? loaded.situation, outcome)
  } catch (error) {
    if (!(error instanceof UniqueViolation)) throw error
    // Somebody was faster: perhaps this very call, sent twice. The key tells.
    const now = readLoaded(call.action, loaded.query, await database.batch(loaded.reads))
    if (now.used) return answerAgain(context, call, { ...loaded, ...now }, now.used)
    if (error.table === 'events') throw conflict(context, call, now.situation, now.target)
    throw duplicate(context, call.asked, now.situation, error)
  }
}

/** What the answer shows: the customer the action was about, as beside their mail; or the mail itself. */
function panelAfter(context: AppContext, { asked }: Call, { situation, query }: Loaded): SituationQuery {
  if (situation.kind !== 'customer') return query
  return situationQuery(context.var.person, asked.message, { type: 'customer', id: situation.file.customer.id })
}

function recordAfter([first]: readonly Change[]) {
  if (!first) return undefined
  return { type: first.type, id: changedId(first), version: versionAfter(first) }
}

/** A call that was made before: the same outcome, the panel of now. */
function answerAgain(context: AppContext, call: Call, loaded: Pick<Loaded, 'situation'>, used: Row): Response {
  if (used.request_hash !== call.once.requestHash) throw new HttpProblem('key_reused')
  return answer(context, call.asked, loaded.situation, JSON.parse(String(used.outcome)))
}

function answer(context: AppContext, asked: ActionRequest, situation: Situation, outcome: object): Response {
  return context.json({ ...outcome, ...panelAnswer(panelOf(context, situation), asked) })
}

function conflict(context: AppContext, { action, asked }: Call, situation: Situation, current: AnyRecord | null) {
  const panel = panelAnswer(panelOf(context, situation), asked)
  const problems = [problem('target.version', 'stale', context.var.language)]
  return new HttpProblem('conflict', problems, {
    outcome: 'conflict',
    current: current ? shown(action.on, current) : undefined,
    ...withoutTitle(panel),
  })
}

function duplicate(context: AppContext, asked: ActionRequest, situation: Situation, { columns }: UniqueViolation) {
  const panel = panelAnswer(panelOf(context, situation), asked)
  const problems = [problem(columns.at(-1) ?? '', 'duplicate', context.var.language)]
  return new HttpProblem('duplicate', problems, { outcome: 'conflict', ...withoutTitle(panel) })
}

function rejected(context: AppContext, asked: ActionRequest, situation: Situation, problems: readonly Problem[]) {
  const panel = panelAnswer(panelOf(context, situation), asked)
  return new HttpProblem('rejected', problems, { outcome: 'rejected', ...withoutTitle(panel) })
}

/** In problem details `title` says what went wrong; the panel's own is `panelTitle` there. */
function withoutTitle<P extends { readonly title: string }>({ title, ...panel }: P) {
  return { ...panel, panelTitle: title }
}

function invalid(context: AppContext, field: string, code: 'choice' | 'required', values?: Record<string, string>) {
  return new HttpProblem('invalid', [problem(field, code, context.var.language, values)])
}
