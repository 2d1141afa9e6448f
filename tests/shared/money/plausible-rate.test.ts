import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { implausibleRate } from '#shared/money/plausible-rate.ts'

describe('an exchange rate', () => {
  test.each([
    ['USD', 'CNY', '7.15'],
    ['EUR', 'CNY', '7.8'],
    ['JPY', 'CNY', '0.047'],
    ['KWD', 'CNY', '23.2'],
    ['USD', 'EUR', '0.92'],
  ])('of one %s in %s can be %s; not for a hundred, nor a point further', (currency, base, rate) => {
    expect(implausibleRate(Math.round(Number(rate) * 1e8), currency, base)).toBeNull()
    for (const times of [100, 10, 0.1]) {
      expect(implausibleRate(Math.round(Number(rate) * 1e8 * times), currency, base)).not.toBeNull()
    }
  })

  test('of a currency that nobody has set a round rate for is what people say it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e14 }), (rate) => {
        expect(implausibleRate(rate, 'XOF', 'CNY')).toBeNull()
        expect(implausibleRate(rate, 'USD', 'XOF')).toBeNull()
      }),
    )
  })

  test('is told what it is about, and that can be one', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('USD', 'EUR', 'JPY', 'KRW', 'KWD'),
        fc.integer({ min: 1, max: 1e14 }),
        (one, rate) => {
          const about = implausibleRate(rate, one, 'CNY')
          if (about !== null) expect(implausibleRate(Math.round(Number(about) * 1e8), one, 'CNY')).toBeNull()
        },
      ),
    )
  })
})
