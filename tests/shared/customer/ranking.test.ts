import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Rank } from '#shared/customer/rank.ts'
import { type Buying, type Ranked, ranked } from '#shared/customer/ranking.ts'
import { STANDARD_TIERS } from '#shared/customer/standard-tiers.ts'
import { readExplained } from '#shared/customer/tier-explained.ts'
import { addDays } from '#shared/time/civil-date.ts'
import { bought, someBuying, somebody, TODAY, UNRANKED } from './buyings.ts'

const at = (today: string) => ({ today, now: Date.parse(`${today}T01:00:00Z`) })
const rank = (before: Ranked, buying: Buying, today = TODAY) => ranked(before, buying, at(today))
const kept = (before: Ranked, { values }: { values: Partial<Rank> }): Ranked & Partial<Rank> => ({
  ...before,
  ...values,
})

/** An amount of 680,000 with 96,000 of profit, three orders in a year, the last 81 days ago: 62.5, a B (vector 2). */
const GROWTH = bought([
  { ago: 81, amount: 400_000_00, profit: 60_000_00 },
  { ago: 200, amount: 100_000_00, profit: 16_000_00 },
  { ago: 300, amount: 100_000_00, profit: 20_000_00 },
  { ago: 667, amount: 80_000_00, profit: 30_000_00 },
])

describe('what is kept', () => {
  test('the tier, its figures, and what they follow from', () => {
    const { values } = rank(UNRANKED, GROWTH)
    expect(values).toMatchObject({
      tier: 'B',
      tier_computed: 'B',
      tier_score: 625,
      tier_basis: 'score',
      lifetime_amount: 680_000_00,
      orders_12m: 3,
      profit_12m: 96_000_00,
      first_order_on: '2024-09-01',
      last_order_on: '2026-04-10',
      churn_status: 'active',
    })
    expect(values.tier_explain).toMatchObject({
      points: { M: 70, F: 60, P: 60, R: 70, Y: 40 },
      byScore: 'B',
      was: { tier: null, score: null },
    })
  })

  test('what leads to the next tier, as the domain prints it: 65.5, 70.5, 75.0', () => {
    expect(readExplained(rank(UNRANKED, GROWTH).values.tier_explain)?.next).toEqual({
      tier: 'A',
      missing: 125,
      steps: [
        { of: 'F', to: 4, points: 75, score: 655 },
        { of: 'P', to: 150_000_00, points: 80, score: 705 },
        { of: 'R', to: 30, points: 100, score: 750 },
      ],
    })
  })

  test('of who never ordered: a C, a prospect, and nothing to look at again', () => {
    const { values, nextLook } = rank(UNRANKED, bought([]))
    expect(values).toMatchObject({ tier: 'C', tier_basis: 'no_orders', churn_status: 'prospect', orders_12m: 0 })
    expect(nextLook).toBeNull()
  })

  test('the tier and the score before, since when they are others', () => {
    const before = kept(UNRANKED, rank(UNRANKED, bought([{ ago: 100, amount: 10_000_00, profit: 100 }]), '2026-06-29'))
    const { values } = rank(before, GROWTH)
    expect([before.tier, values.tier, values.tier_at]).toEqual(['C', 'B', at(TODAY).now])
    expect(readExplained(values.tier_explain)?.was).toEqual({ tier: 'C', score: before.tier_score })
  })

  test('a loss keeps an A at B, and what the score says goes on under it', () => {
    // 73.0 points without profit: an A is kept there and not reached.
    const often = Array.from({ length: 9 }, (_, index) => ({ ago: index + 1 }))
    const buying = (profit: number) => bought([...often, { ago: 10, profit }, { ago: 1500 }], { shipped: 3_500_000_00 })
    const wasA: Ranked = { ...UNRANKED, tier: 'A', tier_computed: 'A' }
    const capped = kept(wasA, rank(wasA, buying(-1)))
    expect([capped.tier, capped.tier_score, capped.tier_basis]).toEqual(['B', 730, 'profit_cap'])
    expect(rank(capped, buying(-1)).values).toEqual({})
    expect(readExplained(capped.tier_explain)?.next?.steps[0]).toEqual({ of: 'P', to: 1, points: 20, score: 780 })
    expect(rank(capped, buying(1)).values).toMatchObject({ tier: 'A', tier_basis: 'score' })
  })
})

describe('set by hand', () => {
  const set: Ranked = {
    ...UNRANKED,
    tier: 'A',
    tier_override: 'A',
    tier_override_reason: 'Large tender',
    tier_override_until: '2026-07-10',
    tier_override_by: 'david',
  }

  test('it counts through its day, the figures are still said, and it is taken off on the day after', () => {
    const during = kept(set, rank(set, GROWTH))
    expect(during).toMatchObject({ tier: 'A', tier_basis: 'override', tier_computed: 'B', tier_score: 625 })
    expect(rank(during, GROWTH).nextLook).toBe('2026-07-10')
    expect(rank(during, GROWTH, '2026-07-10').values.tier).toBeUndefined()
    const { values } = rank(during, GROWTH, '2026-07-11')
    expect(values).toMatchObject({ tier: 'B', tier_basis: 'score', tier_override: null, tier_override_until: null })
  })

  test('it makes nothing easier afterwards: only what the figures said before is kept from falling', () => {
    const during = kept(
      set,
      rank(
        set,
        bought([{ ago: 81, amount: 1_000_000_00, profit: 150_000_00 }, { ago: 100 }, { ago: 110 }, { ago: 667 }]),
      ),
    )
    expect(during.tier_computed).toBe('B')
    const ended = kept(during, rank(during, GROWTH, '2026-07-11'))
    expect(ended.tier).toBe('B')
  })
})

describe('always', () => {
  test('worked out twice it is the same, on the same day and by another number of the clock', () => {
    fc.assert(
      fc.property(somebody, someBuying, (before, buying) => {
        const first = rank(before, buying)
        const second = ranked(kept(before, first), buying, { today: TODAY, now: at(TODAY).now + 5_000 })
        expect(second).toEqual({ values: {}, nextLook: first.nextLook })
      }),
    )
  })

  test('on no day before the next look is anything otherwise, for more than a year', () => {
    fc.assert(
      fc.property(somebody, someBuying, (before, buying) => {
        let [now, look] = [kept(before, rank(before, buying)), rank(before, buying).nextLook]
        for (let days = 1; days <= 400; days += 1) {
          const day = addDays(TODAY, days)
          const today = rank(now, buying, day)
          if (look === null || day < look) expect([day, today.values]).toEqual([day, {}])
          else {
            now = kept(now, today)
            look = today.nextLook
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  test('the way to the next tier leads there', () => {
    fc.assert(
      fc.property(somebody, someBuying, (before, buying) => {
        const explained = readExplained(rank(before, buying).values.tier_explain)
        const { next } = explained ?? { next: null }
        if (!next) return
        const last = next.steps.at(-1)
        expect(last?.score ?? STANDARD_TIERS.thresholds[next.tier]).toBeGreaterThanOrEqual(
          STANDARD_TIERS.thresholds[next.tier],
        )
      }),
    )
  })
})
