import { dateTime } from '#shared/i18n/dates.ts'
import type { Language } from '#shared/i18n/language.ts'
import { typedNumber } from '#shared/i18n/numbers.ts'
import type { Values } from '#shared/record/change.ts'
import { fieldValue } from '#shared/record/custom.ts'
import type { Field, Fields } from '#shared/record/field.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import { decimalsIn } from '#shared/record/typed.ts'
import type { Cell } from './api.ts'

/** Whose sheet it is. */
export interface Reading {
  /** Of the words in the sheet: that of the pull. */
  readonly words: Language
  /** Of what is said about a cell. */
  readonly language: Language
  /** IANA: moments are told on this clock. */
  readonly timezone: string
  /** ISO 4217: what the firm keeps its books in. */
  readonly currency: string
}

/** A record as a sheet has it, with the titles of what it refers to by field; null for one that is not for the reader. */
export interface SheetRecord {
  readonly record: AnyRecord
  readonly titles: Readonly<Record<string, string | null>>
}

/** The cells of a row. */
export const cellsOf = (fields: Fields, row: SheetRecord, reading: Reading): Record<string, Cell> =>
  Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, cellAt(key, field, row, reading)]))

/** What stands in one cell of a row. */
export const cellAt = (key: string, field: Field, { record, titles }: SheetRecord, reading: Reading): Cell =>
  field.kind === 'reference' ? (titles[key] ?? null) : cellOf(field, fieldValue(record, key), record, reading)

/**
 * A value as a sheet shows it; {@link readCell} reads it back. All numbers that are kept have at most 15 digits, so that
 * the nearest double is that number and no other.
 */
export function cellOf(field: Field, value: unknown, record: Values, { words, timezone, currency }: Reading): Cell {
  if (value === null || value === undefined) return null
  const decimals = decimalsIn(field, { record, currency })
  if (decimals !== null) return Number(typedNumber(Number(value), decimals))
  switch (field.kind) {
    case 'boolean':
      return Boolean(value)
    case 'choice':
      // One that is no longer offered is still what the record says.
      return Object.hasOwn(field.choices, String(value))
        ? (field.choices[String(value)]?.[words] ?? null)
        : String(value)
    case 'texts':
      return (value as readonly string[]).join('\n')
    case 'instant':
      return dateTime(Number(value), timezone)
    case 'money':
      return null
    default:
      return oneBreak(String(value))
  }
}

/** A sheet knows one sort of line break. */
export const oneBreak = (text: string): string => text.replace(/\r\n?/g, '\n')

/** An empty text and nothing look the same in a sheet. */
export const isSame = (one: Cell, other: Cell): boolean => (one === '' ? null : one) === (other === '' ? null : other)
