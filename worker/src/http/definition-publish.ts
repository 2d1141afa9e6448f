import type { z } from '@hono/zod-openapi'
import { z as schema } from 'zod'
import { mayAtAll } from '#shared/access/access.ts'
import type { Problem } from '#shared/api.ts'
import { standardOf } from '#shared/deal/definitions.ts'
import { compiledFor } from '#shared/deal/publishing.ts'
import { refusal } from '#shared/deal/refusal.ts'
import { text } from '#shared/i18n/language.ts'
import type { Change } from '#shared/record/change.ts'
import type { Definition } from '#shared/workflow/definition/definition.ts'
import { type DefinitionProblem, pointer } from '#shared/workflow/definition/problem.ts'
import { asText } from '#shared/workflow/definition/sentence.ts'
import { type Row, UniqueViolation } from '../store/database.ts'
import { lastVersion, staffAmong } from '../store/definitions.ts'
import { commit, type Once, usedKey } from '../store/write.ts'
import type { AppContext } from './app-types.ts'
import { type PublishAnswer, PublishQuery } from './definition-shapes.ts'
import { idempotencyKey, parseBody, parseValue, requestHash } from './parse.ts'
import { HttpProblem } from './problem.ts'
import { fatesOf, runningPage } from './running-deals.ts'
import { writerOf } from './writer.ts'

type Answered = z.infer<typeof PublishAnswer>

/**
 * Publishes a definition as the next version of its key, or says all that is wrong with it, each with its place in the
 * JSON. A dry run stores nothing, and tells what would become of the deals that run. Of two who publish at once one does.
 */
export async function publish(context: AppContext): Promise<Answered> {
  const { database, person, language } = context.var
  if (!mayAtAll(person.access, 'workflow', 'create')) throw new HttpProblem('not_allowed')
  const { dryRun, deals, limit, cursor } = parseValue(context, PublishQuery, context.req.query())
  const json = await parseBody(context, schema.unknown())
  const call = dryRun === 'true' ? null : await onceOf(context, json)
  const compiled = compiledFor(versioned(json), person.fields)
  if (!compiled.ok) throw refused(compiled.problems, context)
  const { workflow } = compiled
  const { key, subject } = workflow.definition

  const own = { tenantId: person.tenantId, userId: person.id }
  const page = runningPage(context, { key: deals === 'all' ? null : key, version: null, limit, cursor })
  const [used = [], last = [], staff = [], ...rest] = await database.batch([
    usedKey(own, ROUTE, call?.key ?? ''),
    lastVersion({ tenant: person.tenantId, key }),
    staffAmong({ tenant: person.tenantId, ids: JSON.stringify(personsIn(workflow.definition).map(({ id }) => id)) }),
    ...(call ? [] : page.statements),
  ])
  if (call && used[0]) return repeated(call, used[0])
  const next = nextVersion(key, last[0])
  const problems = [...placeProblems(json, subject, last[0], next), ...absent(workflow.definition, staff)]
  if (problems.length > 0) throw refused(problems, context)

  const named = { ...workflow.definition, version: next }
  if (!call) {
    const { running, next: cursorAfter } = page.read(rest)
    const told = fatesOf(context, subject === 'deal' ? running : [], { ...workflow, definition: named }, {}).told
    return {
      key,
      version: next,
      subject,
      stored: false,
      deals: [...told],
      next: subject === 'deal' ? cursorAfter : null,
    }
  }
  const outcome = { key, version: next, subject, stored: true }
  try {
    await commit(database, writerOf(context, 'api', 'published'), [created(context, named)], { ...call, outcome })
    return outcome
  } catch (error) {
    if (!(error instanceof UniqueViolation)) throw error
    const [[now] = []] = await database.batch([usedKey(own, ROUTE, call.key)])
    if (now) return repeated(call, now)
    throw new HttpProblem('conflict', [said(notNext(next + 1), language)])
  }
}

const ROUTE = 'publish:workflow'

async function onceOf(context: AppContext, json: unknown): Promise<Omit<Once, 'outcome'>> {
  const key = idempotencyKey(context)
  if (!key) throw new HttpProblem('key_missing')
  return { route: ROUTE, key, requestHash: await requestHash(json) }
}

function repeated(call: Omit<Once, 'outcome'>, used: Row): Answered {
  if (used.request_hash !== call.requestHash) throw new HttpProblem('key_reused')
  return JSON.parse(String(used.outcome)) as Answered
}

/** What says no version means the next one. */
const versioned = (json: unknown): unknown =>
  typeof json === 'object' && json !== null && !Array.isArray(json) && !('version' in json)
    ? { ...json, version: 1 }
    : json

const nextVersion = (key: string, last: Row | undefined): number =>
  Math.max(Number(last?.version_no ?? 0), standardOf(key, 1) ? 1 : 0) + 1

const notNext = (next: number) =>
  refusal('version', 'not_next', text('The next version is {next}.', '下一个版本是 {next}。'), { next })

const OTHER = text('"{key}" is the key of a process of: {subject}.', '“{key}”已是“{subject}”的流程代码。')

function placeProblems(json: unknown, subject: string, last: Row | undefined, next: number): DefinitionProblem[] {
  const { key, version } = json as Partial<Definition>
  return [
    ...(version === undefined || version === next ? [] : [notNext(next)]),
    ...(last && last.subject !== subject
      ? [refusal('subject', 'other_subject', OTHER, { key: String(key), subject: String(last.subject) })]
      : []),
  ]
}

/** Members of staff whom a definition names by id, each with its place. */
function personsIn({ approvals = [], nodes }: Definition): { readonly id: string; readonly at: string }[] {
  return [
    ...approvals.flatMap(({ steps }, policy) =>
      steps.flatMap(({ approvers }, step) =>
        approvers.flatMap((approver, index) =>
          'user' in approver
            ? [{ id: approver.user, at: pointer('approvals', policy, 'steps', step, 'approvers', index, 'user') }]
            : [],
        ),
      ),
    ),
    ...nodes.flatMap(({ owner }, index) =>
      owner?.user === undefined ? [] : [{ id: owner.user, at: pointer('nodes', index, 'owner', 'user') }],
    ),
  ]
}

const NOBODY = text('Nobody who works here has this id.', '没有此 ID 的在职员工。')

function absent(definition: Definition, staff: readonly Row[]): DefinitionProblem[] {
  const here = new Set(staff.map(({ id }) => String(id)))
  return personsIn(definition).flatMap(({ id, at }) => (here.has(id) ? [] : [refusal(at, 'unknown_person', NOBODY)]))
}

function created({ var: { person, newId, now } }: AppContext, definition: Definition): Change {
  const name = asText(definition.name)
  const { key, version, subject } = definition
  return {
    kind: 'create',
    type: 'workflow',
    id: newId(),
    values: {
      key,
      version_no: version,
      subject,
      name_en: name.en.slice(0, 120),
      name_zh: name['zh-CN'].slice(0, 120),
      status: 'published',
      definition,
      published_at: now,
      published_by: person.id,
    },
  }
}

/** A problem of a definition for whoever asks: its place, and where in an expression. */
const said = ({ at, code, message, place }: DefinitionProblem, language: AppContext['var']['language']): Problem => ({
  field: at,
  code,
  message: message[language],
  ...(place ? { place } : {}),
})

const refused = (problems: readonly DefinitionProblem[], { var: { language } }: AppContext) =>
  new HttpProblem(
    'rejected',
    problems.map((one) => said(one, language)),
  )
