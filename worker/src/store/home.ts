import { type SQL, sql } from 'drizzle-orm'
import { may, mayAtAll } from '#shared/access/access.ts'
import { INVOLVED } from '#shared/access/standing.ts'
import {
  ASKED_MAX,
  type AskedRequest,
  DEADLINES_COUNTED,
  DEADLINES_MAX,
  type DueOrder,
  GIVEN_MAX,
  type Home,
  MAILS_MAX,
  type Opened,
  type OwnLeave,
  type Place,
  POOLED_MAX,
  RECENT_MAX,
  TASKS_MAX,
  type ToDo,
} from '#shared/customer/home.ts'
import type { CivilDate } from '#shared/time/civil-date.ts'
import { type Inquiry, type Order, TYPES } from '#shared/trade/index.ts'
import type { Row } from './database.ts'
import { ofDeposit } from './next-due.ts'
import { readRecord, seenRecord } from './records.ts'
import { openings, tables, waitingMails } from './schema.ts'
import { absent, asReader, type Reader, type ReaderNames, standing } from './standing.ts'
import { given, prepared, type Statement } from './statement.ts'

/**
 * What a person finds while no mail is open, in one batch whose cost does not grow with the firm: every statement
 * walks an index that holds only what waits, and stops at a bound.
 */
const { customer, inquiry, order, interaction, user, access_request: request, task } = tables

/** Those for whom the reader stands in. */
const theirs = sql`SELECT value FROM ${absent}`

const most = (rows: number): SQL => sql.raw(`LIMIT ${rows}`)

/** Unclaimed inquiries by one of the two indexes that hold no other. */
const unclaimed = (index: 'inquiries_assigned' | 'inquiries_pooled', where: SQL): SQL =>
  sql`SELECT i.*, ${standing('inquiry', 'i')} AS standing FROM ${inquiry} i INDEXED BY ${sql.raw(index)}
    WHERE i.tenant_id = ${given('tenant')} AND ${sql.raw(TYPES.inquiry.indexes[index].where)} AND ${where}`

/** Open requests by one of the two indexes that hold no other. */
const askedOf = (index: 'access_requests_for_owner' | 'access_requests_for_superior', whose: SQL): SQL =>
  sql`SELECT * FROM (SELECT * FROM ${request} INDEXED BY ${sql.raw(index)} WHERE tenant_id = ${given('tenant')}
    AND ${whose} = ${given('me')} AND ${sql.raw(TYPES.access_request.indexes[index].where)} ORDER BY asked_at ${most(ASKED_MAX)})`

/** Orders of the reader that are due, those they follow for somebody else, and those of whom they stand in for. The indexes have both by date. */
function dueOrders(columns: SQL, deputy: boolean): SQL {
  const by = (index: 'orders_open_by_owner' | 'orders_open_by_follower', person: SQL) =>
    sql`SELECT ${columns} FROM ${order} INDEXED BY ${sql.raw(index)} WHERE tenant_id = ${given('tenant')}
      AND ${person} AND ${sql.raw(TYPES.order.indexes[index].where)} AND next_due <= ${given('today')}`
  const [owned, followed] = ['orders_open_by_owner', 'orders_open_by_follower'] as const
  const own = sql`${by(owned, sql`owner_id = ${given('me')}`)} UNION ALL ${by(followed, sql`merchandiser_id = ${given('me')}`)}`
  if (!deputy) return own
  return sql`${own} UNION ALL ${by(owned, sql`owner_id IN (${theirs})`)}
    UNION ALL ${by(followed, sql`merchandiser_id IN (${theirs})`)}`
}

const ifDeputy = (deputy: boolean, more: SQL): SQL => (deputy ? sql`UNION ALL ${more}` : sql``)

/** Nobody but a deputy pays for looking at what waits for others. */
const statementsFor = (deputy: boolean) => [
  sql`${unclaimed('inquiries_assigned', sql`owner_id = ${given('me')}`)}
    ${ifDeputy(deputy, unclaimed('inquiries_assigned', sql`owner_id IN (${theirs})`))} ORDER BY received_at ${most(GIVEN_MAX)}`,
  sql`${unclaimed('inquiries_pooled', sql`team_id = ${given('team')}`)}
    UNION ALL ${unclaimed('inquiries_pooled', sql`team_id IS NULL`)} ORDER BY received_at ${most(POOLED_MAX)}`,
  // Of very many the newest: what has waited for months waits for nothing any more.
  sql`SELECT c.id, c.name, c.country, c.timezone, m.subject, w.since FROM (
      SELECT * FROM ${waitingMails} INDEXED BY waiting_mails_by_user
      WHERE tenant_id = ${given('tenant')} AND user_id = ${given('me')}
      ${ifDeputy(deputy, sql`SELECT * FROM ${waitingMails} WHERE tenant_id = ${given('tenant')} AND user_id IN (${theirs})`)} ORDER BY since DESC ${most(MAILS_MAX)}) w
    CROSS JOIN ${customer} c ON c.tenant_id = w.tenant_id AND c.id = w.customer_id
    CROSS JOIN ${interaction} m ON m.tenant_id = w.tenant_id AND m.id = w.interaction_id`,
  sql`SELECT o.*, c.name AS customer_name, ${standing('customer', 'c')} AS customer_standing,
      ${ofDeposit(sql`coalesce(due_date, '')`, sql`o.tenant_id`, sql`o.id`)} AS deposit_due
    FROM (${dueOrders(sql`*`, deputy)} ORDER BY next_due ${most(DEADLINES_MAX)}) o
    CROSS JOIN ${customer} c ON c.tenant_id = o.tenant_id AND c.id = o.customer_id`,
  sql`SELECT count(*) AS count FROM (${dueOrders(sql`1`, deputy)} ${most(DEADLINES_COUNTED)})`,
  // An order's standing is that of its own people; what its customer's owners may see is added when it is read.
  sql`SELECT p.type, c.id AS customer_id, c.name, c.country, c.timezone, ${standing('customer', 'c')} AS customer_standing,
      d.id AS order_id, d.doc_no, d.exec_status, ${standing('order', 'd', sql`NULL`)} AS order_standing
    FROM (SELECT * FROM ${openings} INDEXED BY openings_by_time
      WHERE tenant_id = ${given('tenant')} AND user_id = ${given('me')} ORDER BY at DESC ${most(RECENT_MAX)}) p
    LEFT JOIN ${order} d ON p.type = 'order' AND d.tenant_id = p.tenant_id AND d.id = p.record_id
    CROSS JOIN ${customer} c ON c.tenant_id = p.tenant_id
      AND c.id = CASE p.type WHEN 'order' THEN d.customer_id ELSE p.record_id END
    ORDER BY p.at DESC`,
  sql`SELECT u.id, u.version, u.away_from, u.away_to, u.back_at, d.alias AS deputy,
      d.away_at < u.back_at AND u.away_at < d.back_at AS deputy_away
    FROM ${user} u LEFT JOIN ${user} d ON d.tenant_id = u.tenant_id AND d.id = u.deputy_id
    WHERE u.tenant_id = ${given('tenant')} AND u.id = ${given('me')}`,
  sql`SELECT r.id, r.version, r.asked_by, r.asked_at, r.reason, r.wanted, u.alias AS asker, c.id AS customer_id, c.name,
      ${standing('customer', 'c')} AS standing
    FROM (${askedOf('access_requests_for_owner', sql`owner_id`)}
      UNION ALL ${askedOf('access_requests_for_superior', sql`superior_id`)} LIMIT ${sql.raw(String(ASKED_MAX))}) r
    CROSS JOIN ${customer} c ON c.tenant_id = r.tenant_id AND c.id = r.customer_id
    LEFT JOIN ${user} u ON u.tenant_id = r.tenant_id AND u.id = r.asked_by`,
  sql`SELECT id, title, due_at, deal_id FROM ${task} INDEXED BY tasks_open_by_assignee WHERE tenant_id = ${given('tenant')}
    AND assignee_id = ${given('me')} AND ${sql.raw(TYPES.task.indexes.tasks_open_by_assignee.where)} ORDER BY due_at ${most(TASKS_MAX)}`,
]

const [STATEMENTS, OF_DEPUTY] = [false, true].map((deputy) =>
  statementsFor(deputy).map((template) => prepared<ReaderNames | 'today'>(template)),
) as [Make[], Make[]]
type Make = ReturnType<typeof prepared<ReaderNames | 'today'>>

export const homeStatements = (reader: Reader & { readonly today: CivilDate }): Statement[] =>
  (reader.standsFor.length > 0 ? OF_DEPUTY : STATEMENTS).map((make) =>
    make({ ...asReader(reader), today: reader.today }),
  )

/** Reads what {@link homeStatements} asked for, and leaves out what is not for the reader. */
export function readHome(
  reader: Reader,
  [
    assigned = [],
    pooled = [],
    mails = [],
    due = [],
    counted = [],
    recent = [],
    leave = [],
    asked = [],
    tasks = [],
  ]: readonly Row[][],
): Home {
  const { access } = reader
  // What is one's own is within every scope there is.
  const seesMails = mayAtAll(access, 'customer', 'view') && mayAtAll(access, 'interaction', 'view')
  const seenInquiries = (rows: readonly Row[]) =>
    rows.flatMap((row) => seenRecord<Inquiry>('inquiry', reader, row) ?? [])
  const seesOrders = mayAtAll(access, 'order', 'view')
  const orders = seesOrders ? due.map((row) => readDue(reader, row)) : []
  return {
    requests: asked.map(readAsked).filter(({ standing }) => may(access, 'customer', 'share', standing)),
    // One's own tasks are within every scope there is.
    tasks: mayAtAll(access, 'task', 'view') ? tasks.map((row) => row as unknown as ToDo) : [],
    given: seenInquiries(assigned),
    // What lies in a pool waits for those who may take it.
    pooled: seenInquiries(pooled).filter((one) => may(access, 'inquiry', 'claim', one.standing)),
    mails: seesMails ? mails.map((row) => ({ customer: placeOf(row, row.id), ...mailOf(row) })) : [],
    deadlines: orders.map(({ order }) => order),
    deposits: orders.flatMap(({ order, deposit }) =>
      deposit === null ? [] : [{ order_id: order.id, guards: 'production_start' as const, due_date: deposit || null }],
    ),
    deadlineCount: seesOrders ? Number(counted[0]?.count ?? 0) : 0,
    recent: recent.flatMap((row) => readOpened(reader, row) ?? []),
    ...(leave[0] ? { leave: { own: readLeave(leave[0], reader) } } : {}),
  }
}

/** One that is over is none. */
function readLeave({ id, version, away_from, away_to, back_at, deputy, deputy_away }: Row, { now }: Reader): OwnLeave {
  const known = { id: String(id), version: Number(version) }
  if (back_at === null || Number(back_at) <= now) {
    return { ...known, away_from: null, away_to: null, deputy: null, deputyAway: false }
  }
  return {
    ...known,
    away_from: String(away_from),
    away_to: String(away_to),
    deputy: deputy === null ? null : String(deputy),
    deputyAway: deputy_away === 1,
  }
}

const readAsked = ({ customer_id, name, standing, ...row }: Row): AskedRequest => ({
  ...(row as unknown as Omit<AskedRequest, 'customer' | 'standing'>),
  asker: String(row.asker ?? ''),
  customer: { id: String(customer_id), name: String(name) },
  standing: Number(standing),
})

const placeOf = (row: Row, id: unknown): Place => ({
  id: String(id),
  name: String(row.name),
  country: String(row.country),
  timezone: String(row.timezone),
})

const mailOf = ({ subject, since }: Row) => ({ subject: String(subject), since: Number(since) })

function readDue(reader: Reader, { customer_name, customer_standing, deposit_due, ...row }: Row) {
  const name = may(reader.access, 'customer', 'view', Number(customer_standing)) ? String(customer_name) : null
  const order: DueOrder = { ...readRecord<Order>('order', row), customer_name: name }
  return { order, deposit: deposit_due === null ? null : String(deposit_due) }
}

function readOpened({ access }: Reader, row: Row): Opened | null {
  const ofCustomer = Number(row.customer_standing)
  const seesCustomer = may(access, 'customer', 'view', ofCustomer)
  if (row.type !== 'order') return seesCustomer ? { type: 'customer', ...placeOf(row, row.customer_id) } : null
  if (!may(access, 'order', 'view', Number(row.order_standing) | (ofCustomer & ~INVOLVED))) return null
  return {
    type: 'order',
    id: String(row.order_id),
    doc_no: String(row.doc_no),
    exec_status: row.exec_status as Order['exec_status'],
    customer_name: seesCustomer ? String(row.name) : null,
  }
}
