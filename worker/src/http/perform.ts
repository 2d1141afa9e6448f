import { may, mayAtAll } from '#shared/access/access.ts'
import type { ActionRequest, Problem } from '#shared/api.ts'
import type { Situation } from '#shared/customer/situation.ts'
import { type Change, changedId, type Values, versionAfter } from '#shared/record/change.ts'
import type { Fields } from '#shared/record/field.ts'
import { problem, problemsOf } from '#shared/record/problems.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import { readTyped } from '#shared/record/typed.ts'
import { createSchema } from '#shared/record/validation.ts'
import type { Action, Context } from '#shared/workflow/action.ts'
import { stepName } from '#shared/workflow/actions/index.ts'
import { type Row, UniqueViolation } from '../store/database.ts'
import { recordById, seenRecord } from '../store/records.ts'
import { type AboutRecord, type SituationQuery, situationQuery } from '../store/situation.ts'
import type { Statement } from '../store/statement.ts'
import { commit, type Once, usedKey } from '../store/write.ts'
import type { AppContext } from './app-types.ts'
import { viewOf } from './panel-answer.ts'
import { requestHash } from './parse.ts'
import { HttpProblem } from './problem.ts'
import { writerOf } from './writer.ts'

/** One thing that somebody does from a panel, whichever host shows it. `key` makes it happen once. */
export interface Call {
  readonly action: Action
  readonly step: string | null
  readonly asked: ActionRequest
  readonly key: string
  /** The record whose panel shows it: what is there afterwards is read of that. Absent beside a mail. */
  readonly about?: AboutRecord
}

/** What came of it, and what is there now. */
export type Performed = { readonly situation: Situation } & (
  | { readonly kind: 'saved'; readonly record: SavedRecord | undefined }
  | { readonly kind: 'conflict'; readonly current: AnyRecord | null }
  | { readonly kind: 'duplicate'; readonly field: string }
  | { readonly kind: 'rejected'; readonly problems: readonly Problem[] }
)

interface SavedRecord {
  readonly type: string
  readonly id: string
  readonly version: number
}

/**
 * Load, decide, store. One round trip to load, one to store; what is there afterwards is read in the same
 * transaction that wrote, so it is exactly what was stored. Throws {@link HttpProblem} for a call that cannot be meant.
 */
export async function performAction(context: AppContext, call: Call): Promise<Performed> {
  const once = await onceOf(context, call)
  const loaded = await load(context, call, once)
  if (loaded.used) return answeredBefore(once, loaded.used, loaded.situation)
  const decided = decide(context, call, loaded)
  return decided.kind === 'changes' ? store(context, call, once, loaded, decided.changes) : decided
}

/** The id of the record an action is about to make. */
const NEW = 'new'

const nameOf = ({ action, step }: Pick<Call, 'action' | 'step'>): string =>
  step === null ? action.name : stepName(action.name, step)

async function onceOf(context: AppContext, { action, step, asked, key }: Call): Promise<Omit<Once, 'outcome'>> {
  const { target, input, message } = asked
  if (target.type !== action.on) throw invalid(context, 'target.type', 'choice', { values: action.on })
  if (action.makes && target.id !== NEW) throw invalid(context, 'target.id', 'choice', { values: NEW })
  const hash = await requestHash({ target, input, message: message?.messageId ?? null })
  return { route: `action:${nameOf({ action, step })}`, key, requestHash: hash }
}

interface Loaded {
  readonly used: Row | null
  readonly target: AnyRecord | null
  readonly situation: Situation
  readonly query: SituationQuery
  readonly reads: readonly Statement[]
}

async function load(context: AppContext, { action, asked }: Call, once: Omit<Once, 'outcome'>): Promise<Loaded> {
  const { person, database } = context.var
  const query = situationQuery(person, asked.message, aboutOf(action, asked))
  const reads = [
    usedKey({ tenantId: person.tenantId, userId: person.id }, once.route, once.key),
    recordById(action.on, person, asked.target.id),
    ...query.statements,
  ]
  return { ...readLoaded(context, action, query, await database.batch(reads)), query, reads }
}

function readLoaded(
  { var: { person } }: AppContext,
  action: Action,
  query: SituationQuery,
  rows: readonly Row[][],
): Pick<Loaded, 'used' | 'target' | 'situation'> {
  const [[used] = [], [row] = [], ...rest] = rows
  const situation = query.read(rest)
  const target = seenRecord(action.on, person, row)
  if (!target && !action.makes) throw new HttpProblem('not_found')
  // Whoever asked to share a customer sees what they asked, and not the customer: theirs is not to answer it.
  if (!situation) throw new HttpProblem('not_allowed')
  return { used: used ?? null, target, situation }
}

/** Records whose surroundings an action has to know; others, and what is yet to be made, are looked at beside the mail. */
function aboutOf({ makes }: Action, { target }: ActionRequest): AboutRecord | undefined {
  return !makes && ABOUT.has(target.type) ? { type: target.type as AboutRecord['type'], id: target.id } : undefined
}

const ABOUT: ReadonlySet<string> = new Set<AboutRecord['type']>(['customer', 'order', 'access_request'])

type Decided = Performed | { readonly kind: 'changes'; readonly changes: readonly Change[] }

function decide(context: AppContext, { action, step, asked }: Call, { target, situation }: Loaded): Decided {
  refuseUnlessAllowed(context, action, target, situation)
  const { version } = asked.target
  if (target && !action.makes && !(action.adds && version === undefined)) {
    if (version === undefined) throw invalid(context, 'target.version', 'required')
    if (version !== target.version) return { kind: 'conflict', situation, current: target }
  }
  const deciding = {
    // An action that makes a record has no target, and says so in its definition.
    target: target as Context['target'],
    situation,
    step,
    message: asked.message,
    view: { ...viewOf(context, asked.host), offers: () => [] },
    newId: context.var.newId,
  }
  const input = readInput(context, action.fields(deciding), asked.input, target)
  if ('problems' in input) return { kind: 'rejected', situation, problems: input.problems }
  const decision = action.decide({ ...deciding, input: input.values })
  return decision.kind === 'rejected'
    ? { kind: 'rejected', situation, problems: decision.problems }
    : { kind: 'changes', changes: decision.changes }
}

/** What a form said, as values; or what is wrong with it, each field once. */
function readInput(
  { var: { person, language } }: AppContext,
  fields: Fields,
  said: Values,
  target: AnyRecord | null,
): { readonly values: Values } | { readonly problems: readonly Problem[] } {
  const typed = readTyped(fields, said, { record: target ?? {}, currency: person.currency }, language)
  const read = createSchema({ fields }).safeParse(typed.values)
  if (read.success && typed.problems.length === 0) return { values: read.data }
  const unread = new Set(typed.problems.map(({ field }) => field))
  const others = read.success ? [] : problemsOf(read.error, language).filter(({ field }) => !unread.has(field))
  return { problems: [...typed.problems, ...others] }
}

/** The same question that decides whether the panel offers the action. */
function refuseUnlessAllowed(
  { var: { person } }: AppContext,
  { needs, stands, makes }: Action,
  target: AnyRecord | null,
  situation: Situation,
): void {
  const { access } = person
  const allowed = makes
    ? mayAtAll(access, needs.type, needs.verb)
    : may(access, needs.type, needs.verb, stands ? stands(situation) : target?.standing)
  if (!allowed) throw new HttpProblem('not_allowed')
}

async function store(
  context: AppContext,
  call: Call,
  once: Omit<Once, 'outcome'>,
  loaded: Loaded,
  changes: readonly Change[],
): Promise<Performed> {
  const { database } = context.var
  const record = recordAfter(changes)
  try {
    const after = situationAfter(context, call, loaded)
    const writer = writerOf(context, call.asked.host, nameOf(call))
    const rows = await commit(database, writer, changes, { ...once, outcome: { record } }, after.statements)
    return { kind: 'saved', situation: after.read(rows) ?? loaded.situation, record }
  } catch (error) {
    if (!(error instanceof UniqueViolation)) throw error
    // Somebody was faster: perhaps this very call, sent twice. The key tells.
    const now = readLoaded(context, call.action, loaded.query, await database.batch(loaded.reads))
    if (now.used) return answeredBefore(once, now.used, now.situation)
    if (error.table === 'events') return { kind: 'conflict', situation: now.situation, current: now.target }
    return { kind: 'duplicate', situation: now.situation, field: error.columns.at(-1) ?? '' }
  }
}

/** What is read afterwards: what the panel was about, or the customer of the action as beside their mail, or the mail. */
function situationAfter(
  { var: { person } }: AppContext,
  { asked, about }: Call,
  { situation, query }: Loaded,
): SituationQuery {
  if (about) return situationQuery(person, asked.message, about)
  if (situation.kind !== 'customer') return query
  return situationQuery(person, asked.message, { type: 'customer', id: situation.file.customer.id })
}

function recordAfter([first]: readonly Change[]): SavedRecord | undefined {
  if (!first) return undefined
  return { type: first.type, id: changedId(first), version: versionAfter(first) }
}

/** A call that was made before: the same outcome, with what is there now. */
function answeredBefore(once: Omit<Once, 'outcome'>, used: Row, situation: Situation): Performed {
  if (used.request_hash !== once.requestHash) throw new HttpProblem('key_reused')
  const { record } = JSON.parse(String(used.outcome)) as { readonly record?: SavedRecord }
  return { kind: 'saved', situation, record }
}

function invalid(context: AppContext, field: string, code: 'choice' | 'required', values?: Record<string, string>) {
  return new HttpProblem('invalid', [problem(field, code, context.var.language, values)])
}
