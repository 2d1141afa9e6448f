import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Repurchase, repurchaseOf } from '#shared/customer/repurchase.ts'
import { addDays } from '#shared/time/civil-date.ts'

const today = '2026-06-30'
const RANK = { active: 0, due: 1, at_risk: 2, lost: 3 } as const

const orders = fc
  .uniqueArray(fc.nat(2_000), { minLength: 1, maxLength: 10 })
  .map((ago) => ago.map((days) => addDays(today, -days)))
const of = (dates: readonly string[], day = today, engaged = false): Repurchase => {
  const outcome = repurchaseOf({ today: day, orders: dates, engaged })
  if (!outcome) throw new Error('has ordered')
  return outcome
}

describe('when somebody is expected to buy again', () => {
  test('who never ordered is expected by nobody', () => {
    expect(repurchaseOf({ today, orders: [] })).toBeNull()
  })

  test('the order in which orders are named, and several of a day, change nothing', () => {
    fc.assert(
      fc.property(orders, (dates) => {
        expect(of([...dates, ...dates].sort())).toEqual(of(dates.toReversed()))
      }),
    )
  })

  test('only the last six days count for the rhythm', () => {
    fc.assert(
      fc.property(orders, (dates) => {
        const { orderDays, ...all } = of(dates)
        expect(of(dates.toSorted().slice(-6))).toMatchObject(all)
        expect(orderDays).toBe(dates.length)
      }),
    )
  })

  test('as days go by it never gets better by itself, and goes through all that comes between', () => {
    fc.assert(
      fc.property(orders, (dates) => {
        const last = dates.toSorted().at(-1) ?? today
        let before = 0
        for (let days = 0; days <= 900; days += 1) {
          const { status } = of(dates, addDays(last, days))
          const rank = RANK[status as keyof typeof RANK]
          expect(rank - before).toBeGreaterThanOrEqual(0)
          expect(rank - before).toBeLessThanOrEqual(1)
          before = rank
        }
      }),
      { numRuns: 40 },
    )
  })

  test('nobody is lost within half a year, nor late before the expected day', () => {
    fc.assert(
      fc.property(orders, fc.nat(600), (dates, days) => {
        const day = addDays(dates.toSorted().at(-1) ?? today, days)
        const { status, daysSinceLast, nextExpected, interval, riskAfter, lostAfter } = of(dates, day)
        if (status === 'lost') expect(daysSinceLast).toBeGreaterThan(180)
        if (status === 'active') expect(day <= nextExpected).toBe(true)
        expect(interval).toBeLessThan(riskAfter)
        expect(riskAfter).toBeLessThan(lostAfter)
      }),
    )
  })

  test('who is being talked to is neither due nor lost, and who is in rhythm stays so', () => {
    fc.assert(
      fc.property(orders, (dates) => {
        const { status } = of(dates)
        expect(of(dates, today, true).status).toBe(status === 'active' ? 'active' : 'engaged')
      }),
    )
  })

  test('a steady buyer is expected one interval after the last order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 300 }), fc.integer({ min: 3, max: 8 }), (gap, count) => {
        const dates = Array.from({ length: count }, (_, index) => addDays(today, -index * gap))
        expect(of(dates)).toMatchObject({ interval: gap * 10, nextExpected: addDays(today, gap), status: 'active' })
      }),
    )
  })
})
