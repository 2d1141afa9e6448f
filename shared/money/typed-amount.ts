import { decimalsOf } from './currency.ts'
import { Exact } from './exact.ts'

/**
 * An amount that was typed beside its currency, in thousandths, as minor units of that currency; null when it has more decimals
 * than the currency.
 */
export function typedAmount(thousandths: number, currency: string): number | null {
  const minor = new Exact(thousandths).times(`1e${decimalsOf(currency) - 3}`)
  return minor.eq(minor.round(0)) ? minor.toNumber() : null
}

/** The other way round, to show an amount in such a field. */
export const asThousandths = (minor: number, currency: string): number =>
  new Exact(minor)
    .times(`1e${3 - decimalsOf(currency)}`)
    .round(0)
    .toNumber()
