import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { convert } from '#shared/money/conversion.ts'
import { proportion } from '#shared/money/proportion.ts'
import { sumOf } from '#shared/money/sum.ts'

describe('a proportion', () => {
  test('is rounded once, half away from zero, however close it comes to a half', () => {
    expect(proportion(1, '1', '2')).toBe(1)
    expect(proportion(-1, '1', '2')).toBe(-1)
    expect(proportion(5, '1', '2')).toBe(3)
    expect(proportion(1, '0.499999999999999999999999999999', '1')).toBe(0)
    expect(proportion(-1, '0.500000000000000000000000000001', '1')).toBe(-1)
  })

  test('of whole numbers is exact to the last unit', () => {
    const positive = fc.integer({ min: 1, max: 2 ** 31 })
    fc.assert(
      fc.property(fc.integer(), positive, positive, (amount, part, whole) => {
        const exact = BigInt(Math.abs(amount)) * BigInt(part)
        const rounded = (2n * exact + BigInt(whole)) / (2n * BigInt(whole))
        fc.pre(rounded <= Number.MAX_SAFE_INTEGER)
        expect(proportion(amount, String(part), String(whole))).toBe(
          amount < 0 ? Number(-rounded) + 0 : Number(rounded),
        )
      }),
    )
  })

  test('of nothing is 0 and never −0', () => expect(Object.is(proportion(-1, '0.1', '1'), 0)).toBe(true))

  test('is refused beyond what a number holds to the cent', () => {
    expect(() => proportion(Number.MAX_SAFE_INTEGER, '2', '1')).toThrow(RangeError)
    expect(() => sumOf([Number.MAX_SAFE_INTEGER, 1, -1])).toThrow(RangeError)
  })
})

describe('a conversion', () => {
  test('minds that currencies differ in their decimals', () => {
    expect(convert(12_345_67, 'USD', '7.10', 'CNY')).toBe(87_654_26)
    expect(convert(1_234_567, 'JPY', '0.0472', 'CNY')).toBe(58_271_56)
    expect(convert(1_000_005, 'KWD', '23.1', 'CNY')).toBe(23_100_12)
    expect(convert(100_00, 'CNY', '21.186', 'JPY')).toBe(2_119)
  })
})
