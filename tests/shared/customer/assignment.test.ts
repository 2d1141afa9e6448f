import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AssignmentRule, assignInquiry, type Candidate } from '#shared/customer/assignment.ts'

const somebody = (id: string, part: Partial<Candidate> = {}): Candidate => ({
  id,
  isActive: true,
  isOnLeave: false,
  openLeads: 0,
  capacity: 10,
  assignedToday: 0,
  weight: '1',
  lastAssignedAt: null,
  ...part,
})
const rule = (id: string, priority: number, users: readonly string[], match = {}): AssignmentRule => ({
  id,
  priority,
  users,
  match,
})
const inquiry = (qualities = {}, customerOwner: string | null = null) => ({ customerOwner, qualities })

test('an owner who has left does not get the inquiry of their old customer', () => {
  const people = [somebody('gone', { isActive: false }), somebody('there')]
  const given = assignInquiry(inquiry({}, 'gone'), people, [rule('all', 1, ['there'])])
  expect(given).toEqual({ by: 'rule', user: 'there', rule: 'all' })
})

test('rules go by priority, whatever order they are in; one whose people are all away passes on', () => {
  const people = [somebody('a', { isOnLeave: true }), somebody('b')]
  const rules = [rule('second', 2, ['b']), rule('first', 1, ['a'])]
  expect(assignInquiry(inquiry(), people, rules)).toEqual({ by: 'rule', user: 'b', rule: 'second' })
})

test('a rule asks for every quality it names', () => {
  const rules = [rule('german chairs', 1, ['a'], { country: ['DE'], product_line: ['chairs'] })]
  const given = (qualities: object) => assignInquiry(inquiry(qualities), [somebody('a')], rules).by
  expect(given({ country: 'DE', product_line: 'chairs' })).toBe('rule')
  expect(given({ country: 'DE' })).toBe('pool')
  expect(given({ country: 'DE', product_line: null })).toBe('pool')
})

test('whoever was never given one goes before whoever waited longest', () => {
  const people = [somebody('a', { lastAssignedAt: 1 }), somebody('b'), somebody('c', { lastAssignedAt: 0 })]
  expect(assignInquiry(inquiry(), people, [rule('all', 1, ['a', 'b', 'c'])])).toMatchObject({ user: 'b' })
})

test('for their weight nobody is ever ahead of another by more than the last one given', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(weights, fc.integer({ min: 1, max: 60 }), (each, inquiries) => {
      let people = each.map((weight, at) => somebody(`p${at}`, { weight: String(weight), capacity: 1_000 }))
      const rules = [
        rule(
          'all',
          1,
          people.map(({ id }) => id),
        ),
      ]
      for (let at = 0; at < inquiries; at++) {
        const given = assignInquiry(inquiry(), people, rules)
        if (given.by !== 'rule') throw new Error('somebody is free')
        people = people.map((one) =>
          one.id === given.user ? { ...one, assignedToday: one.assignedToday + 1, lastAssignedAt: at } : one,
        )
      }
      const shares = people.map(({ assignedToday, weight }) => [assignedToday, Number(weight)] as const)
      for (const [given, weight] of shares.filter(([given]) => given > 0)) {
        for (const [others, theirs] of shares) expect((given - 1) * theirs).toBeLessThanOrEqual(others * weight)
      }
    }),
  )
})
