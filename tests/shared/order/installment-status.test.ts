import fc from 'fast-check'
import { expect, test } from 'vitest'
import { installmentStatus } from '#shared/order/installment-status.ts'
import { installment } from '#shared/trade/installment.ts'
import { anInstallment } from '../../fixtures/builders.ts'

const aStatus = fc.constantFrom(
  ...(Object.keys(installment.fields.status.choices) as (keyof typeof installment.fields.status.choices)[]),
)
const aPart = fc.record({ status: aStatus, amount: fc.nat(1000), paid_amount: fc.nat(1000) })
const part = (given: object) => anInstallment({ id: 'i', order_id: 'o', customer_id: 'c', ...given })

test('an installment is paid exactly when all of it was received, unless people decided otherwise', () => {
  fc.assert(
    fc.property(aPart, (given) => {
      const status = installmentStatus(part(given))
      if (['disputed', 'written_off', 'cancelled'].includes(given.status)) return status === given.status
      return (status === 'paid') === given.paid_amount >= given.amount
    }),
  )
})

test('worked out twice it is the same', () => {
  fc.assert(
    fc.property(aPart, (given) => {
      const once = installmentStatus(part(given))
      return installmentStatus(part({ ...given, status: once })) === once
    }),
  )
})

test('what is part paid and late stays overdue; what was paid back waits for its date again', () => {
  expect(installmentStatus(part({ status: 'overdue', amount: 100, paid_amount: 40 }))).toBe('overdue')
  expect(installmentStatus(part({ status: 'paid', amount: 100, paid_amount: 0 }))).toBe('scheduled')
  expect(installmentStatus(part({ status: 'paid', amount: 100, paid_amount: 0, due_date: null }))).toBe(
    'awaiting_anchor',
  )
})
