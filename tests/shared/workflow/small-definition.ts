interface Loose {
  readonly key?: string
  readonly nodes?: readonly object[]
  readonly edges?: readonly object[]
  readonly approvals?: readonly object[]
  readonly fields?: readonly object[]
  readonly field?: string
}

/** A definition of few nodes, as a firm would send it; what is given takes the place of the usual. */
export const aDefinition = (more: Loose = {}): Record<string, unknown> => ({
  key: 'small',
  version: 1,
  name: 'Small',
  subject: 'deal',
  nodes: [{ key: 'start', type: 'start' }, stage('one'), stage('two'), { key: 'done', type: 'end' }],
  edges: [
    { from: 'start', to: 'one' },
    { from: 'one', to: 'two' },
    { from: 'two', to: 'done' },
  ],
  ...more,
})

export interface ANode {
  readonly key: string
  readonly type?: string
}

export const stage = (key: string, more: object = {}): ANode => ({ key, type: 'stage', ...more })

/** A road through these nodes, one after the other, between a start and an end. */
export function aRoad(...nodes: ANode[]): Record<string, unknown> {
  const keys = ['start', ...nodes.map(({ key }) => key), 'done']
  return aDefinition({
    nodes: [{ key: 'start', type: 'start' }, ...nodes, { key: 'done', type: 'end' }],
    edges: keys.slice(1).map((to, index) => ({ from: keys[index], to })),
  })
}
