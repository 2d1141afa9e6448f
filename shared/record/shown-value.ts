import { countryName, dateTime } from '#shared/i18n/dates.ts'
import { type Language, say, text } from '#shared/i18n/language.ts'
import { trimmed } from '#shared/i18n/numbers.ts'
import { formatMoney, formatScaled } from '#shared/money/amount.ts'
import type { Values } from './change.ts'
import { currencyOf } from './currency-of.ts'
import type { Field, FieldOf, Kind, KindValues } from './field.ts'

/** For whom a value is shown. */
interface Reading {
  readonly language: Language
  /** IANA: instants are told on this clock. */
  readonly timezone: string
  /** ISO 4217: what the firm keeps its books in. */
  readonly currency: string
}

/** The value of a field as a person reads it, never markup: `USD 1,234.50`, `12.5`, `Yes`, `One side`. */
export function shownValue(field: Field, value: unknown, record: Values, reading: Reading): string {
  return (SHOWN[field.kind] as Show<Kind>)(value as never, field as never, record, reading)
}

type Show<K extends Kind> = (value: KindValues[K], field: FieldOf<K>, record: Values, reading: Reading) => string

/** A new kind without a line here does not compile. */
const SHOWN: { readonly [K in Kind]: Show<K> } = {
  text: String,
  // It is for code to read: that there is some is all a person is told.
  data: (_, __, ___, { language }) => say(CONTENT, language),
  texts: (values) => values.join(', '),
  // One that is no longer offered is still what the record says.
  choice: (value, { choices }, _, { language }) =>
    Object.hasOwn(choices, value) ? (choices[value]?.[language] ?? value) : value,
  // A year, a number in a row, some days: none of them is grouped.
  integer: String,
  money: (value, field, record, { currency }) => {
    const own = currencyOf(field, record, currency)
    return own === null ? '' : formatMoney(value, own)
  },
  price: (value) => trimmed(formatScaled(value, 6)),
  quantity: (value) => trimmed(formatScaled(value, 3)),
  decimal: (value) => trimmed(formatScaled(value, 3)),
  rate: (value) => trimmed(formatScaled(value, 8)),
  percent: (value) => `${trimmed(formatScaled(value, 2))}%`,
  date: String,
  instant: (value, _, __, { timezone }) => dateTime(value, timezone),
  boolean: (value, _, __, { language }) => say(value ? YES : NO, language),
  email: String,
  country: (code, _, __, { language }) => countryName(code, language),
  currency: String,
  timezone: String,
  language: String,
  reference: String,
}

const CONTENT = text('(content)', '（内容）')

/** How a `boolean` is said. */
export const YES = text('Yes', '是')
export const NO = text('No', '否')
