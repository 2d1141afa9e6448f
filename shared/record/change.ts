import type { TypeName } from '#shared/trade/index.ts'
import { fieldValue } from './custom.ts'
import type { AnyRecord } from './record-type.ts'

/** Field values as they are to be stored, by field key; those of own fields as `custom.laser_logo`. */
export type Values = Readonly<Record<string, unknown>>

/** One record to be written, as data. The store turns a list of these into one batch. */
export type Change =
  | { readonly kind: 'create'; readonly type: TypeName; readonly id: string; readonly values: Values }
  | { readonly kind: 'update'; readonly type: TypeName; readonly before: AnyRecord; readonly values: Values }
  /** A part of a draft that is taken out again; what it was stays in its history. */
  | { readonly kind: 'remove'; readonly type: TypeName; readonly before: AnyRecord }

/** The id of the record a change is about. */
export const changedId = (change: Change): string => (change.kind === 'create' ? change.id : change.before.id)

/** What is known of the record after a change: all its values, the changed ones as they will be. Of one that is removed, what it was. */
export function valuesAfter(change: Change): Values {
  if (change.kind === 'create') return change.values
  return change.kind === 'update' ? { ...change.before, ...change.values } : change.before
}

/** The version a change leaves its record at. */
export const versionAfter = (change: Change): number => (change.kind === 'create' ? 1 : change.before.version + 1)

/** What the history keeps of one field. `old` is absent on creation. */
export interface FieldChange {
  readonly field: string
  readonly old?: unknown
  readonly new: unknown
}

/** The fields an update really changes; nothing when it repeats what is there. */
export function fieldChanges(before: AnyRecord, values: Values): FieldChange[] {
  return Object.entries(values)
    .map(([field, value]) => ({ field, old: fieldValue(before, field), new: value ?? null }))
    .filter(({ old, new: value }) => JSON.stringify(old) !== JSON.stringify(value))
}
