import { describe, expect, test } from 'vitest'
import { stagesOf } from '#shared/workflow/engine/stages.ts'
import { standingAt } from '#shared/workflow/engine/state.ts'
import { DAVID, MONDAY_NINE, Run, WENDY } from './a-run.ts'
import { standardDefinition, workflowOf } from './deal-world.ts'
import { aDefinition, aRoad, stage } from './small-definition.ts'
import { atContract, STANDARD } from './standard-run.ts'

const way = (from: string, to: string, more: object = {}) => ({ from, to, ...more })

describe('the standard process', () => {
  test('begins at the lead, and says what is missing there', () => {
    const run = Run.of(STANDARD, { inquiry: { status: 'received' } })
    expect(run.at).toEqual(['lead'])
    expect(run.ways).toEqual({
      'lead-quotation': [
        'The inquiry is not claimed yet.',
        'No reply has been sent yet.',
        'Not yet: Inquiry status is one of “contacted”, “qualified”.',
      ],
      'lead-end_lost': [],
    })
  })

  test('begins at the contract for a buyer whose last prices are fresh', () => {
    const run = Run.of(STANDARD, { quotation: [{ status: 'accepted' }] }, { last_price_age_days: '90' })
    expect(run.at).toEqual(['contract'])
    expect(stagesOf(STANDARD, run.state).map(({ state }) => state)).toEqual([
      'skipped',
      'skipped',
      'skipped',
      'now',
      'next',
      'next',
      'next',
    ])
  })

  test('waits at the start for what its first stage needs', () => {
    const run = Run.of(STANDARD)
    expect(run.at).toEqual(['start'])
    expect(run.with({ inquiry: { status: 'received' } }).settles()).toEqual(['lead'])
  })

  test('goes over a stage that is not needed, as if it were passed', () => {
    const run = atContract().with({}, { need_sample: true })
    expect(run.at).toEqual(['contract'])
    const needed = Run.of(
      STANDARD,
      { inquiry: { status: 'received' } },
      { documents_present: ['quotation_pdf'], need_sample: true },
    )
    needed.with({
      inquiry: { status: 'contacted', claimed_at: MONDAY_NINE, first_response_at: MONDAY_NINE },
      quotation: [{ status: 'negotiating', sent_at: MONDAY_NINE }],
    })
    expect(needed.settles()).toEqual(['contract'])
    expect(needed.state?.passed.map(({ node, skipped }) => [node, skipped ?? false])).toEqual([
      ['start', false],
      ['lead', false],
      ['quotation', false],
      ['sample', true],
    ])
    expect(stagesOf(STANDARD, needed.state)[2]).toMatchObject({ key: 'sample', state: 'skipped' })
  })

  test('goes to the end by itself as things are done, and is over there', () => {
    const run = atContract()
    run.with(
      { approval: [{ status: 'approved' }], contract: { status: 'signed', signed_file: 'f' } },
      { documents_present: ['contract_final', 'contract_signed', 'inspection_report'] },
    )
    expect(run.settles()).toEqual(['production'])
    run.with({ line: [{ inspection_result: 'accept' }], order: { cargo_ready_date: '2026-11-01' } })
    expect(run.settles()).toEqual(['shipment'])
    run.with(
      {
        shipment: [{ status: 'on_board' }],
        documents: { checklist_complete: false, missing: ['packing_list', 'bill_of_lading'] },
      },
      { documents_present: ['commercial_invoice', 'packing_list', 'bill_of_lading', 'export_declaration'] },
    )
    expect(run.settles()).toEqual(['shipment'])
    expect(run.ways).toEqual({ 'shipment-collection': ['Documents are missing: packing_list, bill_of_lading.'] })
    run.with(
      {
        documents: { checklist_complete: true },
        installment: [{ status: 'due' }],
        survey: { status: 'sent' },
        case: [],
      },
      { open: 'USD 9,255.00' },
    )
    expect(run.settles()).toEqual(['collection'])
    expect(run.ways).toEqual({ 'collection-end_won': ['Open amount USD 9,255.00.', 'The satisfaction visit is open.'] })
    run.with({ installment: [{ status: 'paid' }], survey: { status: 'answered' } })
    expect(run.settles()).toEqual(['end_won'])
    expect(run.ways).toEqual({})
    expect(run.happens({ kind: 'settle' })).toEqual({ kind: 'unchanged' })
    expect(run.takes('contract-quotation')).toEqual(['finished'])
    expect(stagesOf(STANDARD, run.state).map(({ state }) => state)).toEqual([
      'done',
      'done',
      'skipped',
      'done',
      'done',
      'done',
      'done',
    ])
  })

  test('goes back to the quotation, and stays until somebody says that it is done again', () => {
    const run = atContract()
    expect(run.takes('contract-quotation')).toEqual(['quotation'])
    expect(stagesOf(STANDARD, run.state).map(({ state }) => state)).toEqual([
      'done',
      'now',
      'next',
      'next',
      'next',
      'next',
      'next',
    ])
    expect(run.settles()).toEqual(['quotation'])
    expect(run.takes('quotation-contract')).toEqual(['contract'])
  })

  test('goes on by itself after going back, once what held has failed in between', () => {
    const run = atContract()
    run.takes('contract-quotation')
    run.with({}, { documents_present: [] })
    run.settles()
    expect(run.with({}, { documents_present: ['quotation_pdf'] }).settles()).toEqual(['contract'])
  })

  test('is lost only with a reason', () => {
    const run = atContract()
    expect(run.takes('contract-end_lost')).toEqual(['missing lost_reason'])
    expect(run.takes('contract-end_lost', { lost_reason: ' ' })).toEqual(['missing lost_reason'])
    expect(run.takes('contract-end_lost', { lost_reason: 'price', colour: 'red' })).toEqual(['unknown_field colour'])
    expect(run.takes('contract-end_lost', { lost_reason: 'price' })).toEqual(['end_lost'])
    expect(run.effects).toEqual([{ key: 'lost_reason', kind: 'input', field: 'lost_reason', value: 'price' }])
    expect(run.state?.finished).toEqual({ node: 'end_lost', at: run.now })
  })

  test('refuses what cannot be done, and nothing has happened', () => {
    const run = atContract()
    const before = structuredClone(run.state)
    expect(run.takes('contract-production')).toEqual(Array(4).fill('held'))
    expect(run.takes('lead-quotation')).toEqual(['not_here'])
    expect(run.takes('moon')).toEqual(['no_way'])
    expect(run.happens({ kind: 'start' })).toMatchObject({ kind: 'refused', problems: [{ code: 'started' }] })
    expect(run.state).toEqual(before)
    expect(new Run(STANDARD).takes('lead-quotation')).toEqual(['not_started'])
  })
})

describe('who and what a way asks', () => {
  const withWay = (more: object) =>
    workflowOf(aDefinition({ edges: [way('start', 'one'), way('one', 'two', more), way('two', 'done')] }))

  test('a stage that asks nothing is left when a person says so', () => {
    const run = Run.of(workflowOf(aDefinition()))
    expect(run.settles()).toEqual(['one'])
    expect(run.takes('one-two')).toEqual(['two'])
    expect(run.state?.passed.at(-1)).toMatchObject({ node: 'one', via: 'one-two', by: 'wendy' })
  })

  test.each([
    [{ who: ['manager'] }, ['not_allowed'], ['two']],
    [{ who: ['sales_manager'] }, ['not_allowed'], ['two']],
    [{ who: ['owner'] }, ['two'], ['not_allowed']],
    [{ who: ['any'] }, ['two'], ['two']],
    [{ who: ['system'] }, ['not_allowed'], ['not_allowed']],
    [{}, ['two'], ['two']],
  ])('%j', (more, wendy, david) => {
    expect(Run.of(withWay(more)).takes('one-two')).toEqual(wendy)
    expect(Run.of(withWay(more)).takes('one-two', {}, DAVID)).toEqual(david)
  })

  test('who may take it is said in words', () => {
    const run = Run.of(withWay({ who: ['manager', 'gm'] }))
    expect(run.happens({ kind: 'take', way: 'one-two', by: WENDY, input: {} })).toMatchObject({
      problems: [{ message: { en: 'Only for: their superiors, General manager.', 'zh-CN': '仅限：上级、总经理。' } }],
    })
  })

  test('a stage that asks for a field of the record goes on by itself once the record has it', () => {
    const criteria = { exit_criteria: [{ expr: 'need_sample = true', message: 'No.' }] }
    const run = Run.of(
      workflowOf(aRoad(stage('one', { ...criteria, form: ['lost_reason'] }), stage('two'))),
      {},
      { need_sample: true },
    )
    expect(run.settles()).toEqual(['one'])
    expect(run.with({}, { lost_reason: 'price' }).settles()).toEqual(['two'])
  })

  test('a guard answers with its sentence, in both languages', () => {
    const guard = [
      { expr: 'need_sample = true', message: { en: 'Not yet: {lost_reason}.', 'zh-CN': '尚未：{lost_reason}。' } },
    ]
    const run = Run.of(withWay({ guard }), {}, { lost_reason: 'x' })
    expect(run.happens({ kind: 'take', way: 'one-two', by: DAVID, input: {} })).toMatchObject({
      problems: [{ code: 'held', message: { en: 'Not yet: x.', 'zh-CN': '尚未：x。' } }],
    })
  })

  test('fields of its own are checked, kept, and known to every condition from then on', () => {
    const workflow = workflowOf(
      aDefinition({
        nodes: [
          { key: 'start', type: 'start' },
          stage('one', {
            form: [{ key: 'discount', label: { en: 'Discount', 'zh-CN': '折扣' }, kind: 'number', required: true }],
          }),
          stage('two'),
          stage('three'),
          { key: 'done', type: 'end' },
        ],
        edges: [
          way('start', 'one'),
          way('one', 'two', { condition: 'discount > 5' }),
          way('one', 'three', { default: true }),
          way('two', 'done'),
          way('three', 'done'),
        ],
      }),
    )
    const run = Run.of(workflow)
    expect(run.ways).toEqual({ 'one-three': [] })
    expect(run.takes('one-three')).toEqual(['missing discount'])
    expect(run.takes('one-three', { discount: 'much' })).toEqual(['type discount'])
    // It was 7.5, in thousandths: the road goes where that leads.
    expect(run.takes('one-three', { discount: 7_500 })).toEqual(['two'])
    expect(run.state?.data).toEqual({ discount: 7_500 })
    expect(Run.of(workflow).takes('one-two', { discount: 5_000 })).toEqual(['other_way'])
  })

  test('what a stage and a way do is said in order, with their values', () => {
    const workflow = workflowOf(
      aDefinition({
        fields: [{ key: 'rounds', label: 'Rounds', kind: 'number' }],
        nodes: [
          { key: 'start', type: 'start' },
          stage('one', { on_exit: [{ do: 'set', field: 'lost_reason', to: "'none'" }] }),
          stage('two', {
            on_enter: [
              { do: 'task', title: 'Call', due: 'today() + 3', assignee: 'owner' },
              { do: 'notify', to: ["if lost_reason = 'none': gm", 'owner'] },
            ],
          }),
          { key: 'done', type: 'end' },
        ],
        edges: [
          way('start', 'one'),
          way('one', 'two', {
            effects: [
              { do: 'set', field: 'rounds', to: '1.5' },
              { do: 'order_from_contract', with: { draft: true } },
            ],
          }),
          way('two', 'done'),
        ],
      }),
    )
    const run = Run.of(workflow)
    run.takes('one-two')
    expect(run.effects).toMatchObject([
      { key: 'nodes/1/on_exit/0', kind: 'set', field: 'lost_reason', value: 'none' },
      { key: 'edges/1/effects/1', kind: 'named', name: 'order_from_contract', with: { draft: true } },
      { key: 'nodes/2/on_enter/0', kind: 'task', title: { en: 'Call' }, due: '2026-10-22', assignee: 'owner' },
      { key: 'nodes/2/on_enter/1', kind: 'notify', to: ['gm', 'owner'] },
    ])
    expect(run.state?.data).toEqual({ rounds: 1_500 })
  })
})

test('the own way of a record is walked from the value of its field', () => {
  const workflow = workflowOf({ ...aDefinition({ field: 'stage' }), subject: 'sample' })
  const run = new Run(workflow)
  run.state = standingAt('two', MONDAY_NINE, false)
  expect(run.takes('one-two')).toEqual(['not_here'])
  expect(run.takes('two-done')).toEqual(['done'])
  run.state = standingAt('done', MONDAY_NINE, true)
  expect(run.ways).toEqual({})
})

describe('branches', () => {
  const workflow = workflowOf(
    aDefinition({
      nodes: [
        { key: 'start', type: 'start' },
        { key: 'split', type: 'gateway_and' },
        stage('a'),
        stage('b', { entry_criteria: ['need_sample = true'] }),
        { key: 'join', type: 'gateway_and' },
        stage('last'),
        { key: 'done', type: 'end' },
        { key: 'lost', type: 'end' },
      ],
      edges: [
        way('start', 'split'),
        way('split', 'a'),
        way('split', 'b'),
        way('a', 'join'),
        way('b', 'join'),
        way('join', 'last'),
        way('last', 'done'),
        way('a', 'lost', { label: 'lost' }),
        way('b', 'split', { label: 'all over again' }),
      ],
    }),
  )

  test('are walked at the same time and end together', () => {
    const run = Run.of(workflow)
    expect(run.at).toEqual(['split', 'a'])
    expect(run.takes('a-join')).toEqual(['split', 'join'])
    expect(run.with({}, { need_sample: true }).settles()).toEqual(['join', 'b'])
    expect(run.takes('b-join')).toEqual(['last'])
    expect(run.state?.passed.map(({ node, via }) => `${node} ${via}`)).toEqual([
      'start start-split',
      'split split-a',
      'a a-join',
      'split split-b',
      'b b-join',
      'join join-last',
    ])
  })

  test('end with the one in which somebody gives up', () => {
    const run = Run.of(workflow, {}, { need_sample: true })
    expect(run.takes('a-lost')).toEqual(['lost'])
    expect(run.state?.passed.map(({ node }) => node)).toEqual(['start', 'split', 'split', 'b', 'a'])
  })

  test('begin anew together', () => {
    const run = Run.of(workflow, {}, { need_sample: true })
    run.takes('a-join')
    expect(run.takes('b-split')).toEqual(['a', 'b'])
  })
})

describe('an approval on the road', () => {
  const workflow = workflowOf({
    ...aRoad(stage('agreed', { type: 'approval', policy: 'boss' }), stage('next')),
    approvals: [{ key: 'boss', name: 'The price', steps: [{ mode: 'any', approvers: [{ role: 'gm' }] }] }],
  })
  const request = (status: string, requested_at: number) => ({ policy: 'boss', status, requested_at })

  test('asks for it on entering, waits, and goes on by itself when it is given', () => {
    const run = Run.of(workflow)
    expect(run.effects).toEqual([{ key: 'agreed.policy', kind: 'request_approval', policy: 'boss' }])
    const said = (approval: object[]) => run.with({ approval: approval as never }).ways['agreed-next']
    expect(said([])).toEqual(['"The price" has not been asked for.'])
    expect(said([request('approved', MONDAY_NINE)])).toEqual(['"The price" has not been asked for.'])
    expect(said([request('pending', run.now)])).toEqual(['"The price" has not been decided yet.'])
    expect(said([request('rejected', run.now)])).toEqual(['"The price" was rejected.'])
    expect(said([request('superseded', run.now)])).toEqual(['"The price" has to be asked for again.'])
    run.with({ approval: [request('rejected', run.now), request('approved', run.now + 1)] })
    expect(run.settles()).toEqual(['next'])
  })
})

test('a road that would go in circles for ever is left as it was', () => {
  const criteria = { exit_criteria: [{ expr: 'need_sample = true', message: 'No.' }] }
  const workflow = workflowOf(
    aDefinition({
      nodes: [
        { key: 'start', type: 'start' },
        stage('one', criteria),
        stage('two', criteria),
        { key: 'done', type: 'end' },
      ],
      edges: [
        way('start', 'one'),
        way('one', 'two'),
        way('two', 'one', { condition: "lost_reason != 'none'" }),
        way('two', 'done', { default: true }),
      ],
    }),
  )
  const run = Run.of(workflow)
  const before = run.state
  run.with({}, { need_sample: true, lost_reason: 'x' })
  expect(run.happens({ kind: 'settle' })).toMatchObject({ kind: 'refused', problems: [{ code: 'endless' }] })
  expect(run.state).toBe(before)
})

test('of what was passed the last hundred are kept, and of each stage its last', () => {
  const run = Run.of(
    workflowOf(
      aDefinition({
        edges: [way('start', 'one'), way('one', 'two'), way('two', 'done'), way('two', 'one', { label: 'again' })],
      }),
    ),
  )
  for (let round = 0; round < 80; round++) {
    run.takes('one-two')
    run.takes('two-one')
  }
  expect(run.state?.passed).toHaveLength(100)
  expect(run.state?.passed[0]?.node).toBe('start')
  expect(run.state?.passed.at(-1)).toMatchObject({ node: 'two', via: 'two-one', left: run.now })
})

test('the definition of a fixture is not changed by walking it', () => {
  expect(STANDARD.definition).toMatchObject(standardDefinition())
})

describe('a stage that is not needed, on whose way out somebody has to press', () => {
  const one = (more: object) =>
    workflowOf(
      aDefinition({
        nodes: [
          { key: 'start', type: 'start' },
          { key: 'split', type: 'gateway_and' },
          stage('a', { exit_criteria: ['need_sample = true'] }),
          stage('b', { exit_criteria: ['need_sample = true'] }),
          { key: 'join', type: 'gateway_and' },
          stage('extra', { optional: true, entry_criteria: ['need_sample = false'] }),
          { key: 'done', type: 'end' },
        ],
        edges: [
          way('start', 'split'),
          way('split', 'a'),
          way('split', 'b'),
          way('a', 'join'),
          way('b', 'join'),
          way('join', 'extra'),
          way('extra', 'done', more),
        ],
      }),
    )
  const joined = (more: object) => Run.of(one(more), {}, { need_sample: true })
  const size = { key: 'size', label: 'Size', kind: 'number', required: true }

  test('is stopped at, for nobody else would be asked', () => {
    const run = joined({ form: [size], guard: [{ expr: 'size > 2', message: 'Too small.' }] })
    expect(run.at).toEqual(['extra'])
    expect(run.takes('extra-done', { size: 1_000 })).toEqual(['held'])
    expect(run.takes('extra-done', { size: 3_000 })).toEqual(['done'])
    expect(joined({ confirm: 'Sure?' }).at).toEqual(['extra'])
    expect(joined({ who: ['manager'] }).at).toEqual(['extra'])
    expect(joined({}).at).toEqual(['done'])
  })

  test('where branches meet, what holds them is said', () => {
    const run = joined({ guard: [{ expr: 'need_sample = false', message: 'A sample is needed.' }] })
    expect(run.at).toEqual(['join', 'join'])
    expect(run.ways).toEqual({ 'join-extra': ['A sample is needed.'] })
  })
})
