import type { Dimension, TierConfig } from './standard-tiers.ts'
import type { TierOutcome } from './tier.ts'
import type { NextStep, NextTier } from './tier-explained.ts'

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
