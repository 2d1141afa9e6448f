import type { FactField, FactKind, FactRow, FactValue } from '#shared/expression/schema.ts'
import { trimmed, typedNumber } from '#shared/i18n/numbers.ts'
import type { Values } from '#shared/record/change.ts'
import { fieldValue } from '#shared/record/custom.ts'
import type { Field, Fields, Kind } from '#shared/record/field.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import { decimalsIn } from '#shared/record/typed.ts'

/** What each kind of field is to an expression; null for what none can ask. A new kind without a line does not compile. */
const FACTS = {
  text: 'text',
  texts: 'texts',
  choice: 'choice',
  integer: 'number',
  money: 'number',
  price: 'number',
  quantity: 'number',
  decimal: 'number',
  rate: 'number',
  percent: 'number',
  date: 'date',
  instant: 'instant',
  boolean: 'boolean',
  email: 'text',
  country: 'text',
  currency: 'text',
  timezone: 'text',
  language: 'text',
  reference: 'text',
  data: null,
} as const satisfies Record<Kind, FactKind | null>

/** The fields of a type as expressions know them. */
export function factFields(fields: Fields): Readonly<Record<string, FactField>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, field]): [string, FactField][] => {
      const kind = FACTS[field.kind]
      if (kind === null) return []
      const choices = field.kind === 'choice' ? { choices: Object.keys(field.choices) } : {}
      return [[key, { kind, label: field.label, ...choices }]]
    }),
  )
}

/** What a reference is called by those who think of the record and not of its id: `owner` for `owner_id`. */
export function aliasesOf(fields: Fields): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, field]) => {
      const short = key.replace(/_id$/, '')
      return field.kind === 'reference' && short !== key && !Object.hasOwn(fields, short) ? [[short, key]] : []
    }),
  )
}

/** A record as facts: numbers as decimal strings in the units that a person writes. `currency` is the firm's own. */
export function factRow(fields: Fields, record: AnyRecord, currency: string): FactRow {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, field]) => FACTS[field.kind] !== null)
      .map(([key, field]) => [key, factOf(field, fieldValue(record, key), { record, currency })]),
  )
}

function factOf(
  field: Field,
  value: unknown,
  surroundings: { readonly record: Values; readonly currency: string },
): FactValue {
  if (value === null || value === undefined) return null
  if (typeof value !== 'number' || FACTS[field.kind] !== 'number') return value as FactValue
  // Money whose currency nobody has said is no amount yet.
  const decimals = decimalsIn(field, surroundings)
  return decimals === null ? null : trimmed(typedNumber(value, decimals))
}
