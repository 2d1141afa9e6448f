import type { Access } from '#shared/access/access.ts'
import { seenFields } from '#shared/access/field-class.ts'
import type { FieldChange } from '#shared/record/change.ts'
import type { Fields } from '#shared/record/field.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'

/** A record as it leaves the house for somebody: a field they may not see is not there. */
export function shown(type: TypeName, { standing: _, ...record }: AnyRecord, { access }: For): AnyRecord {
  return Object.fromEntries(Object.entries(record).filter(([key]) => isShown(type, key, access))) as AnyRecord
}

/** The changes of an event, likewise. */
export const shownChanges = (type: TypeName, changes: readonly FieldChange[], { access }: For): FieldChange[] =>
  changes.filter(({ field }) => isShown(type, field, access))

interface For {
  readonly access: Access
}

/** What is no field of the type is its bookkeeping. */
function isShown(type: TypeName, key: string, access: Access): boolean {
  const fields: Fields = TYPES[type].fields
  return !Object.hasOwn(fields, key) || Object.hasOwn(seenFields(fields, access), key)
}
