import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Language, text } from '#shared/i18n/language.ts'
import type { Field } from '#shared/record/field.ts'
import type { CellContent } from '#shared/sheet/api.ts'
import { cellOf, type Reading } from '#shared/sheet/cell.ts'
import { isKept } from '#shared/sheet/columns.ts'
import { readCell } from '#shared/sheet/read-cell.ts'
import { KEPT } from './values.ts'

const RECORD = { currency: 'USD' }
const reading = (words: Language = 'en'): Reading => ({
  words,
  language: 'en',
  timezone: 'Asia/Shanghai',
  currency: 'CNY',
})

const read = (field: Field, content: CellContent, words: Language = 'en') =>
  readCell('a', field, content, RECORD, reading(words))

/** What is refused, by its code, with what people read; or the value. */
function outcome(field: Field, content: CellContent): unknown {
  const one = read(field, content)
  return 'problem' in one ? `${one.problem.code}: ${one.problem.message}` : one.value
}

describe.each(KEPT)('a %s', (_, { field, values }) => {
  test('that is stored is read back from its cell, in both languages, as a number and as text', () => {
    fc.assert(
      fc.property(values, fc.constantFrom<Language>('en', 'zh-CN'), (value, words) => {
        const cell = cellOf(field, value, RECORD, reading(words))
        expect(read(field, cell, words)).toEqual({ value })
        // A column of plain text has numbers as their digits; a double with an exponent is no such text.
        if (typeof cell !== 'number' || !String(cell).includes('e')) {
          expect(read(field, String(cell), words)).toEqual({ value })
        }
      }),
      { numRuns: 200 },
    )
  })

  test('that is changed in a sheet can be emptied, unless it is required', () => {
    expect(isKept(field)).toBe(false)
    for (const empty of [null, '']) {
      expect(read(field, empty)).toEqual({ value: null })
      expect(outcome({ ...field, required: true }, empty)).toBe('required: This is required.')
    }
  })

  test('is never made of a formula, or of an error of the sheet', () => {
    expect(outcome(field, { formula: '=A1' })).toMatch(/^formula: /)
    expect(outcome(field, { error: '#REF!' })).toMatch(/^sheet_error: /)
    for (const error of ['#REF!', '#N/A', '#VALUE!', '#DIV/0!', '#NAME?', '#NUM!', '#NULL!', '#ERROR!', 'Loading...']) {
      expect(outcome(field, error)).toMatch(/^sheet_error: /)
    }
  })

  test('of any content is a value or a problem, and never a failure', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean()),
        (content) => {
          const one = read(field, content)
          if (!('problem' in one)) expect(cellOf(field, one.value, RECORD, reading())).not.toBe(undefined)
        },
      ),
      { numRuns: 300 },
    )
  })
})

const label = text('A field', '字段')
const money: Field = { kind: 'money', currency: 'currency', label }
const price: Field = { kind: 'price', currency: 'currency', label }
const quantity: Field = { kind: 'quantity', label }
const day: Field = { kind: 'date', label }
const choice: Field = {
  kind: 'choice',
  choices: { none: text('None', '无'), one_side: text('One side', '单面') },
  order: ['one_side', 'none'],
  label,
}
const short: Field = { kind: 'text', max: 5, label }
const toggle: Field = { kind: 'boolean', label }

describe('a number', () => {
  test.each<[string, Field, CellContent, unknown]>([
    ['is read without the noise of binary sums', money, 0.1 + 0.2, 30],
    ['is read by its shortest decimals', price, 1.005, 1_005_000],
    ['of 15 digits is exact', { kind: 'decimal', label }, 999_999_999_999.999, 999_999_999_999_999],
    ['may be plain text', money, '1234.5', 123_450],
    ['may be text with thousands', money, '1,234.50', 123_450],
    ['may be text in full-width digits', money, '１２３４', 123_400],
    ['may begin with a plus', money, '+5', 500],
    ['with a decimal comma is refused', money, '1.234,56', 'number: A number such as 1234.5.'],
    ['with a short decimal comma is refused', money, '12,5', 'number: A number such as 1234.5.'],
    ['that could be two is refused', quantity, '1,234', 'number: A number such as 1234.5.'],
    ['in words is refused', money, 'ten', 'number: A number such as 1234.5.'],
    ['that is a switch is refused', money, true, 'number: A number such as 1234.5.'],
    ['with a currency sign is refused', money, '$5', 'number: A number such as 1234.5.'],
    ['of too many decimals is refused', money, 1.005, 'decimals: At most 2 decimals.'],
    ['of too many decimals as text is refused', money, '1.005', 'decimals: At most 2 decimals.'],
    ['of a currency without decimals has none', { ...money, currency: 'JPY' }, 1.5, 'decimals: At most 0 decimals.'],
    ['below nothing is refused', price, -1, 'too_small: At least 0.'],
    ['that is too small is refused in whole units', quantity, 0, 'too_small: At least 0.001.'],
    ['that is too big is refused in whole units', price, 1e9, 'too_big: At most 10000000.'],
    ['beyond all bounds is refused', price, 1e300, expect.stringMatching(/^too_big: /)],
    ['as a long text is refused', price, '9'.repeat(30), 'number: A number such as 1234.5.'],
  ])('%s', (_, field, content, expected) => {
    expect(outcome(field, content)).toEqual(expected)
  })
})

describe('a day', () => {
  test.each<[CellContent, unknown]>([
    ['2026-11-20', '2026-11-20'],
    [' ２０２６-11-20 ', '2026-11-20'],
    ['20/10/2026', 'date: A date such as 2026-11-20.'],
    ['Nov 3', 'date: A date such as 2026-11-20.'],
    ['2026-02-30', 'date: A date such as 2026-11-20.'],
    ['2026-11-20T00:00:00Z', 'date: A date such as 2026-11-20.'],
    [46_000, 'date: A date such as 2026-11-20.'],
    [true, 'date: A date such as 2026-11-20.'],
    ['1026-01-01', 'date: A date such as 2026-11-20.'],
  ])('%j', (content, expected) => {
    expect(outcome(day, content)).toEqual(expected)
  })
})

test('a choice is its word in the language of the sheet, its code, or its word in another language that a colleague pulled in', () => {
  expect(outcome(choice, ' One side ')).toBe('one_side')
  expect(outcome(choice, 'one_side')).toBe('one_side')
  expect(outcome(choice, '单面')).toBe('one_side')
  expect(outcome(choice, '双面')).toBe('choice: One of: One side, None.')
  expect(read(choice, '单面', 'zh-CN')).toEqual({ value: 'one_side' })
  const spaced: Field = { kind: 'choice', choices: { ' A4 ': text(' A4 ', ' A4 ') }, label }
  expect([' A4 ', 'A4'].map((one) => outcome(spaced, one))).toEqual([' A4 ', ' A4 '])
  expect(outcome(choice, 'constructor')).toBe('choice: One of: One side, None.')
})

test('a switch is true or false, written as Sheets writes it or as it is', () => {
  expect([true, 'TRUE', 'false'].map((one) => outcome(toggle, one))).toEqual([true, true, false])
  expect(outcome(toggle, 'yes')).toBe('switch: TRUE or FALSE.')
  expect(outcome(toggle, 1)).toBe('switch: TRUE or FALSE.')
})

test('a text is kept to the letter, also where Sheets takes it for something else', () => {
  expect(outcome(short, ' a ')).toBe(' a ')
  expect(outcome(short, '=1+1')).toBe('=1+1')
  expect(outcome(short, 4711)).toBe('4711')
  expect(outcome(short, true)).toBe('TRUE')
  expect(outcome(short, '123456')).toBe('too_long: At most 5 characters or entries.')
  expect(outcome(short, 'a\0b')).toBe('characters: Contains a character that cannot be stored.')
  expect(outcome(short, 'a\ud800')).toBe('characters: Contains a character that cannot be stored.')
  expect(outcome(short, 'a\nb')).toBe('one_line: One line only.')
  expect(outcome({ ...short, required: true }, ' \u3000')).toBe('required: This is required.')
  expect(outcome({ ...short, lines: true }, 'a\r\nb')).toBe('a\nb')
})

test('what a sheet shows in another form than it is kept in cannot be changed there', () => {
  const kinds: Field[] = [
    { kind: 'reference', to: 'user', label },
    { kind: 'texts', label },
    { kind: 'instant', label },
    { kind: 'date', label, computed: true },
    { kind: 'date', label, fixed: true },
  ]
  expect(kinds.map(isKept)).toEqual(kinds.map(() => true))
  expect(cellOf({ kind: 'instant', label }, Date.parse('2026-10-20T01:00:00Z'), {}, reading())).toBe('2026-10-20 09:00')
})
