import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { givenTo, type Hand } from '#shared/customer/distribution.ts'
import type { AssignmentRule } from '#shared/trade/index.ts'
import { a } from '../../fixtures/road.ts'

const TODAY = '2026-10-20'

const aHand = (given: Partial<Hand> & { readonly id: string }): Hand => ({
  alias: given.id,
  teamId: null,
  isActive: true,
  isOnLeave: false,
  openLeads: 0,
  capacity: 10,
  assignedToday: 0,
  claimedToday: 0,
  weight: '1',
  lastAssignedAt: null,
  ...given,
})

const aRule = (given: Partial<AssignmentRule>): AssignmentRule =>
  a.assignment_rule({ id: 'R', name: 'R', priority: 1, match: {}, strategy: 'weighted_round_robin', ...given })

const give = (rules: readonly AssignmentRule[], staff: readonly Hand[], asked = {}) =>
  givenTo(asked, { rules, pools: [], staff }, TODAY)

const aStaff = fc
  .array(
    fc.record({
      isActive: fc.boolean(),
      openLeads: fc.integer({ min: 0, max: 4 }),
      capacity: fc.integer({ min: 0, max: 4 }),
      assignedToday: fc.integer({ min: 0, max: 3 }),
      weight: fc.constantFrom('0', '1', '2'),
      teamId: fc.constantFrom('A', 'B', null),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((hands) => hands.map((hand, at) => aHand({ ...hand, id: `P${at}` })))

const STRATEGIES = ['weighted_round_robin', 'least_open', 'fixed'] as const
const isFree = ({ isActive, openLeads, capacity, weight }: Hand) => isActive && openLeads < capacity && weight !== '0'

describe('whoever is given an inquiry', () => {
  test.each(STRATEGIES)(
    '%s: is one of those whom the rule names who is free; nobody only when none of them is',
    (strategy) => {
      fc.assert(
        fc.property(aStaff, fc.subarray(['P0', 'P1', 'P2', 'P3', 'P4', 'P5']), (staff, users) => {
          const given = give([aRule({ strategy, users })], staff)
          const free = staff.filter((hand) => users.includes(hand.id) && isFree(hand))
          expect(given === null).toBe(free.length === 0)
          if (given !== null) expect(free.map(({ id }) => id)).toContain(given)
        }),
      )
    },
  )

  test('has the fewest in hand, where the rule says so', () => {
    fc.assert(
      fc.property(aStaff, (staff) => {
        const given = staff.find(
          ({ id }) => id === give([aRule({ strategy: 'least_open', users: staff.map(({ id }) => id) })], staff),
        )
        if (given) for (const hand of staff.filter(isFree)) expect(given.openLeads).toBeLessThanOrEqual(hand.openLeads)
      }),
    )
  })

  test('is the first of those named who is free, where it is always the same', () => {
    const staff = [aHand({ id: 'P0', weight: '0' }), aHand({ id: 'P1' }), aHand({ id: 'P2' })]
    expect(give([aRule({ strategy: 'fixed', users: ['P0', 'P2', 'P1'] })], staff)).toBe('P2')
  })

  test('is anybody of the team that is named, and nobody where neither people nor a team are', () => {
    const staff = [aHand({ id: 'P0' }), aHand({ id: 'P1', teamId: 'A' })]
    expect(give([aRule({ team_id: 'A', users: null })], staff)).toBe('P1')
    expect(give([aRule({ team_id: 'A', users: [] })], staff)).toBe('P1')
    expect(give([aRule({ team_id: null, users: null })], staff)).toBeNull()
  })
})

describe('a rule', () => {
  const staff = [aHand({ id: 'P0' }), aHand({ id: 'P1' })]

  test('holds from its first day to its last', () => {
    const on = (active_from: string | null, active_to: string | null) =>
      give([aRule({ users: ['P0'], active_from, active_to })], staff)
    expect([on(TODAY, TODAY), on(null, null), on('2026-10-21', null), on(null, '2026-10-19')]).toEqual([
      'P0',
      'P0',
      null,
      null,
    ])
  })

  test('of a smaller priority goes first, and the next where nobody of it is free', () => {
    const rules = [
      aRule({ id: 'B', priority: 2, users: ['P1'] }),
      aRule({ id: 'A', priority: 1, match: { country: ['BR'] }, users: ['P0'] }),
    ]
    expect(give(rules, staff, { country: 'BR' })).toBe('P0')
    expect(give(rules, staff, { country: 'US' })).toBe('P1')
    expect(give(rules, [aHand({ id: 'P0', isActive: false }), aHand({ id: 'P1' })], { country: 'BR' })).toBe('P1')
  })
})
