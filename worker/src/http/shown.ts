import { fieldsOf, type Viewer } from '#shared/access/field-class.ts'
import type { FieldChange } from '#shared/record/change.ts'
import { bareKey, ownValues } from '#shared/record/custom.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'

/** A record as it leaves the house for somebody: a field they may not see is not there. */
export function shown(type: TypeName, { standing: _, ...record }: AnyRecord, viewer: Viewer): AnyRecord {
  const entries = Object.entries(record).filter(([key]) => isShown(type, key, viewer))
  return { ...(Object.fromEntries(entries) as AnyRecord), custom: ownValues(record.custom, fieldsOf(type, viewer)) }
}

/** The changes of an event, likewise. */
export const shownChanges = (type: TypeName, changes: readonly FieldChange[], viewer: Viewer): FieldChange[] =>
  changes.filter(({ field }) => isShown(type, field, viewer))

/** What is no field of the type is its bookkeeping; an own field that is in use no more is nobody's. */
function isShown(type: TypeName, key: string, viewer: Viewer): boolean {
  const known = bareKey(key) !== null || Object.hasOwn(TYPES[type].fields, key)
  return !known || Object.hasOwn(fieldsOf(type, viewer), key)
}
