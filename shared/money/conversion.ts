import { decimalsOf } from './currency.ts'
import { proportion } from './proportion.ts'

/**
 * Minor units of one currency in minor units of another, rounded once. `rate` is a decimal string:
 * units of `to` for one unit of `from`. JPY has no minor unit, KWD has thousandths; both are minded.
 */
export function convert(minor: number, from: string, rate: string, to: string): number {
  return proportion(minor, rate, `1e${decimalsOf(from) - decimalsOf(to)}`)
}
