import { EXECUTION, type ExecStatus } from '#shared/order/execution.ts'
import type { Random } from './random.ts'

/** The days on which an order goes from one stage to the next, whether they have come or not. */
export interface Course {
  readonly ordered: number
  /** The proforma invoice goes out. */
  readonly invoiced: number
  /** Deposit received, or simply released where there is none. */
  readonly released: number
  readonly material: number
  readonly finished: number
  readonly inspected: number
  readonly ready: number
  readonly shipped: number
  readonly arrived: number
  readonly delivered: number
}

/** A course that took its usual time. `released` is given, since it follows from the money. */
export function usualCourse(random: Random, ordered: number, released: number, transit: number): Course {
  const material = released + random.int(8, 16)
  const finished = material + random.int(14, 24)
  const inspected = finished + random.int(1, 2)
  const ready = inspected + random.int(1, 2)
  const shipped = ready + random.int(3, 9)
  const arrived = shipped + Math.max(2, transit + random.int(-2, 3))
  const delivered = arrived + random.int(3, 8)
  return { ...started(ordered), released, material, finished, inspected, ready, shipped, arrived, delivered }
}

/** The proforma invoice goes out two days after the order. */
export const started = (ordered: number): Pick<Course, 'ordered' | 'invoiced'> => ({ ordered, invoiced: ordered + 2 })

/** Where an order on this course stands on a day. */
export function stageOn(course: Course, day: number, hasDeposit: boolean): ExecStatus {
  if (day >= course.delivered) return 'closed'
  if (day >= course.shipped) return 'shipped'
  if (day >= course.ready) return 'ready'
  if (day >= course.finished) return 'inspection'
  if (day >= course.material) return 'in_production'
  if (day >= course.released) return 'waiting_material'
  return hasDeposit && day >= course.invoiced ? 'waiting_deposit' : 'not_started'
}

/** Whether an order has come as far as a stage. */
export const reached = (stage: ExecStatus, at: ExecStatus): boolean => EXECUTION.indexOf(stage) >= EXECUTION.indexOf(at)
