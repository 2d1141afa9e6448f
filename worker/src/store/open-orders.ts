import { type SQL, sql } from 'drizzle-orm'
import { DEPUTISED, type Standing } from '#shared/access/standing.ts'
import { TYPES } from '#shared/trade/index.ts'
import { customerPeople, staffNear, tables } from './schema.ts'
import { absent } from './standing.ts'
import { given } from './statement.ts'

const { order } = tables
const { indexes } = TYPES.order

type OpenIndex =
  | 'orders_open_by_promise'
  | 'orders_open_by_owner'
  | 'orders_open_by_follower'
  | 'orders_open_by_customer'

/** Said in the words of the index, or SQLite does not use it. */
const open = (index: OpenIndex): SQL => sql.raw(indexes[index].where)
const by = (index: OpenIndex): SQL => sql`${order} o INDEXED BY ${sql.raw(index)}`

const EARLIEST = sql`ORDER BY promised_date NULLS LAST, id`

/**
 * The `id` and `promised_date` of open orders within reach, the earliest promise first. Whoever reaches all takes them
 * from an index that has them in this order; for others they are found by whose they are, so that nobody's list costs
 * more than what is theirs. An order belongs to its people, and to those whose customer it is (`standing.ts`).
 */
export function openOrders(reach: Standing | null, most: SQL): SQL {
  if (reach === null) {
    return sql`SELECT id, promised_date FROM ${by('orders_open_by_promise')}
      WHERE tenant_id = ${given('tenant')} AND ${open('orders_open_by_promise')} ${EARLIEST} ${most}`
  }
  return sql`SELECT r.id, r.promised_date FROM (
      ${ordersNear(sql`${staffNear} n`, sql`${given('me')}`, reach)}
      UNION SELECT * FROM (${ordersNear(sql`${absent} CROSS JOIN ${staffNear} n`, sql`a.value`, reach & DEPUTISED)})) mine
    CROSS JOIN ${order} r ON r.tenant_id = ${given('tenant')} AND r.id = mine.id
    ORDER BY r.promised_date NULLS LAST, r.id ${most}`
}

/** By whose they are: of those near somebody, their own and those of their customers. */
function ordersNear(near: SQL, person: SQL, reach: Standing): SQL {
  const isNear = sql`n.tenant_id = ${given('tenant')} AND n.person_id = ${person} AND n.standing & ${sql.raw(String(reach))}`
  const ofPeople = (index: 'orders_open_by_owner' | 'orders_open_by_follower', person: string) =>
    sql`SELECT o.id FROM ${near} CROSS JOIN ${by(index)} ON o.tenant_id = n.tenant_id AND o.${sql.raw(person)} = n.near_id
      AND ${open(index)} WHERE ${isNear}`
  const ofCustomers = sql`SELECT o.id FROM ${near}
    CROSS JOIN ${customerPeople} p INDEXED BY customer_people_by_user
      ON p.tenant_id = n.tenant_id AND p.user_id = n.near_id AND p.part = 'owner'
    CROSS JOIN ${by('orders_open_by_customer')} ON o.tenant_id = n.tenant_id AND o.customer_id = p.customer_id
      AND ${open('orders_open_by_customer')} WHERE ${isNear}`
  return sql`${ofPeople('orders_open_by_owner', 'owner_id')} UNION ${ofPeople('orders_open_by_follower', 'merchandiser_id')}
    UNION ${ofCustomers}`
}
