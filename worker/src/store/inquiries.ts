import { type SQL, sql } from 'drizzle-orm'
import { may } from '#shared/access/access.ts'
import type { InquirySituation } from '#shared/customer/situation.ts'
import type { Inquiry } from '#shared/trade/index.ts'
import type { Row } from './database.ts'
import { seenRecord } from './records.ts'
import { tables } from './schema.ts'
import { type Reader, type ReaderNames, standing } from './standing.ts'
import { given, prepared } from './statement.ts'

const { inquiry, customer, user, team } = tables

const found = (
  rank: number,
  where: SQL,
): SQL => sql`SELECT * FROM (SELECT i.*, ${sql.raw(String(rank))} AS rank FROM ${inquiry} i
  WHERE i.tenant_id = ${given('tenant')} AND ${where} ORDER BY i.received_at DESC LIMIT 1)`

/** The inquiry made of a mail, else the newest one of its sender; and whose it is. */
export const inquiryOfMail = prepared<ReaderNames | 'messageId' | 'address'>(sql`
  SELECT f.*, ${standing('inquiry', 'f')} AS standing, u.alias AS owner_alias FROM (
    ${found(0, sql`i.message_id = ${given('messageId')}`)}
    UNION ALL
    ${found(1, sql`i.email = ${given('address')}`)}
    ORDER BY rank LIMIT 1) f
  LEFT JOIN ${user} u ON u.tenant_id = f.tenant_id AND u.id = f.owner_id`)

/** An inquiry by itself, with whose it is. */
export const inquiryFile = prepared<ReaderNames | 'record'>(sql`
  SELECT i.*, ${standing('inquiry', 'i')} AS standing, c.name AS customer_name,
    ${standing('customer', 'c')} AS customer_standing, u.alias AS owner_alias, u.display_name AS owner_name,
    t.name AS team_name
  FROM ${inquiry} i
  LEFT JOIN ${customer} c ON c.tenant_id = i.tenant_id AND c.id = i.customer_id
  LEFT JOIN ${user} u ON u.tenant_id = i.tenant_id AND u.id = i.owner_id
  LEFT JOIN ${team} t ON t.tenant_id = i.tenant_id AND t.id = i.team_id
  WHERE i.tenant_id = ${given('tenant')} AND i.id = ${given('record')}`)

/** Reads what {@link inquiryFile} asked for; null when it is none, or none for this reader. */
export function readInquiryFile(reader: Reader, found: Row | undefined): InquirySituation | null {
  const { customer_name, customer_standing, owner_alias, owner_name, team_name, ...row } = found ?? {}
  const read = found ? seenRecord<Inquiry>('inquiry', reader, row) : null
  if (!read) return null
  const isSeen = may(reader.access, 'customer', 'view', Number(customer_standing))
  return {
    kind: 'inquiry',
    inquiry: read,
    owner:
      read.owner_id && owner_alias
        ? { id: read.owner_id, alias: String(owner_alias), display_name: String(owner_name) }
        : null,
    team: team_name ? String(team_name) : null,
    customer: read.customer_id && isSeen ? { id: read.customer_id, name: String(customer_name) } : null,
  }
}
