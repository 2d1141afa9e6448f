import { TYPES, type TypeName } from '#shared/trade/index.ts'
import type { Values } from './change.ts'
import type { Fields } from './field.ts'

/**
 * Of the fields that somebody is about to change those that agree with what the record refers to, and would not any more: such
 * a field changes together with the reference, and is compared then with what that refers to.
 */
export function parting(type: TypeName, before: Values, changed: readonly string[]): { field: string; to: TypeName }[] {
  const fields: Fields = TYPES[type].fields
  return Object.entries(fields).flatMap(([key, field]) => {
    if (field.kind !== 'reference' || changed.includes(key) || (before[key] ?? null) === null) return []
    const agreed = Object.keys(field.agrees ?? {}).filter((own) => changed.includes(own))
    return agreed.map((own) => ({ field: own, to: field.to as TypeName }))
  })
}
