import { type SQL, sql } from 'drizzle-orm'
import { normalisedAddress, registeredDomain } from '#shared/customer/address.ts'
import { shapesOf } from '#shared/customer/match/look-alike.ts'
import { type Change, changedId, valuesAfter } from '#shared/record/change.ts'
import type { TypeName } from '#shared/trade/index.ts'
import { numbersAfter } from './document-numbers.ts'
import { lastPricesByLine, lastPricesByOrder } from './last-prices.ts'
import { nextDueAnew } from './next-due.ts'
import { ofContract, ofQuotation, ofQuotationLine } from './offer-facts.ts'
import { isOpenInstallment, isOpenOrder, isOwing, OPEN_MONEY } from './open-money.ts'
import { listsOfCustomer, listsOfOrder, listsOfStaff, placeInLists } from './order-lists.ts'
import { ownFieldsAnew } from './own-fields.ts'
import { customerOwners, orderPeople, staffNearAnew } from './people-facts.ts'
import { recentAfter, recentByLine } from './recent.ts'
import {
  addresses,
  customerDomains,
  customerFacts,
  customerMoney,
  domainShapes,
  events,
  files,
  notFiled,
  privateMails,
  tables,
} from './schema.ts'
import { searchKeysAfter } from './search-keys.ts'
import { prepared, type Statement } from './statement.ts'
import { rankByCustomer, rankByFirm, rankByLine, rankByOrder, rankByQuotation } from './to-rank.ts'
import { waitingMailsAnew } from './waiting-mails.ts'

/**
 * What follows from records and is kept beside them, so that no screen has to count or search.
 * Worked out anew by SQL inside the write's own batch: two writers at once cannot make it drift.
 */
export function factsAfter(tenantId: string, changes: readonly Change[]): Statement[] {
  const unique = new Map<string, Statement>()
  for (const change of changes) {
    const of = [tenantId, changedId(change), valuesAfter(change), change] as const
    for (const fact of [
      ...(FACTS[change.type]?.(...of) ?? []),
      ...recentAfter(tenantId, change),
      ...searchKeysAfter(...of),
    ]) {
      const made = prepared(fact)({})
      unique.set(JSON.stringify(made), made)
    }
  }
  return [...unique.values()]
}

type FactsOf = (tenantId: string, id: string, record: Readonly<Record<string, unknown>>, change: Change) => SQL[]

const FACTS: { readonly [T in TypeName]?: FactsOf } = {
  user: (tenantId, id, _, change) => [...staffNearAnew(tenantId), ...listsOfStaff(tenantId, id, change)],
  tenant: (tenantId, _, __, change) => rankByFirm(tenantId, change),
  own_field: (tenantId) => [ownFieldsAnew(tenantId)],
  contact: (tenantId, id, record) => contactAddresses(tenantId, id, record),
  customer: (tenantId, id, record, change) => [
    ...domainsOf(tenantId, id, record),
    ...customerOwners(tenantId, record, change),
    ...listsOfCustomer(tenantId, id, change),
    ...waitingMailsAnew(tenantId, id),
    ...rankByCustomer(tenantId, id, change),
  ],
  interaction: (tenantId, id, record, change) => [
    ...waitingMailsAnew(tenantId, record.customer_id),
    ...(change.kind === 'remove' ? [...forgotten(tenantId, id), ...notByItself(tenantId, record)] : []),
  ],
  order: (tenantId, id, record, change) => [
    ...orderPeople(tenantId, record, change),
    ...openOrders(tenantId, record.customer_id),
    ...openMoney(tenantId, record.customer_id),
    nextDueAnew(tenantId, id),
    ...listsOfOrder(tenantId, change),
    ...lastPricesByOrder(tenantId, change),
    ...numbersAfter(tenantId, id, change),
    ...rankByOrder(tenantId, record, change),
  ],
  order_line: (tenantId, _, record) => [
    orderTotals(tenantId, record.order_id),
    lastPricesByLine(tenantId, record.order_id),
    rankByLine(tenantId, record.order_id),
  ],
  quotation: (tenantId, id, record, change) => [
    ...ofQuotation(tenantId, change),
    ...rankByQuotation(tenantId, record, change),
    ...numbersAfter(tenantId, id, change),
  ],
  quotation_line: (tenantId, _, record) => [
    ...ofQuotationLine(tenantId, record),
    ...recentByLine(tenantId, record.quotation_id),
  ],
  contract: (tenantId, id, _, change) => [...ofContract(tenantId, change), ...numbersAfter(tenantId, id, change)],
  shipment: (tenantId, id, _, change) => numbersAfter(tenantId, id, change),
  container: (tenantId, id, _, change) => numbersAfter(tenantId, id, change),
  installment: (tenantId, _, record) => [
    ...openMoney(tenantId, record.customer_id),
    payStatus(tenantId, record.order_id),
    nextDueAnew(tenantId, record.order_id),
    placeInLists(tenantId, record.order_id),
  ],
}

/** Of an item that is taken out nothing remains but who filed it, and who took it out: whoever does that means its words, too. */
const forgotten = (tenantId: string, id: string): SQL[] => [
  sql`DELETE FROM ${files} WHERE tenant_id = ${tenantId} AND about_type IN ('interaction', 'private_mail') AND about_id = ${id}`,
  sql`DELETE FROM ${privateMails} WHERE tenant_id = ${tenantId} AND interaction_id = ${id}`,
  sql`UPDATE ${events} SET changes = '[]' WHERE tenant_id = ${tenantId} AND record_id = ${id}`,
]

/** What somebody took out does not come back by itself. */
const notByItself = (tenantId: string, { kind, message_id }: Readonly<Record<string, unknown>>): SQL[] =>
  kind === 'mail' && message_id
    ? [sql`INSERT OR IGNORE INTO ${notFiled} (tenant_id, message_id) VALUES (${tenantId}, ${message_id})`]
    : []

function contactAddresses(tenantId: string, id: string, record: Readonly<Record<string, unknown>>): SQL[] {
  const list = ((record.emails as string[] | null) ?? []).map(normalisedAddress).filter((one) => one !== null)
  return [
    sql`DELETE FROM ${addresses} WHERE ${addresses.tenant_id} = ${tenantId} AND ${addresses.contact_id} = ${id}`,
    sql`INSERT OR IGNORE INTO ${addresses} (tenant_id, address, contact_id, customer_id)
      SELECT ${tenantId}, value, ${id}, ${record.customer_id} FROM json_each(${JSON.stringify(list)})`,
  ]
}

function domainsOf(tenantId: string, id: string, record: Readonly<Record<string, unknown>>): SQL[] {
  const list = ((record.domains as string[] | null) ?? []).map(registeredDomain).filter((one) => one !== null)
  const shapes = list.flatMap((domain) => shapesOf(domain).map((shape) => [shape, domain]))
  return [
    sql`DELETE FROM ${customerDomains}
      WHERE ${customerDomains.tenant_id} = ${tenantId} AND ${customerDomains.customer_id} = ${id}`,
    sql`INSERT OR IGNORE INTO ${customerDomains} (tenant_id, domain, customer_id)
      SELECT ${tenantId}, value, ${id} FROM json_each(${JSON.stringify(list)})`,
    sql`DELETE FROM ${domainShapes}
      WHERE ${domainShapes.tenant_id} = ${tenantId} AND ${domainShapes.customer_id} = ${id}`,
    sql`INSERT OR IGNORE INTO ${domainShapes} (tenant_id, shape, domain, customer_id)
      SELECT ${tenantId}, value ->> 0, value ->> 1, ${id} FROM json_each(${JSON.stringify(shapes)})`,
  ]
}

function openOrders(tenantId: string, customerId: unknown): SQL[] {
  const { order } = tables
  return [
    sql`INSERT OR REPLACE INTO ${customerFacts} (tenant_id, customer_id, open_orders)
      SELECT ${tenantId}, ${customerId}, count(*) FROM ${order} INDEXED BY orders_open_by_customer
      WHERE ${order.tenant_id} = ${tenantId} AND ${order.customer_id} = ${customerId} AND ${isOpenOrder}`,
  ]
}

function openMoney(tenantId: string, customerId: unknown): SQL[] {
  const { installment: part, order } = tables
  return [
    sql`DELETE FROM ${customerMoney}
      WHERE ${customerMoney.tenant_id} = ${tenantId} AND ${customerMoney.customer_id} = ${customerId}`,
    sql`INSERT INTO ${customerMoney} ${OPEN_MONEY} FROM ${part} i INDEXED BY installments_open_by_customer
      JOIN ${order} o ON o.tenant_id = i.tenant_id AND o.id = i.order_id
      WHERE i.tenant_id = ${tenantId} AND i.customer_id = ${customerId} AND i.${isOpenInstallment} AND o.${isOwing}
      GROUP BY i.tenant_id, i.customer_id, i.currency`,
  ]
}

/** An order's total is the sum of its lines and its charges. */
function orderTotals(tenantId: string, orderId: unknown): SQL {
  const { order, order_line: line } = tables
  const sum = sql`(SELECT coalesce(sum(${line.line_total}), 0) FROM ${line} INDEXED BY order_lines_by_order
    WHERE ${line.tenant_id} = ${tenantId} AND ${line.order_id} = ${orderId})`
  return sql`UPDATE ${order} SET lines_total = ${sum}, total = ${sum} + coalesce(charges, 0)
    WHERE ${order.tenant_id} = ${tenantId} AND ${order.id} = ${orderId}`
}

/**
 * The payment axis of an order, from its installments alone (domain 2.2.6). What was let go is owed no more: of such a part that
 * is asked for which has come.
 */
function payStatus(tenantId: string, orderId: unknown): SQL {
  const { order, installment: part } = tables
  const live = sql`FROM ${part} INDEXED BY installments_by_order WHERE ${part.tenant_id} = ${tenantId} AND ${part.order_id} = ${orderId}
    AND ${part.status} <> 'cancelled'`
  const isLetGo = sql`${part.status} = 'written_off'`
  const owed = sql`iif(${isLetGo}, min(${part.amount}, ${part.paid_amount}), ${part.amount})`
  return sql`UPDATE ${order} SET pay_status = (
      SELECT CASE
        WHEN coalesce(sum(${part.paid_amount}), 0) = 0 AND NOT coalesce(min(${isLetGo}), 0) THEN 'unpaid'
        WHEN sum(${part.paid_amount}) > sum(${owed}) THEN 'over_paid'
        WHEN sum(${part.paid_amount}) = sum(${owed}) THEN 'paid'
        WHEN sum(CASE WHEN ${part.guards} = 'production_start' THEN ${part.paid_amount} END)
          >= sum(CASE WHEN ${part.guards} = 'production_start' THEN ${owed} END) THEN 'deposit_paid'
        ELSE 'part_paid' END ${live})
    WHERE ${order.tenant_id} = ${tenantId} AND ${order.id} = ${orderId}`
}
