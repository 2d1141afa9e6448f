import { trimmed } from '#shared/i18n/numbers.ts'
import { Exact } from './exact.ts'
import { perDollar } from './limit-rate.ts'

/** How far off the round rate an exchange rate may be, either way: for the years that those stand, and for no misplaced point. */
const FACTOR = 2

/**
 * About how much of `base` one unit of `currency` is worth, a decimal string, where `rate` (10⁻⁸) is so far from it that it was
 * typed wrong: for a hundred units, the other way round, with a point misplaced. Null for a rate that may be, and for currencies of
 * which nobody has set a round rate.
 */
export function implausibleRate(rate: number, currency: string, base: string): string | null {
  const [from, to] = [perDollar(currency), perDollar(base)]
  if (from === null || to === null) return null
  const about = new Exact(to).div(from)
  const times = new Exact(rate).div(1e8).div(about)
  return times.gt(FACTOR) || times.lt(new Exact(1).div(FACTOR)) ? trimmed(about.toPrecision(2)) : null
}
