import { ownFieldsOf } from '#shared/access/field-class.ts'
import { fieldValue } from '#shared/record/custom.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import { shownValue } from '#shared/record/shown-value.ts'
import type { TypeName } from '#shared/trade/index.ts'
import type { Widget } from '../panel.ts'
import type { View } from '../section-builder.ts'

/** What the firm's own fields say of a record: those it shows in panels, and of them those that are filled in. */
export function ownFacts(type: TypeName, record: AnyRecord, view: View): Widget[] {
  return ownFieldsOf(type, view).flatMap(([key, field]): Widget[] => {
    const value = field.own?.panel ? fieldValue(record, key) : null
    if (value === null || value === '') return []
    return [{ kind: 'fact', label: field.label[view.language], value: shownValue(field, value, record, view) }]
  })
}
