import Big from 'big.js'
import { Exact } from '#shared/money/exact.ts'
import { isDate } from '#shared/time/civil-date.ts'
import type { FactKind, FactRow, Facts, FactValue } from './schema.ts'

/** A value while it is worked with: a decimal, a text or a date, an instant, yes or no, texts; null is nothing. */
export type Value = Big | string | number | boolean | readonly string[] | null

/** Decimals are kept to 40 places and below 10⁶⁰, so that no product of products grows without end. */
const EXPONENT_MAX = 60
const PLACES = 40

/** A result that is not too large, rounded half away from zero; null when it is. */
export function bounded(number: Big): Big | null {
  return number.e < EXPONENT_MAX ? number.round(PLACES, Big.roundHalfUp) : null
}

/** A decimal as it was written. */
export function decimal(written: string | number): Big | null {
  const text = String(written)
  if (text.length > 100 || !/^-?\d+(\.\d+)?(e[+-]?\d{1,3})?$/.test(text)) return null
  return bounded(new Exact(text))
}

/** A fact as a value to work with. Undefined when it is not of the kind that the schema says. */
export function valueOfFact(fact: FactValue | undefined, kind: FactKind): Value | undefined {
  if (fact === undefined || fact === null) return null
  switch (kind) {
    case 'number':
      return typeof fact === 'string' || typeof fact === 'number' ? (decimal(fact) ?? undefined) : undefined
    case 'date':
      return typeof fact === 'string' && isDate(fact) ? fact : undefined
    case 'instant':
      return typeof fact === 'number' && Math.abs(fact) <= INSTANT_MAX ? fact : undefined
    case 'boolean':
      return typeof fact === 'boolean' ? fact : undefined
    case 'texts':
      return Array.isArray(fact) && fact.every((text) => typeof text === 'string') ? fact : undefined
    case 'text':
    case 'choice':
      return typeof fact === 'string' ? fact : undefined
  }
}

/** A value as a fact again: numbers as decimal strings. */
export function factOfValue(value: Value): FactValue {
  return value instanceof Exact ? value.toFixed() : (value as FactValue)
}

/** What stands for a record: several rows, one, or none. Not looked through, for whoever walks it counts the steps. */
export function rowsOf(facts: Facts, record: string): readonly (FactRow | null)[] {
  const found = Object.hasOwn(facts.records, record) ? facts.records[record] : null
  return isSeveral(found) ? found : isRow(found) ? [found] : []
}

export const isRow = (row: unknown): row is FactRow => typeof row === 'object' && row !== null

const isSeveral = (found: Facts['records'][string] | undefined): found is readonly FactRow[] => Array.isArray(found)

/** The last millisecond that has a date. */
export const INSTANT_MAX = 8_640_000_000_000_000
