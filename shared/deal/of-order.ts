import { shipmentsOf } from '#shared/order/shipped-quantities.ts'
import type { Order } from '#shared/trade/index.ts'
import type { DealFile } from './deal-file.ts'

/** What of a deal belongs to one of its orders. */
export const ofOrder = ({ id }: Pick<Order, 'id'>, { parts }: DealFile) => ({
  installments: parts.installment.filter(({ order_id }) => order_id === id),
  production: parts.production_order.filter(({ order_id }) => order_id === id),
  shipments: shipmentsOf({ id }, parts),
})
