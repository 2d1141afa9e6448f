import { STANDARD_POSTS } from '#shared/access/standard-posts.ts'
import { text } from '#shared/i18n/language.ts'
import type { Fields } from '#shared/record/field.ts'
import type { FirmFields } from '#shared/record/firm-fields.ts'
import { ROLES } from '#shared/trade/user.ts'
import { type Compilation, compileDefinition } from '#shared/workflow/definition/compile.ts'
import type { Definition } from '#shared/workflow/definition/definition.ts'
import { type FormItem, keyOf } from '#shared/workflow/definition/form-item.ts'
import { type DefinitionProblem, pointer } from '#shared/workflow/definition/problem.ts'
import type { Workflow } from '#shared/workflow/definition/workflow.ts'
import { STANDARD_WAYS, type WayType } from '#shared/workflow/standard/index.ts'
import { worldOf } from './definitions.ts'
import { refusal } from './refusal.ts'
import { wayProblems } from './way-rules.ts'

/** A definition that somebody wants to publish, as the firm would walk it; or everything that is wrong with it. */
export function compiledFor(json: unknown, fields: FirmFields): Compilation {
  const subject = subjectIn(json)
  if (subject === null) return { ok: false, problems: [refusal('subject', 'choice', SUBJECT)] }
  const compiled = compileDefinition(json, worldOf(subject, fields))
  if (!compiled.ok) return compiled
  const { workflow } = compiled
  const problems = [
    ...keyProblems(workflow.definition, subject),
    ...askedProblems(workflow, fields[subject]),
    ...approverProblems(workflow.definition),
    ...(subject === 'deal' ? [] : wayProblems(workflow.definition)),
  ]
  return problems.length > 0 ? { ok: false, problems } : compiled
}

/** The posts that decide on what is asked to be approved. Whoever leads one has it as well. */
const APPROVING: readonly string[] = ROLES.filter(
  (role) => STANDARD_POSTS[role]?.grants.approval?.execute !== undefined,
)

/** To a post that sees no approvals the request would not be there: nobody could ever decide on it. */
const approverProblems = ({ approvals = [] }: Definition): DefinitionProblem[] =>
  approvals.flatMap(({ steps }, policy) =>
    steps.flatMap(({ approvers }, step) =>
      approvers.flatMap((approver, index) => {
        if (!('role' in approver) || APPROVING.includes(approver.role.replace(/_lead$/, ''))) return []
        const at = pointer('approvals', policy, 'steps', step, 'approvers', index, 'role')
        return [refusal(at, 'cannot_approve', CANNOT_APPROVE, { role: approver.role, roles: APPROVING.join(', ') })]
      }),
    ),
  )

const CANNOT_APPROVE = text(
  'Nobody approves as "{role}". Those who can: {roles}.',
  '“{role}”岗位没有审批权限。可审批的岗位：{roles}。',
)

/** What it is of, where that can be read. */
export function subjectIn(json: unknown): 'deal' | WayType | null {
  const subject = typeof json === 'object' && json !== null && 'subject' in json ? json.subject : null
  if (subject === 'deal') return subject
  return typeof subject === 'string' && Object.hasOwn(STANDARD_WAYS, subject) ? (subject as WayType) : null
}

const SUBJECTS = ['deal', ...Object.keys(STANDARD_WAYS)].join(', ')
const SUBJECT = text(`One of: ${SUBJECTS}.`, `只能是：${SUBJECTS}。`)
const ONE_WAY = text(
  'The records of a type have one way, and its key is the name of the type: {type}.',
  '每种记录只有一条流程，其代码须为记录类型：{type}。',
)
const TAKEN = text('"{key}" is the way of the records of that type.', '“{key}”是该类记录的流程代码。')

function keyProblems({ key }: Definition, subject: 'deal' | WayType): DefinitionProblem[] {
  if (subject === 'deal') return Object.hasOwn(STANDARD_WAYS, key) ? [refusal('key', 'other_key', TAKEN, { key })] : []
  return key === subject ? [] : [refusal('key', 'other_key', ONE_WAY, { type: subject })]
}

const NOT_FILLED_IN = text(
  '"{name}" is no field of the record that people or steps fill in.',
  '“{name}”不是可由人员或步骤填写的字段。',
)

/** Where a deal stands is the engine's to say, and what is worked out of its records is nobody's. */
const RUNS = [
  'status',
  'workflow',
  'workflow_version',
  'state',
  'stage',
  'stage_since',
  'stage_due',
  'closed_at',
  'approval_id',
]
/** And where another record stands, its own way's. */
const OF_WAYS = ['status', 'approval_id']

/** A form asks for, and a step sets, what the record has a place for. */
function askedProblems({ definition, items }: Workflow, fields: Fields): DefinitionProblem[] {
  const runs = definition.subject === 'deal' ? RUNS : OF_WAYS
  const kept = (name: string) =>
    items.has(name) ||
    (!runs.includes(name) && (Object.hasOwn(fields, name) || Object.hasOwn(fields, `custom.${name}`)))
  const check = (list: readonly FormItem[] | undefined, ...path: readonly (string | number)[]) =>
    (list ?? []).flatMap((item, index) =>
      kept(keyOf(item))
        ? []
        : [refusal(pointer(...path, index), 'unknown_field', NOT_FILLED_IN, { name: keyOf(item) })],
    )
  const checkSet = (effects: Definition['nodes'][number]['on_enter'], ...path: readonly (string | number)[]) =>
    (effects ?? []).flatMap((effect, index) =>
      effect.do !== 'set' || !('field' in effect) || kept(effect.field)
        ? []
        : [refusal(pointer(...path, index, 'field'), 'unknown_field', NOT_FILLED_IN, { name: effect.field })],
    )
  return [
    ...check(definition.fields, 'fields'),
    ...definition.nodes.flatMap(({ form, on_enter, on_exit }, index) => [
      ...check(form, 'nodes', index, 'form'),
      ...checkSet(on_enter, 'nodes', index, 'on_enter'),
      ...checkSet(on_exit, 'nodes', index, 'on_exit'),
    ]),
    ...definition.edges.flatMap(({ form, requires, effects }, index) => [
      ...check(form, 'edges', index, 'form'),
      ...check(requires, 'edges', index, 'requires'),
      ...checkSet(effects, 'edges', index, 'effects'),
    ]),
  ]
}
