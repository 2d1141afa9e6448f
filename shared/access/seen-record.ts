import { ownValues } from '#shared/record/custom.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'
import { fieldsOf, type Viewer } from './field-class.ts'

/** A record without what its reader does not see; to those who draw it, that is as if it were not filled in. */
export function seenRecord<R extends AnyRecord>(type: TypeName, record: R, viewer: Viewer): R {
  const seen = fieldsOf(type, viewer)
  const hidden = Object.keys(TYPES[type].fields).filter((key) => !Object.hasOwn(seen, key))
  const custom = ownValues(record.custom, seen)
  if (hidden.length === 0 && custom === record.custom) return record
  return { ...record, ...Object.fromEntries(hidden.map((key) => [key, null])), custom }
}
