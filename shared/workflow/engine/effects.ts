import type { FactRow, Facts, FactValue } from '#shared/expression/schema.ts'
import type { EffectSpec } from '../definition/effect.ts'
import { isNamed } from '../definition/effect.ts'
import { storedOf } from '../definition/form-item.ts'
import { asText } from '../definition/sentence.ts'
import type { WorkflowEffect } from '../definition/workflow.ts'
import { type Ground, holds, withFields, worth } from './ground.ts'
import type { Effect } from './outcome.ts'

/** What effects are done in: a step that is being worked out. */
interface Doing {
  readonly ground: Ground
  readonly effects: Effect[]
  data: Readonly<Record<string, unknown>>
  /** Takes other facts for true from now on. */
  assume(facts: Facts): void
}

/** Does what a definition says, as data; what it sets holds from then on. */
export function effectsOf(effects: readonly WorkflowEffect[], doing: Doing): void {
  for (const effect of effects) {
    const { ground } = doing
    const item =
      !isNamed(effect.spec) && effect.spec.do === 'set' ? ground.workflow.items.get(effect.spec.field) : undefined
    if (item) doing.data = { ...doing.data, [item.key]: storedOf(item, worth(effect.value, ground)) }
    else doing.effects.push(assumed(effectOf(effect, effect.spec, ground), doing))
  }
}

function effectOf({ key, value, told }: WorkflowEffect, spec: EffectSpec, ground: Ground): Effect {
  if (isNamed(spec)) return { key, kind: 'named', name: spec.do, with: spec.with ?? {} }
  switch (spec.do) {
    case 'set':
      return { key, kind: 'set', field: spec.field, value: worth(value, ground) }
    case 'task':
      return {
        key,
        kind: 'task',
        title: asText(spec.title),
        task: spec.kind ?? null,
        assignee: spec.assignee ?? null,
        due: worth(value, ground),
      }
    case 'notify': {
      const to = told.filter(({ when }) => holds(when, ground)).map(({ name }) => name)
      return {
        key,
        kind: 'notify',
        to: [...new Set(to)],
        message: spec.message === undefined ? null : asText(spec.message),
      }
    }
    case 'request_approval':
      return { key, kind: 'request_approval', policy: spec.policy }
  }
}

function assumed(effect: Effect, doing: Doing): Effect {
  if (effect.kind === 'set') doing.assume(withField(doing.ground, effect.field, effect.value))
  return effect
}

/** The facts with another value of a field of the record that runs, by its bare name and under the record's. */
export function withField({ facts, workflow }: Ground, field: string, value: FactValue): Facts {
  const { subject } = workflow.definition
  const record = facts.records[subject]
  const changed = withFields(facts, { [field]: value })
  if (!record || Array.isArray(record)) return changed
  return { ...changed, records: { ...changed.records, [subject]: { ...(record as FactRow), [field]: value } } }
}
