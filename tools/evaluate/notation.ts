import Big from 'big.js'
import { z } from 'zod'
import { decimalsOf, isCurrency } from '#shared/money/currency.ts'
import { isDate } from '#shared/time/civil-date.ts'

/** How vectors write what the product keeps as integers: decimals in strings, money with its currency's decimals. */

export const decimal = z.string().regex(/^-?\d{1,30}(\.\d{1,30})?$/, 'a decimal number expected')
export const date = z.string().refine(isDate, 'a date expected')
export const currency = z.string().refine(isCurrency, 'an ISO 4217 code expected')

/** `12345.67` in minor units of USD is 1234567. Throws for a part of a minor unit, and beyond 2⁵³−1. */
export const minorOf = (amount: string, currency: string): number => scaled(amount, decimalsOf(currency))

/** Minor units as vectors write them. */
export const written = (minor: number, currency: string): string => fixed(minor, decimalsOf(currency))

/** A decimal string as the integer that stands for it: `scaled('75.0', 1)` is 750. */
export function scaled(value: string, decimals: number): number {
  const whole = new Big(value).times(`1e${decimals}`)
  if (!whole.round(0, Big.roundDown).eq(whole)) throw new RangeError(`${value} has more than ${decimals} decimals`)
  const integer = whole.toNumber() + 0 // `-0.00` is 0
  if (!Number.isSafeInteger(integer)) throw new RangeError(`${value} is too large`)
  return integer
}

/** The reverse: `fixed(750, 1)` is `75.0`. */
export const fixed = (value: number, decimals: number): string =>
  new Big(value).times(`1e-${decimals}`).toFixed(decimals)
