import { z } from 'zod'
import { aging as agingOf } from '#shared/order/aging.ts'
import { family } from '../family.ts'
import { currency, date, decimal, fixed, minorOf, written } from '../notation.ts'

const BASE = 'CNY'

/** F4_aging: open money by age. */
export const aging = family(
  z.object({
    as_of: date,
    rates: z.record(z.string(), decimal),
    items: z.array(z.object({ id: z.string(), currency, outstanding: decimal, due: date.nullish() })),
    unapplied: z.array(z.object({ currency, amount: decimal })).default([]),
  }),
  ({ as_of, rates, items, unapplied }) => {
    const outcome = agingOf({
      asOf: as_of,
      baseCurrency: BASE,
      rates,
      items: items.map(({ id, currency, outstanding, due = null }) => ({
        id,
        currency,
        outstanding: minorOf(outstanding, currency),
        due,
      })),
      unapplied: unapplied.map(({ currency, amount }) => ({ currency, amount: minorOf(amount, currency) })),
    })
    if ('error' in outcome) return outcome
    return {
      rows: outcome.rows.map((row) => ({ ...row, base: written(row.base, BASE) })),
      by_currency: Object.fromEntries(
        Object.entries(outcome.byCurrency).map(([code, buckets]) => [code, writtenEach(buckets, code)]),
      ),
      base: writtenEach(outcome.base, BASE),
      total_base: written(outcome.total, BASE),
      overdue_base: written(outcome.overdue, BASE),
      overdue_pct: fixed(outcome.overdueShare, 1),
      unapplied_base: written(outcome.unapplied, BASE),
    }
  },
)

const writtenEach = (amounts: Readonly<Record<string, number>>, currency: string): Record<string, string> =>
  Object.fromEntries(Object.entries(amounts).map(([bucket, amount]) => [bucket, written(amount, currency)]))
