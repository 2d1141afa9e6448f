import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { STANDARD_TIERS } from '#shared/customer/standard-tiers.ts'
import { type TierInput, type TierOutcome, tierOf } from '#shared/customer/tier.ts'
import { addDays } from '#shared/time/civil-date.ts'

const asOf = '2026-06-30'

const aBuyer = (given: Partial<TierInput> = {}): TierInput => ({
  asOf,
  lifetimeAmount: 1_000_000_00,
  grossProfit12m: 150_000_00,
  orders12m: 4,
  lastOrderDate: '2026-05-01',
  firstOrderDate: '2024-06-30',
  ...given,
})

const RANK = { C: 0, B: 1, A: 2 } as const
const tierRank = (outcome: TierOutcome): number => RANK[outcome.computedTier]

const money = fc.integer({ min: -100_000_00, max: 5_000_000_00 })
const ago = fc.nat(4_000)
const someBuyer = fc
  .record({
    lifetimeAmount: money,
    grossProfit12m: money,
    orders12m: fc.nat(12),
    last: ago,
    before: ago,
    previous: fc.constantFrom('A', 'B', 'C', null),
  })
  .map(({ last, before, ...rest }): TierInput & { lastOrderDate: string; firstOrderDate: string } => ({
    asOf,
    ...rest,
    lastOrderDate: addDays(asOf, -last),
    firstOrderDate: addDays(asOf, -last - before),
  }))

function expectNoWorse(better: TierInput, worse: TierInput): void {
  expect(tierOf(better).score).toBeGreaterThanOrEqual(tierOf(worse).score)
  expect(tierRank(tierOf(better))).toBeGreaterThanOrEqual(tierRank(tierOf(worse)))
}

describe('a better figure never makes a worse tier', () => {
  test.for([['lifetimeAmount'], ['grossProfit12m'], ['orders12m']] as const)('%s', ([key]) => {
    fc.assert(
      fc.property(someBuyer, fc.nat(2_000_000_00), (buyer, more) =>
        expectNoWorse({ ...buyer, [key]: buyer[key] + more }, buyer),
      ),
    )
  })

  test('a later last order', () => {
    fc.assert(
      fc.property(someBuyer, ago, (buyer, days) => {
        const later = addDays(buyer.lastOrderDate, days)
        expectNoWorse({ ...buyer, lastOrderDate: later < asOf ? later : asOf }, buyer)
      }),
    )
  })

  test('an earlier first order', () => {
    fc.assert(
      fc.property(someBuyer, ago, (buyer, days) =>
        expectNoWorse({ ...buyer, firstOrderDate: addDays(buyer.firstOrderDate, -days) }, buyer),
      ),
    )
  })
})

describe('hysteresis', () => {
  test('only helps: a higher tier before never makes a lower one now', () => {
    fc.assert(
      fc.property(someBuyer, (buyer) => {
        const after = ([null, 'C', 'B', 'A'] as const).map((previous) => tierRank(tierOf({ ...buyer, previous })))
        expect(after).toEqual(after.toSorted())
      }),
    )
  })

  test('never promotes', () => {
    fc.assert(
      fc.property(someBuyer, (buyer) => {
        const without = tierRank(tierOf({ ...buyer, previous: null }))
        const before = RANK[buyer.previous ?? 'C']
        expect(tierRank(tierOf(buyer))).toBeLessThanOrEqual(Math.max(without, before))
      }),
    )
  })
})

describe('the basis', () => {
  test('whoever makes no profit is at most B, and the cap is named only where it bit', () => {
    const large = {
      lifetimeAmount: 3_500_000_00,
      orders12m: 9,
      lastOrderDate: '2026-06-20',
      firstOrderDate: '2019-01-05',
    }
    expect(tierOf(aBuyer({ ...large, grossProfit12m: 0 }))).toMatchObject({
      score: 750,
      tier: 'B',
      basis: 'profit_cap',
    })
    expect(tierOf(aBuyer({ grossProfit12m: 0, orders12m: 1 }))).toMatchObject({ tier: 'B', basis: 'score' })
  })

  test('who never ordered is C, whatever it was before', () => {
    const prospect = { lifetimeAmount: 0, grossProfit12m: 0, orders12m: 0, lastOrderDate: null, firstOrderDate: null }
    expect(tierOf({ asOf, ...prospect, previous: 'A' })).toEqual({
      points: { M: 0, F: 0, P: 0, R: 0, Y: 0 },
      score: 0,
      computedTier: 'C',
      tier: 'C',
      basis: 'no_orders',
      recencyDays: null,
      years: null,
    })
  })

  test('an override wins through its last day and hides nothing of what the figures say', () => {
    const small = { lifetimeAmount: 31_000_00, grossProfit12m: 5_200_00, orders12m: 1, lastOrderDate: '2025-09-15' }
    const until = (until: string) => tierOf(aBuyer({ ...small, override: { tier: 'A', until } }))
    expect(until(asOf)).toMatchObject({ tier: 'A', basis: 'override', computedTier: 'C' })
    expect(until('2026-06-29')).toMatchObject({ tier: 'C', basis: 'score', computedTier: 'C' })
  })
})

describe('years', () => {
  test('are complete on the anniversary, not the day before', () => {
    expect(tierOf(aBuyer({ firstOrderDate: '2021-06-30' })).years).toBe(5)
    expect(tierOf(aBuyer({ firstOrderDate: '2021-07-01' })).years).toBe(4)
  })

  test('of who began on 29 February are complete on 1 March', () => {
    const since = { firstOrderDate: '2024-02-29', lastOrderDate: '2024-02-29' }
    expect(tierOf(aBuyer({ ...since, asOf: '2025-02-28' })).years).toBe(0)
    expect(tierOf(aBuyer({ ...since, asOf: '2025-03-01' })).years).toBe(1)
  })
})

describe("a firm's own tiers", () => {
  test('replace the standard ones', () => {
    const strict = { ...STANDARD_TIERS, thresholds: { A: 800, B: 450 } }
    expect(tierOf(aBuyer({ lastOrderDate: '2026-06-29' })).tier).toBe('A')
    expect(tierOf(aBuyer({ lastOrderDate: '2026-06-29', config: { ...strict, hysteresis: 0 } })).tier).toBe('A')
    expect(tierOf(aBuyer({ config: strict })).tier).toBe('B')
  })

  test('weigh as the standard does, to a hundred percent', () => {
    expect(Object.values(STANDARD_TIERS.weights).reduce((sum, weight) => sum + weight, 0)).toBe(100)
  })
})
