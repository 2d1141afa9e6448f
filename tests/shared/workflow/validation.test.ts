import { describe, expect, test } from 'vitest'
import { compileDefinition } from '#shared/workflow/definition/compile.ts'
import { standardDefinition, WORLD, workflowOf } from './deal-world.ts'
import { type ANode, aDefinition, aRoad, stage } from './small-definition.ts'

/** What is wrong with a definition, as `code at`. */
function wrongs(definition: unknown): string[] {
  const compiled = compileDefinition(definition, WORLD)
  return compiled.ok ? [] : compiled.problems.map(({ code, at }) => `${code} ${at}`)
}

/** Nodes between a start and `done`, and edges besides the one from the start to the first. */
const graph = (nodes: readonly ANode[], edges: readonly object[]) =>
  aDefinition({
    nodes: [{ key: 'start', type: 'start' }, ...nodes, { key: 'done', type: 'end' }],
    edges: [{ from: 'start', to: nodes[0]?.key }, ...edges],
  })
const way = (from: string, to: string, more: object = {}) => ({ from, to, ...more })
const and = (key: string) => ({ key, type: 'gateway_and' })
const xor = (key: string) => ({ key, type: 'gateway_xor' })
const branches = [way('split', 'a'), way('split', 'b'), way('a', 'join'), way('b', 'join'), way('join', 'done')]

describe('what is accepted', () => {
  test('the standard process as it is, its stages in the order of the road', () => {
    expect(workflowOf(standardDefinition()).stages).toEqual([
      'lead',
      'quotation',
      'sample',
      'contract',
      'production',
      'shipment',
      'collection',
    ])
  })

  test.each([
    ['the smallest road', aDefinition()],
    ['branches that come together', graph([and('split'), stage('a'), stage('b'), and('join')], branches)],
    [
      'branches within a branch',
      graph(
        [and('split'), stage('a'), and('inner'), stage('b'), stage('c'), and('inner_join'), and('join')],
        [
          way('split', 'a'),
          way('split', 'inner'),
          way('inner', 'b'),
          way('inner', 'c'),
          way('b', 'inner_join'),
          way('c', 'inner_join'),
          way('inner_join', 'join'),
          way('a', 'join'),
          way('join', 'done'),
        ],
      ),
    ],
    [
      'a branch of whom nothing is asked',
      graph(
        [and('split'), stage('a'), and('join')],
        [way('split', 'a'), way('split', 'join'), way('a', 'join'), way('join', 'done')],
      ),
    ],
    [
      'a choice back and one that gives up',
      graph(
        [and('split'), stage('a'), stage('b'), and('join')],
        [...branches, way('a', 'split', { label: 'again' }), way('b', 'done', { label: 'lost' })],
      ),
    ],
    ['the own way of a record', { ...aDefinition({ field: 'stage' }), subject: 'quotation' }],
  ])('%s', (_, definition) => expect(wrongs(definition)).toEqual([]))
})

describe('what is refused, with its place', () => {
  const criterion = (expr: string, message = 'No.') => aRoad(stage('one', { exit_criteria: [{ expr, message }] }))
  const clock = (sla: object) => aRoad(stage('one', { sla: [{ key: 'late', ...sla }] }))
  const told = (escalation: object[]) =>
    aRoad(stage('one', { sla: [{ key: 'late', clock: 'days', days: 2 }], escalation }))

  test.each<[string, unknown, string]>([
    ['no definition at all', 'road', 'type '],
    ['more than anybody reads', aDefinition({ key: 'a'.repeat(200_000) }), 'too_big_a_file '],
    ['more bytes than letters', aDefinition({ key: '试'.repeat(70_000) }), 'too_big_a_file '],
    ['a key that is missing', aRoad({ key: 'one' }), 'choice nodes/1/type'],
    ['a key that nobody knows', aRoad(stage('one', { colour: 'red' })), 'unknown nodes/1/colour'],
    ['a type that is not walked yet', aRoad({ key: 'one', type: 'wait_timer' }), 'choice nodes/1/type'],
    ['a name that is none', aRoad(stage('one', { form: ['quotation.valid_until'] })), 'name nodes/1/form/0'],
    ['an owner who is two', aRoad(stage('one', { owner: { role: 'gm', user: 'u' } })), 'one_of nodes/1/owner'],
    [
      'too many nodes',
      aRoad(...Array.from({ length: 59 }, (_, n) => ({ key: `n${n}`, type: 'stage' }))),
      'too_big nodes',
    ],
    [
      'no start',
      aDefinition({ nodes: [stage('one'), { key: 'done', type: 'end' }], edges: [way('one', 'done')] }),
      'no_start nodes',
    ],
    [
      'two starts',
      graph([{ key: 'start_2', type: 'start' }, stage('one')], [way('start_2', 'one'), way('one', 'done')]),
      'two_starts nodes/1/type',
    ],
    ['two nodes of one name', graph([stage('one'), stage('one')], [way('one', 'done')]), 'twice nodes/2/key'],
    [
      'two ways of one key',
      graph([stage('one')], [way('one', 'done', { key: 'a' }), way('one', 'done', { key: 'a', label: 'b' })]),
      'twice edges/2/key',
    ],
    [
      'a way to nowhere',
      graph([stage('one')], [way('one', 'two'), way('one', 'done', { label: 'x' })]),
      'unknown_node edges/1/to',
    ],
    [
      'a way back to the start',
      graph([stage('one')], [way('one', 'done'), way('one', 'start', { label: 'x' })]),
      'into_start edges/2/to',
    ],
    ['a way on from an end', graph([stage('one')], [way('one', 'done'), way('done', 'one')]), 'from_end edges/2/from'],
    [
      'a stage that nobody reaches',
      graph([stage('one'), stage('two')], [way('one', 'done'), way('two', 'done')]),
      'unreachable nodes/2',
    ],
    [
      'a stage that nobody leaves',
      graph([stage('one'), stage('two')], [way('one', 'done'), way('one', 'two', { label: 'x' })]),
      'no_end nodes/2',
    ],
    [
      'a gateway without a default',
      graph([xor('x'), stage('one')], [way('x', 'one', { condition: 'need_sample = true' }), way('one', 'done')]),
      'no_default nodes/1',
    ],
    [
      'a choice at a gateway',
      graph([xor('x'), stage('one')], [way('x', 'one', { label: 'maybe' }), way('one', 'done')]),
      'gateway_choice edges/1',
    ],
    [
      'two defaults',
      graph([stage('one')], [way('one', 'done', { default: true }), way('one', 'done', { default: true })]),
      'two_defaults edges/2/default',
    ],
    [
      'a default with a condition',
      graph([stage('one')], [way('one', 'done', { default: true, condition: 'need_sample = true' })]),
      'default_condition edges/1/condition',
    ],
    [
      'a way that is never taken',
      graph([stage('one')], [way('one', 'done'), way('one', 'done')]),
      'never_taken edges/2',
    ],
    [
      'a gateway that asks',
      graph([xor('x'), stage('one')], [way('x', 'one', { confirm: 'Sure?' }), way('one', 'done')]),
      'no_person edges/1/confirm',
    ],
    [
      'a branch with a condition',
      graph(
        [and('split'), stage('a'), stage('b'), and('join')],
        [way('split', 'a', { condition: 'need_sample = true' }), ...branches.slice(1)],
      ),
      'and_condition edges/1/condition',
    ],
    [
      'branches that never meet',
      graph(
        [and('split'), stage('a'), stage('b')],
        [way('split', 'a'), way('split', 'b'), way('a', 'done'), way('b', 'done')],
      ),
      'and_unmatched nodes/1',
    ],
    [
      'a join of what nobody split',
      graph(
        [stage('a'), stage('b'), and('join')],
        [way('a', 'join'), way('b', 'join'), way('a', 'b', { label: 'x' }), way('join', 'done')],
      ),
      'and_no_split nodes/3',
    ],
    [
      'a way into a branch',
      graph(
        [and('split'), stage('a'), stage('b'), and('join'), stage('c')],
        [...branches.slice(0, 4), way('join', 'c'), way('c', 'done'), way('c', 'a', { label: 'x' })],
      ),
      'and_entered edges/7/to',
    ],
    [
      'a way from branch to branch',
      graph([and('split'), stage('a'), stage('b'), and('join')], [...branches, way('a', 'b', { label: 'x' })]),
      'and_crossed edges/6/to',
    ],
    [
      'a circle of gateways',
      graph(
        [xor('x'), xor('y'), stage('one')],
        [
          way('x', 'y', { default: true }),
          way('y', 'x', { condition: 'need_sample = true' }),
          way('y', 'one', { default: true }),
          way('one', 'done'),
        ],
      ),
      'endless edges/2',
    ],
    [
      'an end with criteria',
      aDefinition({
        nodes: [
          { key: 'start', type: 'start' },
          { key: 'done', type: 'end', exit_criteria: [] },
        ],
        edges: [way('start', 'done')],
      }),
      'not_here nodes/1/exit_criteria',
    ],
    ['an expression that cannot be read', criterion('need_sample ='), 'unfinished nodes/1/exit_criteria/0/expr'],
    ['an expression that does not fit', criterion('need_sample = 3'), 'incomparable nodes/1/exit_criteria/0/expr'],
    [
      'a name of nothing',
      graph([stage('one')], [way('one', 'done', { condition: 'moon = true' })]),
      'unknown_name edges/1/condition',
    ],
    [
      'a required field of nothing',
      aRoad(stage('one', { required_fields: ['order.moon'] })),
      'unknown_field nodes/1/required_fields/0',
    ],
    ['a form that asks for nothing known', aRoad(stage('one', { form: ['moon'] })), 'unknown_field nodes/1/form/0'],
    [
      'a field of its own that is there already',
      aRoad(stage('one', { form: [{ key: 'open', label: 'Open', kind: 'text' }] })),
      'reserved nodes/1/form/0/key',
    ],
    [
      'a field of its own of two kinds',
      aDefinition({
        fields: [
          { key: 'moon', label: 'M', kind: 'text' },
          { key: 'moon', label: 'M', kind: 'date' },
        ],
      }),
      'twice fields/1/key',
    ],
    [
      'a choice of nothing',
      aDefinition({ fields: [{ key: 'moon', label: 'M', kind: 'choice' }] }),
      'options fields/0/options',
    ],
    [
      'money of no currency',
      aDefinition({ fields: [{ key: 'moon', label: 'M', kind: 'money' }] }),
      'money fields/0/currency',
    ],
    ['a role that nobody has', aRoad(stage('one', { owner: { role: 'wizard' } })), 'unknown_role nodes/1/owner/role'],
    [
      'an owner in a field of nothing',
      aRoad(stage('one', { owner: { field: 'order.moon' } })),
      'unknown_field nodes/1/owner/field',
    ],
    [
      'a way for a role that nobody has',
      graph([stage('one')], [way('one', 'done', { who: ['owner', 'wizard'] })]),
      'unknown_role edges/1/who/1',
    ],
    [
      'an effect that nobody can do',
      aRoad(stage('one', { on_enter: [{ do: 'fly' }] })),
      'unknown_effect nodes/1/on_enter/0/do',
    ],
    [
      'an effect on a field of nothing',
      aRoad(stage('one', { on_exit: [{ do: 'set', field: 'moon', to: '1' }] })),
      'unknown_field nodes/1/on_exit/0/field',
    ],
    [
      'an effect of another kind',
      aRoad(stage('one', { on_exit: [{ do: 'set', field: 'need_sample', to: '1' }] })),
      'kind nodes/1/on_exit/0/to',
    ],
    ['a policy of nothing', aRoad(stage('one', { type: 'approval', policy: 'all' })), 'unknown_policy nodes/1/policy'],
    ['an approval by nothing', aRoad({ key: 'one', type: 'approval' }), 'no_policy nodes/1'],
    [
      'an approver of no role',
      aDefinition({ approvals: [{ key: 'p', steps: [{ mode: 'any', approvers: [{ role: 'wizard' }] }] }] }),
      'unknown_role approvals/0/steps/0/approvers/0/role',
    ],
    [
      'nodes that are no values of the field',
      aDefinition({
        field: 'stage',
        nodes: [{ key: 'start', type: 'start' }, stage('moon'), { key: 'done', type: 'end' }],
        edges: [way('start', 'moon'), way('moon', 'done')],
      }),
      'not_a_choice nodes/1/key',
    ],
    ['a way of a field that is none', aDefinition({ field: 'open' }), 'no_choice_field field'],
    ['a clock of nothing', clock({ clock: 'elapsed', minutes: 0 }), 'too_small nodes/1/sla/0/minutes'],
    ['a clock without an end', clock({ clock: 'business' }), 'no_limit nodes/1/sla/0'],
    ['a clock with two', clock({ clock: 'business', minutes: 5, working_days: 1 }), 'two_limits nodes/1/sla/0'],
    ['days before a stage begins', clock({ clock: 'days', days: -3 }), 'too_small nodes/1/sla/0/days'],
    [
      'a clock of another tier without an end',
      clock({ clock: 'days', days: 3, by_tier: { A: { minutes: 5 } } }),
      'two_limits nodes/1/sla/0/by_tier/A',
    ],
    ['a zone that is none', clock({ clock: 'days', days: 3, tz: 'Mars' }), 'unknown_zone nodes/1/sla/0/tz'],
    [
      'a clock from a number',
      clock({ clock: 'elapsed', minutes: 5, from: 'last_price_age_days' }),
      'kind nodes/1/sla/0/from',
    ],
    [
      'cut-offs of nothing',
      clock({ clock: 'elapsed', until_field: 'shipment.moons.*' }),
      'unknown_field nodes/1/sla/0/until_field',
    ],
    ['an escalation in no words', told([{ after: 'soon', notify: ['gm'] }]), 'format nodes/1/escalation/0/after'],
    [
      'an escalation to nobody known',
      told([{ after: '100%', notify: ['wizard'] }]),
      'unknown_person nodes/1/escalation/0/notify/0',
    ],
    ['an escalation that ends at nobody', told([{ after: '100%', notify: [] }]), 'no_one nodes/1/escalation/0/notify'],
    [
      'an escalation that may end at nobody',
      told([{ after: '100%', notify: ["if customer.tier = 'A': gm"] }]),
      'no_one nodes/1/escalation/0/notify',
    ],
    [
      'an escalation of no clock',
      told([{ after: 'late:3d', notify: ['gm'] }]),
      'unknown_clock nodes/1/escalation/0/after',
    ],
  ])('%s', (_, definition, expected) => expect(wrongs(definition)).toContain(expected))

  test('the place within an expression is said too, and the sentence in both languages', () => {
    const compiled = compileDefinition(criterion('need_sample = true and moon > 3'), WORLD)
    expect(compiled).toMatchObject({
      ok: false,
      problems: [{ at: 'nodes/1/exit_criteria/0/expr', place: { offset: 23, line: 1, column: 24, length: 4 } }],
    })
    for (const problem of compiled.ok ? [] : compiled.problems) {
      expect(problem.message.en).toContain('moon')
      expect(problem.message['zh-CN']).toMatch(/\p{Script=Han}/u)
    }
  })
})
