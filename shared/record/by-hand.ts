import { TYPES, type TypeName } from '#shared/trade/index.ts'
import type { Values } from './change.ts'
import type { Fields } from './field.ts'

/** Of the fields that somebody is about to write those that only an action moves from where they are to there. */
export function notByHand(type: TypeName, before: Values, values: Values): string[] {
  const fields: Fields = TYPES[type].fields
  return Object.entries(values).flatMap(([key, to]) => {
    const { byHand } = fields[key] ?? {}
    const from = String(before[key])
    return !byHand || from === to || byHand[from]?.includes(String(to)) ? [] : [key]
  })
}
