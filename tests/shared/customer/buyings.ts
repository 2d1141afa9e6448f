import fc from 'fast-check'
import type { Buying, Ranked } from '#shared/customer/ranking.ts'
import { addDays } from '#shared/time/civil-date.ts'

export const TODAY = '2026-06-30'

/** Nothing is known of them yet. */
export const UNRANKED: Ranked = {
  tier: null,
  tier_computed: null,
  tier_score: null,
  tier_at: null,
  tier_explain: null,
  tier_override: null,
  tier_override_reason: null,
  tier_override_until: null,
  tier_override_by: null,
}

/** What somebody has bought by these orders, each so many days before the day; all are shipped. */
export function bought(
  orders: readonly { readonly ago: number; readonly amount?: number; readonly profit?: number | null }[],
  given: Partial<Buying> = {},
): Buying {
  const dates = orders.map(({ ago }) => addDays(TODAY, -ago)).sort()
  return {
    shipped: orders.reduce((sum, { amount = 0 }) => sum + amount, 0),
    firstOrder: dates[0] ?? null,
    lastOrder: dates.at(-1) ?? null,
    recent: orders.map(({ ago, profit = null }) => ({ date: addDays(TODAY, -ago), profit })),
    days: dates,
    isOpen: false,
    quotedOn: null,
    ...given,
  }
}

const anOrder = fc.record({
  ago: fc.oneof(fc.integer({ min: -20, max: 120 }), fc.nat(1500)),
  amount: fc.nat(2_000_000_00),
  profit: fc.oneof(fc.constant(null), fc.integer({ min: -80_000_00, max: 200_000_00 })),
})

export const someBuying = fc
  .record({
    orders: fc.array(anOrder, { maxLength: 10 }),
    isOpen: fc.boolean(),
    quoted: fc.option(fc.nat(60), { nil: null }),
  })
  .map(({ orders, isOpen, quoted }) =>
    bought(orders, { isOpen, quotedOn: quoted === null ? null : addDays(TODAY, -quoted) }),
  )

const aTier = fc.constantFrom('A' as const, 'B' as const, 'C' as const)

/** Somebody of whom a tier is known, and perhaps another is set by hand. */
export const somebody = fc
  .record({
    tier: fc.option(aTier, { nil: null }),
    set: fc.option(fc.record({ to: aTier, days: fc.integer({ min: -3, max: 360 }) }), { nil: null }),
  })
  .map(
    ({ tier, set }): Ranked => ({
      ...UNRANKED,
      tier,
      tier_computed: tier,
      ...(set && {
        tier_override: set.to,
        tier_override_reason: 'Large tender',
        tier_override_until: addDays(TODAY, set.days),
        tier_override_by: 'david',
      }),
    }),
  )
