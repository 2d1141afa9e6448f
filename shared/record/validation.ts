import { z } from 'zod'
import { normalisedAddress, registeredDomain } from '#shared/customer/address.ts'
import { isCurrency } from '#shared/money/currency.ts'
import { isContainerNumber } from '#shared/order/container-number.ts'
import { isDate } from '#shared/time/civil-date.ts'
import { isTimezone } from '#shared/time/zone.ts'
import { isCountry, isLocode } from '#shared/trade/country.ts'
import { isUnit } from '#shared/trade/unit.ts'
import { bareKey, flattened } from './custom.ts'
import { dataSchema } from './data.ts'
import type { Field, FieldOf, Fields, Kind, TextFormat } from './field.ts'
import { writableFields } from './record-type.ts'

/** The most characters of a text whose definition names no limit. */
const TEXT_MAX = 500

/** A hundred installments of this still add up exactly: 900 billion of a currency with two decimals. */
const MONEY_MAX = 90_000_000_000_000
/** Fifteen digits: what a number of JSON carries without loss. */
const DECIMAL_MAX = 999_999_999_999_999
/** The end of the year 2199: beyond it no calendar here has been looked at. */
const INSTANT_MAX = Date.UTC(2200, 0, 1) - 1
const isBusinessDate = (date: string): boolean => isDate(date) && date >= '1900' && date < '2200'

/** What the entries of a list may have to be. An address is what matching can compare. */
const ENTRIES = {
  email: line(254).refine((address) => normalisedAddress(address) !== null, 'email'),
  domain: line(253).refine((host) => registeredDomain(host) !== null, 'domain'),
  user: z.ulid(),
}

/** What a text of a format has to be. */
const FORMATS: Readonly<Record<TextFormat, (text: string) => boolean>> = {
  locode: isLocode,
  unit: isUnit,
  container: isContainerNumber,
}

/** What each kind accepts. A new kind without a line here does not compile. */
const VALIDATORS: { readonly [K in Kind]: (field: FieldOf<K>) => z.ZodType } = {
  text: (field) => {
    const schema = line(field.max ?? TEXT_MAX, field.lines)
    return field.format ? schema.refine(FORMATS[field.format], field.format) : schema
  },
  data: (field) => dataSchema(field),
  texts: (field) => z.array(field.of ? ENTRIES[field.of] : line(TEXT_MAX)).max(field.max ?? 50),
  choice: (field) => z.enum(Object.keys(field.choices)),
  integer: (field) =>
    z
      .int()
      .min(field.min ?? Number.MIN_SAFE_INTEGER)
      .max(field.max ?? Number.MAX_SAFE_INTEGER),
  money: (field) =>
    z
      .int()
      .min(field.min ?? -MONEY_MAX)
      .max(MONEY_MAX),
  price: () => z.int().min(0).max(1e13),
  quantity: (field) =>
    z
      .int()
      .min(field.min ?? 1)
      .max(1e13),
  decimal: () => z.int().min(-DECIMAL_MAX).max(DECIMAL_MAX),
  rate: () => z.int().min(1).max(1e14),
  percent: () => z.int().min(0).max(10_000),
  date: () => z.string().refine(isBusinessDate, 'date').meta({ format: 'date' }),
  instant: () => z.int().min(0).max(INSTANT_MAX),
  boolean: () => z.boolean(),
  email: () => ENTRIES.email,
  country: () => z.string().refine(isCountry, 'country').meta({ pattern: '^[A-Z]{2}$' }),
  currency: () => z.string().refine(isCurrency, 'currency'),
  timezone: () => z.string().max(64).refine(isTimezone, 'timezone'),
  language: () => z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'language'),
  reference: () => z.ulid(),
}

/** Text a person typed: any script, but no NUL (SQLite ends there) and no half of a surrogate pair. */
function line(max: number, lines?: true): z.ZodString {
  const printable = z
    .string()
    .max(max)
    .regex(/^[^\0\p{Cs}]*$/u, 'characters')
  return lines ? printable : printable.regex(/^[^\r\n]*$/, 'one_line')
}

const valueSchema = (field: Field): z.ZodType => (VALIDATORS[field.kind] as (field: Field) => z.ZodType)(field)

export function fieldSchema(field: Field): z.ZodType {
  const schema = valueSchema(field)
  return field.required && (field.kind === 'text' || field.kind === 'email')
    ? schema.refine((value) => String(value).trim() !== '', 'required')
    : schema
}

/** The body of a new record: required fields unless they have an initial value or are numbered, nothing unknown. */
export function createSchema(type: { readonly fields: Fields }): z.ZodObject {
  return z.strictObject(
    Object.fromEntries(
      writableFields(type).map(([key, field]) => {
        const schema = fieldSchema(field)
        const given = field.initial !== undefined || (field.kind === 'text' && field.numbered)
        return [key, field.required ? (given ? schema.optional() : schema) : schema.nullish()]
      }),
    ),
  )
}

/** The body of a change: any of the fields that may change; a required one cannot be emptied. */
export function editSchema(type: { readonly fields: Fields }): z.ZodObject {
  return z.strictObject(
    Object.fromEntries(
      writableFields(type)
        .filter(([, field]) => !field.fixed)
        .map(([key, field]) => [key, field.required ? fieldSchema(field).optional() : fieldSchema(field).nullish()]),
    ),
  )
}

/**
 * A body with the fields of such a schema as the API takes them, those of the firm together as `custom`; what comes out
 * has them under their full keys.
 */
export function bodySchema({ shape }: z.ZodObject): z.ZodType {
  const fields = Object.entries(shape)
  const own = fields.flatMap(([key, schema]) => {
    const bare = bareKey(key)
    return bare === null ? [] : [[bare, schema] as const]
  })
  const standard = fields.filter(([key]) => bareKey(key) === null)
  const custom = z.strictObject(Object.fromEntries(own)).prefault({})
  return z.strictObject({ ...Object.fromEntries(standard), custom }).transform(flattened)
}

/** What is known of `custom` before it is known whose fields: that it is an object. */
const Custom = z.record(z.string(), z.unknown()).describe('Values of the fields that the firm has added, by key')

/** A body as the description of the API has it, for every firm. */
export const describedBody = (schema: z.ZodObject): z.ZodObject => schema.extend({ custom: Custom.optional() })

/** A field as the API gives it: one of a class may be absent, for it is not for everybody. */
function shownSchema(field: Field): z.ZodType {
  const value = field.required ? valueSchema(field) : valueSchema(field).nullable()
  return field.access ? value.optional() : value
}

/** A record as the API gives it. */
export function recordSchema(type: { readonly fields: Fields }): z.ZodObject {
  return z.object({
    id: z.ulid(),
    version: z.int(),
    ...Object.fromEntries(Object.entries(type.fields).map(([key, field]) => [key, shownSchema(field)])),
    custom: Custom,
    created_at: z.int(),
    created_by: z.string(),
    updated_at: z.int(),
    updated_by: z.string(),
    source: z.string(),
  })
}
