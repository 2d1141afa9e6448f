import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { claimRule } from '#shared/sla/claim-rule.ts'
import { type Charge, recipientsOf, standInFor } from '#shared/sla/recipients.ts'

/** frank above david above kevin and leo; kevin leads the team, frank is the last resort. */
const PEOPLE: Record<string, string | null> = { frank: null, david: 'frank', kevin: 'david', leo: 'david' }
const charge = (given: Partial<Charge> = {}, away: readonly string[] = []): Charge => ({
  ownerId: null,
  leaderId: 'kevin',
  fallbackId: 'frank',
  people: new Map(Object.entries(PEOPLE).map(([id, managerId]) => [id, { managerId, active: !away.includes(id) }])),
  ...given,
})
const told = (level: number, of: Charge) =>
  recipientsOf(claimRule.levels[level]?.tells ?? [], of).map(({ userId, as }) => `${userId} as ${as}`)

describe('who is told', () => {
  test('in a pool: the leader of its team, then also who is above them', () => {
    expect([0, 1, 2, 3].map((level) => told(level, charge()))).toEqual([
      ['kevin as responsible'],
      ['kevin as responsible', 'david as superior'],
      ['frank as second_superior'],
      ['frank as fallback'],
    ])
  })

  test('with somebody: they themselves', () => {
    expect(told(1, charge({ ownerId: 'leo' }))).toEqual(['leo as responsible', 'david as superior'])
  })

  test('with nobody and in no team: the last resort, once', () => {
    expect(told(1, charge({ leaderId: null }))).toEqual(['frank as fallback'])
  })

  test('above the top: the last resort, not twice for one level', () => {
    expect(told(1, charge({ ownerId: 'frank' }))).toEqual(['frank as responsible'])
    expect(told(2, charge({ ownerId: 'david' }))).toEqual(['frank as fallback'])
  })

  test('whoever has left is no recipient, and those above them still are', () => {
    expect(told(1, charge({ ownerId: 'leo' }, ['leo']))).toEqual(['frank as fallback', 'david as superior'])
    expect(told(1, charge({ ownerId: 'leo' }, ['david']))).toEqual(['leo as responsible', 'frank as fallback'])
    expect(told(1, charge({ ownerId: 'nobody-known' }))).toEqual(['frank as fallback'])
  })

  test('nobody is above themselves, nor above who is above them: there the last resort is told', () => {
    const people = (managers: Record<string, string | null>) =>
      new Map(Object.entries(managers).map(([id, managerId]) => [id, { managerId, active: true }]))
    const own = charge({ ownerId: 'leo', people: people({ leo: 'leo', frank: null }) })
    expect([1, 2].map((level) => told(level, own))).toEqual([
      ['leo as responsible', 'frank as fallback'],
      ['frank as fallback'],
    ])
    const circle = charge({ ownerId: 'leo', people: people({ leo: 'david', david: 'leo', frank: null }) })
    expect([1, 2].map((level) => told(level, circle))).toEqual([
      ['leo as responsible', 'david as superior'],
      ['frank as fallback'],
    ])
    const top = charge({ ownerId: 'leo', people: people({ leo: 'david', david: 'david', frank: null }) })
    expect(told(2, top)).toEqual(['frank as fallback'])
  })

  test('whoever is away and their deputy; nobody twice, and no deputy’s deputy', () => {
    const away = (deputies: Readonly<Record<string, string>>) =>
      new Map(
        Object.entries(PEOPLE).map(([id, managerId]) => [
          id,
          { managerId, active: true, deputyId: deputies[id] ?? null },
        ]),
      )
    const leo = (deputies: Readonly<Record<string, string>>) =>
      told(1, charge({ ownerId: 'leo', people: away(deputies) }))
    expect(leo({ leo: 'kevin' })).toEqual(['leo as responsible', 'david as superior', 'kevin as deputy'])
    expect(leo({ leo: 'david' })).toEqual(['leo as responsible', 'david as superior'])
    expect(leo({ leo: 'kevin', kevin: 'frank' })).toEqual(leo({ leo: 'kevin' }))
    expect(leo({ david: 'leo' })).toEqual(leo({}))
  })

  test('nobody only where the last resort is missing too', () => {
    expect(told(0, charge({ leaderId: null, fallbackId: null }))).toEqual([])
    expect(told(3, charge({}, ['frank']))).toEqual([])
  })

  test('nobody twice, nobody who is not there, for any firm', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd')
    const people = fc.dictionary(
      id,
      fc.record({ managerId: fc.option(id), active: fc.boolean(), deputyId: fc.option(id) }),
    )
    fc.assert(
      fc.property(fc.option(id), fc.option(id), fc.option(id), people, (ownerId, leaderId, fallbackId, staff) => {
        const of = { ownerId, leaderId, fallbackId, people: new Map(Object.entries(staff)) }
        for (const { tells } of claimRule.levels) {
          const ids = recipientsOf(tells, of).map(({ userId }) => userId)
          expect(new Set(ids).size).toBe(ids.length)
          for (const one of ids) expect(staff[one]?.active).toBe(true)
          if (fallbackId && staff[fallbackId]?.active) expect(ids).not.toEqual([])
        }
      }),
    )
  })
})

test('in the place of somebody who may not see it: whoever is above them, else the last resort, never themselves', () => {
  expect(standInFor({ userId: 'kevin', as: 'responsible' }, charge())).toBe('david')
  expect(standInFor({ userId: 'kevin', as: 'responsible' }, charge({}, ['david']))).toBe('frank')
  expect(standInFor({ userId: 'frank', as: 'fallback' }, charge())).toBeNull()
  expect(
    standInFor(
      { userId: 'frank', as: 'fallback' },
      charge({ people: new Map([['frank', { managerId: 'frank', active: true }]]) }),
    ),
  ).toBeNull()
  expect(standInFor({ userId: 'david', as: 'stand_in' }, charge())).toBe('frank')
  expect(standInFor({ userId: 'frank', as: 'stand_in' }, charge())).toBeNull()
})
