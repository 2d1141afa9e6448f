import type { Order, OrderLine, Shipment, ShipmentLine } from '#shared/trade/index.ts'

/** From here on a shipment has left: what is on it is shipped. */
export const DEPARTED: readonly Shipment['status'][] = ['on_board', 'in_transit', 'arrived', 'delivered', 'closed']

export const hasDeparted = ({ status }: Pick<Shipment, 'status'>): boolean => DEPARTED.includes(status)

/** What goes with which shipment, of all orders of a deal. */
export interface Shipped {
  readonly order_line: readonly OrderLine[]
  readonly shipment: readonly Shipment[]
  readonly shipment_line: readonly ShipmentLine[]
}

/** The lines of an order, as they were agreed. */
export const linesOf = ({ id }: Pick<Order, 'id'>, { order_line }: Pick<Shipped, 'order_line'>): OrderLine[] =>
  order_line.filter(({ order_id }) => order_id === id).sort((a, b) => a.seq - b.seq)

/** The shipments that something of an order goes with, as far as they are not cancelled. */
export function shipmentsOf(order: Pick<Order, 'id'>, parts: Shipped): Shipment[] {
  const lines = new Set(linesOf(order, parts).map(({ id }) => id))
  const carrying = new Set(
    parts.shipment_line.filter((one) => lines.has(one.order_line_id ?? '')).map((one) => one.shipment_id),
  )
  return parts.shipment.filter(
    ({ id, order_id, status }) => status !== 'cancelled' && (order_id === order.id || carrying.has(id)),
  )
}

/**
 * How much of each of an order's lines these shipments carry, in thousandths, by the line's id. One that names no lines
 * carries the whole order.
 */
export function carried(
  order: Pick<Order, 'id'>,
  shipments: readonly Shipment[],
  parts: Shipped,
): ReadonlyMap<string, number> {
  const amounts = new Map<string, number>()
  const lines = linesOf(order, parts)
  for (const { id } of shipments) {
    const own = parts.shipment_line.filter(({ shipment_id }) => shipment_id === id)
    for (const { id: line, qty } of lines) {
      const ofLine = own.filter(({ order_line_id }) => order_line_id === line)
      const sum = own.length === 0 ? qty : ofLine.reduce((all, one) => all + one.qty, 0)
      if (sum > 0) amounts.set(line, (amounts.get(line) ?? 0) + sum)
    }
  }
  return amounts
}

/** What of each line is on no shipment yet, in thousandths; nothing for one that is wholly on its way. */
export function leftToShip(order: Pick<Order, 'id'>, parts: Shipped): { line: OrderLine; left: number }[] {
  const planned = carried(order, shipmentsOf(order, parts), parts)
  return linesOf(order, parts).map((line) => ({ line, left: Math.max(0, line.qty - (planned.get(line.id) ?? 0)) }))
}

/** The most of a line that may be shipped: `tolerance` in hundredths of a percent, as the contract has it. */
export const mostOf = ({ qty }: Pick<OrderLine, 'qty'>, tolerance: number): number =>
  Math.floor((qty * (10_000 + tolerance)) / 10_000)

/** The least with which a line counts as shipped. */
export const leastOf = ({ qty }: Pick<OrderLine, 'qty'>, tolerance: number): number =>
  Math.ceil((qty * (10_000 - tolerance)) / 10_000)

/** Whether everything of an order has left: in full, or within the tolerance once nothing more is planned. */
export function hasWhollyLeft(order: Pick<Order, 'id'>, parts: Shipped, tolerance: number): boolean {
  const shipments = shipmentsOf(order, parts)
  const gone = shipments.filter(hasDeparted)
  if (gone.length === 0) return false
  const shipped = carried(order, gone, parts)
  const allowed = gone.length === shipments.length ? tolerance : 0
  return linesOf(order, parts).every((line) => (shipped.get(line.id) ?? 0) >= leastOf(line, allowed))
}
