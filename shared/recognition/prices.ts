import { isCurrency } from '#shared/money/currency.ts'
import { folded } from './fold.ts'
import { NUMBER_PLAIN, readDecimal, type styleOf } from './numbers.ts'
import { anyOf, placesOf } from './words.ts'

/** What currencies are called, by their codes of ISO 4217. */
const NAMES: Readonly<Record<string, string>> = {
  USD: 'usd|us dollars|do la my|dong do la|do la|דולר*|בדולר*|dolar as|dolares americanos|dollars us|us-dollar*|dollari usa|доллар*|долларах|долларов|us$|us $|u$s|u$d|us dollar*|u.s. dollar*|dollar*|dolar*|dolares*|dollari|долл. сша|долл*|usd$|美元|美金|米ドル|ドル|달러|미화|دولار أمريكي|دولار|بالدولار الأمريكي|بالدولار|$',
  EUR: 'eur|euro|euros|€|евро|欧元|歐元|ユーロ|유로|يورو',
  GBP: 'gbp|£|pound sterling|英镑|英鎊',
  CHF: 'chf|sfr|fr.|schweizer franken|瑞郎',
  CNY: 'cny|rmb|cnh|yuan|юан*|renminbi|人民币|人民幣|元|위안',
  JPY: 'jpy|yen|円|日元|日圓|엔',
  KRW: 'krw|원|韩元',
  BRL: 'brl|r$|reais',
  MXN: 'mxn|mx$|pesos mexicanos',
  AUD: 'aud|a$|au$',
  CAD: 'cad|c$|ca$',
  HKD: 'hkd|hk$|港币|港幣',
  SGD: 'sgd|s$',
  TRY: 'tl|₺|turk lirasi',
  RUB: 'руб*|₽|р.',
  PLN: 'pln|zl|zlotych',
  INR: 'inr|rs.|₹',
  AED: 'aed|dhs|درهم',
  SAR: 'ريال سعودي|ريال',
  ZAR: 'zar',
  ILS: 'ils|nis|₪|שקל*|ש"ח',
  IDR: 'idr|rp|rupiah',
  VND: 'vnd|đồng',
  THB: 'thb|baht',
  TWD: 'twd|ntd|nt$|新台幣|新臺幣',
  UAH: 'uah|грн*|₴',
  SEK: 'sek',
  CZK: 'czk|kč',
  NGN: 'ngn|naira|₦',
  PHP: 'php|₱',
}

const BY_NAME: readonly (readonly [RegExp, string])[] = Object.entries(NAMES).map(([code, names]) => [
  new RegExp(`^${anyOf(names)}$`, 'u'),
  code,
])

/** Codes that buyers write beside prices; those that are words of a language are not looked for. */
const CODES =
  'nzd|sek|nok|dkk|czk|huf|ron|thb|vnd|idr|myr|php|twd|ils|egp|kwd|qar|omr|bhd|jod|ngn|kes|clp|cop|pen|ars|uyu'
const CURRENCY = `(?:${anyOf(...Object.values(NAMES), CODES)}|¥)`

/** The code of a currency by a word in a folded text. `¥` may be of two countries. */
export function currencyCode(word: string): { readonly code: string; readonly certain: boolean } | null {
  const plain = word.trim().replace(/\.$/, (dot) => (word.length > 3 ? '' : dot))
  if (plain === '¥') return { code: 'CNY', certain: false }
  const code = BY_NAME.find(([pattern]) => pattern.test(plain))?.[1] ?? plain.toUpperCase()
  return isCurrency(code) ? { code, certain: true } : null
}

export interface Price {
  /** Places in the folded text. */
  readonly start: number
  readonly end: number
  readonly value: string
  readonly currency: string
  readonly certain: boolean
}

const BEFORE = `(?<cur1>${CURRENCY}) {0,2}(?<num1>${NUMBER_PLAIN})`
const AFTER = `(?<!\\d|\\d[.,])(?<num2>${NUMBER_PLAIN}) {0,2}(?<cur2>${CURRENCY})`
const PRICE = new RegExp(`${BEFORE}|${AFTER}`, 'u')

/** Every amount with its currency in a folded text. */
export function pricesIn(text: string, style: ReturnType<typeof styleOf>): Price[] {
  return [...placesOf(PRICE, text, 50)].flatMap((match) => {
    const groups = match.groups ?? {}
    const currency = currencyCode(groups.cur1 ?? groups.cur2 ?? '')
    const number = readDecimal(groups.num1 ?? groups.num2 ?? '', style)
    if (!currency || !number) return []
    const certain = currency.certain && number.certain
    return [{ start: match.index, end: match.end, value: number.value, currency: currency.code, certain }]
  })
}

/** The currencies that a text names without an amount. */
export function currenciesIn(text: string): { start: number; end: number; code: string; certain: boolean }[] {
  return [...placesOf(ONLY, folded(text), 20)].flatMap((match) => {
    const currency = currencyCode(match[0])
    return currency ? [{ start: match.index, end: match.end, ...currency }] : []
  })
}

const ONLY = new RegExp(CURRENCY, 'u')
