import type { CivilDate } from '#shared/time/civil-date.ts'
import type { Customer } from '#shared/trade/index.ts'
import { NOT_OVERRIDDEN, type Rank } from './rank.ts'
import type { Tier } from './tier.ts'
import { readExplained } from './tier-explained.ts'

/** What is kept once somebody has set a tier; what the figures say is kept beside it. */
export function valuesAsSet(
  before: Customer,
  set: {
    readonly tier: Tier
    readonly reason: string
    readonly until: CivilDate
    readonly by: string
    /** ms UTC. */
    readonly now: number
  },
): Partial<Rank> {
  return {
    ...moved(before, set.tier, set.now),
    tier_basis: 'override',
    tier_computed: before.tier_computed ?? (before.tier_override ? null : before.tier),
    tier_override: set.tier,
    tier_override_reason: set.reason,
    tier_override_until: set.until,
    tier_override_by: set.by,
  }
}

/** What is kept once that is taken off: the tier by figures, as it was worked out last. */
export function valuesByFigures(before: Customer, now: number): Partial<Rank> {
  const tier = before.tier_computed ?? before.tier
  return {
    ...moved(before, tier, now),
    tier_basis: readExplained(before.tier_explain)?.basis ?? 'score',
    ...NOT_OVERRIDDEN,
  }
}

function moved(before: Customer, tier: Tier | null, now: number): Partial<Rank> {
  if (tier === before.tier) return {}
  const explained = readExplained(before.tier_explain)
  return {
    tier,
    tier_at: now,
    ...(explained && { tier_explain: { ...explained, was: { ...explained.was, tier: before.tier } } }),
  }
}
