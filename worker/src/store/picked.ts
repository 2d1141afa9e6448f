import { type SQL, sql } from 'drizzle-orm'
import { PARTS } from '#shared/deal/parts.ts'
import { WAY_TYPES, type WayType } from '#shared/workflow/standard/index.ts'
import { addresses, customerDomains, tables } from './schema.ts'
import { given } from './statement.ts'

/**
 * Which customer and which deal a question is about, as SQL within other statements: nothing may wait for an answer in between.
 * Given are `record`, its id, or the addresses and domains of a mail.
 */
const { order, access_request: request, deal, inquiry } = tables

/** What of a deal has people act on it: they ask about it by its own id. */
export type DealPart = WayType | 'approval' | 'installment' | 'allocation'
const DEAL_PARTS: readonly DealPart[] = [
  ...WAY_TYPES.filter((type) => PARTS[type].by === 'deal_id'),
  'approval',
  'installment',
  'allocation',
]

/**
 * An address goes before a domain. Whether more than one customer fits, the candidates tell; then nothing is picked,
 * whichever was read here.
 */
const byMail = sql`coalesce(
  (SELECT customer_id FROM ${addresses} WHERE tenant_id = ${given('tenant')}
    AND address IN (SELECT value FROM json_each(${given('addresses')})) LIMIT 1),
  (SELECT customer_id FROM ${customerDomains} WHERE tenant_id = ${given('tenant')}
    AND domain IN (SELECT value FROM json_each(${given('domains')})) LIMIT 1))`

const itself = sql`${given('record')}`

const of = (table: SQL, field: string): SQL =>
  sql`(SELECT ${sql.raw(field)} FROM ${table} WHERE tenant_id = ${given('tenant')} AND id = ${given('record')})`

const customerOf = (dealId: SQL): SQL =>
  sql`(SELECT customer_id FROM ${deal} WHERE tenant_id = ${given('tenant')} AND id = ${dealId})`

/** The deal of a customer that was begun last and goes on still. */
const openDealOf = (customer: SQL): SQL => sql`(SELECT id FROM ${deal} INDEXED BY deals_by_customer
  WHERE tenant_id = ${given('tenant')} AND customer_id = ${customer} AND status = 'open' ORDER BY id DESC LIMIT 1)`

const byOrder = of(sql`${order}`, 'customer_id')
const byRequest = of(sql`${request}`, 'customer_id')

const dealOfPart = (type: DealPart): SQL => of(sql`${tables[type]}`, 'deal_id')

const parts = <T>(make: (type: DealPart) => T) =>
  Object.fromEntries(DEAL_PARTS.map((type) => [type, make(type)])) as Record<DealPart, T>

export const CUSTOMER = {
  mail: byMail,
  customer: itself,
  order: byOrder,
  access_request: byRequest,
  deal: customerOf(itself),
  ...parts((type) => customerOf(dealOfPart(type))),
  /** An order may be of no deal, and money is owed for it all the same. */
  installment: of(sql`${tables.installment}`, 'customer_id'),
} as const

export const DEAL = {
  /** A stranger's mail has no customer, but perhaps an inquiry. */
  mail: sql`coalesce(${openDealOf(byMail)},
    (SELECT deal_id FROM ${inquiry} WHERE tenant_id = ${given('tenant')} AND message_id = ${given('messageId')}),
    (SELECT deal_id FROM ${inquiry} WHERE tenant_id = ${given('tenant')} AND email = ${given('address')}
      ORDER BY received_at DESC LIMIT 1))`,
  customer: openDealOf(itself),
  order: sql`coalesce(${of(sql`${order}`, 'deal_id')}, ${openDealOf(byOrder)})`,
  access_request: openDealOf(byRequest),
  deal: itself,
  ...parts(dealOfPart),
} as const

export type By = keyof typeof CUSTOMER
