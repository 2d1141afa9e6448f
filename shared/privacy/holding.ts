import type { Kind } from '#shared/record/field.ts'
import { BOOKKEEPING, type RecordType } from '#shared/record/record-type.ts'

/**
 * How a column may hold a person: in a text; in JSON, anywhere in it; as a key by which somebody is found and whose row goes with them;
 * or not at all, because only ids, codes and names of things stand in it.
 */
export type Holding = 'text' | 'json' | 'key' | 'nobody'

/** Of a field that follows from its kind: a new kind without a line here does not compile. */
export const HOLDS = {
  text: 'text',
  email: 'text',
  texts: 'json',
  data: 'json',
  choice: 'nobody',
  integer: 'nobody',
  money: 'nobody',
  price: 'nobody',
  quantity: 'nobody',
  decimal: 'nobody',
  rate: 'nobody',
  percent: 'nobody',
  date: 'nobody',
  instant: 'nobody',
  boolean: 'nobody',
  country: 'nobody',
  currency: 'nobody',
  timezone: 'nobody',
  language: 'nobody',
  reference: 'nobody',
} as const satisfies Record<Kind, Holding>

/** What each column of a record type's table may hold; a firm's own fields stand together in `custom`. */
export function holdingsOf({ fields }: RecordType): Readonly<Record<string, Holding>> {
  const own = Object.entries(fields).map(([key, { kind }]) => [key, HOLDS[kind]] as const)
  const kept = [...BOOKKEEPING]
    .filter((key) => key !== 'standing')
    .map((key) => [key, key === 'custom' ? 'json' : 'nobody'] as const)
  return Object.fromEntries([...kept, ...own])
}
