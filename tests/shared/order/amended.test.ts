import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amended } from '#shared/order/amended.ts'
import { installmentStatus } from '#shared/order/installment-status.ts'
import type { Installment } from '#shared/trade/index.ts'

type Part = Installment

/** An installment by its amount, percent and what has come of it; its status follows. */
const aPart = (seq: number, amount: number, pct: number | null, paid: number, status = 'scheduled'): Part => {
  const part = { id: `p${seq}`, seq, amount, pct, paid_amount: paid, status, currency: 'USD', due_date: '2026-10-20' }
  return { ...part, status: installmentStatus(part) } as Part
}

const after = (total: number, parts: readonly Part[]) => {
  const { amounts, credit, rest } = amended(total, parts)
  return { amounts: parts.map(({ id, amount }) => amounts.get(id) ?? amount), credit, rest }
}

describe('the vectors of the trade (domain 3.3b)', () => {
  const paid = (amount: number) => aPart(1, amount, 3_000, amount)
  test.each<[string, number, readonly Part[], number[], number]>([
    ['increased after the deposit', 1_500_000, [paid(370_370), aPart(2, 1, 7_000, 0)], [370_370, 1_129_630], 0],
    [
      'two parts 40/30 remain',
      999_999,
      [paid(333_333), aPart(2, 1, 4_000, 0), aPart(3, 1, 3_000, 0)],
      [333_333, 380_952, 285_714],
      0,
    ],
    ['reduced below the deposit', 300_000, [paid(370_370), aPart(2, 1, 7_000, 0)], [370_370, 0], 70_370],
    ['JPY', 1_000_001, [paid(300_000), aPart(2, 1, 3_500, 0), aPart(3, 1, 3_500, 0)], [300_000, 350_001, 350_000], 0],
    ['nothing left', 370_370, [paid(370_370), aPart(2, 1, 7_000, 0)], [370_370, 0], 0],
  ])('%s', (_, total, parts, amounts, credit) => {
    expect(after(total, parts)).toEqual({ amounts, credit, rest: 0 })
  })
})

test('a part of which some has come never becomes less than that, and the others share what is left', () => {
  const parts = [aPart(1, 600, 6_000, 500), aPart(2, 400, 4_000, 0)]
  expect(after(700, parts)).toEqual({ amounts: [500, 200], credit: 0, rest: 0 })
  expect(after(400, parts)).toEqual({ amounts: [500, 0], credit: 100, rest: 0 })
})

test('what grows after everything is settled needs an installment of its own', () => {
  expect(after(150, [aPart(1, 100, null, 100)])).toEqual({ amounts: [100], credit: 0, rest: 50 })
})

test('whatever was agreed, paid and changed, nothing is lost: what is to come, collected and owed back add up', () => {
  const part = fc.record({
    amount: fc.integer({ min: 0, max: 1_000_000 }),
    pct: fc.option(fc.integer({ min: 0, max: 10_000 })),
    share: fc.constantFrom(0, 0, 0.5, 1),
    status: fc.constantFrom('scheduled', 'awaiting_anchor', 'overdue', 'cancelled', 'disputed', 'written_off'),
  })
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), fc.nat(5_000_000), (drawn, total) => {
      const parts = drawn.map(({ amount, pct, share, status }, at) =>
        aPart(at + 1, amount, pct, Math.floor(amount * share), status),
      )
      const { amounts, credit, rest } = amended(total, parts)
      const live = parts.filter(({ status }) => status !== 'cancelled')
      const now = live.map(({ id, amount }) => amounts.get(id) ?? amount)
      const sum = now.reduce((all, amount) => all + amount, 0)
      expect(sum + rest - credit).toBe(total)
      expect(Math.min(credit, rest)).toBe(0)
      for (const [at, one] of live.entries()) {
        expect(now[at]).toBeGreaterThanOrEqual(one.status === 'written_off' ? one.amount : one.paid_amount)
        if (one.status === 'paid' || one.status === 'written_off') expect(now[at]).toBe(one.amount)
      }
    }),
  )
})
