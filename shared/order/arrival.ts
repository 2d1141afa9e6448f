import type { CivilDate } from '#shared/time/civil-date.ts'
import type { Order } from '#shared/trade/index.ts'
import { hasDeparted, type Shipped, shipmentsOf } from './shipped-quantities.ts'

/**
 * When an order is all there, as far as it has left: on the day on which the last of its shipments arrives or has arrived.
 * Null while nobody knows.
 */
export function arrivalOf(order: Pick<Order, 'id'>, parts: Shipped): CivilDate | null {
  const dates = shipmentsOf(order, parts)
    .filter(hasDeparted)
    .flatMap(({ ata, eta }) => ata ?? eta ?? [])
  return dates.sort().at(-1) ?? null
}
