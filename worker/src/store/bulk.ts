import { sql } from 'drizzle-orm'
import { getTableConfig } from 'drizzle-orm/sqlite-core'
import { normalisedAddress, registeredDomain } from '#shared/customer/address.ts'
import { shapesOf } from '#shared/customer/match/look-alike.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import { isSearched, storedKeys } from '#shared/search/searched.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'
import { wholeSchema } from './ddl.ts'
import { roadsOfFirm } from './deal-road.ts'
import { numbersAnew } from './document-numbers.ts'
import { lastPricesAnew } from './last-prices.ts'
import { nextDueAnew } from './next-due.ts'
import { isOpenInstallment, isOpenOrder, isOwing, OPEN_MONEY } from './open-money.ts'
import { orderListsAnew } from './order-lists.ts'
import { ownFieldsAnew } from './own-fields.ts'
import { customerPeopleAnew, staffNearAnew } from './people-facts.ts'
import { recentAnew } from './recent.ts'
import { tables } from './schema.ts'
import { contactKeysAnew } from './search-keys.ts'
import { given, prepared, type Statement } from './statement.ts'
import { timersAnew } from './timers.ts'
import { rankAll } from './to-rank.ts'
import { waitingMailsAnew } from './waiting-mails.ts'

/** Below D1's 2 MB for one value, with room for characters of three bytes. */
const CHUNK_CHARS = 500_000

/**
 * Many records of one type at once: a firm that is planted, restored or imported. One bound value
 * holds a whole chunk as JSON, so the limit of 100 parameters is no matter. Writes no history.
 */
export function bulkInsert(type: TypeName, tenantId: string, records: readonly AnyRecord[]): Statement[] {
  const columns = getTableConfig(tables[type]).columns.map((column) => column.name)
  const insert =
    `INSERT INTO ${TYPES[type].plural} (${columns.join(', ')}) ` +
    `SELECT ${columns.map((_, index) => `json_extract(value, '$[${index}]')`).join(', ')} FROM json_each(?)`
  const rows = records.map((record) => {
    const row: Readonly<Record<string, unknown>> = { ...record, tenant_id: tenantId }
    return JSON.stringify(columns.map((column) => row[column] ?? null))
  })
  return chunks(rows).map((chunk) => ({ sql: insert, params: [`[${chunk.join(',')}]`] }))
}

/** Addresses that lead to contacts, for records planted by {@link bulkInsert}. */
export function bulkAddresses(tenantId: string, contacts: readonly AnyRecord[]): Statement[] {
  const rows = contacts.flatMap((contact) =>
    ((contact.emails ?? []) as string[]).flatMap((email) => {
      const address = normalisedAddress(email)
      return address ? [JSON.stringify([tenantId, address, contact.id, contact.customer_id])] : []
    }),
  )
  return inserts('addresses (tenant_id, address, contact_id, customer_id)', 4, rows)
}

/** Domains that lead to customers, likewise, and what is found to look like them. */
export function bulkDomains(tenantId: string, customers: readonly AnyRecord[]): Statement[] {
  const domains = customers.flatMap(({ id, domains }) =>
    ((domains ?? []) as string[]).flatMap((name) => {
      const domain = registeredDomain(name)
      return domain ? [{ domain, id }] : []
    }),
  )
  const shapes = domains.flatMap(({ domain, id }) => shapesOf(domain).map((shape) => [tenantId, shape, domain, id]))
  return [
    ...inserts(
      'customer_domains (tenant_id, domain, customer_id)',
      3,
      domains.map(({ domain, id }) => JSON.stringify([tenantId, domain, id])),
    ),
    ...inserts(
      'domain_shapes (tenant_id, shape, domain, customer_id)',
      4,
      shapes.map((row) => JSON.stringify(row)),
    ),
  ]
}

/** What records are searched for by, likewise; whose a contact's are, {@link rebuildFacts} says. */
export function bulkSearchKeys(type: TypeName, tenantId: string, records: readonly AnyRecord[]): Statement[] {
  if (!isSearched(type)) return []
  const rows = records.flatMap((record) => {
    const { id, customer_id, owner_id }: Readonly<Record<string, unknown>> = { ...record }
    const [about, owner] = type === 'contact' ? [customer_id, null] : [id, owner_id]
    return storedKeys(type, { ...record }).map((key) => JSON.stringify([tenantId, key, type, id, about, owner ?? '']))
  })
  return inserts('search_keys (tenant_id, key, type, record_id, about_id, owner_id)', 6, rows)
}

function inserts(into: string, width: number, rows: readonly string[]): Statement[] {
  const values = Array.from({ length: width }, (_, index) => `json_extract(value, '$[${index}]')`).join(', ')
  return chunks(rows).map((chunk) => ({
    sql: `INSERT OR IGNORE INTO ${into} SELECT ${values} FROM json_each(?)`,
    params: [`[${chunk.join(',')}]`],
  }))
}

function chunks(rows: readonly string[]): string[][] {
  const out: string[][] = []
  let size = CHUNK_CHARS
  for (const row of rows) {
    if (size + row.length > CHUNK_CHARS) {
      out.push([])
      size = 0
    }
    out.at(-1)?.push(row)
    size += row.length
  }
  return out
}

const { order, installment } = tables

/** Works out everything anew that follows from a firm's records and is kept beside them: after planting, after a restore, or to repair. */
export function rebuildFacts(tenantId: string): Statement[] {
  const others = [
    ...staffNearAnew(tenantId),
    ...customerPeopleAnew(tenantId),
    ...orderListsAnew(tenantId, null),
    ownFieldsAnew(tenantId),
  ]
  const rebuilt = REBUILD.map((make) => make({ tenant: tenantId }))
  return [...rebuilt, ...others.map((one) => prepared(one)({})), ...timersAnew(tenantId), ...roadsOfFirm(tenantId)]
}

const REBUILD = [
  sql`DELETE FROM customer_facts WHERE tenant_id = ${given('tenant')}`,
  sql`INSERT INTO customer_facts (tenant_id, customer_id, open_orders)
    SELECT tenant_id, customer_id, count(*) FROM ${order}
    WHERE tenant_id = ${given('tenant')} AND ${isOpenOrder} GROUP BY tenant_id, customer_id`,
  sql`DELETE FROM customer_money WHERE tenant_id = ${given('tenant')}`,
  sql`INSERT INTO customer_money ${OPEN_MONEY} FROM ${installment} i
    JOIN ${order} o ON o.tenant_id = i.tenant_id AND o.id = i.order_id
    WHERE i.tenant_id = ${given('tenant')} AND i.${isOpenInstallment} AND o.${isOwing}
    GROUP BY i.tenant_id, i.customer_id, i.currency`,
  nextDueAnew(given('tenant')),
  ...lastPricesAnew(given('tenant')),
  ...recentAnew(given('tenant')),
  ...waitingMailsAnew(given('tenant')),
  ...numbersAnew(given('tenant')),
  contactKeysAnew(given('tenant')),
  rankAll(given('tenant')),
].map((template) => prepared<'tenant'>(template))

/** The first entry in the history of every planted record of a type. */
export function bulkEvents(type: TypeName, tenantId: string): Statement {
  return {
    sql:
      'INSERT OR IGNORE INTO events (tenant_id, record_id, version, type, action, at, actor, surface, changes) ' +
      `SELECT tenant_id, id, 1, ?, 'created', created_at, created_by, source, '[]' FROM ${TYPES[type].plural} WHERE tenant_id = ?`,
    params: [type, tenantId],
  }
}

/** Continues each numbered series after the highest planted number of its period. */
export function bulkNumbering(type: TypeName, tenantId: string): Statement {
  return {
    sql:
      'INSERT OR REPLACE INTO numbering (tenant_id, series, period, last) ' +
      "SELECT tenant_id, substr(doc_no, 1, instr(doc_no, '-') - 1), substr(doc_no, instr(doc_no, '-') + 1, 4), " +
      `max(CAST(substr(doc_no, instr(doc_no, '-') + 6) AS INTEGER)) FROM ${TYPES[type].plural} ` +
      "WHERE tenant_id = ? AND doc_no GLOB '*-[0-9][0-9][0-9][0-9]-[0-9]*' GROUP BY 1, 2, 3",
    params: [tenantId],
  }
}

/** What everybody opened last: the customers in whose timelines they filed something, or every other time its order. */
export function bulkOpenings(tenantId: string): Statement {
  return {
    sql:
      'INSERT INTO openings (tenant_id, user_id, type, record_id, at) ' +
      "SELECT tenant_id, filed_by, iif(by_order, 'order', 'customer'), iif(by_order, order_id, customer_id), at " +
      'FROM (SELECT *, nth % 2 = 0 AND order_id IS NOT NULL AS by_order FROM (' +
      'SELECT tenant_id, filed_by, customer_id, order_id, max(occurred_at) AS at, ' +
      'row_number() OVER (PARTITION BY filed_by ORDER BY max(occurred_at) DESC) AS nth FROM interactions ' +
      'WHERE tenant_id = ? AND filed_by IS NOT NULL GROUP BY filed_by, customer_id)) WHERE nth <= 20',
    params: [tenantId],
  }
}

/** Who the firm's people are to their issuers. */
export function bulkIdentities(
  tenantId: string,
  people: readonly { readonly issuer: string; readonly subject: string; readonly userId: string }[],
): Statement[] {
  const rows = people.map((one) => JSON.stringify([one.issuer, one.subject, tenantId, one.userId]))
  return inserts('identities (issuer, subject, tenant_id, user_id)', 4, rows)
}

/** Takes a whole firm out of every table; what jobs keep for themselves is no firm's. */
export function removeFirm(tenantId: string): Statement[] {
  return [...wholeSchema()]
    .filter(([, [made = '']]) => /\btenant_id\b/.test(made))
    .map(([table]) => ({ sql: `DELETE FROM ${table} WHERE tenant_id = ?`, params: [tenantId] }))
}

/** Every secondary index, to be dropped before very many rows come in and made again after them. */
export function withoutIndexes(): { readonly drop: readonly Statement[]; readonly make: readonly Statement[] } {
  const make = [...wholeSchema().values()].flat().flatMap((sql) => sql.split(/;\s*/).filter((one) => /INDEX/.test(one)))
  const names = make.map((sql) => /INDEX (\w+)/.exec(sql)?.[1] ?? '')
  return {
    drop: names.map((name) => ({ sql: `DROP INDEX IF EXISTS ${name}`, params: [] })),
    make: make.map((sql) => ({ sql, params: [] })),
  }
}
