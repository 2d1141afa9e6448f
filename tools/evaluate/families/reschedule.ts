import { z } from 'zod'
import { resplit } from '#shared/order/schedule.ts'
import { family } from '../family.ts'
import { currency, decimal, minorOf, written } from '../notation.ts'

/** F3b_reschedule: what is left of a changed total, split anew. */
export const reschedule = family(
  z.object({ currency, new_total: decimal, locked: z.array(decimal), remaining_pct: z.array(decimal) }),
  ({ currency, new_total, locked, remaining_pct }) => {
    const outcome = resplit({
      currency,
      total: minorOf(new_total, currency),
      locked: locked.map((amount) => minorOf(amount, currency)),
      remainingPct: remaining_pct,
    })
    if ('credit' in outcome) return { ...outcome, credit: written(outcome.credit, currency) }
    if ('line' in outcome) return outcome
    const rest = written(outcome.rest, currency)
    if ('error' in outcome) return { ...outcome, rest }
    return { rest, rows: outcome.rows.map((amount) => written(amount, currency)) }
  },
)
