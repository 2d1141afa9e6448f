import type { Field, FieldClass, Fields } from '#shared/record/field.ts'
import type { FirmFields } from '#shared/record/firm-fields.ts'
import type { TypeName } from '#shared/trade/index.ts'
import type { Access } from './access.ts'

/** Somebody for whom records are shown: what they may see, and the fields that there are in their firm. */
export interface Viewer {
  readonly access: Access
  readonly fields: FirmFields
}

/** The fields of a type that somebody sees, the standard ones and their firm's own; any other is unknown to them. */
export const fieldsOf = (type: TypeName, { access, fields }: Viewer): Fields => seenFields(fields[type], access)

/** Of those the ones that the firm has added. */
export function ownFieldsOf(type: TypeName, viewer: Viewer): readonly (readonly [string, Field])[] {
  const fields = fieldsOf(type, viewer)
  const own = OWN.get(fields) ?? Object.entries(fields).filter(([, field]) => field.own)
  OWN.set(fields, own)
  return own
}

const OWN = new WeakMap<Fields, readonly (readonly [string, Field])[]>()

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
