import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sumOf } from '#shared/money/sum.ts'
import { type Aging, type AgingInput, type AgingItem, aging } from '#shared/order/aging.ts'
import { BUCKETS } from '#shared/order/aging-buckets.ts'
import { addDays } from '#shared/time/civil-date.ts'

const asOf = '2026-06-30'
const rates = { USD: '7.10', EUR: '7.80', JPY: '0.0472', KWD: '23.1' }

function anAging(given: Partial<AgingInput>): Aging {
  const outcome = aging({ asOf, baseCurrency: 'CNY', rates, items: [], ...given })
  if ('error' in outcome) throw new Error(outcome.error)
  return outcome
}

const anItem = (given: Partial<AgingItem>): AgingItem => ({
  id: 'x',
  currency: 'USD',
  outstanding: 100_00,
  due: asOf,
  ...given,
})

const someItems = fc.array(
  fc.record({
    id: fc.string({ maxLength: 5 }),
    currency: fc.constantFrom('USD', 'EUR', 'JPY', 'KWD', 'CNY'),
    outstanding: fc.integer({ min: -50_000_00, max: 1_000_000_00 }),
    due: fc.option(fc.integer({ min: -200, max: 200 }).map((days) => addDays(asOf, days))),
  }),
  { maxLength: 20 },
)

describe('the buckets', () => {
  test('part the total: every item is in one of them, and nothing is lost', () => {
    fc.assert(
      fc.property(someItems, (items) => {
        const outcome = anAging({ items })
        expect(outcome.rows.map(({ id }) => id)).toEqual(items.map(({ id }) => id))
        for (const bucket of BUCKETS) {
          const inside = outcome.rows.filter((row) => row.bucket === bucket)
          expect(outcome.base[bucket]).toBe(sumOf(inside.map(({ base }) => base)))
        }
        expect(sumOf(Object.values(outcome.base))).toBe(outcome.total)
        expect(outcome.total).toBe(sumOf(outcome.rows.map(({ base }) => base)))
        expect(outcome.overdue + outcome.base.not_due).toBe(outcome.total)
      }),
    )
  })

  test('part what is open in each currency as well', () => {
    fc.assert(
      fc.property(someItems, (items) => {
        const { byCurrency } = anAging({ items })
        expect(Object.keys(byCurrency).sort()).toEqual([...new Set(items.map(({ currency }) => currency))].sort())
        for (const [currency, buckets] of Object.entries(byCurrency)) {
          const open = items.filter((item) => item.currency === currency).map(({ outstanding }) => outstanding)
          expect(sumOf(Object.values(buckets))).toBe(sumOf(open))
        }
      }),
    )
  })

  test('do not depend on the order of the items', () => {
    fc.assert(
      fc.property(someItems, (items) => {
        const { rows, ...sums } = anAging({ items })
        const { rows: reversed, ...same } = anAging({ items: items.toReversed() })
        expect(same).toEqual(sums)
        expect(reversed.toReversed()).toEqual(rows)
      }),
    )
  })

  test.for([
    [null, 'not_due'],
    [-15, 'not_due'],
    [0, 'not_due'],
    [1, 'd1_30'],
    [30, 'd1_30'],
    [31, 'd31_60'],
    [60, 'd31_60'],
    [61, 'd61_90'],
    [90, 'd61_90'],
    [91, 'd90_plus'],
  ] as const)('%s days past due is %s', ([days, bucket]) => {
    const due = days === null ? null : addDays(asOf, -days)
    expect(anAging({ items: [anItem({ due })] }).rows).toMatchObject([{ days, bucket }])
  })
})

describe('money', () => {
  test('is rounded for each item on its own, half away from zero', () => {
    const outcome = anAging({ rates: { USD: '0.5' }, items: [anItem({ outstanding: 1 }), anItem({ outstanding: 1 })] })
    expect(outcome.total).toBe(2)
  })

  test('of a credit note keeps its sign', () => {
    const items = [
      anItem({ outstanding: 1_000_00, due: '2026-06-01' }),
      anItem({ outstanding: -150_00, due: '2026-06-01' }),
    ]
    expect(anAging({ items })).toMatchObject({ byCurrency: { USD: { d1_30: 850_00 } }, base: { d1_30: 6_035_00 } })
  })

  test('not yet allocated stands beside the total and lowers nothing', () => {
    const items = [anItem({ due: '2026-06-01' })]
    const unapplied = [{ currency: 'USD', amount: 500_00 }]
    expect(anAging({ items, unapplied })).toEqual({ ...anAging({ items }), unapplied: 3_550_00 })
  })

  test('overdue is told as a share of the total, and of nothing there is no share', () => {
    expect(anAging({ items: [anItem({}), anItem({ due: '2026-06-29' }), anItem({ due: null })] }).overdueShare).toBe(
      333,
    )
    expect(anAging({ items: [anItem({}), anItem({ outstanding: -100_00, due: '2026-06-29' })] }).overdueShare).toBe(0)
  })

  test('in a currency without a rate is named, not guessed', () => {
    const input = { asOf, baseCurrency: 'CNY', rates: {}, items: [anItem({ currency: 'CNY' })] }
    expect(aging(input)).toMatchObject({ total: 100_00 })
    expect(aging({ ...input, unapplied: [{ currency: 'EUR', amount: 1 }] })).toEqual({
      error: 'missing_rate',
      currency: 'EUR',
    })
  })
})
