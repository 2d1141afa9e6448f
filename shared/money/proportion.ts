import Big from 'big.js'

/** Decimals that divide straight to a whole number: the one rounding of a formula happens there and nowhere before. */
const Whole = Big()
Whole.DP = 0
Whole.RM = Big.roundHalfUp

/**
 * `amount × part ÷ whole` in minor units, rounded once, half away from zero (domain 3). `part` and
 * `whole` are decimal strings. Throws for what is no number, for a whole of nothing, and beyond 2⁵³−1.
 */
export function proportion(amount: number, part: string, whole: string): number {
  const rounded = new Whole(amount).times(part).div(whole).toNumber()
  if (!Number.isSafeInteger(rounded)) throw new RangeError('amount too large')
  return rounded === 0 ? 0 : rounded
}
