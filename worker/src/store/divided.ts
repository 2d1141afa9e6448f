import { type SQL, sql } from 'drizzle-orm'
import type { DividedType } from '#shared/order/divided.ts'
import { tables } from './schema.ts'
import { given, prepared, type Statement } from './statement.ts'

const { installment, order, order_line: line } = tables

type Find = (values: Readonly<Record<'tenant' | 'ids', unknown>>) => Statement

const ids = sql`(SELECT value FROM json_each(${given('ids')}))`

const isDivided = (orderId: string): SQL => sql`EXISTS (SELECT 1 FROM ${installment} i INDEXED BY installments_by_order
  WHERE i.tenant_id = ${given('tenant')} AND i.order_id = ${sql.raw(orderId)})`

function statementsFor(table: SQL | typeof order | typeof line, orderId: string) {
  const here = sql`tenant_id = ${given('tenant')} AND id IN ${ids} AND ${isDivided(orderId)}`
  return {
    read: prepared<'tenant' | 'ids'>(sql`SELECT id FROM ${table} WHERE ${here}`) as Find,
    guard: prepared<'tenant' | 'ids'>(sql`UPDATE ${table} SET version = NULL WHERE ${here}`) as Find,
  }
}

const STATEMENTS = {
  order: statementsFor(order, 'orders.id'),
  order_line: statementsFor(line, 'order_lines.order_id'),
} as const satisfies Record<DividedType, unknown>

/** Which of these records are of an order that is divided into installments. */
export const dividedAmong = (type: DividedType, tenantId: string, of: readonly string[]): Statement =>
  STATEMENTS[type].read({ tenant: tenantId, ids: JSON.stringify(of) })

/** In the batch of a write: fails all of it where an order of these was divided since it was read, and else does nothing. */
export const guardDivided = (type: DividedType, tenantId: string, of: readonly string[]): Statement =>
  STATEMENTS[type].guard({ tenant: tenantId, ids: JSON.stringify(of) })
