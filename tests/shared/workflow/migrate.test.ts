import { describe, expect, test } from 'vitest'
import type { Workflow } from '#shared/workflow/definition/workflow.ts'
import { migrate } from '#shared/workflow/engine/migrate.ts'
import type { WorkflowState } from '#shared/workflow/engine/state.ts'
import { Run } from './a-run.ts'
import { workflowOf } from './deal-world.ts'
import { aDefinition, aRoad, stage } from './small-definition.ts'

const way = (from: string, to: string) => ({ from, to })
const old = workflowOf(aRoad(stage('one'), stage('two')))
const branched = (...keys: string[]): Workflow =>
  workflowOf(
    aDefinition({
      nodes: [
        { key: 'start', type: 'start' },
        { key: 'split', type: 'gateway_and' },
        ...keys.map((key) => stage(key)),
        { key: 'join', type: 'gateway_and' },
        { key: 'done', type: 'end' },
      ],
      edges: [
        way('start', 'split'),
        ...keys.flatMap((key) => [way('split', key), way(key, 'join')]),
        way('join', 'done'),
      ],
    }),
  )

function standing(workflow: Workflow, ...ways: string[]): WorkflowState {
  const run = Run.of(workflow)
  for (const key of ways) run.takes(key)
  if (!run.state) throw new Error('not begun')
  return run.state
}

describe('a run under another version', () => {
  test('stays where it is when the stage is still there', () => {
    const state = standing(old, 'one-two')
    expect(migrate(old, workflowOf(aRoad(stage('one'), stage('new'), stage('two'))), state, {})).toEqual({
      fate: 'kept',
      state,
    })
  })

  test('moves where the map says, with what it has passed', () => {
    const next = workflowOf(aRoad(stage('first'), stage('second')))
    const state = standing(old, 'one-two')
    const fate = migrate(old, next, state, { one: 'first', two: 'second' })
    expect(fate).toMatchObject({
      fate: 'moved',
      state: {
        tokens: [{ node: 'second' }],
        passed: [{ node: 'start' }, { node: 'first', by: 'wendy' }],
        data: state.data,
      },
    })
  })

  test('is lost, with the sentence, when its stage is gone or is an end', () => {
    const next = workflowOf(aRoad(stage('one')))
    expect(migrate(old, next, standing(old, 'one-two'), {})).toEqual({
      fate: 'lost',
      problem: {
        code: 'no_place',
        message: { en: '"two" has no place in the new version.', 'zh-CN': expect.stringContaining('two') },
      },
    })
    expect(migrate(old, next, standing(old, 'one-two'), { two: 'done' })).toMatchObject({ fate: 'lost' })
    expect(migrate(old, next, standing(old, 'one-two'), { two: 'constructor' })).toMatchObject({ fate: 'lost' })
  })

  test('that has ended stays ended', () => {
    const state = standing(old, 'one-two', 'two-done')
    expect(migrate(old, workflowOf(aRoad(stage('x'))), state, {})).toMatchObject({
      fate: 'kept',
      state: { finished: { node: 'done' } },
    })
  })

  test('keeps its branches where they are the same, and is lost where one is missing or more', () => {
    const state = standing(branched('a', 'b'), 'a-join')
    expect(migrate(branched('a', 'b'), branched('b', 'a'), state, {})).toMatchObject({ fate: 'kept', state })
    expect(migrate(branched('a', 'b'), branched('a', 'b', 'c'), state, {})).toMatchObject({
      fate: 'lost',
      problem: { code: 'no_branches' },
    })
    expect(migrate(branched('a', 'b'), workflowOf(aRoad(stage('a'), stage('b'))), state, {})).toMatchObject({
      fate: 'lost',
    })
    expect(migrate(old, branched('one', 'two'), standing(old), {})).toMatchObject({
      fate: 'lost',
      problem: { code: 'no_branches' },
    })
  })
})
