import { carried, hasDeparted, hasWhollyLeft, linesOf, shipmentsOf } from '#shared/order/shipped-quantities.ts'
import type { Change } from '#shared/record/change.ts'
import { addDays } from '#shared/time/civil-date.ts'
import type { Order, Shipment } from '#shared/trade/index.ts'
import type { DealFile } from '../deal-file.ts'
import { toleranceOf } from '../tolerance.ts'
import { changed, type Effect } from './effect.ts'

/** Days after arrival until the buyer is asked how content they are (domain 1.21, ours). */
const VISIT_DAYS = 10

/**
 * On board: what is on it counts as shipped, and the order says when and how it left (domain 2.2.10). Payments that count from
 * the B/L follow by themselves, and so does the day on which the order arrives.
 */
export const shipped: Effect = ({ file, record }) => {
  const shipment = record as unknown as Shipment
  return {
    changes: ordersOn(file, shipment).flatMap((order) => [
      ...quantities(file, order),
      changed('order', order, { bl_no: shipment.bl_no, ...whenWhole(file, order) }),
    ]),
  }
}

/** The orders that something of a shipment is of. */
const ordersOn = ({ parts }: DealFile, { id }: Shipment): Order[] =>
  parts.order.filter((order) => shipmentsOf(order, parts).some((one) => one.id === id))

function quantities({ parts }: DealFile, order: Order): Change[] {
  const gone = carried(order, shipmentsOf(order, parts).filter(hasDeparted), parts)
  return linesOf(order, parts)
    .filter(({ id, qty_shipped }) => (gone.get(id) ?? 0) !== (qty_shipped ?? 0))
    .map((line) => changed('order_line', line, { qty_shipped: gone.get(line.id) ?? 0 }))
}

/** An order has left on the day on which the last of it did. */
function whenWhole(file: DealFile, order: Order) {
  if (!hasWhollyLeft(order, file.parts, toleranceOf(file, order))) return {}
  const dates = shipmentsOf(order, file.parts).flatMap(({ bl_date, atd }) => bl_date ?? atd ?? [])
  return { shipped_on: dates.sort().at(-1) ?? null }
}

/** Arrived: a visit is planned, once for a shipment. */
export const arrived: Effect = ({ file, record, view }) => {
  const { ata, id, customer_id, owner_id } = record as unknown as Shipment
  const planned = file.parts.survey.some(({ shipment_id }) => shipment_id === id)
  return {
    changes: planned
      ? []
      : [
          {
            kind: 'create',
            type: 'survey',
            id: view.newId(),
            values: {
              deal_id: file.deal.id,
              shipment_id: id,
              customer_id: customer_id ?? file.deal.customer_id,
              contact_id: file.deal.contact_id,
              owner_id: file.deal.owner_id ?? owner_id,
              planned_on: ata ? addDays(ata, VISIT_DAYS) : null,
            },
          },
        ],
  }
}

/** Delivered: what is paid after delivery is due, and an order of which all is there has been delivered. */
export const delivered: Effect = ({ file, record, view }) => {
  const shipment = record as unknown as Shipment
  const date = shipment.delivered_on ?? view.today
  const done = ordersOn(file, shipment).filter(
    (order) =>
      hasWhollyLeft(order, file.parts, toleranceOf(file, order)) &&
      shipmentsOf(order, file.parts).every(({ status }) => status === 'delivered' || status === 'closed'),
  )
  return {
    changes: [
      ...(shipment.delivered_on ? [] : [changed('shipment', record, { delivered_on: date })]),
      ...done.map((order) => changed('order', order, { delivered_on: date })),
    ],
  }
}
