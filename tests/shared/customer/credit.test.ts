import { expect, test } from 'vitest'
import { type CreditPosition, creditExposure } from '#shared/customer/credit.ts'

const nothing: CreditPosition = {
  limit: 10_000_000,
  receivables: [],
  shippedNotInvoiced: [],
  openOrders: [],
  unapplied: [],
  maxOverdueDays: 0,
}

test('an order that is wholly paid before adds nothing (domain 3.11, row 3)', () => {
  const openOrders = [{ amount: '63900000', prepaidPct: '100', lcPct: '0' }]
  expect(creditExposure({ ...nothing, openOrders })).toMatchObject({ exposure: 0, usagePct: '0.0', decision: 'allow' })
})

test('the edges: at the limit is a warning, a cent more blocks; 30 days late warn, 31 block', () => {
  const decided = (part: Partial<CreditPosition>) => creditExposure({ ...nothing, ...part }).decision
  expect(decided({ receivables: [10_000_000] })).toBe('warn')
  expect(decided({ receivables: [10_000_001] })).toBe('block')
  expect(decided({ receivables: [7_994_000] })).toBe('allow')
  // 79.95 % is 80.0 % as it is shown.
  expect(decided({ receivables: [7_995_000] })).toBe('warn')
  expect(decided({ maxOverdueDays: 1 })).toBe('warn')
  expect(decided({ maxOverdueDays: 30 })).toBe('warn')
  expect(decided({ maxOverdueDays: 31 })).toBe('block')
})

test('without a limit nothing may be owed', () => {
  expect(creditExposure({ ...nothing, limit: 0 })).toMatchObject({ usagePct: null, decision: 'allow' })
  expect(creditExposure({ ...nothing, limit: 0, receivables: [1] })).toMatchObject({ decision: 'block' })
})
