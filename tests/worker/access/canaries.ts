import type { Field, FieldClass, Fields, Kind } from '#shared/record/field.ts'
import type { AnyRecord, RecordType } from '#shared/record/record-type.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'

/** Where a canary was planted. `access` is the class of its field, if it has one. */
export interface Nest {
  readonly tenant: string
  readonly type: TypeName
  readonly id: string
  readonly field: string
  readonly access: FieldClass | undefined
}

/**
 * Values that occur once in the world, one in every field that can hold one. Whoever reads a canary in an answer
 * knows from which field of which record it came.
 */
const NESTS = new Map<string, Nest>()

/** A text or a number, whichever the field keeps; null for a field that cannot hold a canary. */
export function canaryFor(nest: Omit<Nest, 'access'>): string | number | readonly string[] | null {
  const { fields }: { readonly fields: Fields } = TYPES[nest.type]
  const field = fields[nest.field]
  const make = field && holds(field) ? MAKERS[field.kind] : undefined
  if (!field || !make) return null
  const name = field.kind === 'money' || field.kind === 'price' ? `${7e10 + NESTS.size}` : `canary-${1e6 + NESTS.size}`
  NESTS.set(name, { ...nest, access: field.access })
  return make(name, field)
}

/** A short text has no room. */
const holds = (field: Field): boolean => field.kind !== 'text' || (field.max ?? 500) >= 40

const MAKERS: { readonly [K in Kind]?: (name: string, field: Field) => string | number | readonly string[] } = {
  text: (name) => name,
  email: (name) => `${name}@${name}.example`,
  texts: (name, field) => {
    const of = 'of' in field ? field.of : undefined
    return [of === 'email' ? `${name}@${name}.example` : of === 'domain' ? `${name}.example` : name]
  },
  money: Number,
  price: Number,
}

/** The canaries in a text, however they are written: as data, as a sum of money in a sentence, in a cursor. */
export function canariesIn(text: string): Map<string, Nest> {
  const found = new Map<string, Nest>()
  const plain = `${text} ${cursorIn(text)}`.replace(/(?<=\d)[.,](?=\d)/g, '')
  for (const [name] of plain.matchAll(/canary-\d{7}|(?<!\d)7\d{10}(?!\d)/g)) {
    const nest = NESTS.get(name)
    if (nest) found.set(name, nest)
  }
  return found
}

function cursorIn(text: string): string {
  const cursor = /"next":"([^"]+)"/.exec(text)?.[1]
  return cursor === undefined ? '' : decodeURIComponent(atob(cursor))
}

/** A record with every field filled: as given, else with a canary, else with something plain. */
export function filled(type: TypeName, tenant: string, given: { readonly id: string } & Record<string, unknown>) {
  const { fields }: RecordType = TYPES[type]
  const values = Object.entries(fields).map(([key, field]) => {
    const value = Object.hasOwn(given, key)
      ? given[key]
      : (canaryFor({ tenant, type, id: given.id, field: key }) ?? field.initial ?? PLAIN[field.kind] ?? null)
    return [key, value ?? (field.kind === 'choice' && field.required ? Object.keys(field.choices)[0] : null)]
  })
  return { ...BOOKKEEPING, ...Object.fromEntries(values), id: given.id } as AnyRecord
}

const BOOKKEEPING = {
  version: 1,
  created_at: 0,
  created_by: '00000000000000000000000000',
  updated_at: 0,
  updated_by: '00000000000000000000000000',
  source: 'import',
  custom: {},
}

/** What a field of each kind has that holds neither a canary nor anything given. */
const PLAIN: { readonly [K in Kind]?: unknown } = {
  text: 'H87',
  integer: 1,
  quantity: 1_000,
  rate: 715_000_000,
  percent: 100,
  date: '2026-11-01',
  instant: Date.parse('2026-10-01T00:00:00Z'),
  boolean: false,
  country: 'IS',
  currency: 'USD',
  timezone: 'Atlantic/Reykjavik',
  language: 'is',
}
