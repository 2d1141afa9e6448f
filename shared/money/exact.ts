import Big from 'big.js'

/** Decimals that are carried far enough for one rounding at the end to be the only one. */
export const Exact = Big()
Exact.DP = 40
Exact.RM = Big.roundHalfUp

type Number = Big | number | string

/** A number to whole minor units, half away from zero (domain 3). Throws beyond 2⁵³−1, where a number would no longer hold every cent. */
export function toMinor(amount: Number): number {
  const whole = new Exact(amount).round(0, Big.roundHalfUp).toNumber()
  if (!Number.isSafeInteger(whole)) throw new RangeError('amount too large')
  return whole === 0 ? 0 : whole
}
