import { withComputed } from '#shared/trade/computed.ts'
import { TYPES } from '#shared/trade/index.ts'
import type { Change } from './change.ts'
import { bareKey } from './custom.ts'
import type { RecordType } from './record-type.ts'

/** A change with everything that follows from it within its record: initial and computed values. */
export function completed<C extends Change>(change: C): C {
  const { kind, type }: Change = change
  if (kind === 'remove') return change
  if (change.kind === 'update') {
    return { ...change, values: withComputed(type, change.values, change.before) }
  }
  const { values } = change as Extract<Change, { kind: 'create' }>
  const fields: RecordType['fields'] = TYPES[type].fields
  const initial = Object.entries(fields).map(([key, field]) => [key, values[key] ?? field.initial ?? null])
  const own = Object.entries(values).filter(([key]) => bareKey(key) !== null)
  return { ...change, values: withComputed(type, Object.fromEntries([...initial, ...own])) }
}
