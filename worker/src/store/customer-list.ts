import { sql } from 'drizzle-orm'
import type { ListPage } from '#shared/customer/list-page.ts'
import type { KeptRecord } from '#shared/customer/recent.ts'
import { withStanding } from '#shared/customer/recent-standing.ts'
import { type CustomerList, listedType } from '#shared/panel/list-panel.ts'
import type { Customer } from '#shared/trade/index.ts'
import type { Row } from './database.ts'
import { nearnessOf } from './glances.ts'
import { readRecord } from './records.ts'
import { customerRecent, staffNear, tables } from './schema.ts'
import { asReader, type Reader, type ReaderNames, standing } from './standing.ts'
import { given, prepared, type Statement } from './statement.ts'

/** Everything of a type with a customer, a page at a time: as many rows as are shown, and one for each of the staff near the reader. */
const LIST_MAX = 50

const { customer } = tables

const CUSTOMER = prepared<ReaderNames | 'customer'>(sql`SELECT c.*, ${standing('customer', 'c')} AS standing,
    (SELECT json_group_object(n.near_id, n.standing) FROM ${staffNear} n
      WHERE n.tenant_id = ${given('tenant')} AND n.person_id = ${given('me')}) AS recent_near
  FROM ${customer} c WHERE c.tenant_id = ${given('tenant')} AND c.id = ${given('customer')}`)

const PAGE = prepared<
  'tenant' | 'customer' | 'type' | 'at' | 'id'
>(sql`SELECT at, record_id, item FROM ${customerRecent}
  WHERE tenant_id = ${given('tenant')} AND customer_id = ${given('customer')} AND type = ${given('type')}
    AND (at, record_id) < (${given('at')}, ${given('id')})
  ORDER BY at DESC, record_id DESC LIMIT ${sql.raw(String(LIST_MAX + 1))}`)

export function customerList(reader: Reader, customerId: string, page: ListPage): Statement[] {
  const { at, id } = page.before ?? { at: Number.MAX_SAFE_INTEGER, id: '' }
  return [
    CUSTOMER({ ...asReader(reader), customer: customerId }),
    PAGE({ tenant: reader.tenantId, customer: customerId, type: listedType(page.plural), at, id }),
  ]
}

/** Null where there is no such customer. */
export function readCustomerList(rows: readonly Row[][], reader: Reader, page: ListPage): CustomerList | null {
  const [[found] = [], listed = []] = rows
  if (!found) return null
  const { recent_near, ...row } = found
  const record = readRecord<Customer>('customer', row)
  const nearness = nearnessOf(recent_near, record, reader)
  const last = listed[LIST_MAX - 1]
  return {
    customer: record,
    page,
    records: listed
      .slice(0, LIST_MAX)
      .map(({ item }) => withStanding(listedType(page.plural), JSON.parse(String(item)) as KeptRecord, nearness)),
    next: listed.length > LIST_MAX && last ? { at: Number(last.at), id: String(last.record_id) } : null,
  }
}
