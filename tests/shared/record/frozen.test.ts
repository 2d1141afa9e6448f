import { describe, expect, test } from 'vitest'
import { accessOf } from '#shared/access/access.ts'
import type { View } from '#shared/panel/section-builder.ts'
import { STANDARD_FIELDS } from '#shared/record/firm-fields.ts'
import { frozenFields, frozenWith, isFrozen } from '#shared/record/frozen.ts'
import type { RecordType } from '#shared/record/record-type.ts'
import { SheetType } from '#shared/sheet/api.ts'
import { type Quotation, TYPES, type TypeName } from '#shared/trade/index.ts'
import type { Context } from '#shared/workflow/action.ts'
import { editing } from '#shared/workflow/editing.ts'
import { a } from '../../fixtures/road.ts'

const types = Object.entries(TYPES) as [TypeName, RecordType][]
const frozen = types.filter(([, { frozen }]) => frozen)

const quotation = (status: Quotation['status']) => a.quotation({ id: 'Q', status })

describe('what the definitions say', () => {
  test.each(frozen)(
    'of a %s freezes it by values that it may have, or with what freezes by itself',
    (type, definition) => {
      for (const [key, values] of Object.entries(definition.frozen?.when ?? {})) {
        const field = definition.fields[key]
        const choices = field?.kind === 'choice' ? Object.keys(field.choices) : []
        expect(values.filter((value) => !choices.includes(value))).toEqual([])
        // Nobody thaws a record by writing its status.
        expect([key, field?.computed]).toEqual([key, true])
        expect(isFrozen(type, { [key]: field?.initial })).toBe(false)
      }
      const outer = frozenWith(type)
      if (outer) expect((TYPES[outer.to] as RecordType).frozen?.when).toBeDefined()
    },
  )

  test('no sheet holds a record that can be frozen: a push does not ask', () => {
    expect(SheetType.options.filter((type) => (TYPES[type] as RecordType).frozen)).toEqual([])
  })
})

describe('of a record that has left the house', () => {
  test('every field is kept but whose it is', () => {
    expect(frozenFields('quotation', { status: 'sent' }, undefined, ['freight', 'owner_id', 'custom.logo'])).toEqual([
      'freight',
      'custom.logo',
    ])
    expect(frozenFields('quotation', { status: 'draft' }, undefined, ['freight'])).toEqual([])
  })

  test('a line is kept with it', () => {
    expect(frozenFields('quotation_line', {}, { status: 'sent' }, ['qty'])).toEqual(['qty'])
    expect(frozenFields('quotation_line', {}, { status: 'draft' }, ['qty'])).toEqual([])
  })

  test('no form is offered, and one that was open is refused', () => {
    const edit = editing({
      name: 'edit-quotation',
      on: 'quotation',
      section: 'orders',
      fields: ['remarks'],
      records: () => [quotation('sent')],
      label: () => 'Edit',
    })
    const view = {
      access: accessOf(['gm']),
      fields: STANDARD_FIELDS,
      language: 'en',
      currency: 'CNY',
    } as unknown as View
    expect(edit.offers({} as never, view)).toEqual([])
    const decide = (status: Quotation['status']) =>
      edit.decide({ target: quotation(status), input: { remarks: 'Cheaper' }, view } as unknown as Context<'quotation'>)
    expect(decide('sent')).toMatchObject({ kind: 'rejected', problems: [{ field: 'remarks', code: 'frozen' }] })
    expect(decide('draft')).toMatchObject({ kind: 'saved' })
  })
})
