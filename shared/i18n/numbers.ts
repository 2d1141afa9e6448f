import { formatScaled } from '#shared/money/amount.ts'

/**
 * A number as somebody typed it, as an integer with `decimals` places: `readNumber('1,234.5', 2)` is 123450. Null
 * when it can be read in two ways or in none: `12,5`, `1.234,50`, and `1,234` where it could be 1.234 as well.
 */
export function readNumber(typed: string, decimals: number): number | null {
  const plain = asciiDigits(typed)
    .replace(/[\u061c\u200e\u200f]/g, '')
    .replace(/[，．٫٬−－＋\u00a0\u202f]/g, (sign) => SIGNS[sign] ?? sign)
    .trim()
  const [, minus, whole = '', fraction = ''] = NUMBER.exec(plain) ?? []
  if (whole === '' && fraction === '') return null
  const either = decimals >= 3 && fraction === '' && /^\d+,\d{3}$/.test(whole)
  const digits = (whole.replace(/[, ]/g, '') + fraction.padEnd(decimals, '0')).replace(/^0+(?=\d)/, '')
  if (either || fraction.length > decimals || digits.length > DIGITS_MAX) return null
  return Number(digits) * (minus === '-' ? -1 : 1) + 0
}

/** Such a number as a person would type it, without separators: `1234.5`. */
export const typedNumber = (value: number, decimals: number): string =>
  formatScaled(value, decimals).replaceAll(',', '').replace('−', '-')

/** The same without zeros that say nothing: `1,234.5` and not `1,234.500`. */
export const trimmed = (number: string): string => (number.includes('.') ? number.replace(/\.?0+$/, '') : number)

/** The digits of Arabic, Persian and full-width writing as those of ASCII. Each of the three begins at a multiple of 16. */
export const asciiDigits = (typed: string): string =>
  typed.replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (digit) => String(digit.charCodeAt(0) & 0xf))

/** More digits than a number of JSON carries without loss. */
const DIGITS_MAX = 15

/** Thousands are all separated alike or not at all; a number may begin with its point. */
const NUMBER = /^([+-]?)(?=[.\d])(\d*|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?: \d{3})+)(?:\.(\d+))?$/

const SIGNS: Readonly<Record<string, string>> = {
  '，': ',',
  '．': '.',
  '٫': '.',
  '٬': ',',
  '−': '-',
  '－': '-',
  '＋': '+',
  '\u00a0': ' ',
  '\u202f': ' ',
}
