import { z } from 'zod'
import { sumOf } from '#shared/money/sum.ts'
import { type Anchor, paymentSchedule } from '#shared/order/schedule.ts'
import { family } from '../family.ts'
import { currency, date, decimal, minorOf, written } from '../notation.ts'

/** A century either way, so that every due date has four digits in its year. */
const Days = z.int().min(-36_500).max(36_500)

const Line = z.object({
  pct: decimal.optional(),
  fixed: decimal.optional(),
  anchor: z.string().transform((anchor) => anchor as Anchor), // one we do not know has no date, like any other
  days: Days.default(0),
  eom: z.boolean().default(false),
})

/** F3_schedule: the installments of an order. */
export const schedule = family(
  z.object({
    currency,
    total: decimal,
    terms: z.array(Line),
    dates: z.record(z.string(), date.nullable()).default({}),
  }),
  ({ currency, total, terms, dates }) => {
    const outcome = paymentSchedule({
      currency,
      total: minorOf(total, currency),
      terms: terms.map(({ fixed, ...line }) => ({ ...line, ...(fixed && { fixed: minorOf(fixed, currency) }) })),
      dates,
    })
    if ('error' in outcome) return outcome
    return {
      rows: outcome.rows.map(({ amount, dueDate, status }) => ({
        amount: written(amount, currency),
        due_date: dueDate,
        status,
      })),
      sum: written(sumOf(outcome.rows.map(({ amount }) => amount)), currency),
    }
  },
)
