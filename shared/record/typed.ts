import type { Problem } from '#shared/api.ts'
import type { Language } from '#shared/i18n/language.ts'
import { asciiDigits, readNumber, trimmed, typedNumber } from '#shared/i18n/numbers.ts'
import { formatScaled } from '#shared/money/amount.ts'
import { decimalsOf } from '#shared/money/currency.ts'
import type { Values } from './change.ts'
import { currencyOf } from './currency-of.ts'
import type { Field, Fields, Kind } from './field.ts'
import { problem } from './problems.ts'

/** What an amount is read and written with: the record it is of, and the firm's own currency (ISO 4217). */
interface Surroundings {
  readonly record: Values
  readonly currency: string
}

/**
 * What somebody typed into a form, as values to be stored; what is no text already is left as it is. A number that
 * can be read in two ways is a problem that shows how it is meant to look, and never a guess.
 */
export function readTyped(
  fields: Fields,
  input: Values,
  surroundings: Surroundings,
  language: Language,
): { readonly values: Values; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const entries = Object.entries(input).flatMap(([key, typed]) => {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined
    if (!field || typeof typed !== 'string' || field.kind === 'text') return [[key, typed] as const]
    if (typed.trim() === '') return field.required ? [] : [[key, null] as const]
    const decimals = decimalsIn(field, surroundings)
    if (decimals === null) return [[key, readWord(field, typed)] as const]
    const value = readNumber(typed, decimals)
    if (value === null) problems.push(problem(key, 'number', language, { example: exampleOf(field, decimals) }))
    return [[key, value ?? typed] as const]
  })
  return { values: Object.fromEntries(entries), problems }
}

/** A stored value as the person would type it who means it; undefined when there is none. */
export function asTyped(field: Field, value: unknown, surroundings: Surroundings): string | undefined {
  if (value === null || value === undefined) return undefined
  const decimals = decimalsIn(field, surroundings)
  if (decimals === null || typeof value !== 'number') return String(value).replace(/\r\n?/g, '\n')
  const number = typedNumber(value, decimals)
  return field.kind === 'money' ? number : trimmed(number)
}

/** How many decimals of a number are kept; those of money are its currency's. */
const DECIMALS: Readonly<Partial<Record<Kind, number>>> = {
  integer: 0,
  price: 6,
  quantity: 3,
  decimal: 3,
  rate: 8,
  percent: 2,
}

/** Null for what is no number, and for an amount whose currency nobody has said yet. */
export function decimalsIn(field: Field, { record, currency }: Surroundings): number | null {
  if (field.kind !== 'money') return DECIMALS[field.kind] ?? null
  const own = currencyOf(field, record, currency)
  return own === null ? null : decimalsOf(own)
}

function readWord({ kind }: Field, typed: string): unknown {
  if (kind === 'date') return asciiDigits(typed).trim()
  return kind === 'boolean' && /^(true|false)$/.test(typed) ? typed === 'true' : typed
}

/** `1,234.50` */
function exampleOf({ kind }: Field, decimals: number): string {
  const example = formatScaled(Math.trunc(12_345 * 10 ** (decimals - 1)), decimals)
  return kind === 'money' ? example : trimmed(example)
}
