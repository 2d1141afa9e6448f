import Big from 'big.js'
import type { FactValue } from '#shared/expression/schema.ts'
import type { Values } from '#shared/record/change.ts'
import type { Field } from '#shared/record/field.ts'
import { decimalsIn } from '#shared/record/typed.ts'

/** A fact as it is stored in a field: numbers as integers of the field's places, rounded half away from zero. */
export function storedValue(
  field: Field | undefined,
  value: FactValue,
  surroundings: { readonly record: Values; readonly currency: string },
): unknown {
  if (!field || value === null) return value
  const decimals = decimalsIn(field, surroundings)
  // Of an amount whose currency nobody has said nobody knows how much it is.
  if (field.kind === 'money' && decimals === null) return null
  if (decimals === null || typeof value === 'boolean' || Array.isArray(value)) return value
  return Big(value as string | number)
    .times(Big(10).pow(decimals))
    .round(0, Big.roundHalfUp)
    .toNumber()
}
