import type { Fields } from './field.ts'

type Values = Readonly<Record<string, unknown>>

/**
 * A firm's own fields stand in a record's `custom`, by their bare keys. Among all fields of a type, in forms, filters
 * and histories the key is `custom.laser_logo`, so that nobody has to know which kind of field it is.
 */
const PREFIX = 'custom.'

export const ownKey = (bare: string): string => PREFIX + bare

/** The bare key of an own field; null for the key of a standard field. */
export const bareKey = (key: string): string | null => (key.startsWith(PREFIX) ? key.slice(PREFIX.length) : null)

/** A record's value of any field; null when there is none. */
export function fieldValue(record: Values & { readonly custom: Values }, key: string): unknown {
  const bare = bareKey(key)
  if (bare === null) return record[key] ?? null
  return Object.hasOwn(record.custom, bare) ? (record.custom[bare] ?? null) : null
}

/** Values with those of own fields under their full keys. */
export function flattened({ custom = {}, ...values }: Values): Values {
  const own = Object.entries(custom as Values).map(([bare, value]) => [ownKey(bare), value])
  return { ...values, ...Object.fromEntries(own) }
}

/** Values by column: what is said of own fields is put into `custom` as it was before. Emptied ones are not kept. */
export function byColumn(values: Values, before: Values): Values {
  const entries = Object.entries(values)
  const own = entries.flatMap(([key, value]) => {
    const bare = bareKey(key)
    return bare === null ? [] : [[bare, value] as const]
  })
  if (own.length === 0) return values
  const standard = entries.filter(([key]) => bareKey(key) === null)
  const kept = Object.entries({ ...before, ...Object.fromEntries(own) }).filter(([, value]) => value !== null)
  return { ...Object.fromEntries(standard), custom: Object.fromEntries(kept) }
}

/** What `custom` holds of these fields; of one that is none of them, or in use no more, nothing is told. */
export function ownValues(custom: Values, fields: Fields): Values {
  const entries = Object.entries(custom)
  const known = entries.filter(([bare]) => Object.hasOwn(fields, ownKey(bare)))
  return known.length === entries.length ? custom : Object.fromEntries(known)
}
