import { type CivilDate, daysBetween } from '#shared/time/civil-date.ts'
import type { ProductionOrder } from '#shared/trade/index.ts'

export type Risk = NonNullable<ProductionOrder['risk']>

/** Whoever is this many days late is a risk; beyond the second number a great one (domain 1.11, ours). */
const AMBER_AFTER = 2
const RED_AFTER = 5

type Planned = Pick<
  ProductionOrder,
  'status' | 'planned_start' | 'planned_finish' | 'actual_start' | 'readiness_date' | 'missing_parts'
>

const DONE: readonly ProductionOrder['status'][] = ['finished', 'inspected', 'closed', 'cancelled']

/**
 * How far a production order is behind its plan (domain 1.11): amber when it is more than two days late, red when more than
 * five, or when parts are missing past the day it was to start. What is made is no risk any more.
 */
export function productionRisk(order: Planned, today: CivilDate): Risk {
  if (DONE.includes(order.status)) return 'green'
  const begun = order.actual_start !== null
  const late = Math.max(
    lateness(order.planned_finish, today),
    begun ? 0 : lateness(order.planned_start, today),
    begun || order.readiness_date === null ? 0 : lateness(order.planned_start, order.readiness_date),
  )
  const short = Boolean(order.missing_parts?.trim()) && lateness(order.planned_start, today) > 0
  if (late > RED_AFTER || short) return 'red'
  return late > AMBER_AFTER ? 'amber' : 'green'
}

/** Days from a planned date to another; what was not planned cannot be late. */
const lateness = (planned: CivilDate | null, at: CivilDate): number =>
  planned === null ? 0 : Math.max(0, daysBetween(planned, at))
