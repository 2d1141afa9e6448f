import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readNumber, trimmed, typedNumber } from '#shared/i18n/numbers.ts'
import { formatScaled } from '#shared/money/amount.ts'

const MOST = 999_999_999_999_999
const aNumber = fc.record({
  value: fc.oneof(fc.integer({ min: -MOST, max: MOST }), fc.integer({ min: -20_000, max: 20_000 })),
  decimals: fc.integer({ min: 0, max: 8 }),
})

test('every number reads as itself from how it would be typed', () => {
  fc.assert(
    fc.property(aNumber, ({ value, decimals }) => {
      expect(readNumber(typedNumber(value, decimals), decimals)).toBe(value)
      expect(readNumber(trimmed(typedNumber(value, decimals)), decimals)).toBe(value)
    }),
  )
})

test('what is copied from a screen reads as itself or is refused, never as another number', () => {
  fc.assert(
    fc.property(aNumber, ({ value, decimals }) => {
      const shown = formatScaled(value, decimals)
      expect(readNumber(shown, decimals)).toBe(value)
      expect([value, null]).toContain(readNumber(trimmed(shown), decimals))
    }),
  )
})

test('whatever is typed, a number of at most fifteen digits comes of it or nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'0129.,- +eE') }), (any, like) => {
      for (const typed of [any, like]) {
        const value = readNumber(typed, 2)
        expect(value === null || (Number.isSafeInteger(value) && !Object.is(value, -0))).toBe(true)
      }
    }),
  )
})

test.each([
  ['1,234.50', 2, 123_450],
  ['1234.5', 2, 123_450],
  ['1 234.50', 2, 123_450],
  ['1\u202f234\u00a0', 2, 123_400],
  ['  −12.5 ', 3, -12_500],
  ['+7', 0, 7],
  ['.5', 2, 50],
  ['-0', 2, 0],
  ['1,234', 0, 1_234],
  ['1,234', 2, 123_400],
  ['1,234,567', 3, 1_234_567_000],
  ['007', 0, 7],
  ['１，２３４．５０', 2, 123_450],
  ['١٢٣٤٫٥', 2, 123_450],
  ['۱۲۳۴٫۵', 2, 123_450],
  ['\u061c-١٬٢٣٤٫٥', 2, -123_450],
])('%j with %i decimals', (typed, decimals, value) => {
  expect(readNumber(typed, decimals)).toBe(value)
})

describe('what could mean two numbers, or none, is refused', () => {
  test.each([
    ['12,5', 2],
    ['1.234,50', 2],
    ['1,23', 2],
    ['0,123', 2],
    ['1,234', 3],
    ['-1,234', 3],
    ['12.345', 2],
    ['1.5', 0],
    ['1,23,456', 2],
    ['1,2345', 2],
    ['1,234 567', 2],
    ['1.234.567', 2],
    ['', 2],
    ['.', 2],
    ['-', 2],
    ['1.', 2],
    ['--1', 2],
    ['1e5', 2],
    ['0x10', 0],
    ['5²', 0],
    ['½', 2],
    ['一百', 0],
    ['NaN', 0],
    ['Infinity', 0],
    ['USD 5', 2],
    ['9'.repeat(16), 0],
    ['9'.repeat(100_000), 0],
  ])('%j with %i decimals', (typed, decimals) => {
    expect(readNumber(typed, decimals)).toBeNull()
  })
})
