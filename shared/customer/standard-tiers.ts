/** The standard of domain 3.1, for a firm whose base currency is CNY: the last two digits are its fen. */
export const STANDARD_TIERS: TierConfig = {
  weights: { M: 30, F: 20, P: 25, R: 15, Y: 10 },
  bands: {
    M: [
      { from: 1, points: 10 },
      { from: 50_000_00, points: 30 },
      { from: 200_000_00, points: 50 },
      { from: 500_000_00, points: 70 },
      { from: 1_000_000_00, points: 85 },
      { from: 3_000_000_00, points: 100 },
    ],
    F: [
      { from: 1, points: 25 },
      { from: 2, points: 45 },
      { from: 3, points: 60 },
      { from: 4, points: 75 },
      { from: 6, points: 90 },
      { from: 9, points: 100 },
    ],
    P: [
      { from: 1, points: 20 },
      { from: 20_000_00, points: 40 },
      { from: 60_000_00, points: 60 },
      { from: 150_000_00, points: 80 },
      { from: 400_000_00, points: 100 },
    ],
    Y: [
      { from: 0, points: 20 },
      { from: 1, points: 40 },
      { from: 2, points: 60 },
      { from: 3, points: 80 },
      { from: 5, points: 100 },
    ],
  },
  recency: [
    { upTo: 30, points: 100 },
    { upTo: 60, points: 85 },
    { upTo: 90, points: 70 },
    { upTo: 180, points: 45 },
    { upTo: 365, points: 20 },
  ],
  thresholds: { A: 750, B: 450 },
  hysteresis: 30,
}

/** How a firm ranks its customers; every firm may set its own. */
export interface TierConfig {
  /** Whole percents that add up to 100. */
  readonly weights: Readonly<Record<Dimension, number>>
  /** By rising `from`. M and P in minor units of base currency, F in orders, Y in complete years. */
  readonly bands: Readonly<Record<Exclude<Dimension, 'R'>, readonly Band[]>>
  /** By rising `upTo`, days since the last order; nothing beyond the last. */
  readonly recency: readonly { readonly upTo: number; readonly points: number }[]
  /** The least score of a tier, in tenths of a point. */
  readonly thresholds: Readonly<Record<'A' | 'B', number>>
  /** By how much the threshold of a tier once reached is lowered, in tenths of a point. */
  readonly hysteresis: number
}

/** Amount, frequency, profit, recency, years. */
export type Dimension = 'M' | 'F' | 'P' | 'R' | 'Y'

/** What a figure earns once it has reached `from`. */
export interface Band {
  readonly from: number
  readonly points: number
}
