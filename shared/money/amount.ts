import { decimalsOf } from './currency.ts'

/** An amount as a person reads it: `USD 30,850.00`, `JPY 1,234,567`. Minor units in, no float anywhere. */
export function formatMoney(minor: number, currency: string): string {
  return `${currency} ${formatScaled(minor, decimalsOf(currency))}`
}

/** An integer that stands for a number with `decimals` places: `formatScaled(3085000, 2)` is `30,850.00`. */
export function formatScaled(value: number, decimals: number): string {
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ',')
  const part = decimals > 0 ? `.${digits.slice(-decimals)}` : ''
  return `${value < 0 ? '−' : ''}${whole}${part}`
}
