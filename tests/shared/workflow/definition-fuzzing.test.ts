import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Facts } from '#shared/expression/schema.ts'
import type { WorkCalendar } from '#shared/time/work-calendar.ts'
import { compileDefinition } from '#shared/workflow/definition/compile.ts'
import type { Workflow } from '#shared/workflow/definition/workflow.ts'
import { clocksOf } from '#shared/workflow/engine/clocks.ts'
import { isMarking } from '#shared/workflow/engine/marking.ts'
import { stagesOf } from '#shared/workflow/engine/stages.ts'
import { standingAt } from '#shared/workflow/engine/state.ts'
import { step } from '#shared/workflow/engine/step.ts'
import { waysOf } from '#shared/workflow/engine/ways.ts'
import { MONDAY_NINE, moment, WENDY } from './a-run.ts'
import { standardDefinition, WORLD } from './deal-world.ts'

/** Much more than a definition of the largest size takes on a slow machine. */
const PATIENCE_MS = 2_000
/** All runs of a test together, on a machine that has much else to do. */
const TIMEOUT = { timeout: 60_000 }

/** Answers in time, and a refusal says what and where in both languages. */
function answers(json: unknown): void {
  const began = performance.now()
  const compiled = compileDefinition(json, WORLD)
  expect(performance.now() - began).toBeLessThan(PATIENCE_MS)
  if (compiled.ok) {
    isWalked(compiled.workflow)
    return
  }
  expect(compiled.problems.length).toBeGreaterThan(0)
  expect(compiled.problems.length).toBeLessThanOrEqual(100)
  for (const { code, at, message } of compiled.problems) {
    expect([typeof code, typeof at, message.en.length > 0, message['zh-CN'].length > 0]).toEqual([
      'string',
      'string',
      true,
      true,
    ])
  }
}

test('any JSON is answered', TIMEOUT, () => {
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 5 }), answers), { numRuns: 1_000 })
})

const OFFICE: WorkCalendar = {
  timezone: 'Europe/Berlin',
  weekly: { 1: [['09:00', '17:00']] },
  holidays: new Set(),
  makeup: new Set(),
  makeupAs: 1,
}

/** What was found sound can be begun, shown and taken anywhere without a throw, and never stands where nobody can. */
function isWalked(workflow: Workflow): void {
  const facts: Facts = { records: { sample: [{ status: 'making' }], case: null }, fields: { need_sample: true } }
  const at = moment(MONDAY_NINE)
  const outcome = step(workflow, null, { kind: 'start' }, facts, at)
  const state = outcome.kind === 'moved' ? outcome.state : null
  if (state && !state.finished) expect(isMarking(state.tokens, workflow)).toBe(true)
  waysOf(workflow, state, facts, at)
  stagesOf(workflow, state)
  for (const node of workflow.stages) {
    const there = standingAt(node, MONDAY_NINE, false)
    clocksOf(workflow, there, facts, at, OFFICE)
    for (const { key } of waysOf(workflow, there, facts, at)) {
      const taken = step(workflow, there, { kind: 'take', way: key, by: WENDY, input: { lost_reason: 'x' } }, facts, at)
      expect(['moved', 'refused']).toContain(taken.kind)
    }
  }
}

/** Somewhere in a JSON, by a number for each step down. */
type Steps = readonly number[]

/** The standard process with something else at some place: another JSON, a neighbour's value, or nothing. */
function mutated(root: unknown, steps: Steps, change: (here: unknown) => unknown): unknown {
  const [step, ...rest] = steps
  if (typeof root !== 'object' || root === null || step === undefined) return change(root)
  const keys = Object.keys(root)
  const key = keys[step % Math.max(1, keys.length)]
  if (key === undefined) return change(root)
  const inner = mutated((root as Record<string, unknown>)[key], rest, change)
  if (Array.isArray(root)) return inner === undefined ? root.toSpliced(Number(key), 1) : root.with(Number(key), inner)
  return { ...root, [key]: inner }
}

const WORDS = [
  'lead',
  'sample',
  'end_lost',
  'gateway_and',
  'gateway_xor',
  'stage',
  'start',
  'true = true',
  '',
  '{',
  'constructor',
  '__proto__',
  'toString',
  'a.b.*',
  '+9wd',
]
const Change = fc.oneof(
  fc.constantFrom(...WORDS).map((word) => () => word),
  fc.constant(() => undefined),
  fc.jsonValue({ maxDepth: 2 }).map((json) => () => json),
  fc.constant((here: unknown) => (Array.isArray(here) ? [...here, ...here] : [here])),
  fc.constant((here: unknown) => (Array.isArray(here) ? here.toReversed() : here)),
)
const Mutation = fc.tuple(fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 6 }), Change)

test('the standard process, changed anywhere, is answered', TIMEOUT, () => {
  fc.assert(
    fc.property(fc.array(Mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
      answers(mutations.reduce<unknown>((json, [steps, change]) => mutated(json, steps, change), standardDefinition()))
    }),
    { numRuns: 300 },
  )
})

const Key = fc.constantFrom('n0', 'n1', 'n2', 'n3', 'n4', 'n5', 'n6', 'n7')
const Type = fc.constantFrom('stage', 'gateway_and', 'gateway_and', 'gateway_xor', 'end')
const Edge = fc.record({
  from: Key,
  to: Key,
  label: fc.constantFrom(undefined, 'x'),
  default: fc.constantFrom(undefined, true),
})

test('roads of every form are answered', TIMEOUT, () => {
  fc.assert(
    fc.property(fc.array(Type, { minLength: 8, maxLength: 8 }), fc.array(Edge, { maxLength: 16 }), (types, edges) => {
      const nodes = types.map((type, index) => ({ key: `n${index}`, type: index === 0 ? 'start' : type }))
      answers(JSON.parse(JSON.stringify({ key: 'any', version: 1, name: 'Any', subject: 'deal', nodes, edges })))
    }),
    { numRuns: 300 },
  )
})

test('the largest road is answered in time: every node leads to every node', TIMEOUT, () => {
  const nodes = Array.from({ length: 60 }, (_, index) => ({
    key: `n${index}`,
    type: index === 0 ? 'start' : index === 59 ? 'end' : index % 2 ? 'gateway_and' : 'gateway_xor',
  }))
  const edges = Array.from({ length: 200 }, (_, index) => ({
    from: `n${(index * 7) % 59}`,
    to: `n${1 + ((index * 13) % 59)}`,
    condition: `not (${'need_sample = true or '.repeat(20)}need_sample = false)`,
  }))
  answers({ key: 'any', version: 1, name: 'Any', subject: 'deal', nodes, edges })
})

test('what JSON cannot hold is answered too', () => {
  const circle: Record<string, unknown> = {}
  circle.self = circle
  let deep: unknown = []
  for (let level = 0; level < 20_000; level++) deep = [deep]
  for (const odd of [circle, deep, 1n, undefined, () => 1, Symbol('x'), Number.NaN]) answers(odd)
})
