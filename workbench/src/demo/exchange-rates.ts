import { seeded } from './random.ts'

/** CNY per unit, about which the rates of the demo wander. */
const PARITY: Readonly<Record<string, { readonly rate: number; readonly decimals: number }>> = {
  USD: { rate: 7.15, decimals: 4 },
  EUR: { rate: 7.8, decimals: 4 },
  GBP: { rate: 9.1, decimals: 4 },
  JPY: { rate: 0.0475, decimals: 6 },
}
const DAYS = 2_500
const DAILY = 0.0025
/** How much of yesterday's distance from the parity is left today. */
const MEMORY = 0.985

/**
 * Daily parities up to a day, in 10⁻⁸ CNY per unit: a random walk that is drawn back to its parity (domain 6.1).
 * It is counted back from that day, so that the demo looks the same whenever it is shown.
 */
export function exchangeRates(lastDay: number): (currency: string, day: number) => number {
  const walks = new Map(Object.keys(PARITY).map((currency) => [currency, walk(currency)]))
  return (currency, day) => {
    if (currency === 'CNY') return 100_000_000
    const ago = Math.min(Math.max(lastDay - day, 0), DAYS - 1)
    const rate = walks.get(currency)?.[ago]
    if (rate === undefined) throw new RangeError('no rate for this currency')
    return rate
  }
}

function walk(currency: string): number[] {
  const { rate, decimals } = PARITY[currency] as (typeof PARITY)[string]
  const random = seeded('rates', currency)
  const step = 10 ** (8 - decimals)
  let distance = random.normal(0, DAILY * 4)
  return Array.from({ length: DAYS }, () => {
    distance = MEMORY * distance + random.normal(0, DAILY)
    return Math.round(rate * (1 + distance) * 10 ** decimals) * step
  })
}
