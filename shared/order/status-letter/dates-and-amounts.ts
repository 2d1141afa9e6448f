import { decimalsOf } from '#shared/money/currency.ts'
import type { CivilDate } from '#shared/time/civil-date.ts'
import type { LetterLocale } from './language.ts'

/** A date as the buyer writes it, the month in letters: 3.4. and 4/3 have cost people whole seasons. */
export function dateFor(date: CivilDate, { tag }: LetterLocale): string {
  return new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC', ...WESTERN }).format(Date.parse(date))
}

/** An amount as the buyer writes it, its currency as the ISO code that stands in the contract. Minor units in. */
export function moneyFor(minor: number, currency: string, { tag }: LetterLocale): string {
  const decimals = decimalsOf(currency)
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0')
  const point = digits.length - decimals
  // As text: a float would be the only one on the way of an amount.
  const exact = `${minor < 0 ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}0` as Intl.StringNumericLiteral
  return new Intl.NumberFormat(tag, {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    numberingSystem: WESTERN.numberingSystem,
  }).format(exact)
}

/** Contracts are dated by the Gregorian calendar and counted in these digits, in Riyadh too. */
const WESTERN = { calendar: 'gregory', numberingSystem: 'latn' } as const
