import { describe, expect, expectTypeOf, test } from 'vitest'
import type { RecordType } from '#shared/record/record-type.ts'
import { createSchema, editSchema } from '#shared/record/validation.ts'
import { type Order, TYPES, type TypeName } from '#shared/trade/index.ts'

const types = Object.entries(TYPES) as [TypeName, RecordType][]

describe.each(types)('the definition of %s', (name, type) => {
  test('is listed under its own name, with keys SQL and JSON can share', () => {
    expect(type.name).toBe(name)
    for (const key of Object.keys(type.fields)) expect(key).toMatch(/^[a-z][a-z0-9_]{1,39}$/)
  })

  test('speaks of fields and types that exist', () => {
    expect(type.fields).toHaveProperty(type.title)
    for (const index of Object.values(type.indexes ?? {})) {
      for (const column of index.on) expect(type.fields).toHaveProperty(column)
    }
    for (const field of Object.values(type.fields)) {
      if (field.kind === 'money' || field.kind === 'price')
        expect(['base', ...Object.keys(type.fields)]).toContain(field.currency)
      if (field.kind !== 'reference') continue
      expect(TYPES).toHaveProperty(field.to)
      for (const [own, theirs] of Object.entries(field.agrees ?? {})) {
        expect(type.fields).toHaveProperty(own)
        expect(TYPES[field.to as TypeName].fields).toHaveProperty(theirs)
      }
    }
  })

  test('says every label in both languages', () => {
    const labels = Object.values(type.fields).flatMap((field) => [
      field.label,
      ...('choices' in field ? Object.values(field.choices) : []),
    ])
    for (const label of [type.label, ...labels])
      expect(Object.values(label).every((word) => word.trim() !== '')).toBe(true)
  })

  test('takes nothing that Quayside works out itself', () => {
    for (const [key, field] of Object.entries(type.fields)) {
      if (field.computed) expect(Object.keys(createSchema(type).shape)).not.toContain(key)
      if (field.computed || field.fixed) expect(Object.keys(editSchema(type).shape)).not.toContain(key)
    }
  })
})

test('the type of a record follows from its definition', () => {
  expectTypeOf<Order['exec_status']>().toEqualTypeOf<
    | 'not_started'
    | 'waiting_deposit'
    | 'waiting_material'
    | 'in_production'
    | 'inspection'
    | 'ready'
    | 'shipped'
    | 'closed'
  >()
  expectTypeOf<Order['promised_date']>().toEqualTypeOf<string | null>()
  expectTypeOf<Order['total']>().toEqualTypeOf<number | null>()
})
