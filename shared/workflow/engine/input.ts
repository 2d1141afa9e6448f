import type { FactRow } from '#shared/expression/schema.ts'
import { text } from '#shared/i18n/language.ts'
import { problemsOf } from '#shared/record/problems.ts'
import { fieldSchema } from '#shared/record/validation.ts'
import { type FormItem, fieldOfItem, keyOf, type OwnItem } from '../definition/form-item.ts'
import { asText } from '../definition/sentence.ts'
import type { WorkflowWay } from '../definition/workflow.ts'
import { withField } from './effects.ts'
import type { WorkflowEvent } from './event.ts'
import { type FlowProblem, flowProblem } from './flow-problem.ts'
import { isBlank } from './leaving.ts'
import type { Walk } from './walk.ts'

/** What was filled in, and what of it is to expressions. */
type Filled = Pick<Extract<WorkflowEvent, { readonly kind: 'take' }>, 'input' | 'facts'>

/**
 * Takes in what was filled in for a way: the definition's own fields into the run's data, the record's as effects. The
 * values of the record's fields were validated by whoever knows the record; those of its own are here.
 */
export function readInput(walk: Walk, fields: readonly FormItem[], way: WorkflowWay, taking: Filled): FlowProblem[] {
  const { input, facts = {} } = taking
  const asked = new Set(fields.map(keyOf))
  const unknown = Object.keys(input).filter((key) => !asked.has(key))
  if (unknown.length > 0) return unknown.map((key) => flowProblem('unknown_field', {}, key))
  const problems = Object.entries(input).flatMap(([key, value]) => {
    const item = walk.workflow.items.get(key)
    return item ? valueProblems(item, value) : []
  })
  if (problems.length > 0) return problems
  for (const [key, value] of Object.entries(input)) keep(walk, key, value, facts)
  return missing(walk, way)
}

function keep(walk: Walk, key: string, value: unknown, facts: FactRow): void {
  if (walk.workflow.items.has(key)) {
    walk.data = { ...walk.data, [key]: value ?? null }
    return
  }
  const had = walk.effects.findIndex((effect) => effect.kind === 'input' && effect.field === key)
  if (had < 0) walk.effects.push({ key, kind: 'input', field: key, value: value ?? null })
  // A number is stored in units that only the record knows, so that its fact has to be told.
  if (Object.hasOwn(facts, key)) walk.assume(withField(walk.ground, key, facts[key] ?? null))
  else if (value === null || typeof value === 'string' || typeof value === 'boolean')
    walk.assume(withField(walk.ground, key, value))
}

function valueProblems(item: OwnItem, value: unknown): FlowProblem[] {
  const field = fieldOfItem(item)
  const read = (item.required ? fieldSchema(field) : fieldSchema(field).nullish()).safeParse(value)
  if (read.success) return []
  const [[en], [zh]] = [problemsOf(read.error, 'en'), problemsOf(read.error, 'zh-CN')]
  return [{ code: en?.code ?? 'format', message: text(en?.message ?? '', zh?.message ?? ''), field: item.key }]
}

/** What a way requires and nobody has filled in, now or before. */
function missing(walk: Walk, { spec, fields }: WorkflowWay): FlowProblem[] {
  const given = walk.ground.facts.fields
  const entered = new Map(
    walk.effects.flatMap((effect) => (effect.kind === 'input' ? [[effect.field, effect.value] as const] : [])),
  )
  return fields.flatMap((field) => {
    const key = keyOf(field)
    const item = walk.workflow.items.get(key)
    const needed = spec.requires?.includes(key) || item?.required
    const value = entered.has(key) ? entered.get(key) : given[key]
    if (!needed || !isBlank(value)) return []
    const name = item ? asText(item.label) : (walk.workflow.schema.fields[key]?.label ?? key)
    return [flowProblem('missing', { name }, key)]
  })
}
