import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Approval, requestApproval } from '#shared/workflow/engine/approval.ts'
import { awaited, type Decider, type Decision, decideApproval, supersede } from '#shared/workflow/engine/decision.ts'
import { MONDAY_NINE, moment } from './a-run.ts'
import { workflowOf } from './deal-world.ts'
import { aDefinition } from './small-definition.ts'

/** The example of domain 1.9: who has to agree to a contract, by amount and margin. */
const CONTRACT = {
  key: 'contract',
  steps: [
    { mode: 'any', approvers: [{ manager: 1 }, { role: 'sales_manager' }] },
    { mode: 'any', when: 'contract.amount >= 200000', approvers: [{ role: 'legal' }] },
    {
      mode: 'all',
      when: 'contract.amount >= 1000000 or contract.margin < 8',
      approvers: [{ role: 'finance' }, { role: 'gm' }],
    },
  ],
}

const wendy = { id: 'wendy', managers: ['david', 'frank'], fallback: 'frank', snapshotHash: 'h1' }
const person = (id: string, roles: string[] = [], managers: string[] = []): Decider => ({ id, roles, managers })
const david = person('david', ['sales_manager'], ['frank'])
const legal = person('lara', ['legal'], ['frank'])
const finance = person('fiona', ['finance'], ['frank'])
const frank = person('frank', ['gm'])

function requested(amount: string, margin = '12', requester = wendy, policy: object = CONTRACT): Approval {
  const workflow = workflowOf(aDefinition({ approvals: [policy] }))
  const [one] = workflow.policies.values()
  if (!one) throw new Error('no policy')
  const facts = { records: { contract: { amount, margin, owner: 'wendy' } }, fields: {} }
  const answer = requestApproval(one, facts, requester, moment(MONDAY_NINE))
  if (answer.kind === 'refused')
    throw new Error(answer.problems.map(({ code, message }) => `${code} ${message.en}`).join())
  return answer.approval
}

const decides = (approval: Approval, by: Decider, more: Partial<Decision> = {}) =>
  decideApproval(
    approval,
    { decision: 'approve', comment: null, snapshotHash: 'h1', by, ...more },
    { now: MONDAY_NINE + 1 },
  )

/** The status after each of these has agreed, or the code of the refusal. */
function comesTo(approval: Approval, ...people: Decider[]): string {
  let now = approval
  for (const by of people) {
    const judged = decides(now, by)
    if (judged.kind === 'refused') return judged.problems[0]?.code ?? ''
    now = judged.approval
  }
  return now.status
}

describe('who has to agree', () => {
  test.each([
    ['199999.99', '12', 1],
    ['200000', '12', 2],
    ['999999.99', '12', 2],
    ['1000000', '12', 3],
    ['100', '7.99', 2],
    ['100', '8', 1],
  ])('for %s with a margin of %s %%: %i steps', (amount, margin, steps) => {
    expect(requested(amount, margin).steps).toHaveLength(steps)
  })

  test('nobody, where no step is asked for', () => {
    const policy = { key: 'p', steps: [{ ...CONTRACT.steps[1], when: 'contract.amount > 5' }] }
    expect(requested('5', '12', wendy, policy)).toMatchObject({ status: 'approved', steps: [] })
  })

  test('instead of the one who asks, whoever is above them; above the top the last resort', () => {
    const policy = {
      key: 'p',
      steps: [{ mode: 'all', approvers: [{ field: 'contract.owner' }, { manager: 3 }, { user: 'uli' }] }],
    }
    expect(requested('5', '12', wendy, policy).steps[0]?.approvers).toEqual([
      { user: 'david' },
      { user: 'frank' },
      { user: 'uli' },
    ])
    const top = { ...wendy, id: 'frank', managers: [] }
    expect(() => requested('5', '12', top, policy)).toThrow(
      'no_approver Nobody can approve this: manager+3 is missing.',
    )
  })
})

describe('agreeing', () => {
  test('goes step by step, in order, any of a step or all', () => {
    const million = requested('1000000')
    expect(awaited(million)).toEqual([{ user: 'david' }, { role: 'sales_manager' }])
    expect(comesTo(million, david)).toBe('pending')
    expect(comesTo(million, legal)).toBe('not_your_turn')
    expect(comesTo(million, person('nobody', ['qc']))).toBe('not_allowed')
    expect(comesTo(million, david, legal, frank)).toBe('pending')
    expect(comesTo(million, david, legal, frank, finance)).toBe('approved')
    expect(comesTo(million, david, legal, finance, frank, frank)).toBe('decided')
    expect(comesTo(requested('5'), david)).toBe('approved')
  })

  test('each person counts once, whatever posts they have', () => {
    const million = requested('1000000')
    const both = person('bo', ['finance', 'gm'])
    expect(comesTo(million, david, legal, both)).toBe('pending')
    expect(comesTo(million, david, legal, both, both)).toBe('twice')
    // Whoever comes later takes the seat that they can take, and the first moves over.
    expect(comesTo(million, david, legal, both, finance)).toBe('approved')
    expect(comesTo(million, david, legal, both, frank)).toBe('approved')
    expect(comesTo(million, david, legal, frank, person('gustav', ['gm']))).toBe('twice')
  })

  test('nobody agrees to their own request, or to that of somebody above them', () => {
    expect(comesTo(requested('5'), person('wendy', ['sales_manager']))).toBe('own_request')
    expect(comesTo(requested('5'), person('mia', ['sales_manager'], ['ken', 'wendy']))).toBe('below_requester')
  })

  test('a deputy sits where they who are away would, and never on what either of them asks for', () => {
    const david = person('david', ['sales_manager'])
    const deputyOf = (id: string, ...absent: Decider[]) => ({ ...person(id, ['sales_rep']), standsFor: absent })
    expect(comesTo(requested('5'), person('leo', ['sales_rep']))).toBe('not_allowed')
    expect(comesTo(requested('5'), deputyOf('leo', david))).toBe('approved')
    expect(comesTo(requested('5'), deputyOf('wendy', david))).toBe('own_request')
    expect(comesTo(requested('5'), { ...david, standsFor: [person('wendy', ['sales_rep'])] })).toBe(
      'stands_for_requester',
    )
    const judged = decides(requested('5'), deputyOf('leo', david))
    expect(judged.kind === 'moved' && judged.approval.steps[0]?.decisions).toMatchObject([{ by: 'leo', for: 'david' }])
  })

  test('whoever stands in for one of two is one of two: where all have to agree they are not enough', () => {
    const policy = { key: 'p', steps: [{ mode: 'all', approvers: [{ role: 'finance' }, { role: 'gm' }] }] }
    const both = { ...person('frank', ['gm']), standsFor: [person('ada', ['finance'])] }
    expect(comesTo(requested('5', '12', wendy, policy), both)).toBe('pending')
    expect(comesTo(requested('5', '12', wendy, policy), both, both)).toBe('twice')
    expect(comesTo(requested('5', '12', wendy, policy), both, person('ada', ['finance']))).toBe('approved')
  })
})

describe('what else ends a request', () => {
  test('a rejection, which says why', () => {
    const million = requested('1000000')
    for (const comment of [null, '', '  '])
      expect(decides(million, david, { decision: 'reject', comment })).toMatchObject({
        kind: 'refused',
        problems: [{ code: 'comment_required', field: 'comment' }],
      })
    const rejected = decides(million, david, { decision: 'reject', comment: ' too cheap ' })
    expect(rejected).toMatchObject({
      kind: 'moved',
      approval: {
        status: 'rejected',
        decidedAt: MONDAY_NINE + 1,
        steps: [{ decisions: [{ by: 'david', comment: 'too cheap' }] }, {}, {}],
      },
    })
    expect(rejected.kind === 'moved' && comesTo(rejected.approval, david)).toBe('decided')
  })

  test('a change of what was asked for, before or after it was decided', () => {
    const voided = decides(requested('5'), david, { snapshotHash: 'h2' })
    expect(voided).toMatchObject({
      kind: 'voided',
      approval: { status: 'superseded', steps: [{ decisions: [] }] },
      problems: [{ code: 'changed' }],
    })
    const approved = decides(requested('5'), david)
    if (approved.kind !== 'moved') throw new Error('not approved')
    expect(supersede(approved.approval, 'h1', { now: 1 })).toBeNull()
    expect(supersede(approved.approval, 'h2', { now: 1 })).toMatchObject({ status: 'superseded' })
    expect(decides(requested('5'), person('nobody'), { snapshotHash: 'h2' })).toMatchObject({ kind: 'refused' })
  })

  test('never time', () => {
    const million = requested('1000000')
    const century = { now: MONDAY_NINE + 100 * 366 * 86_400_000 }
    expect(supersede(million, 'h1', century)).toBeNull()
    const later = decideApproval(
      million,
      { decision: 'approve', comment: null, snapshotHash: 'h1', by: david },
      century,
    )
    expect(later).toMatchObject({ kind: 'moved', approval: { status: 'pending' } })
  })
})

const Anybody = fc.record({
  id: fc.constantFrom('wendy', 'david', 'lara', 'fiona', 'frank', 'bo'),
  roles: fc.subarray(['sales_manager', 'legal', 'finance', 'gm']),
  managers: fc.constantFrom<string[]>([], ['wendy'], ['frank']),
})

test('however it goes: approved only by enough people, none of them the one who asked, none twice in a step', () => {
  fc.assert(
    fc.property(fc.array(Anybody, { maxLength: 12 }), fc.constantFrom('5', '200000', '1000000'), (people, amount) => {
      let approval = requested(amount)
      for (const by of people) {
        const judged = decides(approval, by)
        if (judged.kind === 'moved') approval = judged.approval
      }
      for (const { decisions, mode } of approval.steps) {
        const by = decisions.map((decided) => decided.by)
        expect(by).not.toContain('wendy')
        expect(new Set(by).size).toBe(by.length)
        if (approval.status === 'approved') expect(by.length).toBe(mode === 'all' ? 2 : 1)
      }
    }),
    { numRuns: 500 },
  )
})
