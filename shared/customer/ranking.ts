import { sumOf } from '#shared/money/sum.ts'
import { addDays, type CivilDate, daysBetween, yearsAfter } from '#shared/time/civil-date.ts'
import type { Customer } from '#shared/trade/index.ts'
import { nextTier } from './next-tier.ts'
import { NOT_OVERRIDDEN, type Rank } from './rank.ts'
import { type Repurchase, repurchaseOf } from './repurchase.ts'
import { STANDARD_TIERS, type TierConfig } from './standard-tiers.ts'
import { tierOf } from './tier.ts'
import { readExplained, type TierExplained } from './tier-explained.ts'

/** What somebody has bought: all that their tier and their rhythm follow from. */
export interface Buying {
  /** What was shipped in all, each order at its booking rate; minor units of base currency. */
  readonly shipped: number
  /** Dates of confirmed orders; null for who has none. */
  readonly firstOrder: CivilDate | null
  readonly lastOrder: CivilDate | null
  /** Confirmed orders of the last 365 days, older ones may be among them; profit in minor units of base currency, if known. */
  readonly recent: readonly { readonly date: CivilDate; readonly profit: number | null }[]
  /** The latest days of orders, six at least where there are so many. */
  readonly days: readonly CivilDate[]
  /** An order is open that has not been shipped. */
  readonly isOpen: boolean
  /** The day on which the last quotation was sent. */
  readonly quotedOn: CivilDate | null
}

export interface RankView {
  readonly today: CivilDate
  /** ms UTC. */
  readonly now: number
  /** How the firm ranks; the standard where it has said nothing. */
  readonly tiers?: TierConfig | null
}

/** What is kept of it on a customer, as far as it changes; and the day on which it may change by itself. */
export interface Ranking {
  readonly values: Partial<Rank>
  /** Null where only a write changes anything. */
  readonly nextLook: CivilDate | null
}

/** Of whom it is worked out: what was kept before, and is the ground of hysteresis and trend. */
export type Ranked = Pick<
  Customer,
  | 'tier'
  | 'tier_computed'
  | 'tier_score'
  | 'tier_at'
  | 'tier_explain'
  | 'tier_override'
  | 'tier_override_reason'
  | 'tier_override_until'
  | 'tier_override_by'
>

const YEAR = 365
/** For so long a quotation means that somebody is at it. */
const QUOTED_DAYS = 30

/**
 * A customer's tier and rhythm today (domain 3.1 and 3.5). Worked out twice it comes to the same; until `nextLook` it does so
 * on every day, as long as nothing else is written. An override whose end has passed is taken off.
 */
export function ranked(before: Ranked, buying: Buying, view: RankView): Ranking {
  const { today } = view
  const config = view.tiers ?? STANDARD_TIERS
  const known = readExplained(before.tier_explain)
  const lastYear = buying.recent.filter(({ date }) => daysBetween(date, today) <= YEAR)
  const profit = sumOf(lastYear.map((order) => order.profit ?? 0))
  const own = tierOf({
    asOf: today,
    lifetimeAmount: buying.shipped,
    grossProfit12m: profit,
    orders12m: lastYear.length,
    lastOrderDate: buying.lastOrder,
    firstOrderDate: buying.firstOrder,
    // What somebody has set is no ground for keeping it.
    previous: known?.byScore ?? before.tier_computed ?? (before.tier_override ? null : before.tier),
    config,
  })
  const quoted = buying.quotedOn !== null && daysBetween(buying.quotedOn, today) <= QUOTED_DAYS
  const rhythm = repurchaseOf({ today, orders: buying.days, engaged: buying.isOpen || quoted })
  const override = overrideOf(before, today)
  const tier = override?.tier ?? own.computedTier
  const explained: TierExplained = {
    points: own.points,
    weights: config.weights,
    basis: own.basis as TierExplained['basis'],
    byScore: own.basis === 'profit_cap' ? 'A' : own.computedTier,
    next: nextTier(own, profit, config),
    was: {
      tier: tier === before.tier ? (known?.was.tier ?? null) : before.tier,
      score: own.score === before.tier_score ? (known?.was.score ?? null) : before.tier_score,
    },
  }
  const rank: Rank = {
    tier,
    tier_score: own.score,
    tier_basis: override ? 'override' : own.basis,
    tier_computed: own.computedTier,
    tier_at: tier === before.tier ? before.tier_at : view.now,
    tier_explain: { ...explained },
    ...(override ? overridden(before) : NOT_OVERRIDDEN),
    churn_status: rhythm?.status ?? 'prospect',
    next_expected_order: rhythm?.nextExpected ?? null,
    // From tenths to thousandths.
    order_interval: rhythm ? rhythm.interval * 100 : null,
    order_spread: rhythm ? rhythm.spread * 100 : null,
    first_order_on: buying.firstOrder,
    last_order_on: buying.lastOrder,
    lifetime_amount: buying.shipped,
    orders_12m: lastYear.length,
    profit_12m: profit,
  }
  const days = [
    ...ofOrders(buying, config),
    ...lastYear.map(({ date }) => addDays(date, YEAR + 1)),
    ...(rhythm && buying.lastOrder ? ofRhythm(buying.lastOrder, rhythm) : []),
    ...(buying.quotedOn ? [addDays(buying.quotedOn, QUOTED_DAYS + 1)] : []),
    ...(override ? [addDays(override.until, 1)] : []),
  ]
  return {
    values: changedOf(before, rank),
    nextLook: days.filter((day) => day > today).sort()[0] ?? null,
  }
}

/** What somebody has set that still counts. */
function overrideOf({ tier_override: tier, tier_override_until: until }: Ranked, today: CivilDate) {
  return tier && until && today <= until ? { tier, until } : null
}

const overridden = (before: Ranked) => ({
  tier_override: before.tier_override,
  tier_override_reason: before.tier_override_reason,
  tier_override_until: before.tier_override_until,
  tier_override_by: before.tier_override_by,
})

/** When the last order grows too old for a band of recency, and when the years since the first are complete. */
const ofOrders = ({ firstOrder, lastOrder }: Buying, { recency, bands }: TierConfig): CivilDate[] => [
  ...(lastOrder ? recency.map(({ upTo }) => addDays(lastOrder, upTo + 1)) : []),
  ...(firstOrder ? bands.Y.map(({ from }) => yearsAfter(firstOrder, from)) : []),
]

/** The first days on which they are due, at risk, and lost. */
const ofRhythm = (last: CivilDate, { interval, spread, lostAfter }: Repurchase): CivilDate[] =>
  [interval, interval + 1.5 * spread, lostAfter].map((after) => addDays(last, Math.floor(after / 10) + 1))

function changedOf(before: Ranked, rank: Rank): Partial<Rank> {
  const kept: Readonly<Record<string, unknown>> = before
  const changes = Object.entries(rank).filter(
    ([key, value]) => JSON.stringify(kept[key] ?? null) !== JSON.stringify(value),
  )
  return Object.fromEntries(changes)
}
