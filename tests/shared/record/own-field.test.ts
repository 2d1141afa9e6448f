import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accessOf } from '#shared/access/access.ts'
import { fieldsOf } from '#shared/access/field-class.ts'
import { firmFields, STANDARD_FIELDS } from '#shared/record/firm-fields.ts'
import { definitionProblems } from '#shared/record/own-field.ts'
import { createSchema, editSchema } from '#shared/record/validation.ts'
import { TYPES } from '#shared/trade/index.ts'
import { ownField } from '#shared/trade/own-field.ts'
import { formOf } from '#shared/workflow/form.ts'
import { aDefinition, ONE_OF_EACH } from '../../fixtures/own-fields.ts'

type Entity = keyof typeof ownField.fields.entity.choices
const ENTITIES = Object.keys(ownField.fields.entity.choices) as Entity[]
const BOOKKEEPING = ['id', 'version', 'created_at', 'created_by', 'updated_at', 'updated_by', 'source', 'custom']

const problemsOf = (given: Parameters<typeof aDefinition>[0]) =>
  definitionProblems(aDefinition(given), 'en').map(({ field, code }) => `${field} ${code}`)

describe('a key', () => {
  test.each(ENTITIES)('of %s is none of its standard fields, bookkeeping, or what every object has', (entity) => {
    const taken = [...Object.keys(TYPES[entity].fields), ...BOOKKEEPING, 'tenant_id', 'standing']
    taken.push('constructor', 'to_string', 'value_of', 'has_own_property')
    for (const key of taken) expect([key, problemsOf({ entity, key })]).toEqual([key, ['key reserved']])
    // What is a field elsewhere is free here.
    expect(problemsOf({ entity, key: 'laser_logo' })).toEqual([])
  })

  test('is two to forty small letters, digits and underscores, whatever else is sent', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'aZ9_-. ') })), (key) => {
        const right = /^[a-z][a-z0-9_]{1,39}$/.test(key) && !(key in TYPES.customer.fields)
        expect(problemsOf({ key }).length === 0).toBe(right)
      }),
    )
    for (const key of [
      '__proto__',
      'toString',
      'hasOwnProperty',
      'a',
      'a'.repeat(41),
      "a'b",
      'a.b',
      'a b',
      'é_x',
      'ab\n',
    ])
      expect([key, problemsOf({ key })]).toEqual([key, ['key key']])
  })
})

test.each(['', ' ', '\u200b', '\u3000', '\u202e', '\t\u2060'])('a name of %j is no name', (blank) => {
  expect(problemsOf({ label_en: blank })).toEqual(['label_en required'])
  expect(problemsOf({ label_zh: blank })).toEqual(['label_zh required'])
})

describe('choices', () => {
  test.each([
    ['none at all', null, 'required'],
    ['an empty list', [], 'required'],
    ['an empty one', ['none', ''], 'empty'],
    ['one that nobody can see', ['none', '\u200b'], 'empty'],
    ['one twice', ['none', 'none'], 'twice'],
    ['one twice but for blanks around it', ['none', ' none'], 'twice'],
    ['one twice in two spellings of Unicode', ['é', 'e\u0301'], 'twice'],
    ['one that is a letter', ['x'.repeat(61)], 'too_long'],
  ])('%s', (_, options, code) => {
    expect(problemsOf({ kind: 'choice', options })).toEqual([`options ${code}`])
  })

  test('may be called anything that can be seen', () => {
    const options = ['__proto__', 'constructor', 'null', 'true', '10', '2', '<b>x</b> &amp; "y"', 'محمد', '\u202Eevil']
    expect(problemsOf({ kind: 'choice', options })).toEqual([])
    const fields = firmFields([aDefinition({ kind: 'choice', options })]).customer
    const schema = editSchema({ fields })
    for (const option of options)
      expect(schema.safeParse({ 'custom.laser_logo': option })).toEqual({
        success: true,
        data: { 'custom.laser_logo': option },
      })
    for (const other of ['toString', 'valueOf', '1', 'evil', ''])
      expect(schema.safeParse({ 'custom.laser_logo': other }).success).toBe(false)
  })

  test('are offered in the order in which they were given', () => {
    const options = ['10', '2', 'b', '1', 'a', '__proto__']
    const field = firmFields([aDefinition({ kind: 'choice', options })]).customer['custom.laser_logo']
    const form = formOf({
      action: 'x',
      target: { type: 'customer', id: '1' },
      label: 'x',
      fields: field ? { x: field } : {},
      language: 'en',
    })
    expect(form.fields[0]?.choices?.map(({ value, label }) => [value, label])).toEqual(options.map((one) => [one, one]))
  })

  test('are for a choice alone, and a currency for money alone and always', () => {
    for (const kind of ['text', 'lines', 'number', 'date', 'boolean'] as const) {
      expect(problemsOf({ kind, options: ['x'] })).toEqual(['options only_for'])
      expect(problemsOf({ kind, currency: 'USD' })).toEqual(['currency only_for'])
      expect(problemsOf({ kind })).toEqual([])
    }
    expect(problemsOf({ kind: 'money' })).toEqual(['currency required'])
    expect(problemsOf({ kind: 'money', currency: 'KWD' })).toEqual([])
  })
})

describe('a firm’s fields', () => {
  test('are those of the standard and its own, which are equals from then on', () => {
    const fields = firmFields(ONE_OF_EACH)
    expect(Object.keys(fields.customer)).toEqual([
      ...Object.keys(TYPES.customer.fields),
      ...ONE_OF_EACH.map(({ key }) => `custom.${key}`),
    ])
    expect(fields.order).toBe(STANDARD_FIELDS.order)
    const body = {
      'custom.a_text': 'x',
      'custom.some_lines': 'x\ny',
      'custom.a_number': -12_500,
      'custom.a_choice': '1 side',
      'custom.a_date': '2026-10-20',
      'custom.an_amount': 123_450,
      'custom.some_yen': 1_234,
      'custom.yes_or_no': false,
    }
    expect(editSchema({ fields: fields.customer }).parse(body)).toEqual(body)
    for (const [key, wrong] of Object.entries(body).map(([key, value]) => [key, [value]] as const))
      expect(editSchema({ fields: fields.customer }).safeParse({ [key]: wrong }).error?.issues[0]?.path).toEqual([key])
  })

  test('of a class are those of people who see the class, and unknown to others', () => {
    const fields = firmFields([
      aDefinition({ access: 'cost' }),
      aDefinition({ key: 'second', access: 'personal' }),
      aDefinition({ key: 'third' }),
    ])
    const own = (role: string) =>
      Object.keys(fieldsOf('customer', { access: accessOf([role]), fields })).filter((key) => key.startsWith('custom.'))
    expect(own('gm')).toEqual(['custom.laser_logo', 'custom.second', 'custom.third'])
    expect(own('sales_rep')).toEqual(['custom.second', 'custom.third'])
    expect(own('qc')).toEqual(['custom.third'])
    expect(own('no such post')).toEqual(['custom.third'])
  })

  test('that must be filled in are asked for and cannot be emptied', () => {
    const { customer } = firmFields([aDefinition({ required: true }), aDefinition({ key: 'second', kind: 'boolean' })])
    const body = { name: 'x', country: 'DE', timezone: 'Europe/Berlin' }
    const wrong = (schema: ReturnType<typeof createSchema>, given: object) =>
      schema.safeParse(given).error?.issues.map(({ path }) => path.join('.')) ?? []
    expect(wrong(createSchema({ fields: customer }), body)).toEqual(['custom.laser_logo'])
    expect(wrong(createSchema({ fields: customer }), { ...body, 'custom.laser_logo': ' ' })).toEqual([
      'custom.laser_logo',
    ])
    expect(wrong(createSchema({ fields: customer }), { ...body, 'custom.laser_logo': 'x' })).toEqual([])
    expect(wrong(editSchema({ fields: customer }), {})).toEqual([])
    expect(wrong(editSchema({ fields: customer }), { 'custom.laser_logo': null })).toEqual(['custom.laser_logo'])
  })
})
