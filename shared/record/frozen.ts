import { TYPES, type TypeName } from '#shared/trade/index.ts'
import type { Values } from './change.ts'
import { type Frozen, type RecordType, whoseFields } from './record-type.ts'

const frozen = (type: TypeName): Frozen => (TYPES[type] as RecordType).frozen ?? {}

/** Whether a record is as it left the house, by its own values. */
export const isFrozen = (type: TypeName, record: Values): boolean =>
  Object.entries(frozen(type).when ?? {}).some(([key, values]) => values.includes(String(record[key])))

/** The field that refers to the record with which one of this type is frozen, and that record's type; null for none. */
export function frozenWith(type: TypeName): { readonly key: string; readonly to: TypeName } | null {
  const { within: key } = frozen(type)
  const field = key === undefined ? undefined : (TYPES[type] as RecordType).fields[key]
  return key !== undefined && field?.kind === 'reference' ? { key, to: field.to as TypeName } : null
}

/**
 * Of the fields that somebody is about to write those that stay as they are, for the record has left the house, or the one
 * around it has: nobody sets them there, whatever their post. Whose a record is may change for ever. Only actions move it on.
 */
export function frozenFields(
  type: TypeName,
  record: Values,
  around: Values | undefined,
  keys: readonly string[],
): string[] {
  const outer = frozenWith(type)
  if (!isFrozen(type, record) && !(outer && around && isFrozen(outer.to, around))) return []
  const whose = whoseFields(TYPES[type])
  const { fields = keys } = frozen(type)
  return keys.filter((key) => fields.includes(key) && !whose.includes(key))
}
