import { TYPES, type TypeName } from '#shared/trade/index.ts'
import type { Values } from './change.ts'
import type { Fields } from './field.ts'

/** Of the fields that somebody is about to write those that have a value already, and keep it. */
export function lasting(type: TypeName, before: Values, values: Values): string[] {
  const fields: Fields = TYPES[type].fields
  return Object.entries(values).flatMap(([key, to]) => {
    const from = before[key] ?? null
    return fields[key]?.lasting && from !== null && from !== to ? [key] : []
  })
}

/** Of the fields that somebody is about to write those that only an action moves from where they are to there. */
export function notByHand(type: TypeName, before: Values, values: Values): string[] {
  const fields: Fields = TYPES[type].fields
  return Object.entries(values).flatMap(([key, to]) => {
    const { byHand, byHandAlone } = fields[key] ?? {}
    const from = String(before[key])
    const ways = [...(byHand?.[from] ?? []), ...(before.deal_id === null ? (byHandAlone?.[from] ?? []) : [])]
    return !byHand || from === to || ways.includes(String(to)) ? [] : [key]
  })
}
