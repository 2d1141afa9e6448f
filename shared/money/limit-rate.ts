import { decimalsOf } from './currency.ts'
import { Exact, toMinor } from './exact.ts'

/**
 * About how much of a currency is worth one US dollar. Round and seldom changed: limits of what somebody may settle alone are
 * written in dollars, and nothing is booked at these rates.
 */
const PER_DOLLAR: Readonly<Record<string, string>> = {
  USD: '1',
  EUR: '0.9',
  GBP: '0.8',
  CHF: '0.9',
  CAD: '1.4',
  AUD: '1.5',
  NZD: '1.7',
  SGD: '1.3',
  HKD: '7.8',
  CNY: '7',
  TWD: '32',
  JPY: '150',
  KRW: '1400',
  INR: '85',
  BRL: '5.5',
  MXN: '19',
  ZAR: '18',
  AED: '3.67',
  SAR: '3.75',
  KWD: '0.3',
  TRY: '40',
  PLN: '4',
  SEK: '10',
  NOK: '10',
  DKK: '6.5',
}

/** The round rate of a currency to one dollar, a decimal string; null where nobody has set one. */
export const perDollar = (currency: string | null): string | null =>
  (currency !== null && Object.hasOwn(PER_DOLLAR, currency) ? PER_DOLLAR[currency] : undefined) ?? null

/** About how many US cents an amount is; null for a currency that nobody has set a rate for. */
export function aboutCents(minor: number, currency: string): number | null {
  const rate = perDollar(currency)
  if (rate === null) return null
  return toMinor(
    new Exact(minor)
      .div(`1e${decimalsOf(currency)}`)
      .div(rate)
      .times(100),
  )
}
