import { type SQL, sql } from 'drizzle-orm'
import {
  DEADLINES_COUNTED,
  DEADLINES_MAX,
  type DueOrder,
  type Home,
  INQUIRIES_MAX,
  MAILS_MAX,
  type Opened,
  type Place,
  RECENT_MAX,
} from '#shared/customer/home.ts'
import type { CivilDate } from '#shared/time/civil-date.ts'
import { type Inquiry, type Installment, type Order, TYPES } from '#shared/trade/index.ts'
import type { Row } from './database.ts'
import { isOpenOrder } from './facts.ts'
import { ofDeposit } from './next-due.ts'
import { readRecord } from './records.ts'
import { openings, tables, waitingMails } from './schema.ts'
import { given, prepared, type Statement } from './statement.ts'

/** Whose home it is, and the firm's day. */
export interface Reader {
  readonly tenantId: string
  readonly id: string
  readonly teamId: string | null
  readonly today: CivilDate
}

/**
 * What a person finds while no mail is open, in one batch whose cost does not grow with the firm: every statement
 * walks an index that holds only what waits, and stops at a bound.
 */
const { customer, inquiry, order, installment, interaction } = tables

const isGiven = sql.raw(TYPES.inquiry.indexes.inquiries_assigned.where)
const isPooled = sql.raw(TYPES.inquiry.indexes.inquiries_pooled.where)
const most = (rows: number): SQL => sql.raw(`LIMIT ${rows}`)

/** Unclaimed inquiries by one of the two indexes, the longest waiting first. */
const unclaimed = (index: string, where: SQL): SQL => sql`SELECT * FROM (SELECT * FROM ${inquiry}
  INDEXED BY ${sql.raw(index)} WHERE tenant_id = ${given('tenant')} AND ${where} ORDER BY received_at ${most(INQUIRIES_MAX)})`

const dueOrders = (
  columns: SQL,
  rows: number,
): SQL => sql`SELECT ${columns} FROM ${order} INDEXED BY orders_open_by_owner
  WHERE tenant_id = ${given('tenant')} AND owner_id = ${given('person')} AND ${isOpenOrder}
    AND next_due <= ${given('today')} ORDER BY next_due ${most(rows)}`

const STATEMENTS = [
  sql`${unclaimed('inquiries_assigned', sql`${isGiven} AND owner_id = ${given('person')}`)}
    UNION ALL ${unclaimed('inquiries_pooled', sql`${isPooled} AND team_id = ${given('team')}`)}
    UNION ALL ${unclaimed('inquiries_pooled', sql`${isPooled} AND team_id IS NULL`)}`,
  // Of very many the newest: what has waited for months waits for nothing any more.
  sql`SELECT c.id, c.name, c.country, c.timezone, m.subject, w.since FROM (
      SELECT * FROM ${waitingMails} INDEXED BY waiting_mails_by_user
      WHERE tenant_id = ${given('tenant')} AND user_id = ${given('person')} ORDER BY since DESC ${most(MAILS_MAX)}) w
    CROSS JOIN ${customer} c ON c.tenant_id = w.tenant_id AND c.id = w.customer_id
    CROSS JOIN ${interaction} m ON m.tenant_id = w.tenant_id AND m.id = w.interaction_id`,
  sql`SELECT o.*, c.name AS customer_name FROM (${dueOrders(sql`*`, DEADLINES_MAX)}) o
    CROSS JOIN ${customer} c ON c.tenant_id = o.tenant_id AND c.id = o.customer_id`,
  sql`SELECT i.* FROM (${dueOrders(sql`tenant_id, id`, DEADLINES_MAX)}) o
    CROSS JOIN ${installment} i ON i.tenant_id = o.tenant_id
      AND i.id = ${ofDeposit(sql`id`, sql`o.tenant_id`, sql`o.id`)}`,
  sql`SELECT count(*) AS count FROM (${dueOrders(sql`1`, DEADLINES_COUNTED)})`,
  sql`SELECT p.type, c.id AS customer_id, c.name, c.country, c.timezone, d.id AS order_id, d.doc_no, d.exec_status FROM (
      SELECT * FROM ${openings} INDEXED BY openings_by_time
      WHERE tenant_id = ${given('tenant')} AND user_id = ${given('person')} ORDER BY at DESC ${most(RECENT_MAX)}) p
    LEFT JOIN ${order} d ON p.type = 'order' AND d.tenant_id = p.tenant_id AND d.id = p.record_id
    CROSS JOIN ${customer} c ON c.tenant_id = p.tenant_id
      AND c.id = CASE p.type WHEN 'order' THEN d.customer_id ELSE p.record_id END
    ORDER BY p.at DESC`,
].map((template) => prepared<'tenant' | 'person' | 'team' | 'today'>(template))

export function homeStatements({ tenantId, id, teamId, today }: Reader): Statement[] {
  return STATEMENTS.map((make) => make({ tenant: tenantId, person: id, team: teamId, today }))
}

/** Reads what {@link homeStatements} asked for. */
export function readHome([
  inquiries = [],
  mails = [],
  due = [],
  deposits = [],
  counted = [],
  recent = [],
]: readonly Row[][]): Home {
  return {
    inquiries: inquiries.map((row) => readRecord<Inquiry>('inquiry', row)),
    mails: mails.map((row) => ({
      customer: placeOf(row, row.id),
      subject: String(row.subject),
      since: Number(row.since),
    })),
    deadlines: due.map((row) => readRecord<DueOrder>('order', row)),
    deposits: deposits.map((row) => readRecord<Installment>('installment', row)),
    deadlineCount: Number(counted[0]?.count ?? 0),
    recent: recent.map(readOpened),
  }
}

const placeOf = (row: Row, id: unknown): Place => ({
  id: String(id),
  name: String(row.name),
  country: String(row.country),
  timezone: String(row.timezone),
})

function readOpened(row: Row): Opened {
  if (row.type !== 'order') return { type: 'customer', ...placeOf(row, row.customer_id) }
  return {
    type: 'order',
    id: String(row.order_id),
    doc_no: String(row.doc_no),
    exec_status: row.exec_status as Order['exec_status'],
    customer_name: String(row.name),
  }
}
