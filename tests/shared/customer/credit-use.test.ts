import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AgreedOn, creditUse, type OfferRate } from '#shared/customer/credit-use.ts'
import type { OpenMoney } from '#shared/customer/situation.ts'

const TODAY = '2026-04-30'
const customer = (limit: number | null, currency: string | null = 'CNY', until: string | null = null) => ({
  credit_limit: limit,
  credit_currency: currency,
  credit_until: until,
})
const owes = (currency: string, at_risk: number): OpenMoney => ({
  currency,
  open_amount: at_risk,
  dues: [[null, at_risk]],
  at_risk,
})
const AT: OfferRate = { currency: 'USD', base: 'CNY', rate: '7.1', date: '2026-04-29' }
const THIRTY_BEFORE = {
  lines: [
    { pct: '30', anchor: 'contract_signed', days: 0 },
    { pct: '70', anchor: 'bl_date', days: 45 },
  ],
  deposit_before_production: true,
  balance_before: null,
}
const agreed = (part: Partial<AgreedOn> = {}): AgreedOn => ({
  currency: 'USD',
  amount: 3_000_000,
  term: THIRTY_BEFORE as unknown as AgreedOn['term'],
  ...part,
})

test('the example of the domain (3.11, row 1): 58.2 % with USD 30,000, of which 30 % come before production', () => {
  expect(creditUse(customer(50_000_000), [owes('USD', 2_000_000)], agreed(), AT, TODAY)).toMatchObject({
    exposure: 29_110_000,
    usagePct: '58.2',
    decision: 'allow',
    rate: AT,
    uncounted: [],
  })
})

test('row 2: 80.5 % is a warning', () => {
  const use = creditUse(customer(30_000_000), [owes('USD', 2_000_000)], agreed({ amount: 2_000_000 }), AT, TODAY)
  expect(use).toMatchObject({ usagePct: '80.5', decision: 'warn' })
})

describe('what counts', () => {
  test('without a limit there is nothing to use', () => {
    expect(creditUse(customer(null), [], agreed(), AT, TODAY)).toBeNull()
    expect(creditUse(customer(1, null), [], agreed(), AT, TODAY)).toBeNull()
  })

  test('a price without a term counts whole', () => {
    const use = creditUse(customer(6_000_000, 'USD'), [], agreed({ term: null }), null, TODAY)
    expect(use).toMatchObject({ exposure: 3_000_000, usagePct: '50.0', rate: null })
  })

  test('what has to be paid before the goods leave does not', () => {
    const term = { ...THIRTY_BEFORE, balance_before: 'bl_release' } as unknown as AgreedOn['term']
    expect(creditUse(customer(1_000), [], agreed({ term }), AT, TODAY)).toMatchObject({
      exposure: 0,
      decision: 'allow',
    })
  })

  test('a currency that nobody has a rate for is named, and not guessed', () => {
    const use = creditUse(customer(50_000_000), [owes('EUR', 5_000), owes('USD', 100)], agreed(), null, TODAY)
    expect(use).toMatchObject({ exposure: 0, uncounted: ['EUR', 'USD'], rate: null })
  })

  test('nothing may be owed once the limit has ended', () => {
    const use = creditUse(customer(50_000_000, 'CNY', '2026-04-29'), [], agreed(), AT, TODAY)
    expect(use).toMatchObject({ ended: true, decision: 'block', usagePct: null })
    expect(creditUse(customer(50_000_000, 'CNY', TODAY), [], agreed(), AT, TODAY)?.ended).toBe(false)
  })
})

test('the same is used whichever of the two currencies the limit is in, to a cent for each amount', () => {
  fc.assert(
    fc.property(fc.nat(10_000_000), fc.integer({ min: 1, max: 10_000_000 }), (owed, amount) => {
      const money = [owes('USD', owed)]
      const inBase = creditUse(customer(1), money, agreed({ amount, term: null }), AT, TODAY)
      const inUsd = creditUse(customer(1, 'USD'), money, agreed({ amount, term: null }), AT, TODAY)
      expect(inUsd?.exposure).toBe(owed + amount)
      expect(Math.abs((inBase?.exposure ?? 0) - (owed + amount) * 7.1)).toBeLessThanOrEqual(1.001)
    }),
  )
})
