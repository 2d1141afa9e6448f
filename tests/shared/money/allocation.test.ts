import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allocate } from '#shared/money/allocation.ts'
import { sumOf } from '#shared/money/sum.ts'

const total = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 })
const weight = fc
  .tuple(fc.nat(100_000), fc.nat(9_999))
  .map(([whole, part]) => `${whole}.${String(part).padStart(4, '0')}`)
const weights = fc.array(weight, { minLength: 1, maxLength: 12 })

describe('whatever is allocated', () => {
  test('the parts add up to the total', () => {
    fc.assert(
      fc.property(total, weights, (total, weights) => {
        expect(sumOf(allocate(total, weights))).toBe(total)
      }),
    )
  })

  test('no part is a whole unit away from its exact share', () => {
    fc.assert(
      fc.property(total, weights, (total, weights) => {
        const units = weights.map((weight) => BigInt(weight.replace('.', '')))
        const whole = units.reduce((sum, unit) => sum + unit, 0n)
        fc.pre(whole > 0n)
        allocate(total, weights).forEach((part, line) => {
          const distance = BigInt(part) * whole - BigInt(total) * (units[line] ?? 0n)
          expect(distance < whole && distance > -whole).toBe(true)
        })
      }),
    )
  })

  test('a credit takes back line by line what was charged', () => {
    fc.assert(
      fc.property(total, weights, (total, weights) => {
        const charged = allocate(total, weights)
        const credited = allocate(-total, weights)
        expect(charged.map((part, line) => part + (credited[line] ?? 0))).toEqual(weights.map(() => 0))
      }),
    )
  })

  test('the spelling of the weights does not matter, only their proportion', () => {
    fc.assert(
      fc.property(total, weights, (total, weights) => {
        const tenfold = weights.map((weight) => weight.replace(/\.(\d)/, '$1.'))
        expect(allocate(total, tenfold)).toEqual(allocate(total, weights))
      }),
    )
  })
})

describe('the examples of the domain', () => {
  test('a credit', () => expect(allocate(-1_000, ['2', '3', '2'])).toEqual([-286, -428, -286]))
  test('weights of nothing are equal', () => expect(allocate(100, ['0', '0', '0.00'])).toEqual([34, 33, 33]))
  test('a line without weight gets nothing', () => expect(allocate(100, ['0', '3'])).toEqual([0, 100]))
})

describe('what cannot be allocated is refused', () => {
  test('a weight below zero', () => expect(() => allocate(100, ['1', '-1'])).toThrow(RangeError))
  test('a total without lines', () => expect(() => allocate(1, [])).toThrow(RangeError))
  test('but nothing goes to no lines', () => expect(allocate(0, [])).toEqual([]))
})
