import { type SQL, sql } from 'drizzle-orm'
import { TYPES } from '#shared/trade/index.ts'
import { tables } from './schema.ts'

const { order, installment } = tables

/** Said in the words of the index, or SQLite does not use it. */
const isOpenDeposit = sql.raw(TYPES.installment.indexes.installments_open_deposits.where)

/** A column of the deposit that an order waits for: the first one that is not paid. */
export const ofDeposit = (
  column: SQL,
  tenant: unknown,
  orderId: unknown,
): SQL => sql`(SELECT ${column} FROM ${installment}
  INDEXED BY installments_open_deposits WHERE tenant_id = ${tenant} AND order_id = ${orderId} AND ${isOpenDeposit}
  ORDER BY seq LIMIT 1)`

/** The `due` of the step that an order has before it (`shared/order/execution.ts`); a test holds the two together. */
const nextDue = sql`CASE exec_status
  WHEN 'not_started' THEN date(order_date, '+3 days')
  WHEN 'waiting_deposit' THEN ${ofDeposit(sql`due_date`, order.tenant_id, order.id)}
  WHEN 'waiting_material' THEN material_due
  WHEN 'in_production' THEN planned_finish
  WHEN 'inspection' THEN inspection_on
  WHEN 'ready' THEN promised_date
  WHEN 'shipped' THEN eta END`

/** Works out anew by when the next step should be done: of one order, or of all in a firm. */
export function nextDueAnew(tenant: unknown, orderId?: unknown): SQL {
  const only = orderId === undefined ? sql`next_due IS NOT ${nextDue}` : sql`${order.id} = ${orderId}`
  return sql`UPDATE ${order} SET next_due = ${nextDue} WHERE ${order.tenant_id} = ${tenant} AND ${only}`
}
