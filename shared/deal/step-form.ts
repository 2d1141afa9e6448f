import { isSeen, type Viewer } from '#shared/access/field-class.ts'
import { seenRecord } from '#shared/access/seen-record.ts'
import { fieldValue } from '#shared/record/custom.ts'
import type { Field, Fields } from '#shared/record/field.ts'
import { asTyped } from '#shared/record/typed.ts'
import { type FormItem, fieldOfItem, keyOf } from '#shared/workflow/definition/form-item.ts'
import type { DealFile } from './deal-file.ts'
import { dealState } from './deal-state.ts'
import { fieldKey } from './field-key.ts'
import type { Step } from './steps.ts'

/**
 * The fields of a step's form: the record's own as its type has them, and those that the definition brings along. What
 * somebody does not see they are asked for only where the step cannot do without it: left blank, it would be lost.
 */
export function stepFields({ type, way }: Step, { fields, access }: Viewer): Fields {
  return Object.fromEntries(
    way.fields.flatMap((item) => {
      const field = fieldIn(item, fields[type])
      const required = way.required.includes(keyOf(item))
      return field && (required || isSeen(field, access.sees)) ? [[keyOf(item), asked(field, required)]] : []
    }),
  )
}

const fieldIn = (item: FormItem, fields: Fields): Field | undefined =>
  typeof item === 'string' ? fields[fieldKey(fields, item)] : fieldOfItem(item)

/** A step may write what is otherwise left to steps, and says itself what it needs. */
function asked(field: Field, required: boolean): Field {
  const { required: _, computed: __, fixed: ___, initial: ____, ...rest } = field
  return (required ? { ...rest, required: true } : rest) as Field
}

/** What the fields of a step's form start with, as its reader would type it. */
export function stepValues(
  step: Step,
  { deal }: DealFile,
  viewer: Viewer & { readonly currency: string },
): Readonly<Record<string, string>> {
  const { type, way } = step
  const record = seenRecord(type, step.record, viewer)
  const fields = viewer.fields[type]
  const { data } = dealState(deal)
  const asks = stepFields(step, viewer)
  return Object.fromEntries(
    way.fields.flatMap((item) => {
      const key = keyOf(item)
      const field = asks[key]
      const value = typeof item === 'string' ? fieldValue(record, fieldKey(fields, item)) : data[key]
      const typed = field && asTyped(field, value, { record, currency: viewer.currency })
      return typed === undefined ? [] : [[key, typed]]
    }),
  )
}
