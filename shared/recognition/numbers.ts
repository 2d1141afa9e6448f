/** How a language parts thousands: `en` writes 1,200.50, `de` 1.200,50, `fr` 1 200,50. */
type Style = 'comma' | 'point'

const POINT_LANGUAGES = new Set([
  'de',
  'es',
  'pt',
  'it',
  'nl',
  'tr',
  'id',
  'vi',
  'pl',
  'ru',
  'uk',
  'fr',
  'cs',
  'sv',
  'da',
])
/** Spanish is written with a comma for thousands in these. */
const COMMA_COUNTRIES = new Set(['MX', 'GT', 'HN', 'NI', 'SV', 'PA', 'DO', 'PE', 'PR', 'US'])

export function styleOf(language: string | null, country: string | null): Style {
  if (language === 'es' && country !== null && COMMA_COUNTRIES.has(country)) return 'comma'
  return language !== null && POINT_LANGUAGES.has(language) ? 'point' : 'comma'
}

/** A number in a folded text: digits, parted in threes (or as in India) by a point, a comma, a space or an apostrophe. */
export const NUMBER =
  "(?:\\d{1,3}(?:,\\d{2}){1,3},\\d{3}|\\d{1,3}(?:([.,'\\u00b7])\\d{3}(?:\\1\\d{3}){0,3})|\\d{1,3}(?: \\d{3}){1,3}|\\d{1,9})(?![\\d])(?:[.,]\\d{1,4}(?![\\d]))?"

/** The same for an expression that has groups of its own. */
export const NUMBER_PLAIN = NUMBER.replace("([.,'\\u00b7])", "[.,'\\u00b7]").replaceAll('\\1', "[.,'\\u00b7]")

export interface ReadNumber {
  /** As a decimal without separators: `1200`, `5.40`. */
  readonly value: string
  /** Whether it can be read in this way alone, for this kind of number and the writer's language. */
  readonly certain: boolean
}

/** A number of things that are counted: what is parted in threes is thousands. Null for a fraction. */
export function readCount(written: string): number | null {
  const plain = written.replace(/ /g, '')
  if (/^\d+$/.test(plain)) return Number(plain)
  // As in India: 1,00,000.
  if (/^\d{1,3}(?:,\d{2}){1,3},\d{3}$/.test(plain)) return Number(plain.replaceAll(',', ''))
  if (!/^\d{1,3}(?:([.,'·])\d{3})(?:\1\d{3})*(?:[.,]0{1,2})?$/.test(plain))
    return /^\d+[.,]0{1,2}$/.test(plain) ? Number.parseInt(plain, 10) : null
  return Number(plain.replace(/[.,]0{1,2}$/, '').replace(/[.,'·]/g, ''))
}

/** An amount of money or a measure: its last separator begins the decimals, unless three digits follow it. */
export function readDecimal(written: string, style: Style): ReadNumber | null {
  const plain = written.replace(/[ ']/g, '')
  if (/^\d+$/.test(plain)) return { value: String(BigInt(plain)), certain: true }
  const separators = plain.replace(/\d/g, '')
  const last = separators.charAt(separators.length - 1)
  const [whole = '', fraction = ''] = [
    plain.slice(0, plain.lastIndexOf(last)),
    plain.slice(plain.lastIndexOf(last) + 1),
  ]
  const mixed = new Set(separators).size > 1
  const several = separators.length > 1 && !mixed
  if (several) return { value: plain.replace(/[.,·]/g, ''), certain: true }
  if (mixed || fraction.length !== 3)
    return { value: `${whole.replace(/[.,·]/g, '') || '0'}.${fraction}`, certain: true }
  // `1,250` or `1.250`: thousands where the writer's language has them so, and a guess where not. `0,850` is a fraction.
  if (/^0+$/.test(whole)) return { value: `0.${fraction}`, certain: true }
  const thousands = (last === ',') === (style === 'comma')
  return thousands ? { value: whole + fraction, certain: false } : { value: `${whole}.${fraction}`, certain: false }
}

/** What a sign of Chinese, or `k`, behind a number multiplies it with. */
export const MULTIPLES: Readonly<Record<string, number>> = {
  万: 10_000,
  萬: 10_000,
  만: 10_000,
  千: 1_000,
  천: 1_000,
  k: 1_000,
  mil: 1_000,
  thousand: 1_000,
  tausend: 1_000,
  mille: 1_000,
  mila: 1_000,
  duizend: 1_000,
  tys: 1_000,
  'tys.': 1_000,
  тыс: 1_000,
  'тыс.': 1_000,
  тысяч: 1_000,
  bin: 1_000,
  ribu: 1_000,
  rb: 1_000,
  nghin: 1_000,
  ngan: 1_000,
  الف: 1_000,
  الاف: 1_000,
  אלף: 1_000,
  lakh: 100_000,
  lakhs: 100_000,
  lac: 100_000,
  lacs: 100_000,
  crore: 10_000_000,
  juta: 1_000_000,
  million: 1_000_000,
}
