import type { Dimension, TierConfig } from './standard-tiers.ts'
import type { Tier, TierOutcome } from './tier.ts'

/** Why a customer has the tier that the figures say: kept with the customer, and shown from the same numbers. Scores in tenths. */
export interface TierExplained {
  readonly points: TierOutcome['points']
  readonly weights: TierConfig['weights']
  /** What the tier by figures follows from. */
  readonly basis: Exclude<TierOutcome['basis'], 'override'>
  /** What the score alone says; a cap holds over it, and it goes on under the cap. */
  readonly byScore: Tier
  /** What would make the next tier; null at the best one. */
  readonly next: NextTier | null
  /** The tier and the score before the ones that are now; null where nothing was before. */
  readonly was: { readonly tier: Tier | null; readonly score: number | null }
}

export interface NextTier {
  readonly tier: 'A' | 'B'
  /** How much of a score is missing; 0 where only profit is. */
  readonly missing: number
  /** One way that leads there, a step after the other. */
  readonly steps: readonly NextStep[]
}

export interface NextStep {
  readonly of: Exclude<Dimension, 'Y'>
  /** What the figure has to reach; of R the days since the last order at most. */
  readonly to: number
  readonly points: number
  /** The score with it and the steps before. */
  readonly score: number
}

/** What is kept on a customer, as far as it is what this version keeps. */
export function readExplained(kept: unknown): TierExplained | null {
  const one = kept as Partial<TierExplained> | null | undefined
  return one && !Array.isArray(one) && one.points && one.weights && one.was && one.byScore && one.basis
    ? (one as TierExplained)
    : null
}
