import { z } from 'zod'
import { creditExposure } from '#shared/customer/credit.ts'
import { convert } from '#shared/money/conversion.ts'
import { Exact } from '#shared/money/exact.ts'
import { family } from '../family.ts'
import { currency, decimal, minorOf, written } from '../notation.ts'

const BASE = 'CNY'

const Money = z.object({ amount: decimal, currency })
const Share = decimal.default('0')

/** F11_credit: what a customer owes against what they may. */
export const credit = family(
  z.object({
    limit_base: decimal,
    rates: z.record(z.string(), decimal),
    ar: z.array(Money).default([]),
    shipped_not_invoiced: z.array(Money).default([]),
    open_orders: z.array(Money.extend({ prepaid_pct: Share, lc_pct: Share })).default([]),
    unapplied: z.array(Money).default([]),
    max_overdue_days: z.int().default(0),
  }),
  ({ limit_base, rates, ar, shipped_not_invoiced, open_orders, unapplied, max_overdue_days }) => {
    const rateOf = (code: string): string => {
      const rate = code === BASE ? '1' : rates[code]
      if (rate === undefined) throw new RangeError(`no rate of ${code}`)
      return rate
    }
    const inBase = ({ amount, currency }: z.output<typeof Money>) =>
      convert(minorOf(amount, currency), currency, rateOf(currency), BASE)
    const position = creditExposure({
      limit: minorOf(limit_base, BASE),
      receivables: ar.map(inBase),
      shippedNotInvoiced: shipped_not_invoiced.map(inBase),
      openOrders: open_orders.map(({ amount, currency, prepaid_pct, lc_pct }) => ({
        amount: new Exact(amount).times(rateOf(currency)).times(100).toFixed(),
        prepaidPct: prepaid_pct,
        lcPct: lc_pct,
      })),
      unapplied: unapplied.map(inBase),
      maxOverdueDays: max_overdue_days,
    })
    return {
      ar: written(position.receivables, BASE),
      shipped_not_invoiced: written(position.shippedNotInvoiced, BASE),
      open_orders_at_risk: written(position.openOrdersAtRisk, BASE),
      unapplied: written(position.unapplied, BASE),
      exposure: written(position.exposure, BASE),
      available: written(position.available, BASE),
      usage_pct: position.usagePct,
      decision: position.decision,
    }
  },
)
