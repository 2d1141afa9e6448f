import { expect, test } from 'vitest'
import { worldOf } from '#shared/deal/definitions.ts'
import { EFFECT_NAMES } from '#shared/deal/effect-names.ts'
import { EFFECTS } from '#shared/deal/effects/index.ts'
import { STANDARD_FIELDS } from '#shared/record/firm-fields.ts'
import { TYPES } from '#shared/trade/index.ts'
import { compileDefinition } from '#shared/workflow/definition/compile.ts'
import { STANDARD_ROAD, STANDARD_WAYS, WAY_TYPES } from '#shared/workflow/standard/index.ts'
import template from '../../fixtures/default_workflow.json' with { type: 'json' }

const problemsOf = (json: unknown, subject: Parameters<typeof worldOf>[0]) => {
  const compiled = compileDefinition(json, worldOf(subject, STANDARD_FIELDS))
  return compiled.ok ? [] : compiled.problems.map(({ at, code, message }) => `${at} ${code} ${message.en}`)
}

test('the standard road is a sound definition', () => {
  expect(problemsOf(STANDARD_ROAD, 'deal')).toEqual([])
})

test('so is the template as the trade writes it, name by name', () => {
  expect(problemsOf(template, 'deal')).toEqual([])
})

test.each(WAY_TYPES)('the way of a %s is one, along the choices of its status', (type) => {
  expect(problemsOf(STANDARD_WAYS[type], type)).toEqual([])
  const { status } = TYPES[type].fields
  const states = STANDARD_WAYS[type].nodes.filter((node) => node.type !== 'start').map(({ key }) => key)
  expect(states.sort()).toEqual(Object.keys(status.choices).sort())
})

test('whatever a definition may have done by name can be done', () => {
  expect(Object.keys(EFFECTS).sort()).toEqual([...EFFECT_NAMES].sort())
})
