import type { Field, FieldClass, Fields } from '#shared/record/field.ts'
import type { Access } from './access.ts'

/** What a field is to somebody who may see its record: there, or absent everywhere. */
export const isSeen = (field: Field, sees: ReadonlySet<FieldClass>): boolean =>
  field.access === undefined || sees.has(field.access)

/** Of a record type's fields those that a person sees. The same fields give the same object: much is kept by it. */
export function seenFields(fields: Fields, { sees, key }: Access): Fields {
  const kept = SEEN.get(fields) ?? new Map<string, Fields>()
  SEEN.set(fields, kept)
  let seen = kept.get(key)
  if (!seen) {
    seen = Object.fromEntries(Object.entries(fields).filter(([, field]) => isSeen(field, sees)))
    kept.set(key, seen)
  }
  return seen
}

const SEEN = new WeakMap<Fields, Map<string, Fields>>()
