import type { View } from '#shared/panel/section-builder.ts'
import { fieldValue } from '#shared/record/custom.ts'
import type { Fields } from '#shared/record/field.ts'
import { asTyped } from '#shared/record/typed.ts'

/**
 * The fields of a form about a record as a deal keeps it. Texts of several lines are not at hand there, and a form that does not
 * know them would empty them: they are changed on the record itself.
 */
export const atHand = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).filter(([key, field]) => !(field.kind === 'text' && field.lines && LONG.includes(key))),
  )

const LONG: readonly string[] = ['remarks', 'terms_text']

/** What the fields of a form begin with, as a person would type it; those without a value are left out. */
export function typedValues(
  fields: Fields,
  values: Readonly<Record<string, unknown>>,
  { currency }: Pick<View, 'currency'>,
): Record<string, string> {
  const record = { custom: {}, ...values }
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, field]) => {
      const typed = asTyped(field, fieldValue(record, key), { record, currency })
      return typed === undefined ? [] : [[key, typed]]
    }),
  )
}
