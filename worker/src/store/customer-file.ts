import { type SQL, sql } from 'drizzle-orm'
import { INVOLVED } from '#shared/access/standing.ts'
import { normalisedAddress } from '#shared/customer/address.ts'
import type { SoughtByMail } from '#shared/customer/match/sought.ts'
import type { OpenRequest } from '#shared/customer/open-request.ts'
import {
  type CustomerFile,
  DUE_MAX,
  type Match,
  type OpenInstallment,
  type OpenMoney,
  ORDERS_MAX,
  REQUESTS_MAX,
  TIMELINE_MAX,
  type TimelineItem,
} from '#shared/customer/situation.ts'
import type { TimelinePage } from '#shared/customer/timeline-page.ts'
import { isOpen } from '#shared/order/execution.ts'
import type { Contact, Customer, Installment, Order } from '#shared/trade/index.ts'
import type { FoundByMail } from './candidates.ts'
import type { Row } from './database.ts'
import { readKept, rowAsJson } from './deal-road.ts'
import { FILER_COLUMNS, FILER_JOINS, readItem } from './filed.ts'
import { GLANCE_COLUMNS, GLANCE_JOIN, readRecents } from './glances.ts'
import { asMail, foundBy, type MailNames } from './mail-values.ts'
import { isOpenInstallment, isOpenOrder, isOwing, isUnpaid } from './open-money.ts'
import { type By, CUSTOMER } from './picked.ts'
import { readRecord } from './records.ts'
import { addresses, customerFacts, customerMoney, tables } from './schema.ts'
import { readStageTrace, STAGE_TRACE } from './stage-trace.ts'
import { asReader, type Reader, type ReaderNames, standing, worksOn } from './standing.ts'
import { given, prepared, type Statement } from './statement.ts'

/**
 * Everything one panel shows of a customer, in one batch whose cost does not grow with the firm:
 * every statement starts from an index and stops at a bound. Which customer it is, the statements
 * find out themselves, since nothing may wait for an answer in between.
 *
 * Without statistics SQLite now and then prefers a scan of the firm: `INDEXED BY` keeps the plans as
 * they are meant. A test counts the rows.
 */
const { customer, contact, order, installment, interaction, user, access_request: request } = tables

/** Of how many open installments of an order a panel knows; a firm has a handful. Of the order asked for a step depends on them. */
const PARTS_MAX = 5
const PARTS_ASKED_MAX = 30

/** The open orders a screen shows, those without a promise last. */
function openOrders(picked: SQL): SQL {
  const most = sql.raw(String(ORDERS_MAX))
  const open = (promised: SQL) => sql`SELECT * FROM (SELECT * FROM ${order} INDEXED BY orders_open_by_customer
    WHERE ${of(order, picked)} AND ${isOpenOrder} AND ${promised} ORDER BY promised_date LIMIT ${most})`
  return sql`SELECT * FROM (${open(sql`promised_date > ''`)} UNION ALL ${open(sql`promised_date IS NULL`)} LIMIT ${most})`
}

const ASKED = sql`SELECT * FROM ${order} WHERE ${order.tenant_id} = ${given('tenant')} AND ${order.id} = ${given('record')}`

/**
 * As an order's own people see it; what its customer's owners may see is added when it is read. Its open installments stand in
 * its own row, where they cost no second look-up.
 */
const withParts = (orders: SQL, most: number): SQL => sql`
  SELECT s.*, ${standing('order', 's', sql`NULL`)} AS standing, (SELECT json_group_array(json(part)) FROM (
      SELECT ${rowAsJson('installment')} AS part FROM ${installment} r INDEXED BY installments_by_order
      WHERE r.tenant_id = s.tenant_id AND r.order_id = s.id AND ${isUnpaid('r')} LIMIT ${sql.raw(String(most))})) AS parts
  FROM (${orders}) s`

/** The one asked for is among them in any state. */
function ordersShown(picked: SQL, alsoOrder: boolean): SQL {
  const shown = withParts(openOrders(picked), PARTS_MAX)
  if (!alsoOrder) return shown
  return sql`${withParts(ASKED, PARTS_ASKED_MAX)} UNION ALL ${shown} WHERE s.id <> ${given('record')}`
}

/** Who asks to share the customer `c`, the reader first if they do: in the customer's own row, where it costs no look-up. */
const REQUESTS = sql`(SELECT json_group_array(json_object('id', a.id, 'version', a.version, 'asked_by', a.asked_by,
    'asked_at', a.asked_at, 'reason', a.reason, 'wanted', a.wanted, 'asker', a.asker)) FROM (
  SELECT r.*, u.alias AS asker FROM ${request} r INDEXED BY access_requests_open
  LEFT JOIN ${user} u ON u.tenant_id = r.tenant_id AND u.id = r.asked_by
  WHERE r.tenant_id = ${given('tenant')} AND r.customer_id = c.id AND r.status = 'open'
  ORDER BY r.asked_by = ${given('me')} DESC, r.asked_at LIMIT ${sql.raw(String(REQUESTS_MAX))}) a)`

const of = (table: { tenant_id: unknown; customer_id: unknown }, picked: SQL): SQL =>
  sql`${table.tenant_id} = ${given('tenant')} AND ${table.customer_id} = ${picked}`

function statementsFor(picked: SQL, alsoOrder = false): readonly Prepared[] {
  return [
    // The customer, its owner, its counts, and what is recent with it.
    sql`SELECT c.*, ${standing('customer', 'c')} AS standing, f.open_orders AS fact_open_orders,
        u.alias AS owner_alias, u.display_name AS owner_name, u.manager_id AS owner_manager,
        ${REQUESTS} AS asking, ${GLANCE_COLUMNS}
      FROM ${customer} c
      LEFT JOIN ${customerFacts} f ON f.tenant_id = c.tenant_id AND f.customer_id = c.id
      LEFT JOIN ${user} u ON u.tenant_id = c.tenant_id AND u.id = c.owner_id
      ${GLANCE_JOIN}
      WHERE c.tenant_id = ${given('tenant')} AND c.id = ${picked}`,
    // The contact who wrote, else the main contact.
    sql`SELECT p.*, p.id = w.id AS wrote FROM (
        SELECT (SELECT t.contact_id FROM ${foundBy('addresses', addresses, 'address')}
          WHERE t.customer_id = ${picked} LIMIT 1) AS id) w
      JOIN ${contact} p ON p.tenant_id = ${given('tenant')} AND p.id = coalesce(w.id,
        (SELECT id FROM ${contact} WHERE ${of(contact, picked)} ORDER BY is_primary DESC LIMIT 1))`,
    ordersShown(picked, alsoOrder),
    sql`SELECT i.*, o.doc_no AS order_no FROM ${installment} i INDEXED BY installments_open_by_customer
      CROSS JOIN ${order} o ON o.tenant_id = i.tenant_id AND o.id = i.order_id
      WHERE i.tenant_id = ${given('tenant')} AND i.customer_id = ${picked} AND i.${isOpenInstallment}
        AND i.due_date > '' AND o.${isOwing}
      ORDER BY i.due_date LIMIT ${sql.raw(String(DUE_MAX))}`,
    sql`SELECT currency, open_amount, dues, at_risk FROM ${customerMoney} WHERE ${of(customerMoney, picked)} AND open_amount <> 0
      ORDER BY currency`,
  ].map((template) => prepared<Names>(template))
}

/** A page of the timeline, of every kind or of one: from an index, from where the page begins, one more than it shows. */
function timelineFor(picked: SQL): Readonly<Record<'all' | 'kind', Prepared>> {
  const page = (index: string, kind: SQL) =>
    prepared<Names>(sql`SELECT t.*, ${worksOn(sql`t.order_id`)} AS works, ${FILER_COLUMNS} FROM (
      SELECT * FROM ${interaction} INDEXED BY ${sql.raw(index)} WHERE ${of(interaction, picked)} ${kind}
        AND (occurred_at, id) < (${given('pageAt')}, ${given('pageId')})
      ORDER BY occurred_at DESC, id DESC LIMIT ${sql.raw(String(TIMELINE_MAX + 1))}) t ${FILER_JOINS}`)
  return {
    all: page('interactions_by_customer', sql``),
    kind: page('interactions_by_kind', sql`AND kind = ${given('pageKind')}`),
  }
}

/** Later than anything that happens. */
const FROM_THE_NEWEST = { at: Number.MAX_SAFE_INTEGER, id: '' }

type Names = ReaderNames | MailNames | 'record' | 'pageKind' | 'pageAt' | 'pageId'
type Prepared = (values: Readonly<Record<Names, unknown>>) => Statement

const STATEMENTS = Object.fromEntries(
  Object.entries(CUSTOMER).map(([by, picked]) => [by, statementsFor(picked, by === 'order')]),
) as Record<By, readonly Prepared[]>

const TIMELINES = Object.fromEntries(
  Object.entries(CUSTOMER).map(([by, picked]) => [by, timelineFor(picked)]),
) as Record<By, ReturnType<typeof timelineFor>>

/** What to find a customer's file by. */
export type Wanted =
  | { readonly by: 'mail'; readonly sought: SoughtByMail }
  | { readonly by: Exclude<By, 'mail'>; readonly id: string; readonly sought: SoughtByMail | null }

export function customerFile(reader: Reader, wanted: Wanted, page: TimelinePage): Statement[] {
  const record = wanted.by === 'mail' ? null : wanted.id
  const { at, id } = page.before ?? FROM_THE_NEWEST
  const paged = { pageKind: page.kind, pageAt: at, pageId: id }
  const values = { ...asReader(reader), ...asMail(wanted.sought), record, ...paged }
  const timeline = TIMELINES[wanted.by][page.kind === null ? 'all' : 'kind']
  const statements = [...STATEMENTS[wanted.by], timeline].map((make) => make(values))
  return [...statements, ...(wanted.by === 'order' ? [STAGE_TRACE(values)] : [])]
}

/** Reads what {@link customerFile} asked for; `beside` is what was found by the mail that is open beside it. */
export function readCustomerFile(
  rows: readonly Row[][],
  wanted: Wanted,
  beside: FoundByMail | null,
  { reader, page }: { readonly reader: Pick<Reader, 'teamId'>; readonly page: TimelinePage },
): CustomerFile | null {
  const [customers = [], contacts = [], orders = [], due = [], money = [], timeline = [], traces = []] = rows
  const found = customers[0]
  if (!found) return null
  const {
    fact_open_orders,
    owner_alias,
    owner_name,
    owner_manager,
    asking,
    recent_items,
    recent_counts,
    recent_near,
    ...row
  } = found
  const record = readRecord<Customer>('customer', row)
  const inherited = (record.standing ?? 0) & ~INVOLVED
  const known = orders.map(({ parts, ...one }) => ({
    order: Object.assign(readRecord<Order>('order', one), { standing: Number(one.standing) | inherited }),
    parts: JSON.parse(String(parts)) as object[][],
  }))
  const main = contacts[0]
  const wrote = main?.wrote === 1
  const opened = matchOf(record.id, wanted, beside)
  // Whom nobody knows yet is not the main contact.
  const person = main && (wrote || opened.by === 'record') ? readRecord<Contact>('contact', withoutMark(main)) : null
  const match = wrote && person ? orAlias(opened, person) : opened
  return {
    customer: record,
    owner:
      record.owner_id && owner_alias
        ? {
            id: record.owner_id,
            alias: String(owner_alias),
            display_name: String(owner_name),
            manager_id: owner_manager as string | null,
          }
        : null,
    match,
    contact: person,
    orders: known
      .map(({ order }) => order)
      .filter(isOpen)
      .sort(byPromise),
    asked: (wanted.by === 'order' && known.find(({ order }) => order.id === wanted.id)?.order) || null,
    openOrders: Number(fact_open_orders ?? 0),
    money: money.map(
      (one): OpenMoney => ({
        currency: String(one.currency),
        open_amount: Number(one.open_amount),
        dues: JSON.parse(String(one.dues)),
        at_risk: Number(one.at_risk),
      }),
    ),
    installments: known.flatMap(({ order: { doc_no }, parts }) =>
      parts.map((part) => ({ ...(readKept('installment', part) as Installment), order_no: doc_no })),
    ),
    due: due.map(readPart),
    ...(traces[0] ? { trace: readStageTrace(traces[0]) } : {}),
    timelinePage: page,
    timelineNext: nextOf(timeline),
    timeline: timeline.slice(0, TIMELINE_MAX).map(({ works, ...one }): TimelineItem => {
      const { item, filer } = readItem(one)
      return Object.assign(item, { filer, standing: works ? record.standing : inherited })
    }),
    requests: JSON.parse(String(asking)) as OpenRequest[],
    recents: readRecents({ items: recent_items, counts: recent_counts, near: recent_near }, record, reader),
  }
}

/** Where the page after this one begins; it is there where one more was found than is shown. */
function nextOf(rows: readonly Row[]): TimelinePage['before'] {
  const last = rows[TIMELINE_MAX - 1]
  return rows.length > TIMELINE_MAX && last ? { at: Number(last.occurred_at), id: String(last.id) } : null
}

function withoutMark({ wrote: _, ...row }: Row): Row {
  return row
}

/** How the mail leads to this customer; a record opened beside an unrelated mail is just opened. */
function matchOf(customerId: string, { sought }: Wanted, beside: FoundByMail | null): Match {
  const own = beside?.candidates.find(({ id }) => id === customerId)
  if (!own || !beside || !sought) return { by: 'record' }
  const { rung, found, confidence } = own
  const [address = ''] = sought.parties.addresses
  const chosenBy = rung === 'chosen' ? { chosenBy: beside.thread?.chosen_by_alias ?? '' } : {}
  return { by: rung, found, confidence, address: rung === 'address' ? found : address, ...chosenBy }
}

/** Of somebody's addresses the first is the one to write to; others are further or former ones. */
function orAlias(match: Match, { emails }: Contact): Match {
  const isFirst = match.by !== 'address' || normalisedAddress(emails?.[0]) === match.found
  return isFirst ? match : { ...match, by: 'alias' }
}

const readPart = (row: Row): OpenInstallment => readRecord<OpenInstallment>('installment', row)

const byPromise = (a: Order, b: Order): number => ((a.promised_date ?? '9') < (b.promised_date ?? '9') ? -1 : 1)
