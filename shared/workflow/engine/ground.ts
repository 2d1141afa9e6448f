import type { Compiled } from '#shared/expression/compile.ts'
import { evaluateCondition, evaluateValue, type Moment } from '#shared/expression/evaluate.ts'
import type { Facts, FactValue } from '#shared/expression/schema.ts'
import { LANGUAGES, say, type Text } from '#shared/i18n/language.ts'
import { factOf } from '../definition/form-item.ts'
import type { Check, Workflow } from '../definition/workflow.ts'

/** What expressions are worked out on: the facts, with the definition's own fields among them. */
export interface Ground {
  readonly workflow: Workflow
  readonly facts: Facts
  readonly at: Moment
}

export const groundOf = (workflow: Workflow, facts: Facts, data: Data, at: Moment): Ground => ({
  workflow,
  facts: factsWithData(workflow, facts, data),
  at,
})

/** The facts with the definition's own fields among them, as a run's data has them. */
export function factsWithData({ items }: Workflow, facts: Facts, data: Data): Facts {
  if (items.size === 0) return facts
  const own = [...items].map(([key, item]) => [key, factOf(item, Object.hasOwn(data, key) ? data[key] : null)])
  return withFields(facts, Object.fromEntries(own))
}

type Data = Readonly<Record<string, unknown>>

/** The facts with other values of bare names. */
export const withFields = (facts: Facts, fields: Readonly<Record<string, FactValue>>): Facts => ({
  ...facts,
  fields: { ...facts.fields, ...fields },
  ...(facts.told ? { told: () => withFields(facts.told?.() ?? facts, fields) } : {}),
})

/** Whether it holds; what cannot be worked out does not. */
export const holds = (condition: Compiled | null, { facts, at }: Ground): boolean =>
  condition === null || evaluateCondition(condition, facts, at) === true

/** A value, null for one that cannot be worked out. */
export function worth(expression: Compiled | null, { facts, at }: Ground): FactValue {
  if (expression === null) return null
  const value = evaluateValue(expression, facts, at)
  return typeof value === 'object' && value !== null && 'code' in value ? null : value
}

/** The sentences of those that do not hold. */
export function failing(checks: readonly Check[], ground: Ground): Text[] {
  return checks.flatMap((check) => {
    const held = evaluateCondition(check.expression, ground.facts, ground.at)
    if (held === true) return []
    return [held === false ? filled(check, ground) : held.message]
  })
}

/** A name that nothing is known of stays as it is. */
function filled({ message, fills }: Check, ground: Ground): Text {
  if (fills.size === 0) return message
  const told = { ...ground, facts: ground.facts.told?.() ?? ground.facts }
  const values = new Map([...fills].map(([name, value]) => [name, shown(worth(value, told))]))
  const said = LANGUAGES.map((language) => {
    const words = [...values].map(([name, value]) => [name, value.join(language === 'en' ? ', ' : '、')])
    return [language, say(message, language, Object.fromEntries(words))]
  })
  return Object.fromEntries(said)
}

function shown(value: FactValue): string[] {
  if (value === null) return ['–']
  return typeof value === 'object' ? [...value] : [String(value)]
}
