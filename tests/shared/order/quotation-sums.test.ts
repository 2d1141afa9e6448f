import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectedMargin, quotationSums } from '#shared/order/quotation-sums.ts'

const line = (qty: number, unit_price: number, cost_price: number | null = null, discount: number | null = null) => ({
  qty,
  unit_price,
  discount,
  cost_price,
})
const NONE = { freight: null, insurance: null, discount: null }
const BASE = { base: 'CNY', rate: 715_000_000 }

describe('an offer comes to', () => {
  test('its lines, each rounded once, with freight and insurance and less the discount', () => {
    const lines = [line(3_000, 333_333), line(1_000, 5_000)]
    expect(quotationSums(lines, { currency: 'USD', ...NONE })).toEqual({ lines_total: 101, total: 101 })
    const charges = { currency: 'USD', freight: 2_150, insurance: 50, discount: 1 }
    expect(quotationSums(lines, charges)).toEqual({ lines_total: 101, total: 2_300 })
    expect(quotationSums([line(3_000, 1_500_000_000)], { currency: 'JPY', ...NONE }).total).toBe(4_500)
  })
})

test('no cent is lost or made, whatever the lines are and however they are parted', () => {
  const aLine = fc.record({
    qty: fc.integer({ min: 1, max: 10_000_000 }),
    unit_price: fc.integer({ min: 0, max: 1_000_000_000 }),
    discount: fc.option(fc.integer({ min: 0, max: 10_000 }), { nil: null }),
    cost_price: fc.constant(null),
  })
  const amount = fc.option(fc.integer({ min: 0, max: 1_000_000 }), { nil: null })
  fc.assert(
    fc.property(
      fc.array(aLine),
      fc.array(aLine),
      amount,
      amount,
      amount,
      (some, others, freight, insurance, discount) => {
        const charges = { currency: 'USD', freight, insurance, discount }
        const { lines_total, total } = quotationSums([...some, ...others], charges)
        const part = (lines: typeof some) => quotationSums(lines, { currency: 'USD', ...NONE }).total
        expect(lines_total).toBe(part(some) + part(others))
        expect(total - lines_total).toBe((freight ?? 0) + (insurance ?? 0) - (discount ?? 0))
      },
    ),
  )
})

describe('the margin that is expected', () => {
  test.each([
    // 100 × 10.00 USD at 7.15 is 7,150.00 CNY; 100 × 50.00 CNY are 5,000.00.
    { lines: [line(100_000, 10_000_000, 50_000_000)], discount: null, margin: 3_007 },
    // Less 50.00 USD: 6,792.50.
    { lines: [line(100_000, 10_000_000, 50_000_000)], discount: 5_000, margin: 2_639 },
    { lines: [line(100_000, 10_000_000, 50_000_000, 500)], discount: null, margin: 2_639 },
    { lines: [line(100_000, 10_000_000, 80_000_000)], discount: null, margin: -1_189 },
    { lines: [line(100_000, 10_000_000, 50_000_000), line(1_000, 1_000_000, null)], discount: null, margin: null },
    { lines: [], discount: null, margin: null },
  ])('$margin', ({ lines, discount, margin }) => {
    expect(expectedMargin(lines, { currency: 'USD', discount }, BASE)).toBe(margin)
  })

  test('is not known without a rate, and needs none in the firm’s own currency', () => {
    const lines = [line(1_000, 100_000_000, 75_000_000)]
    expect(expectedMargin(lines, { currency: 'USD', discount: null }, { base: 'CNY', rate: null })).toBeNull()
    expect(expectedMargin(lines, { currency: 'CNY', discount: null }, { base: 'CNY', rate: null })).toBe(2_500)
  })
})
