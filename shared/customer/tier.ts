import type { ValueOf } from '#shared/record/field.ts'
import { type CivilDate, daysBetween } from '#shared/time/civil-date.ts'
import type { customer } from '#shared/trade/customer.ts'
import { type Band, type Dimension, STANDARD_TIERS, type TierConfig } from './standard-tiers.ts'

/** The tier of a customer, and all that explains it (domain 3.1). */
export function tierOf(input: TierInput): TierOutcome {
  const { asOf, lastOrderDate, firstOrderDate, override, config = STANDARD_TIERS } = input
  const recencyDays = lastOrderDate === null ? null : daysBetween(lastOrderDate, asOf)
  const years = firstOrderDate === null ? null : completeYears(firstOrderDate, asOf)
  const points = {
    M: pointsFrom(config.bands.M, input.lifetimeAmount),
    F: pointsFrom(config.bands.F, input.orders12m),
    P: pointsFrom(config.bands.P, input.grossProfit12m),
    R: recencyDays === null ? 0 : (config.recency.find((band) => recencyDays <= band.upTo)?.points ?? 0),
    Y: years === null ? 0 : pointsFrom(config.bands.Y, years),
  }
  const score = weighted(points, config.weights)
  const computed = decide(score, input, config)
  const set = override && asOf <= override.until ? ({ tier: override.tier, basis: 'override' } as const) : computed
  return { points, score, computedTier: computed.tier, ...set, recencyDays, years }
}

export type Tier = ValueOf<typeof customer.fields.tier>

export interface TierInput {
  readonly asOf: CivilDate
  /** Shipped over the whole relation, each order at its booking rate; minor units of base currency. */
  readonly lifetimeAmount: number
  /** Of the last 365 days, realised where known, else expected; minor units of base currency. */
  readonly grossProfit12m: number
  /** Confirmed orders of the last 365 days. */
  readonly orders12m: number
  /** Null, like `firstOrderDate`, when the customer has never ordered. */
  readonly lastOrderDate: CivilDate | null
  readonly firstOrderDate: CivilDate | null
  readonly previous?: Tier | null
  /** Set by hand; counts up to and including `until`. */
  readonly override?: { readonly tier: Tier; readonly until: CivilDate } | null
  readonly config?: TierConfig
}

export interface TierOutcome {
  /** 0 to 100 in each dimension. */
  readonly points: Readonly<Record<Dimension, number>>
  /** Tenths of a point: 958 is 95.8. */
  readonly score: number
  /** What the figures say; shown even where an override wins. */
  readonly computedTier: Tier
  readonly tier: Tier
  /** What `tier` follows from. */
  readonly basis: ValueOf<typeof customer.fields.tier_basis>
  readonly recencyDays: number | null
  /** Complete years since the first order. */
  readonly years: number | null
}

function decide(score: number, input: TierInput, config: TierConfig): Pick<TierOutcome, 'tier' | 'basis'> {
  if (input.lastOrderDate === null && input.firstOrderDate === null) return { tier: 'C', basis: 'no_orders' }
  const tier = tierAt(score, input.previous ?? 'C', config)
  // The cap is named as the basis only where it changed something.
  return tier === 'A' && input.grossProfit12m <= 0 ? { tier: 'B', basis: 'profit_cap' } : { tier, basis: 'score' }
}

/** A tier once reached is left only by a real drop; reaching one is never made easier. */
function tierAt(score: number, previous: Tier, { thresholds, hysteresis }: TierConfig): Tier {
  if (score >= thresholds.A - (previous === 'A' ? hysteresis : 0)) return 'A'
  if (score >= thresholds.B - (previous === 'C' ? 0 : hysteresis)) return 'B'
  return 'C'
}

function weighted(points: TierOutcome['points'], weights: TierConfig['weights']): number {
  const hundredths = (Object.keys(weights) as Dimension[]).reduce((sum, key) => sum + weights[key] * points[key], 0)
  return Math.round(hundredths / 10)
}

const pointsFrom = (bands: readonly Band[], figure: number): number =>
  bands.findLast((band) => figure >= band.from)?.points ?? 0

/** The anniversary counts from the day itself; who began on 29 February has it on 1 March. */
function completeYears(from: CivilDate, to: CivilDate): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return to.slice(4) < from.slice(4) ? years - 1 : years
}
