import { z } from 'zod'
import { repurchaseOf } from '#shared/customer/repurchase.ts'
import { family } from '../family.ts'
import { date, fixed } from '../notation.ts'

/** F5_churn: when a customer is expected to buy again, and how late that is. */
export const repurchase = family(
  z.object({ today: date, orders: z.array(date), engaged: z.boolean().optional() }),
  ({ today, orders, engaged = false }) => {
    const outcome = repurchaseOf({ today, orders, engaged })
    if (!outcome) return { status: 'prospect' }
    return {
      status: outcome.status,
      n_orders: outcome.orderDays,
      gaps: outcome.gaps,
      expected_interval: fixed(outcome.interval, 1),
      spread: fixed(outcome.spread, 1),
      days_since_last: outcome.daysSinceLast,
      risk_after_days: fixed(outcome.riskAfter, 1),
      lost_after_days: fixed(outcome.lostAfter, 1),
      next_expected: outcome.nextExpected,
    }
  },
)
