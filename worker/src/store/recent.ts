import { type Placeholder, type SQL, sql } from 'drizzle-orm'
import {
  isRecent,
  KEPT_MAX,
  type KeptRecord,
  RECENT_TYPES,
  type RecentType,
  recentOf,
} from '#shared/customer/recent.ts'
import { type Change, changedId, valuesAfter } from '#shared/record/change.ts'
import type { Fields } from '#shared/record/field.ts'
import { TYPES } from '#shared/trade/index.ts'
import { customerGlances, customerRecent, tables } from './schema.ts'

/**
 * What is recent with a customer: a row for each inquiry, quotation, sample, case, document and contact, in the order of their
 * dates, and of those the last ones with their numbers in one row of JSON, which is what a panel reads. Both follow from the
 * records, in the batch of whatever changes them.
 */
const { deal } = tables

/** People as a JSON list, without those that there are none of. */
const peopleOf = (alias: string, fields: readonly string[]): string =>
  `(SELECT json_group_array(value) FROM json_each(json_array(${fields.map((field) => `${alias}.${field}`).join(', ')})) WHERE value IS NOT NULL)`

/** Whose pool it lies in; `''` where it is everybody's to take. */
const poolOf = (alias: string): string => `coalesce(${alias}.team_id, iif(${alias}.owner_id IS NULL, '', NULL))`

/** A record `r` of a deal `d` as {@link KeptRecord}. */
function itemOf(type: RecentType): SQL {
  const fields: Fields = TYPES[type].fields
  const { fields: keys, people } = recentOf(type)
  const values = keys
    .map((key) => `'${key}', ${fields[key]?.kind === 'texts' ? `json(r.${key})` : `r.${key}`}`)
    .join(', ')
  const ofDeal = hasDeal(type)
    ? `iif(d.id IS NULL, NULL, json_object('id', d.id, 'people', json(${peopleOf('d', ['owner_id', 'merchandiser_id'])}), 'team', ${poolOf('d')}))`
    : 'NULL'
  const team = type === 'inquiry' ? poolOf('r') : 'NULL'
  return sql.raw(
    `json_object('id', r.id, 'values', json_object(${values}), 'people', json(${peopleOf('r', people)}), 'team', ${team}, 'deal', json(${ofDeal}))`,
  )
}

const hasDeal = (type: RecentType): boolean => Object.hasOwn(TYPES[type].fields, 'deal_id')

/** The rows of those records of a type that `where` names, as `r`. */
function rowsOf(type: RecentType, where: SQL): SQL {
  const { at, customer, gone = [] } = recentOf(type)
  const owner = sql.raw(customer === 'own' ? 'r.customer_id' : 'd.customer_id')
  const ofDeal = hasDeal(type) ? sql`LEFT JOIN ${deal} d ON d.tenant_id = r.tenant_id AND d.id = r.deal_id` : sql``
  const stands = gone.length > 0 ? sql.raw(`AND r.status NOT IN (${gone.map((one) => `'${one}'`).join(', ')})`) : sql``
  return sql`INSERT INTO ${customerRecent} (tenant_id, customer_id, type, at, record_id, deal_id, item)
    SELECT r.tenant_id, ${owner}, ${sql.raw(`'${type}'`)}, ${sql.raw(`r.${at}`)}, r.id, ${sql.raw(hasDeal(type) ? 'r.deal_id' : 'NULL')}, ${itemOf(type)}
    FROM ${tables[type]} r ${ofDeal} WHERE ${where} AND ${owner} IS NOT NULL ${stands}`
}

const lastOf = (type: RecentType, tenant: SQL, customer: SQL): SQL => {
  const [name, most] = [`'${type}'`, String(recentOf(type).kept ?? KEPT_MAX)].map((one) => sql.raw(one))
  return sql`${name}, (SELECT json_group_array(json(item)) FROM (SELECT item FROM ${customerRecent}
    WHERE tenant_id = ${tenant} AND customer_id = ${customer} AND type = ${name} ORDER BY at DESC, record_id DESC LIMIT ${most}))`
}

/** The last of each type, and how many there are. */
const glanceOf = (tenant: SQL, customer: SQL): SQL => sql`
  SELECT ${tenant}, ${customer},
    json_object(${sql.join(
      RECENT_TYPES.map((type) => lastOf(type, tenant, customer)),
      sql`, `,
    )}),
    (SELECT json_group_object(type, many) FROM (SELECT type, count(*) AS many FROM ${customerRecent}
      WHERE tenant_id = ${tenant} AND customer_id = ${customer} GROUP BY type))`

/** Everybody whose something of a glance is. */
const PEOPLE = sql.raw(
  `(SELECT json_group_array(value) FROM (SELECT DISTINCT p.value AS value FROM json_each(items) k, json_each(k.value) i, json_each(i.value, '$.people') p
    UNION SELECT p.value FROM json_each(items) k, json_each(k.value) i, json_each(i.value, '$.deal.people') p ORDER BY 1))`,
)

function glancesAnew(tenant: string, customers: SQL): SQL[] {
  return [
    sql`INSERT OR REPLACE INTO ${customerGlances} (tenant_id, customer_id, items, counts, people)
      SELECT *, '[]' FROM (${glanceOf(sql`${tenant}`, sql`c.id`)} FROM (${customers}) c WHERE c.id IS NOT NULL)`,
    sql`UPDATE ${customerGlances} SET people = ${PEOPLE}
      WHERE tenant_id = ${tenant} AND customer_id IN (${customers})`,
  ]
}

/**
 * What follows from a write. A record may go to another customer, and a deal with everything of it: whose they were is written
 * anew as well.
 */
export function recentAfter(tenant: string, change: Change): SQL[] {
  const { type } = change
  if (type === 'deal') return ofDeal(tenant, change)
  if (!isRecent(type) || !tells(type, change)) return []
  const id = changedId(change)
  const place = sql`${customerRecent}.tenant_id = ${tenant} AND ${customerRecent}.record_id = ${id}`
  const { deal_id } = { ...(change.kind === 'create' ? {} : change.before), ...valuesAfter(change) } as Values
  const before = change.kind === 'create' ? [] : [change.before.customer_id]
  const named = [...new Set([...before, valuesAfter(change).customer_id])].filter((one) => typeof one === 'string')
  const ofDealAlso =
    recentOf(type).customer === 'deal' && typeof deal_id === 'string'
      ? [sql`SELECT customer_id AS id FROM ${deal} WHERE tenant_id = ${tenant} AND id = ${deal_id}`]
      : []
  const customers = sql.join(
    [...ofDealAlso, sql`SELECT value AS id FROM json_each(${JSON.stringify(named)})`],
    sql` UNION `,
  )
  return [
    sql`DELETE FROM ${customerRecent} WHERE ${place}`,
    ...(change.kind === 'remove' ? [] : [rowsOf(type, sql`r.tenant_id = ${tenant} AND r.id = ${id}`)]),
    ...glancesAnew(tenant, customers),
  ]
}

type Values = Readonly<Record<string, unknown>>

/** Whether a write changes what is kept of the record. */
function tells(type: RecentType, change: Change): boolean {
  if (change.kind !== 'update') return true
  const { fields, people } = recentOf(type)
  const keys = [...fields, ...people, 'customer_id', 'deal_id', 'team_id']
  // What is worked out by SQL stands in no change: the total of a quotation follows from its own fields, too.
  return type === 'quotation' || keys.some((key) => change.values[key] !== undefined)
}

/** Whose a deal is, and with which customer, everything of it is. */
function ofDeal(tenant: string, change: Change): SQL[] {
  if (change.kind === 'create') return []
  const moved = ['owner_id', 'merchandiser_id', 'team_id', 'customer_id'].some((key) =>
    change.kind === 'update' ? change.values[key] !== undefined : true,
  )
  if (!moved) return []
  const id = changedId(change)
  const customers = [...new Set([change.before.customer_id, valuesAfter(change).customer_id])]
  const types = RECENT_TYPES.filter(hasDeal)
  return [
    sql`DELETE FROM ${customerRecent} WHERE ${customerRecent}.tenant_id = ${tenant} AND ${customerRecent}.deal_id = ${id}`,
    ...types.map((type) => rowsOf(type, sql`r.tenant_id = ${tenant} AND r.deal_id = ${id}`)),
    // Something of the deal may be another customer's: its own field says whose.
    ...glancesAnew(
      tenant,
      sql`SELECT value AS id FROM json_each(${JSON.stringify(customers.filter((one) => one))})
        UNION SELECT x.customer_id FROM ${customerRecent} x WHERE x.tenant_id = ${tenant} AND x.deal_id = ${id}`,
    ),
  ]
}

/** A quotation's total follows from its lines. */
export const recentByLine = (tenant: string, quotationId: unknown): SQL[] => [
  sql`DELETE FROM ${customerRecent} WHERE ${customerRecent}.tenant_id = ${tenant} AND ${customerRecent}.record_id = ${quotationId}`,
  rowsOf('quotation', sql`r.tenant_id = ${tenant} AND r.id = ${quotationId}`),
  ...glancesAnew(
    tenant,
    sql`SELECT x.customer_id AS id FROM ${customerRecent} x WHERE x.tenant_id = ${tenant} AND x.record_id = ${quotationId}`,
  ),
]

/** Of every customer of a firm, after planting, after a restore or to repair. */
export const recentAnew = (tenant: SQL | Placeholder): SQL[] => [
  sql`DELETE FROM ${customerRecent} WHERE tenant_id = ${tenant}`,
  ...RECENT_TYPES.map((type) => rowsOf(type, sql`r.tenant_id = ${tenant}`)),
  sql`DELETE FROM ${customerGlances} WHERE tenant_id = ${tenant}`,
  sql`INSERT INTO ${customerGlances} (tenant_id, customer_id, items, counts, people)
    SELECT *, '[]' FROM (${glanceOf(sql`${tenant}`, sql`c.id`)}
      FROM (SELECT DISTINCT customer_id AS id FROM ${customerRecent} WHERE tenant_id = ${tenant}) c)`,
  sql`UPDATE ${customerGlances} SET people = ${PEOPLE} WHERE tenant_id = ${tenant}`,
]
