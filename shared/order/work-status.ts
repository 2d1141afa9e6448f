import type { Order, ProductionOrder } from '#shared/trade/index.ts'
import { EXECUTION, type ExecStatus } from './execution.ts'
import { hasDeparted, hasWhollyLeft, type Shipped, shipmentsOf } from './shipped-quantities.ts'

/** What is made and sent for the orders of a deal. */
export interface Work extends Shipped {
  readonly production_order: readonly ProductionOrder[]
}

/**
 * How far an order is, by the production orders and shipments that were made for it: the least that holds for all of what is
 * made; shipped once all of its quantities have left, with however many shipments, and closed once all of them are delivered.
 * Null when nothing was made for it: then people say how far it is. `tolerance` in hundredths of a percent.
 */
export function workStatus(order: Pick<Order, 'id' | 'exec_status'>, work: Work, tolerance = 0): ExecStatus | null {
  const made = work.production_order.filter(({ order_id, status }) => order_id === order.id && status !== 'cancelled')
  const gone = shipmentsOf(order, work).filter(hasDeparted)
  if (made.length === 0 && gone.length === 0) return null
  if (hasWhollyLeft(order, work, tolerance)) {
    return gone.every(({ status }) => status === 'delivered' || status === 'closed') ? 'closed' : 'shipped'
  }
  const least = made.map(({ status }) => MADE[status]).reduce((a, b) => (at(a) <= at(b) ? a : b), 'ready')
  // A paused or a merely planned one leaves the order where the money has it.
  const begun = at(least) > at('waiting_deposit') ? least : order.exec_status
  return at(begun) > at('ready') ? 'ready' : begun
}

const at = (status: ExecStatus): number => EXECUTION.indexOf(status)

const MADE: Readonly<Record<ProductionOrder['status'], ExecStatus>> = {
  planned: 'not_started',
  paused: 'waiting_material',
  released: 'waiting_material',
  material_ready: 'waiting_material',
  running: 'in_production',
  finished: 'inspection',
  inspected: 'ready',
  closed: 'ready',
  cancelled: 'ready',
}
