import type { FactKind } from '#shared/expression/schema.ts'
import { type EffectSpec, isNamed } from './effect.ts'
import { checkPerson, readToldList } from './persons.ts'
import { pointer } from './problem.ts'
import type { Reader } from './reader.ts'
import type { WorkflowEffect } from './workflow.ts'

/** The effects of one place of a definition. */
export function compileEffects(
  effects: readonly EffectSpec[] | undefined,
  at: string,
  reader: Reader,
  policies: ReadonlySet<string>,
): WorkflowEffect[] {
  return (effects ?? []).map((spec, index) => compileEffect(spec, pointer(at, index), reader, policies))
}

function compileEffect(spec: EffectSpec, key: string, reader: Reader, policies: ReadonlySet<string>): WorkflowEffect {
  const effect = { key, spec, value: null, told: [] }
  if (isNamed(spec)) {
    if (!reader.world.effects.includes(spec.do)) reader.refuse('unknown_effect', pointer(key, 'do'), { name: spec.do })
    return effect
  }
  switch (spec.do) {
    case 'set':
      return { ...effect, value: setValue(spec.field, spec.to, key, reader) }
    case 'task':
      checkPerson(spec.assignee, pointer(key, 'assignee'), reader)
      return { ...effect, value: reader.value(spec.due, pointer(key, 'due'), ['date', 'instant']) }
    case 'notify':
      return { ...effect, told: readToldList(spec.to, pointer(key, 'to'), reader) }
    case 'request_approval':
      if (!policies.has(spec.policy)) reader.refuse('unknown_policy', pointer(key, 'policy'), { name: spec.policy })
      return effect
  }
}

/** What may be written into a field of each kind. */
const FITS: Readonly<Record<FactKind, readonly FactKind[]>> = {
  text: ['text', 'choice'],
  choice: ['choice', 'text'],
  number: ['number'],
  date: ['date'],
  instant: ['instant'],
  boolean: ['boolean'],
  texts: ['texts'],
}

function setValue(field: string, source: string, at: string, reader: Reader) {
  const fact = Object.hasOwn(reader.schema.fields, field) ? reader.schema.fields[field] : undefined
  if (!fact) return reader.refuse('unknown_field', pointer(at, 'field'), { name: field })
  return reader.value(source, pointer(at, 'to'), FITS[fact.kind])
}
