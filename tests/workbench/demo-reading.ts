import type { Customer, Installment, Order } from '#shared/trade/index.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'
import { demoFirm } from '../../workbench/src/demo/demo-firm.ts'

/** The demo firm on its own today, and ways to read it. */
export const NOW = Date.parse('2026-10-20T09:00:00+08:00')
export const TODAY = '2026-10-20'
export const firm = demoFirm({ now: NOW })
export const { records } = firm
export const TYPE_NAMES = Object.keys(TYPES) as TypeName[]

export type Row = Readonly<Record<string, unknown>>

/** Rows of any type, where the type does not matter. */
export const rowsOf = (type: TypeName, of = records): readonly Row[] => of[type]

export const ordersOf = (customer: Customer, of = records): Order[] =>
  of.order.filter((one) => one.customer_id === customer.id)

const partsByOrder = Map.groupBy(records.installment, (part) => part.order_id)
const linesByOrder = Map.groupBy(records.order_line, (line) => line.order_id)
export const partsOf = (order: Order): Installment[] => partsByOrder.get(order.id) ?? []
export const linesOf = (order: Order) => linesByOrder.get(order.id) ?? []

export const isPaid = (part: Installment): boolean => part.paid_amount >= part.amount

/** A value that the test knows to be there. */
export function must<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new Error('not in the demo')
  return value
}
