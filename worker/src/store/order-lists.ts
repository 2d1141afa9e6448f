import { type SQL, sql } from 'drizzle-orm'
import { OWN, SUBTREE } from '#shared/access/standing.ts'
import { type Change, changedId } from '#shared/record/change.ts'
import { TYPES } from '#shared/trade/index.ts'
import { customerPeople, openOrderLists, staffNear, tables } from './schema.ts'

/**
 * In whose lists an open order is: of the people whose own it is, of those above them, and of its owner's team. Worked
 * out anew by SQL inside the write's own batch, like every fact; whose an order is says `standing.ts`.
 */
const { order, user } = tables

/** Said in the words of the index, or SQLite does not use it. */
const isOpen = sql.raw(TYPES.order.indexes.orders_open_by_customer.where)

/** The lists of some orders, named by their ids, or of all in a firm. After `staff_near`, `customer_people` and `next_due`. */
export function orderListsAnew(tenantId: string, ids: SQL | null): SQL[] {
  const these = (id: SQL) => (ids ? sql` AND ${id} IN (${ids})` : sql``)
  return [
    sql`DELETE FROM ${openOrderLists} WHERE tenant_id = ${tenantId}${these(sql`order_id`)}`,
    sql`INSERT INTO ${openOrderLists} (tenant_id, order_id, list_id, part, exec_status, next_due)
      WITH chosen AS MATERIALIZED (SELECT * FROM ${order} WHERE tenant_id = ${tenantId}${these(sql`id`)} AND ${isOpen}),
      people AS (SELECT id, exec_status, next_due, owner_id AS user_id FROM chosen
        UNION SELECT id, exec_status, next_due, merchandiser_id FROM chosen
        UNION SELECT c.id, c.exec_status, c.next_due, p.user_id FROM chosen c CROSS JOIN ${customerPeople} p
          ON p.tenant_id = c.tenant_id AND p.customer_id = c.customer_id AND p.part = 'owner')
      SELECT n.tenant_id, w.id, n.person_id, CASE max(n.standing & ${OWN}) WHEN 0 THEN 'above' ELSE 'own' END,
        w.exec_status, w.next_due
      FROM people w CROSS JOIN ${staffNear} n INDEXED BY staff_near_by_near
        ON n.tenant_id = ${tenantId} AND n.near_id = w.user_id AND n.standing & ${OWN | SUBTREE}
      GROUP BY w.id, n.person_id
      UNION ALL SELECT c.tenant_id, c.id, u.team_id, 'team', c.exec_status, c.next_due
      FROM chosen c CROSS JOIN ${user} u ON u.tenant_id = c.tenant_id AND u.id = c.owner_id WHERE u.team_id > ''`,
  ]
}

/** After a write of an order. A step onwards leaves it in the lists that it is in. */
export function listsOfOrder(tenantId: string, change: Change): SQL[] {
  const id = changedId(change)
  if (change.kind !== 'update') return orderListsAnew(tenantId, sql`${id}`)
  const { values, before } = change
  const moves = WHOSE.some((field) => values[field] !== undefined)
  const ends = values.exec_status !== undefined && [values.exec_status, before.exec_status].includes('closed')
  return moves || ends ? orderListsAnew(tenantId, sql`${id}`) : [placeInLists(tenantId, id)]
}

/** What puts an order into other lists, or takes it out of all. */
const WHOSE = ['owner_id', 'merchandiser_id', 'status']

/** After its next step, or the date of that, is another one. Where nothing is different, nothing is written. */
export function placeInLists(tenantId: string, orderId: unknown): SQL {
  const place = sql`(SELECT exec_status, next_due FROM ${order}
    WHERE ${order.tenant_id} = ${tenantId} AND ${order.id} = ${orderId})`
  return sql`UPDATE ${openOrderLists} SET (exec_status, next_due) = ${place}
    WHERE tenant_id = ${tenantId} AND order_id = ${orderId} AND (exec_status, next_due) IS NOT ${place}`
}

/** After a write of a customer: its orders are also its owners' own. */
export function listsOfCustomer(tenantId: string, id: string, change: Change): SQL[] {
  if (change.kind === 'remove') return []
  const { values } = change
  if (values.owner_id === undefined && values.co_owner_ids === undefined) return []
  return orderListsAnew(
    tenantId,
    sql`SELECT id FROM ${order} INDEXED BY orders_open_by_customer
      WHERE tenant_id = ${tenantId} AND customer_id = ${id} AND ${isOpen}`,
  )
}

/** After a write of a member of staff: what is below them goes into the lists of others. Found by the customers it is of. */
export function listsOfStaff(tenantId: string, id: string, change: Change): SQL[] {
  if (change.kind === 'create') return []
  // Who is away, or has another name, is where they were.
  const { values } = change.kind === 'update' ? change : { values: null }
  if (values && values.manager_id === undefined && values.team_id === undefined) return []
  return orderListsAnew(
    tenantId,
    sql`SELECT o.id FROM ${staffNear} n
      CROSS JOIN ${customerPeople} p INDEXED BY customer_people_by_user
        ON p.tenant_id = n.tenant_id AND p.user_id = n.near_id
      CROSS JOIN ${order} o INDEXED BY orders_open_by_customer
        ON o.tenant_id = p.tenant_id AND o.customer_id = p.customer_id AND ${isOpen}
      WHERE n.tenant_id = ${tenantId} AND n.person_id = ${id} AND n.standing & ${SUBTREE}`,
  )
}
