import fc from 'fast-check'
import { expect, test } from 'vitest'
import { settling } from '#shared/order/settling.ts'

const aPart = fc
  .record({
    amount: fc.integer({ min: 0, max: 1_000 }),
    paid: fc.integer({ min: 0, max: 1_000 }),
    due_date: fc.constantFrom(null, '2026-10-01', '2026-11-01', '2026-12-01'),
    seq: fc.integer({ min: 1, max: 99 }),
  })
  .map(({ paid, ...part }) => ({ ...part, paid_amount: Math.min(paid, part.amount) }))

test('money settles no more than there is, no part beyond what is open of it, and none before an earlier one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3_000 }), fc.array(aPart, { maxLength: 6 }), (amount, parts) => {
      const paid = settling(amount, parts)
      const open = parts.reduce((sum, part) => sum + part.amount - part.paid_amount, 0)
      expect(paid.reduce((sum, one) => sum + one.amount, 0)).toBe(Math.min(amount, open))
      for (const one of paid) {
        expect(one.amount).toBeGreaterThan(0)
        expect(one.amount).toBeLessThanOrEqual(one.part.amount - one.part.paid_amount)
      }
      const dates = paid.map(({ part }) => part.due_date ?? '9999')
      expect(dates).toEqual([...dates].sort())
      // All but the last one are settled whole.
      for (const { part, amount: sum } of paid.slice(0, -1)) expect(part.paid_amount + sum).toBe(part.amount)
    }),
  )
})
