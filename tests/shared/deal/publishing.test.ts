import fc from 'fast-check'
import { expect, test } from 'vitest'
import { STANDARDS } from '#shared/deal/definitions.ts'
import { compiledFor } from '#shared/deal/publishing.ts'
import { STANDARD_FIELDS } from '#shared/record/firm-fields.ts'
import { quotationWay } from '#shared/workflow/standard/quotation.ts'
import { unseenDefinition } from '../../fixtures/unseen-definition.ts'

const problems = (json: unknown) => {
  const compiled = compiledFor(json, STANDARD_FIELDS)
  return compiled.ok ? [] : compiled.problems.map(({ at, code }) => `${at} ${code}`)
}

test('what is in code could be published as it is', () => {
  expect(STANDARDS.flatMap(problems)).toEqual([])
})

test('a definition that nobody has seen is sound', () => {
  fc.assert(
    fc.property(unseenDefinition('strange'), (definition) => {
      expect(problems(definition)).toEqual([])
    }),
    { numRuns: 200 },
  )
})

test('a record’s way has its statuses for nodes, and nothing that only a run keeps', () => {
  const [, draft, ...nodes] = quotationWay.nodes
  const strange = {
    ...quotationWay,
    key: 'offers',
    nodes: [
      quotationWay.nodes[0],
      { ...draft, exit_criteria: ['total > 0'] },
      ...nodes,
      { key: 'parked', type: 'stage' },
    ],
    edges: [
      ...quotationWay.edges,
      { from: 'draft', to: 'parked', label: 'Park', form: [{ key: 'why', label: 'Why', kind: 'text' }] },
      { from: 'parked', to: 'draft', label: 'Back' },
    ],
  }
  expect(problems(strange)).toEqual([
    expect.stringMatching(/^edges\/\d+\/form\/0 deal_only$/),
    expect.stringMatching(/^nodes\/\d+\/key not_a_choice$/),
  ])
  const { [nodes.length + 2]: _, ...rest } = strange.nodes
  const mended = { ...strange, nodes: Object.values(rest), edges: strange.edges.slice(0, -2) }
  expect(problems(mended)).toEqual(['key other_key', 'nodes/1/exit_criteria not_here'])
  expect(problems({ ...quotationWay, field: undefined })).toEqual(['field way_field'])
})

test('nobody fills in where a deal stands, or what is worked out of its records', () => {
  const asking = (field: string) =>
    problems({
      key: 'asking',
      version: 1,
      name: 'Asking',
      subject: 'deal',
      nodes: [
        { key: 'start', type: 'start' },
        { key: 'only', type: 'stage', form: [field], on_exit: [{ do: 'set', field, to: `'x'` }] },
        { key: 'end', type: 'end' },
      ],
      edges: [
        { from: 'start', to: 'only' },
        { from: 'only', to: 'end', requires: [field] },
      ],
    })
  for (const field of ['stage', 'workflow', 'missing']) {
    expect(asking(field)).toEqual([
      'nodes/1/form/0 unknown_field',
      'nodes/1/on_exit/0/field unknown_field',
      'edges/1/requires/0 unknown_field',
    ])
  }
  expect(asking('product_line')).toEqual([])
})
