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

/**
 * What is missing to the next tier, and one way there: of frequency, profit, recency and amount each the next band, in this
 * order, until it is enough (domain 3.1). Years come by themselves. To the best tier some profit has to be made.
 */
export function nextTier(
  outcome: Pick<TierOutcome, 'points' | 'score' | 'computedTier'>,
  grossProfit: number,
  config: TierConfig,
): NextTier | null {
  const { score, computedTier } = outcome
  if (computedTier === 'A') return null
  const tier = computedTier === 'B' ? 'A' : 'B'
  const wanted = config.thresholds[tier]
  const points = { ...outcome.points }
  const steps: NextStep[] = []
  const total = () => {
    const dimensions = Object.keys(config.weights) as Dimension[]
    return Math.round(dimensions.reduce((sum, key) => sum + config.weights[key] * points[key], 0) / 10)
  }
  let earns = tier === 'B' || grossProfit > 0
  for (let went = true; went && (total() < wanted || !earns); ) {
    went = false
    for (const of of WAY) {
      if (total() >= wanted && (earns || of !== 'P')) continue
      const band = bandAfter(of, points[of], config)
      if (!band) continue
      points[of] = band.points
      earns ||= of === 'P'
      went = true
      steps.push({ of, ...band, score: total() })
    }
  }
  return { tier, missing: Math.max(0, wanted - score), steps }
}

const WAY = ['F', 'P', 'R', 'M'] as const

/** The nearest band that earns more; of recency the best, for an order that comes is of today. */
function bandAfter(of: NextStep['of'], points: number, config: TierConfig): Pick<NextStep, 'to' | 'points'> | null {
  if (of === 'R') {
    const [best] = config.recency
    return best && best.points > points ? { to: best.upTo, points: best.points } : null
  }
  const band = config.bands[of].find((one) => one.points > points)
  return band ? { to: band.from, points: band.points } : null
}
