import { describe, expect, test } from 'vitest'
import { settled } from '#shared/deal/settled.ts'
import { stepsOf } from '#shared/deal/steps.ts'
import { takeStep } from '#shared/deal/take-step.ts'
import { STANDARD_ROAD } from '#shared/workflow/standard/index.ts'
import { aDealFile, aView, MIA, published, standingAt } from '../../fixtures/deal-file.ts'

/** Two stages that people press along. */
const OURS = {
  key: 'ours',
  version: 2,
  name: 'Ours',
  subject: 'deal',
  nodes: [
    { key: 'start', type: 'start' },
    { key: 'talk', type: 'stage', name: 'Talk' },
    { key: 'done', type: 'end' },
  ],
  edges: [
    { from: 'start', to: 'talk' },
    { from: 'talk', to: 'done', label: 'Done' },
  ],
}

const at = (workflow: string | null, workflow_version: number | null, node: string) => ({
  workflow,
  workflow_version,
  state: standingAt(node),
})

describe('the road of a deal', () => {
  test('is the one that it began on', () => {
    const file = aDealFile({ deal: at('ours', 2, 'talk'), published: [published(OURS)] })
    expect(file.road?.definition.key).toBe('ours')
    expect(stepsOf(file, aView()).map(({ way }) => way.key)).toEqual(['talk-done'])
  })

  test.each([
    ['is known no more', at('ours', 2, 'talk'), []],
    ['is a version that the house never had', at(STANDARD_ROAD.key, 99, 'lead'), []],
    ['has no such stage', at('ours', 2, 'lead'), [published(OURS)]],
    ['was brought along from elsewhere', { workflow: null, workflow_version: null, state: ['x'] as never }, []],
    ['is broken', at('ours', 3, 'talk'), [published({ ...OURS, version: 3, nodes: 'x' } as never)]],
  ])('that %s is not replaced by another: nothing moves, and whoever presses is told why', (_, deal, all) => {
    const file = aDealFile({ deal, published: all })
    expect(file.road).toBeNull()
    expect(stepsOf(file, aView())).toEqual([])
    expect(settled(file, [], aView())).toEqual({ changes: [] })
    const by = { id: MIA, roles: [], is: ['owner' as const] }
    const taken = takeStep({ file, type: 'deal', record: file.deal, way: 'x', input: {}, by, view: aView() })
    expect(taken).toMatchObject({ problems: [{ code: 'unreadable' }] })
  })

  test('of a deal that names none is the standard one', () => {
    expect(aDealFile({ deal: { workflow: null, workflow_version: null, state: null } }).road?.definition.key).toBe(
      STANDARD_ROAD.key,
    )
  })
})
