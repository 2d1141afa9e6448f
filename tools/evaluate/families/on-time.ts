import { z } from 'zod'
import { onTimeDelivery } from '#shared/order/on-time.ts'
import { family } from '../family.ts'
import { date, decimal } from '../notation.ts'

const Line = z.object({
  id: z.string(),
  ordered: decimal,
  promised: date,
  cancelled: z.boolean().default(false),
  shipped: z.array(z.object({ date, qty: decimal })).default([]),
  tol_days: z.int().min(0).max(3_650).default(0),
  under_tol: decimal.default('0'),
})

/** F7_otd: on time in full. */
export const onTime = family(
  z.object({ from: date, to: date, as_of: date, lines: z.array(Line) }),
  ({ from, to, as_of, lines }) => {
    const delivery = onTimeDelivery(
      lines.map(({ tol_days, under_tol, ...line }) => ({
        ...line,
        toleranceDays: tol_days,
        underTolerance: under_tol,
      })),
      { from, to, asOf: as_of },
    )
    return {
      lines: delivery.lines.map((line, at) =>
        line
          ? {
              id: line.id,
              counted: true,
              on_time_in_full: line.onTimeInFull,
              completed: line.completed,
              days_late: line.daysLate,
            }
          : { id: lines[at]?.id, counted: false },
      ),
      counted: delivery.counted,
      otif: delivery.onTimeInFull,
      otd_pct: delivery.pct,
      avg_days_late: delivery.averageDaysLate,
    }
  },
)
