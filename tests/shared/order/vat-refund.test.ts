import fc from 'fast-check'
import { expect, test } from 'vitest'
import { vatRefund } from '#shared/order/vat-refund.ts'

test('with tax to pay there is no refund, and the whole is exempt (domain 3.2b, row 3)', () => {
  const period = { fob: 30_000_000, vat: '0.13', rebate: '0.13', carriedCredit: 0 }
  expect(vatRefund({ ...period, outputVat: 8_000_000, inputVat: 4_000_000 })).toMatchObject({
    payable: 4_000_000,
    credit: 0,
    refund: 0,
    exempt: 3_900_000,
    carried: 0,
  })
})

test('refund and exemption are the ceiling, refund and carry the credit; nothing is below zero', () => {
  const amount = fc.integer({ min: 0, max: 1e12 })
  const rate = fc.constantFrom('0', '0.06', '0.09', '0.13')
  fc.assert(
    fc.property(amount, amount, amount, amount, rate, (fob, outputVat, inputVat, carriedCredit, rebate) => {
      const refund = vatRefund({ fob, vat: '0.13', rebate, outputVat, inputVat, carriedCredit })
      expect(refund.refund + refund.exempt).toBe(refund.ceiling)
      expect(refund.refund + refund.carried).toBe(refund.credit)
      expect(refund.payable - refund.credit).toBe(outputVat - inputVat + refund.nonDeductible - carriedCredit)
      expect(Object.values(refund).every((figure) => figure >= 0)).toBe(true)
    }),
  )
})
