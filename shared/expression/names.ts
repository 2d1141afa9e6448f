import type { FactField, FactRecord, FactSchema } from './schema.ts'

/** What stands at one element of a list. In an aggregate its fields may be named bare; in a plain comparison not. */
export interface Walk {
  readonly record: string
  readonly bare: boolean
}

export type Meaning =
  | { readonly is: 'field'; readonly record: string | null; readonly field: string; readonly fact: FactField }
  | { readonly is: 'record' | 'count'; readonly record: string }
  /** `record` is null where already the first name is unknown; `index` is the name that nobody knows. */
  | { readonly is: 'unknown'; readonly record: string | null; readonly index: number }

/** What a path means: a field of the element first, then a bare name, then a record and what is under it. */
export function meaningOf(names: readonly string[], walks: readonly Walk[], schema: FactSchema): Meaning {
  const whole = names.join('.')
  for (const { record } of walks.filter(({ bare }) => bare).reverse()) {
    const found = fieldOf(record, schema.records[record], whole)
    if (found) return found
  }
  const fact = own(schema.fields, whole)
  return fact ? { is: 'field', record: null, field: whole, fact } : underRecord(names, schema)
}

/** What a path means that begins with a record: `order.total`, `sample.count`, `quotation.version.sent_at`. */
export function underRecord(names: readonly string[], schema: FactSchema): Meaning {
  let key = names[0] ?? ''
  const first = own(schema.records, key)
  if (!first) return { is: 'unknown', record: null, index: 0 }
  let record: FactRecord = first
  for (let index = 1; index < names.length; index++) {
    const name = names[index] ?? ''
    const last = index === names.length - 1
    if (last && name === 'count' && record.many) return { is: 'count', record: key }
    const child: string | undefined = own(record.children ?? {}, name)
    const next = child === undefined ? undefined : own(schema.records, child)
    if (child === undefined || !next)
      return fieldOf(key, record, names.slice(index).join('.')) ?? { is: 'unknown', record: key, index }
    key = child
    record = next
  }
  return { is: 'record', record: key }
}

function fieldOf(key: string, record: FactRecord | undefined, name: string): Meaning | null {
  const field = own(record?.aliases ?? {}, name) ?? name
  const fact = own(record?.fields ?? {}, field)
  return fact ? { is: 'field', record: key, field, fact } : null
}

/** What every JavaScript object has by itself is not a name of ours. */
const own = <Value>(of: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(of, key) ? of[key] : undefined
