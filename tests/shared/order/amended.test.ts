import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sumOf } from '#shared/money/sum.ts'
import { amended } from '#shared/order/amended.ts'
import { installmentStatus } from '#shared/order/installment-status.ts'
import type { Installment } from '#shared/trade/index.ts'

type Part = Installment

/** An installment by its amount, percent and what has come of it; its status follows. */
const aPart = (seq: number, amount: number, pct: number | null, paid: number, status = 'scheduled'): Part => {
  const part = { id: `p${seq}`, seq, amount, pct, paid_amount: paid, status, currency: 'USD', due_date: '2026-10-20' }
  return { ...part, status: installmentStatus(part) } as Part
}

const divided = (total: number, parts: readonly Part[]) => {
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
    ['reduced below the deposit', 300_000, [paid(370_370), aPart(2, 1, 7_000, 0)], [300_000, 0], 70_370],
    ['JPY', 1_000_001, [paid(300_000), aPart(2, 1, 3_500, 0), aPart(3, 1, 3_500, 0)], [300_000, 350_001, 350_000], 0],
    ['nothing left', 370_370, [paid(370_370), aPart(2, 1, 7_000, 0)], [370_370, 0], 0],
  ])('%s', (_, total, parts, amounts, credit) => {
    expect(divided(total, parts)).toEqual({ amounts, credit, rest: 0 })
  })
})

test('a part of which some has come never becomes less than that, and the others share what is left', () => {
  const parts = [aPart(1, 600, 6_000, 500), aPart(2, 400, 4_000, 0)]
  expect(divided(700, parts)).toEqual({ amounts: [500, 200], credit: 0, rest: 0 })
})

describe('what was collected beyond the new total', () => {
  test('is taken off the last part of which some has come, and off those before it when that is not enough', () => {
    const parts = [aPart(1, 600, 6_000, 600), aPart(2, 300, 3_000, 200), aPart(3, 100, 1_000, 0)]
    expect(divided(700, parts)).toEqual({ amounts: [600, 100, 0], credit: 100, rest: 0 })
    expect(divided(500, parts)).toEqual({ amounts: [500, 0, 0], credit: 300, rest: 0 })
  })

  test('is not what was written off: nobody paid that', () => {
    const parts = [aPart(1, 600, 6_000, 600), aPart(2, 400, 4_000, 100, 'written_off')]
    expect(divided(800, parts)).toEqual({ amounts: [600, 200], credit: 0, rest: 0 })
    expect(divided(650, parts)).toEqual({ amounts: [600, 50], credit: 50, rest: 0 })
  })

  test('counts again when the order grows', () => {
    const overPaid = aPart(1, 300, 3_000, 370)
    expect(divided(500, [overPaid])).toEqual({ amounts: [370], credit: 0, rest: 130 })
  })
})

test('less than a cent for each of the open parts goes to some of them', () => {
  const parts = [1, 2, 3, 4, 5, 6].map((seq) => aPart(seq, 100, null, 0))
  expect(divided(3, parts).amounts.reduce((sum, amount) => sum + amount, 0)).toBe(3)
})

test('what grows after everything is settled needs an installment of its own', () => {
  expect(divided(150, [aPart(1, 100, null, 100)])).toEqual({ amounts: [100], credit: 0, rest: 50 })
})

test('whatever was agreed, paid and changed, and changed again, the parts come to the total to the cent', () => {
  const part = fc.record({
    amount: fc.integer({ min: 0, max: 1_000_000 }),
    pct: fc.option(fc.integer({ min: 0, max: 10_000 })),
    share: fc.constantFrom(0, 0, 0.5, 1),
    status: fc.constantFrom('scheduled', 'awaiting_anchor', 'overdue', 'cancelled', 'disputed', 'written_off'),
  })
  const total = fc.oneof(fc.nat(5_000_000), fc.nat(20))
  fc.assert(
    fc.property(
      fc.array(part, { minLength: 1, maxLength: 6 }),
      fc.array(total, { minLength: 1, maxLength: 3 }),
      (drawn, totals) => {
        let parts = drawn.map(({ amount, pct, share, status }, at) =>
          aPart(at + 1, amount, pct, Math.floor(amount * share), status),
        )
        for (const total of totals) parts = closes(total, parts)
      },
    ),
  )
})

/** What a new total makes of the parts, which close to it. */
function closes(total: number, parts: readonly Part[]): Part[] {
  const { amounts, credit, rest } = amended(total, parts)
  const live = parts.filter(({ status }) => status !== 'cancelled')
  const now = live.map((one) => ({ ...one, amount: amounts.get(one.id) ?? one.amount }))
  const collected = sumOf(live.map(({ paid_amount }) => paid_amount))
  expect(sumOf(now.map(({ amount }) => amount)) + rest).toBe(total)
  // More has come than the parts are: so the store shows the order as over-paid.
  expect(credit).toBe(Math.max(0, collected - total))
  expect(Math.min(credit, rest)).toBe(0)
  const isBeyond = credit > 0 || sumOf(live.map(settledOf)) > total
  for (const [at, one] of live.entries()) {
    expect(now[at]?.amount).toBeGreaterThanOrEqual(0)
    if (credit === 0) expect(now[at]?.amount).toBeGreaterThanOrEqual(one.paid_amount)
    const isSettled = one.status === 'paid' || one.status === 'written_off'
    if (!isBeyond && isSettled) expect(now[at]?.amount).toBe(settledOf(one))
  }
  return now.map((one) => ({ ...one, status: installmentStatus(one) }))
}

/** What of a part has come, or was let go. */
const settledOf = ({ status, amount, paid_amount }: Part) =>
  status === 'written_off' ? Math.max(amount, paid_amount) : paid_amount
