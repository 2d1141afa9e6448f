import { type SQL, sql } from 'drizzle-orm'
import { PARTS } from '#shared/deal/parts.ts'
import { WAY_TYPES, type WayType } from '#shared/workflow/standard/index.ts'
import { foundBy } from './mail-values.ts'
import { addresses, customerDomains, documentNumbers, tables } from './schema.ts'
import { given } from './statement.ts'

/**
 * Which customer and which deal a question is about, as SQL within other statements: nothing may wait for an answer in between.
 * Given are `record`, its id, or what a mail is looked up by.
 */
const { order, access_request: request, deal, inquiry, interaction, mail_thread: thread } = tables

/** What of a deal has people act on it: they ask about it by its own id. */
export type DealPart = WayType | 'approval' | 'installment' | 'allocation'
const DEAL_PARTS: readonly DealPart[] = [
  ...WAY_TYPES.filter((type) => PARTS[type].by === 'deal_id'),
  'approval',
  'installment',
  'allocation',
]

const first = (from: SQL, where = sql``): SQL => sql`(SELECT t.customer_id FROM ${from} ${where} LIMIT 1)`

const CHOSEN = sql`WHERE t.customer_id IS NOT NULL`
/** The one that was found, or nobody where there are several: then nothing of any of them is read. */
const sole = (from: SQL): SQL => sql`(SELECT CASE WHEN one = other THEN one END FROM (
  SELECT min(customer_id) AS one, max(customer_id) AS other FROM (SELECT t.customer_id FROM ${from} LIMIT 3)))`

const ofThread = sole(foundBy('thread', interaction, 'message_id', 'interactions_by_message'))
const ofNumber = sole(foundBy('telling', documentNumbers, 'number'))

/** Of several customers with one address, the one whose thread it is, or whose number stands in the subject. */
const ofAddress = sql`(SELECT CASE WHEN one = other THEN one
    WHEN ${ofThread} IN (one, other) THEN ${ofThread} WHEN ${ofNumber} IN (one, other) THEN ${ofNumber} ELSE '' END
  FROM (SELECT min(customer_id) AS one, max(customer_id) AS other FROM (
    SELECT t.customer_id FROM ${foundBy('addresses', addresses, 'address')} LIMIT 3)) WHERE one IS NOT NULL)`

/**
 * The first customer on the ladder of `shared/customer/match`, without what is only possible. Whether more than one fits, and
 * whether the first may be linked, the candidates tell; else nothing is picked, whichever was read here.
 */
const byMail = sql`coalesce(
  ${first(foundBy('thread', thread, 'root', 'mail_threads_by_root'), CHOSEN)},
  ${first(foundBy('conversation', thread, 'conversation', 'mail_threads_by_conversation'), CHOSEN)},
  ${ofAddress},
  ${ofThread},
  ${ofNumber},
  ${sole(foundBy('domains', customerDomains, 'domain'))},
  ${sole(foundBy('copied', addresses, 'address'))})`

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
