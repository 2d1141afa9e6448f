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

test('a post that decides on no approvals is refused where it is named, with those that do', () => {
  const asking = (...approvers: object[]) => ({
    key: 'checked',
    version: 1,
    name: 'Checked',
    subject: 'deal',
    nodes: [
      { key: 'start', type: 'start' },
      { key: 'check', type: 'approval', policy: 'boss' },
      { key: 'end', type: 'end' },
    ],
    edges: [
      { from: 'start', to: 'check' },
      { from: 'check', to: 'end' },
    ],
    approvals: [
      {
        key: 'boss',
        steps: [
          { mode: 'any', approvers: [{ role: 'gm' }] },
          { mode: 'any', approvers },
        ],
      },
    ],
  })
  for (const role of ['purchaser', 'merchandiser', 'qc', 'logistics', 'admin', 'production_lead']) {
    expect(problems(asking({ role: 'finance' }, { role }))).toEqual([
      'approvals/0/steps/1/approvers/1/role cannot_approve',
    ])
  }
  const refused = compiledFor(asking({ role: 'purchaser' }), STANDARD_FIELDS)
  expect(!refused.ok && refused.problems[0]?.message).toEqual({
    en: 'Nobody approves as "purchaser". Those who can: sales_rep, sales_manager, finance, legal, gm.',
    'zh-CN': '“purchaser”岗位没有审批权限。可审批的岗位：sales_rep, sales_manager, finance, legal, gm。',
  })
  const could = ['sales_rep', 'sales_manager', 'finance', 'finance_lead', 'legal', 'gm'].map((role) => ({ role }))
  expect(problems(asking(...could, { manager: 1 }, { field: 'owner_id' }))).toEqual([])
})
