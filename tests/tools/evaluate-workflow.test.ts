import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { UsageError } from '../../tools/evaluate/usage-error.ts'
import { evaluateWorkflow } from '../../tools/evaluate/workflow.ts'
import standard from '../fixtures/default_workflow.json' with { type: 'json' }
import run from '../fixtures/workflow_run.json' with { type: 'json' }

interface Evaluated {
  readonly definition: {
    readonly ok: boolean
    readonly problems?: readonly { readonly at: string; readonly code: string }[]
  }
  readonly outcomes: readonly Readonly<Record<string, unknown>>[]
}

const evaluated = (content: unknown) => evaluateWorkflow(content) as Evaluated
const AT = '2026-10-20T01:00:00Z'

/** The outcomes of commands on the standard process. */
const walked = (facts: object, commands: readonly unknown[], more: object = {}) =>
  evaluated({ definition: standard, at: AT, facts, commands, ...more }).outcomes

const nodesOf = (outcome: Readonly<Record<string, unknown>> | undefined) =>
  ((outcome?.tokens ?? []) as readonly { node: string }[]).map(({ node }) => node)

test('the example of the guide comes out as the guide says', () => {
  const guide = readFileSync(resolve(import.meta.dirname, '../../docs/workflows.md'), 'utf8')
  const [, example = ''] = /```json\n([\s\S]*?)```/.exec(guide) ?? []
  const { definition, outcomes } = evaluated(JSON.parse(example))
  expect(definition).toEqual({ ok: true, key: 'sample_room', version: 1 })
  expect(outcomes.map(({ command, outcome }) => `${command} ${outcome}`)).toEqual([
    'start moved',
    'clocks shown',
    'take refused',
    'set set',
    'take moved',
    'approve refused',
    'approve moved',
    'advance set',
    'settle moved',
  ])
  expect(outcomes[1]).toMatchObject({
    clocks: [
      { key: 'made.making', levels: [{}, { at: '2026-10-29T01:00:00.000Z', notify: ['responsible', 'manager+1'] }] },
    ],
  })
  expect(outcomes[2]).toMatchObject({
    problems: [{ message: { en: 'A sample is not ready.', 'zh-CN': '还有样品未完成。' } }],
  })
  expect(outcomes[4]).toMatchObject({
    tokens: [{ node: 'released' }],
    effects: [{ kind: 'request_approval', policy: 'cost' }],
  })
  expect(outcomes[5]).toMatchObject({ problems: [{ code: 'own_request' }] })
  expect(outcomes[8]).toMatchObject({ finished: { node: 'sent', at: '2026-10-20T03:00:00.000Z' } })
})

test('a road with branches, tiers, an approval in two steps and values of its own is walked to its end', () => {
  const { outcomes } = evaluated(run)
  const said = outcomes.map(({ command, outcome, problems }) =>
    [
      command,
      outcome,
      ...((problems ?? []) as readonly { message: { en: string } }[]).map(({ message }) => message.en),
    ].join(' '),
  )
  expect(said).toEqual([
    'start moved',
    'clocks shown',
    'ways shown',
    'take refused Only for: Order follower.',
    'take refused Artwork is not approved.',
    'take moved',
    'set set',
    'settle moved',
    'approve refused It is not your turn to decide.',
    'approve moved',
    'approve moved',
    'settle unchanged',
    'approve moved',
    'settle moved',
    'ways shown',
    'take moved',
    'stages shown',
  ])
  expect(nodesOf(outcomes[0])).toEqual(['artwork', 'deposit'])
  expect(outcomes[2]).toMatchObject({
    ways: [{}, { held: [{ en: 'Deposit of 18000 not received yet', 'zh-CN': '定金18000未到' }] }],
  })
  // One working day for tier A, over the National Day holiday.
  expect(outcomes[1]).toMatchObject({
    clocks: [{ levels: [{}, {}, { at: '2026-10-08T08:00:00.000Z', notify: ['manager+1'] }, {}] }],
  })
  expect(outcomes[13]).toMatchObject({ tokens: [{ node: 'go' }], effects: [{ kind: 'task', due: '2026-10-02' }] })
  expect(outcomes[15]).toMatchObject({ finished: { node: 'done' } })
})

describe('the standard process without a schema', () => {
  const lead = { inquiry: { status: 'received', owner: 'wendy' } }
  const worked = {
    'inquiry.status': 'contacted',
    'inquiry.claimed_at': AT,
    'inquiry.first_response_at': AT,
    quotation: [{ status: 'negotiating', sent_at: AT }],
    documents_present: ['quotation_pdf'],
  }

  test('is walked from the lead to the contract, and back to a quotation', () => {
    const outcomes = walked(lead, [
      'start',
      { set: worked },
      'settle',
      { take: 'contract-quotation', by: 'wendy' },
      'settle',
    ])
    expect(outcomes.map(nodesOf)).toEqual([['lead'], [], ['contract'], ['quotation'], ['quotation']])
    expect(outcomes.at(-1)?.outcome).toBe('unchanged')
  })

  test('knows lists and fields within others by their names', () => {
    const facts = {
      quotation: { version: [{ sent_at: AT }] },
      shipment: [{ cut_offs: { vgm: '2026-10-22T01:00:00Z' } }],
      sample: [],
    }
    const definition = {
      ...standard,
      edges: standard.edges.map((edge) => (edge.to === 'lead' ? { ...edge, to: 'shipment' } : edge)),
    }
    const edges = [...definition.edges, { from: 'shipment', to: 'lead', label: 'x' }]
    const commands = [
      'start',
      { set: { 'order.cargo_ready_date': '2026-11-01', 'quotation.0.replied_at': AT } },
      'settle',
      'clocks',
    ]
    const { outcomes } = evaluated({ definition: { ...definition, edges }, at: AT, facts, commands })
    expect(outcomes.at(-1)).toMatchObject({
      clocks: [
        { key: 'shipment.booking' },
        { key: 'shipment.cut_offs:1.cut_offs.vgm', levels: [{ at: '2026-10-21T01:00:00.000Z' }, {}, {}, {}] },
      ],
    })
  })

  test('says what is wrong with a command, and goes on with the next', () => {
    const outcomes = walked(lead, [
      { take: 'lead-quotation', by: 'wendy' },
      'start',
      { take: 'lead-end_lost', by: 'wendy' },
      { start: true },
    ])
    expect(outcomes.map(({ problems }) => (problems as readonly { code: string }[]).map(({ code }) => code))).toEqual([
      ['not_started'],
      [],
      ['missing'],
      ['started'],
    ])
  })

  test('knows the owner by the field that names them, and their superior', () => {
    const edges = [
      ...standard.edges,
      { from: 'lead', to: 'end_lost', label: 'hopeless', key: 'give_up', who: ['manager'] },
    ]
    const staff = { wendy: { roles: ['sales_rep'], manager: 'david' }, david: { roles: ['sales_manager'] } }
    const by = (by: string) =>
      evaluated({
        definition: { ...standard, edges },
        at: AT,
        staff,
        facts: lead,
        commands: ['start', { take: 'give_up', by }],
      }).outcomes[1]?.outcome
    expect([by('wendy'), by('david')]).toEqual(['refused', 'moved'])
  })

  test('moves to another version, or is lost with the reason', () => {
    const nodes = standard.nodes.map((node) => (node.key === 'lead' ? { ...node, key: 'first' } : node))
    const edges = standard.edges.map(({ from, to, ...edge }) => ({
      ...edge,
      from: from === 'lead' ? 'first' : from,
      to: to === 'lead' ? 'first' : to,
    }))
    const definition = { ...standard, version: 2, nodes, edges }
    const migrations = walked(lead, [
      'start',
      { migrate: { definition } },
      { migrate: { definition, map: { lead: 'first' } } },
      'stages',
    ])
    expect(migrations.map(({ outcome }) => outcome)).toEqual(['moved', 'lost', 'moved', 'shown'])
    expect(migrations[3]).toMatchObject({
      stages: [{ key: 'first', state: 'now' }, { key: 'quotation', state: 'next' }, {}, {}, {}, {}, {}],
    })
  })

  test('a change of what was asked for voids the approval', () => {
    const approvals = [{ key: 'price', steps: [{ mode: 'any', approvers: [{ role: 'gm' }] }] }]
    const asked = { request: 'price', by: 'wendy', snapshot: 'v1' }
    const decided = (more: object) =>
      evaluated({
        definition: { ...standard, approvals },
        at: AT,
        staff: { frank: { roles: ['gm'] } },
        commands: [asked, { by: 'frank', ...more }],
      }).outcomes[1]?.outcome
    expect(decided({ approve: 'price' })).toBe('moved')
    expect(decided({ approve: 'price', snapshot: 'v2' })).toBe('voided')
    expect(decided({ reject: 'price' })).toBe('refused')
    expect(decided({ reject: 'price', comment: 'No.' })).toBe('moved')
  })
})

test('a definition that is not sound is answered with its problems, names that nobody knows among them', () => {
  const [, ...edges] = standard.edges
  const { definition, outcomes } = evaluated({
    definition: { ...standard, edges: [...edges, { from: 'lead', to: 'quotation', condition: 'moon.phase = 1' }] },
    at: AT,
    commands: ['start'],
  })
  expect(definition.problems?.map(({ at, code }) => `${code} ${at}`)).toEqual(['unknown_name edges/16/condition'])
  expect(outcomes).toEqual([])
})

test.each([
  ['nothing', {}],
  ['no time', { definition: standard }],
  ['a command that nobody knows', { definition: standard, at: AT, commands: ['fly'] }],
  ['a schema that is none', { definition: standard, at: AT, schema: [] }],
])('%s is a wrong call', (_, content) => expect(() => evaluateWorkflow(content)).toThrow(UsageError))
