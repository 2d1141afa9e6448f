import { text } from '#shared/i18n/language.ts'
import { compileEffects } from './compile-effect.ts'
import { type FormItem, keyOf } from './form-item.ts'
import { checkWho } from './persons.ts'
import { pointer } from './problem.ts'
import type { Reader } from './reader.ts'
import type { Way } from './road.ts'
import { asText } from './sentence.ts'
import type { WorkflowNode, WorkflowWay } from './workflow.ts'

export function compileWay(
  way: Way,
  reader: Reader,
  nodes: ReadonlyMap<string, WorkflowNode>,
  policies: ReadonlySet<string>,
): WorkflowWay {
  const { spec, index, to } = way
  const at = pointer('edges', index)
  checkWho(spec.who, pointer(at, 'who'), reader)
  return {
    ...way,
    label: spec.label === undefined ? (nodes.get(to)?.name ?? text(to, to)) : asText(spec.label),
    condition: reader.condition(spec.condition, pointer(at, 'condition')),
    guard: (spec.guard ?? []).flatMap((criterion, one) => reader.check(criterion, pointer(at, 'guard', one))),
    fields: distinct([...(spec.form ?? []), ...(spec.requires ?? [])]),
    effects: compileEffects(spec.effects, pointer(at, 'effects'), reader, policies),
  }
}

/** Each field once, as it is first asked for. */
export const distinct = (items: readonly FormItem[]): FormItem[] =>
  items.filter((item, index) => items.findIndex((other) => keyOf(other) === keyOf(item)) === index)
