import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sumOf } from '#shared/money/sum.ts'
import { paymentSchedule, resplit, type TermLine } from '#shared/order/schedule.ts'

const dates = { order_confirmed: '2026-03-02', bl_date: '2026-04-20' }
const total = fc.nat(10_000_000_00)
const pct = fc.integer({ min: 0, max: 100_0000 }).map((units) => (units / 10_000).toFixed(4))
const line = fc.record({
  anchor: fc.constantFrom('order_confirmed', 'bl_date', 'etd'),
  days: fc.integer({ min: -90, max: 180 }),
  eom: fc.boolean(),
})
const pctLine: fc.Arbitrary<TermLine> = fc.tuple(line, pct).map(([line, pct]) => ({ ...line, pct }))
const fixedLine: fc.Arbitrary<TermLine> = fc.tuple(line, fc.nat(1_000_00)).map(([line, fixed]) => ({ ...line, fixed }))
const terms = fc.array(fc.oneof(pctLine, fixedLine), { minLength: 1, maxLength: 8 })

const onBl = (line: Omit<TermLine, 'anchor' | 'days'> & { days?: number }): TermLine => ({
  anchor: 'bl_date',
  days: 0,
  ...line,
})

describe('installments', () => {
  test('add up to the total to the cent, or ask for more than there is and say so', () => {
    fc.assert(
      fc.property(total, terms, (total, terms) => {
        const outcome = paymentSchedule({ currency: 'USD', total, terms, dates })
        if ('error' in outcome) {
          expect(outcome).toEqual({ error: 'negative_installment', line: terms.length })
          return
        }
        expect(outcome.rows).toHaveLength(terms.length)
        expect(sumOf(outcome.rows.map(({ amount }) => amount))).toBe(total)
        expect(outcome.rows.every(({ amount }) => amount >= 0)).toBe(true)
      }),
    )
  })

  test('of percentages that leave room always close', () => {
    const thirds = ['33.3333', '33.3333', '33.3334'].map((pct) => onBl({ pct }))
    fc.assert(
      fc.property(total, (total) => {
        const outcome = paymentSchedule({ currency: 'EUR', total, terms: thirds, dates })
        expect('rows' in outcome && sumOf(outcome.rows.map(({ amount }) => amount))).toBe(total)
      }),
    )
  })

  test('have a due date exactly when their anchor has a date', () => {
    fc.assert(
      fc.property(terms, (terms) => {
        const outcome = paymentSchedule({
          currency: 'USD',
          total: 0,
          terms: terms.map((line) => ({ ...line, fixed: 0 })),
          dates,
        })
        expect('rows' in outcome && outcome.rows.map(({ dueDate, status }) => [dueDate !== null, status])).toEqual(
          terms.map(({ anchor }) => (anchor === 'etd' ? [false, 'awaiting_anchor'] : [true, 'scheduled'])),
        )
      }),
    )
  })

  test('in a currency without minor units are whole', () => {
    const outcome = paymentSchedule({
      currency: 'JPY',
      total: 1_234_567,
      terms: [onBl({ pct: '30' }), onBl({ pct: '70' })],
      dates,
    })
    expect(outcome).toMatchObject({ rows: [{ amount: 370_370 }, { amount: 864_197 }] })
  })
})

describe('the last line', () => {
  test('takes the rest, whatever it says of itself', () => {
    for (const last of [onBl({ pct: '1' }), onBl({ fixed: 1 }), onBl({})]) {
      const outcome = paymentSchedule({ currency: 'USD', total: 100_00, terms: [onBl({ pct: '30' }), last], dates })
      expect(outcome).toMatchObject({ rows: [{ amount: 30_00 }, { amount: 70_00 }] })
    }
  })

  test('refuses to be negative, and is named', () => {
    const terms = [onBl({ fixed: 800_00 }), onBl({ pct: '100' })]
    expect(paymentSchedule({ currency: 'USD', total: 500_00, terms, dates })).toEqual({
      error: 'negative_installment',
      line: 2,
    })
  })
})

describe('a line that makes no sense', () => {
  test('with an amount below zero is named', () => {
    const terms = [onBl({ pct: '10' }), onBl({ fixed: -1 }), onBl({})]
    expect(paymentSchedule({ currency: 'USD', total: 500_00, terms, dates })).toEqual({
      error: 'negative_installment',
      line: 2,
    })
  })

  test('without an amount, or no line at all, is refused', () => {
    expect(() => paymentSchedule({ currency: 'USD', total: 1, terms: [onBl({}), onBl({})], dates })).toThrow(RangeError)
    expect(() => paymentSchedule({ currency: 'USD', total: 1, terms: [], dates })).toThrow(RangeError)
  })
})

describe('end of month', () => {
  test.for([
    ['2026-12-30', 60, '2027-02-28'],
    ['2027-12-31', 60, '2028-02-29'],
    ['2026-01-31', 0, '2026-01-31'],
    ['2026-11-30', 1, '2026-12-31'],
  ] as const)('%s and %i days', ([from, days, expected]) => {
    const terms = [onBl({ days, eom: true })]
    expect(paymentSchedule({ currency: 'EUR', total: 1, terms, dates: { bl_date: from } })).toMatchObject({
      rows: [{ dueDate: expected }],
    })
  })
})

describe('a changed total', () => {
  const positivePct = pct.filter((pct) => Number(pct) > 0)

  test('is met to the cent by what is locked and what is split anew, and nothing locked moves', () => {
    const locked = fc.array(fc.nat(100_000_00), { maxLength: 4 })
    fc.assert(
      fc.property(
        total,
        locked,
        fc.array(positivePct, { minLength: 1, maxLength: 5 }),
        (total, locked, remainingPct) => {
          const outcome = resplit({ currency: 'USD', total, locked, remainingPct })
          if ('rows' in outcome) {
            expect(outcome.rows).toHaveLength(remainingPct.length)
            expect(sumOf([...locked, ...outcome.rows])).toBe(total)
            expect(outcome.rest).toBe(sumOf(outcome.rows))
          } else if ('credit' in outcome) {
            expect(sumOf(locked) - outcome.credit).toBe(total)
            expect(outcome.credit).toBeGreaterThan(0)
          } else {
            // Each of the others is rounded up by half a cent at most: together they ask for more than a last share of less.
            expect(outcome).toEqual({ error: 'negative_installment', line: remainingPct.length })
            const share = Number(remainingPct.at(-1)) / sumOf(remainingPct.map(Number))
            expect((total - sumOf(locked)) * share).toBeLessThan((remainingPct.length - 1) / 2 + 1e-6)
          }
        },
      ),
    )
  })

  test('below what was collected is a credit', () => {
    expect(resplit({ currency: 'USD', total: 3_000_00, locked: [3_703_70], remainingPct: ['70'] })).toEqual({
      error: 'over_collected',
      credit: 703_70,
    })
  })

  test('above what was collected, with no installment left to take it, says how much is open', () => {
    const settled = { currency: 'USD', locked: [3_703_70], remainingPct: [] }
    expect(resplit({ ...settled, total: 5_000_00 })).toEqual({ error: 'no_installment_left', rest: 1_296_30 })
    expect(resplit({ ...settled, total: 3_703_70 })).toEqual({ rest: 0, rows: [] })
  })
})
