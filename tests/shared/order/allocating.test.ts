import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aboutCents } from '#shared/money/limit-rate.ts'
import { asThousandths, typedAmount } from '#shared/money/typed-amount.ts'
import { allocating, type Wish } from '#shared/order/allocating.ts'

const wish = (target: number, open = target, currency = 'USD'): Wish => ({
  part: { id: String(target), currency },
  target,
  open,
})

describe('a receipt of USD 1,000.00', () => {
  const receipt = { currency: 'USD', left: 100_000 }
  test.each<[string, Wish[], string | null, object]>([
    ['pays in its own currency what it pays', [wish(60_000), wish(40_000)], null, { sum: 100_000 }],
    ['pays no more than is open', [wish(60_001, 60_000)], null, { problem: { code: 'beyond_open' } }],
    ['pays no more than is there', [wish(60_000), wish(40_001)], null, { problem: { code: 'beyond_receipt' } }],
    ['pays nothing when nothing is asked for', [wish(0, 5)], null, { problem: { code: 'nothing' } }],
    ['needs a rate for another currency', [wish(5, 5, 'EUR')], null, { problem: { code: 'cross_rate' } }],
    ['is changed once', [wish(5, 5, 'EUR'), wish(5, 5, 'JPY')], '2', { problem: { code: 'several_currencies' } }],
    [
      'closes to the cent at a rate',
      [wish(46_100, 46_100, 'EUR'), wish(46_101, 50_000, 'EUR')],
      '0.92201',
      { sum: 100_000 },
    ],
    ['minds the decimals of a currency', [wish(150_000, 150_000, 'JPY')], '150', { sum: 100_000 }],
  ])('%s', (_, wishes, rate, outcome) => {
    expect(allocating(receipt, wishes, rate)).toMatchObject(outcome)
  })
})

test('whatever is allocated, its parts add up, and never to more than there is', () => {
  const wishes = fc.array(
    fc.record({ target: fc.nat(1e9), over: fc.nat(3), currency: fc.constantFrom('USD', 'EUR') }),
    { maxLength: 8 },
  )
  const rate = fc.integer({ min: 1, max: 10_000_000 }).map((scaled) => String(scaled / 10_000))
  fc.assert(
    fc.property(wishes, rate, fc.nat(4e9), (drawn, cross, left) => {
      const wanted = drawn.map(({ target, over, currency }) => wish(target, target + over - 1, currency))
      const result = allocating({ currency: 'USD', left }, wanted, cross)
      if ('problem' in result) return
      expect(result.paid.reduce((sum, { amount }) => sum + amount, 0)).toBe(result.sum)
      expect(result.sum).toBeLessThanOrEqual(left)
      for (const { wish, amount } of result.paid) {
        expect(wish.target).toBeLessThanOrEqual(wish.open)
        expect(amount).toBeGreaterThanOrEqual(0)
        if (wish.part.currency === 'USD') expect(amount).toBe(wish.target)
      }
    }),
  )
})

test.each([
  ['USD', 9_255_000, 925_500],
  ['USD', 9_255_005, null],
  ['JPY', 1_234_000, 1_234],
  ['JPY', 1_234_500, null],
  ['KWD', 1_000_005, 1_000_005],
])('an amount typed beside %s', (currency, thousandths, minor) => {
  expect(typedAmount(thousandths, currency)).toBe(minor)
  if (minor !== null) expect(asThousandths(minor, currency)).toBe(thousandths)
})

test.each([
  ['USD', 5_000, 5_000],
  ['JPY', 7_500, 5_000],
  ['KWD', 15_000, 5_000],
  ['CNY', 35_000, 5_000],
  ['XAF', 1, null],
])('limits in dollars hold for %s', (currency, minor, cents) => {
  expect(aboutCents(minor, currency)).toBe(cents)
})
