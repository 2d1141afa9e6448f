import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Field } from '#shared/record/field.ts'
import { firmFields } from '#shared/record/firm-fields.ts'
import { asTyped, readTyped } from '#shared/record/typed.ts'
import { fieldSchema } from '#shared/record/validation.ts'
import { order } from '#shared/trade/order.ts'
import { orderLine } from '#shared/trade/order-line.ts'
import { ONE_OF_EACH } from '../../fixtures/own-fields.ts'

const { customer: fields } = firmFields(ONE_OF_EACH)
const own = Object.entries(fields).filter(([, field]) => field.own)
const house = { record: {}, currency: 'CNY' }

const read = (input: Record<string, unknown>) => readTyped(fields, input, house, 'en')

/** Values that a field of a kind may have. */
function valuesOf(field: Field): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'text':
      return fc.string({ minLength: 1, maxLength: 200 })
    case 'choice':
      return fc.constantFrom(...Object.keys(field.choices))
    case 'date':
      return fc
        .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10))
    case 'boolean':
      return fc.boolean()
    default:
      return fc.integer({ min: -90_000_000_000_000, max: 90_000_000_000_000 })
  }
}

describe.each(own)('%s', (key, field) => {
  test('every value comes back from how it would be typed', () => {
    fc.assert(
      fc.property(valuesOf(field), (value) => {
        const typed = asTyped(field, value, house)
        expect(read({ [key]: typed })).toEqual({ values: { [key]: value }, problems: [] })
      }),
    )
  })

  test('whatever is typed is stored as what it says, or refused: by what it is or with the field named', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'019.,-/ ') })),
        (typed) => {
          const { values, problems } = read({ [key]: typed })
          for (const problem of problems) expect(problem.field).toBe(key)
          if (problems.length > 0 || values[key] === null || field.kind === 'text') return
          const stored = fieldSchema(field).safeParse(values[key])
          if (stored.success) expect(read({ [key]: asTyped(field, stored.data, house) }).values).toEqual(values)
        },
      ),
    )
  })

  test('nothing typed is nothing; nothing stored is nothing typed', () => {
    if (field.kind !== 'text') expect(read({ [key]: '' }).values).toEqual({ [key]: null })
    expect(read({ [key]: null }).values).toEqual({ [key]: null })
    expect(asTyped(field, null, house)).toBeUndefined()
  })
})

test('an amount is read in the decimals of its currency', () => {
  expect(read({ 'custom.an_amount': '1,234.50' }).values).toEqual({ 'custom.an_amount': 123_450 })
  expect(read({ 'custom.some_yen': '1,234' }).values).toEqual({ 'custom.some_yen': 1_234 })
})

test('an amount in the currency of its record, or the firm’s, is read in that', () => {
  const { total, cost_total } = order.fields
  const typed = (currency: string | null) =>
    readTyped(
      { total, cost_total },
      { total: '12.5', cost_total: '12.5' },
      { record: { currency }, currency: 'CNY' },
      'en',
    )
  expect(typed('USD').values).toEqual({ total: 1_250, cost_total: 1_250 })
  expect(typed('KWD').values).toEqual({ total: 12_500, cost_total: 1_250 })
  expect(typed('JPY').problems.map(({ field }) => field)).toEqual(['total'])
  // Without a currency nobody knows what 12.5 is: it stays a word, and no amount.
  expect(typed(null).values).toEqual({ total: '12.5', cost_total: 1_250 })
})

test('prices, quantities and rates keep their own decimals', () => {
  const { qty, unit_price, discount } = orderLine.fields
  const line = { qty, unit_price, discount, fx_rate: order.fields.fx_rate }
  const input = { qty: '1200', unit_price: '9.999', discount: '2.5', fx_rate: '7.1234' }
  expect(readTyped(line, input, house, 'en').values).toEqual({
    qty: 1_200_000,
    unit_price: 9_999_000,
    discount: 250,
    fx_rate: 712_340_000,
  })
})

test('who is refused is shown how it is meant to look', () => {
  const { problems } = read({ 'custom.an_amount': '1.234,50', 'custom.some_yen': '12.5', 'custom.a_number': '12,5' })
  expect(problems).toEqual([
    { field: 'custom.an_amount', code: 'number', message: 'A number such as 1,234.50.' },
    { field: 'custom.some_yen', code: 'number', message: 'A number such as 1,234.' },
    { field: 'custom.a_number', code: 'number', message: 'A number such as 1,234.5.' },
  ])
})

test('what is no text, no field, or text already is left as it is', () => {
  const input = {
    'custom.a_number': 12_500,
    'custom.yes_or_no': true,
    'custom.a_text': ' 12,5 ',
    'custom.some_lines': '',
    constructor: '1',
    toString: '1',
  }
  expect(read(input)).toEqual({ values: input, problems: [] })
})

test('an emptied field that must be filled in is as if it were left out', () => {
  const required = { amount: { ...order.fields.cost_total, required: true as const } }
  expect(readTyped(required, { amount: ' ' }, house, 'en').values).toEqual({})
})

test('lines are typed with the one kind of line break that a page knows', () => {
  const lines = own.find(([key]) => key === 'custom.some_lines')?.[1]
  expect(lines && asTyped(lines, 'a\r\nb\rc', house)).toBe('a\nb\nc')
})
