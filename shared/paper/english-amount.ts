import { decimalsOf } from '#shared/money/currency.ts'

const SMALL = (
  'ZERO ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE THIRTEEN FOURTEEN FIFTEEN SIXTEEN SEVENTEEN ' +
  'EIGHTEEN NINETEEN'
).split(' ')
const TENS = '- - TWENTY THIRTY FORTY FIFTY SIXTY SEVENTY EIGHTY NINETY'.split(' ')
const THOUSANDS = ['', ' THOUSAND', ' MILLION', ' BILLION', ' TRILLION', ' QUADRILLION']

/** Names of the currencies that are written out; any other stands by its code. */
const NAMES: Readonly<Record<string, string>> = {
  USD: 'US DOLLARS',
  EUR: 'EUROS',
  GBP: 'POUNDS STERLING',
  CNY: 'CHINESE YUAN',
  JPY: 'JAPANESE YEN',
  HKD: 'HONG KONG DOLLARS',
  AUD: 'AUSTRALIAN DOLLARS',
  CAD: 'CANADIAN DOLLARS',
  CHF: 'SWISS FRANCS',
  SGD: 'SINGAPORE DOLLARS',
  AED: 'UAE DIRHAMS',
  SAR: 'SAUDI RIYALS',
  BRL: 'BRAZILIAN REAIS',
}

/**
 * An amount in words as invoices have it: `SAY US DOLLARS EIGHTEEN THOUSAND NINE HUNDRED AND 50/100 ONLY`. Minor units,
 * from nothing up. The part of a unit stands as a fraction, as on a cheque, so that no minor unit needs a name.
 */
export function englishAmount(minor: number, currency: string): string {
  if (minor < 0) throw new RangeError('an amount below zero')
  const decimals = decimalsOf(currency)
  const unit = 10n ** BigInt(decimals)
  const [whole, part] = [BigInt(minor) / unit, BigInt(minor) % unit]
  const fraction = part === 0n ? '' : ` AND ${String(part).padStart(decimals, '0')}/${unit}`
  return `SAY ${NAMES[currency] ?? currency} ${englishNumber(whole)}${fraction} ONLY`
}

function englishNumber(value: bigint): string {
  if (value === 0n) return SMALL[0] ?? ''
  const groups: string[] = []
  for (let [rest, power] = [value, 0]; rest > 0n; [rest, power] = [rest / 1000n, power + 1]) {
    const group = Number(rest % 1000n)
    if (group > 0) groups.unshift(`${hundreds(group)}${THOUSANDS[power]}`)
  }
  return groups.join(' ')
}

function hundreds(value: number): string {
  const [hundred, rest] = [Math.floor(value / 100), value % 100]
  const below = rest < 20 ? SMALL[rest] : `${TENS[Math.floor(rest / 10)]}${rest % 10 ? `-${SMALL[rest % 10]}` : ''}`
  if (hundred === 0) return below ?? ''
  return `${SMALL[hundred]} HUNDRED${rest ? ` AND ${below}` : ''}`
}
