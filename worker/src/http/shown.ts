import { isVisible } from '#shared/access/field-class.ts'
import type { FieldChange } from '#shared/record/change.ts'
import type { AnyRecord, RecordType } from '#shared/record/record-type.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'

/** A record as it leaves the house: without the fields that nobody may see through the interface. */
export function shown(type: TypeName, record: AnyRecord): AnyRecord {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !HIDDEN[type].has(key))) as AnyRecord
}

/** The changes of an event, likewise. */
export const shownChanges = (type: TypeName, changes: readonly FieldChange[]): FieldChange[] =>
  changes.filter(({ field }) => !HIDDEN[type].has(field))

const TYPE_LIST = Object.entries(TYPES) as [TypeName, RecordType][]
const HIDDEN = Object.fromEntries(TYPE_LIST.map(([name, type]) => [name, hiddenIn(type)])) as Record<
  TypeName,
  ReadonlySet<string>
>

function hiddenIn({ fields }: RecordType): ReadonlySet<string> {
  return new Set(Object.entries(fields).flatMap(([key, field]) => (isVisible(field) ? [] : [key])))
}
