import { type SQL, sql } from 'drizzle-orm'
import { OWN, SUBTREE, TEAM } from '#shared/access/standing.ts'
import { type Change, changedId, type Values } from '#shared/record/change.ts'
import { customerPeople, staffNear, tables } from './schema.ts'

/**
 * Who stands near whom, and whose a customer is: what `standing.ts` looks up. Worked out anew by SQL inside the
 * write's own batch, like every fact.
 */
const { user, customer, order } = tables

/** Chains of superiors are this long at most (domain 1.2); a circle ends there too. */
const CHAIN_MAX = 10

/** How the staff of a firm stand to one another, whole: a firm has some hundred people and they change seldom. */
export function staffNearAnew(tenantId: string): SQL[] {
  const bits = sql.raw(
    `(a.id = b.id) * ${OWN} | coalesce(a.team_id = b.team_id, 0) * ${TEAM} | (u.below_id IS NOT NULL) * ${SUBTREE}`,
  )
  return [
    sql`DELETE FROM ${staffNear} WHERE ${staffNear.tenant_id} = ${tenantId}`,
    sql`INSERT INTO ${staffNear} (tenant_id, person_id, near_id, standing)
      WITH RECURSIVE below (above_id, below_id, depth) AS (
        SELECT id, id, 0 FROM ${user} WHERE ${user.tenant_id} = ${tenantId}
        UNION SELECT w.above_id, s.id, w.depth + 1 FROM below w
        JOIN ${user} s ON s.tenant_id = ${tenantId} AND s.manager_id = w.below_id
        WHERE w.depth < ${sql.raw(String(CHAIN_MAX))})
      SELECT a.tenant_id, a.id, b.id, ${bits} FROM ${user} a
      JOIN ${user} b ON b.tenant_id = a.tenant_id
      LEFT JOIN (SELECT DISTINCT above_id, below_id FROM below) u ON u.above_id = a.id AND u.below_id = b.id
      WHERE a.tenant_id = ${tenantId} AND ${bits} <> 0`,
  ]
}

/** Whose one customer is, after a write of it. */
export function customerOwners(tenantId: string, record: Values, change: Change): SQL[] {
  if (!touches(change, ['owner_id', 'co_owner_ids'])) return []
  const id = changedId(change)
  const owners = [record.owner_id, ...((record.co_owner_ids as string[] | null) ?? [])].filter(Boolean)
  return [
    sql`DELETE FROM ${customerPeople} WHERE ${customerPeople.tenant_id} = ${tenantId}
      AND ${customerPeople.customer_id} = ${id} AND ${customerPeople.part} = 'owner'`,
    added(tenantId, id, owners, 'owner'),
  ]
}

/** Who works on a customer's orders, after a write of one of them. Who was taken off it may still follow another. */
export function orderPeople(tenantId: string, record: Values, change: Change): SQL[] {
  if (!touches(change, WORKING)) return []
  const customerId = record.customer_id
  const people = WORKING.map((field) => record[field]).filter(Boolean)
  if (change.kind === 'create') return [added(tenantId, customerId, people, 'order')]
  return [
    sql`DELETE FROM ${customerPeople} WHERE ${customerPeople.tenant_id} = ${tenantId}
      AND ${customerPeople.customer_id} = ${customerId} AND ${customerPeople.part} = 'order'`,
    ...workingOn(sql`${order} o INDEXED BY orders_by_customer
      WHERE o.tenant_id = ${tenantId} AND o.customer_id = ${customerId}`),
  ]
}

const WORKING = ['owner_id', 'merchandiser_id'] as const

const touches = (change: Change, fields: readonly string[]): boolean =>
  change.kind === 'remove' || fields.some((field) => change.values[field] !== undefined)

const into = sql`INSERT OR IGNORE INTO ${customerPeople} (tenant_id, customer_id, user_id, part)`

const added = (tenantId: string, customerId: unknown, people: readonly unknown[], part: string): SQL =>
  sql`${into} SELECT ${tenantId}, ${customerId}, value, ${part} FROM json_each(${JSON.stringify(people)})`

const workingOn = (orders: SQL): SQL[] =>
  WORKING.map((name) => {
    const field = sql.raw(`o.${name}`)
    return sql`${into} SELECT DISTINCT o.tenant_id, o.customer_id, ${field}, 'order' FROM ${orders} AND ${field} > ''`
  })

/** Whose every customer of a firm is. */
export function customerPeopleAnew(tenantId: string): SQL[] {
  return [
    sql`DELETE FROM ${customerPeople} WHERE ${customerPeople.tenant_id} = ${tenantId}`,
    sql`${into} SELECT c.tenant_id, c.id, c.owner_id, 'owner' FROM ${customer} c
      WHERE c.tenant_id = ${tenantId} AND c.owner_id > ''`,
    sql`${into} SELECT c.tenant_id, c.id, shared.value, 'owner' FROM ${customer} c, json_each(c.co_owner_ids) shared
      WHERE c.tenant_id = ${tenantId}`,
    ...workingOn(sql`${order} o WHERE o.tenant_id = ${tenantId}`),
  ]
}
