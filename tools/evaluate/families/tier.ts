import { z } from 'zod'
import { STANDARD_TIERS, type TierConfig } from '#shared/customer/standard-tiers.ts'
import { tierOf } from '#shared/customer/tier.ts'
import { family } from '../family.ts'
import { date, decimal, fixed, minorOf, scaled } from '../notation.ts'
import type { VectorFile } from '../vector-file.ts'

const Tier = z.enum(['A', 'B', 'C'])

/** F1_tier: a customer's tier. Amounts are in CNY. */
export const tier = family(
  z.object({
    as_of: date,
    lifetime_amount_base: decimal,
    gross_profit_12m_base: decimal,
    orders_12m: z.int(),
    last_order_date: date.nullish(),
    first_order_date: date.nullish(),
    previous_tier: Tier.nullish(),
    override: z.object({ tier: Tier, until: date }).nullish(),
  }),
  (input, file) => {
    const outcome = tierOf({
      asOf: input.as_of,
      lifetimeAmount: minorOf(input.lifetime_amount_base, 'CNY'),
      grossProfit12m: minorOf(input.gross_profit_12m_base, 'CNY'),
      orders12m: input.orders_12m,
      lastOrderDate: input.last_order_date ?? null,
      firstOrderDate: input.first_order_date ?? null,
      previous: input.previous_tier ?? null,
      override: input.override ?? null,
      config: configOf(file),
    })
    return {
      points: outcome.points,
      score: fixed(outcome.score, 1),
      computed_tier: outcome.computedTier,
      tier: outcome.tier,
      basis: outcome.basis,
      recency_days: outcome.recencyDays,
      years: outcome.years,
    }
  },
)

const Weights = z.object({ M: z.int(), F: z.int(), P: z.int(), R: z.int(), Y: z.int() })
const TierSettings = z.object({
  weights: Weights.optional(),
  thresholds: z.object({ A: decimal, B: decimal }).optional(),
  hysteresis: decimal.optional(),
})

/** The standard, with what the file says otherwise. */
function configOf(file: VectorFile): TierConfig {
  const { weights, thresholds, hysteresis } = TierSettings.parse(file.tier_config ?? {})
  return {
    ...STANDARD_TIERS,
    ...(weights && { weights }),
    ...(thresholds && { thresholds: { A: scaled(thresholds.A, 1), B: scaled(thresholds.B, 1) } }),
    ...(hysteresis !== undefined && { hysteresis: scaled(hysteresis, 1) }),
  }
}
