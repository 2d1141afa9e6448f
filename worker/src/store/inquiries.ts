import { sql } from 'drizzle-orm'
import type { InquirySituation } from '#shared/customer/situation.ts'
import type { Inquiry } from '#shared/trade/index.ts'
import type { Row } from './database.ts'
import { readRecord } from './records.ts'
import { tables } from './schema.ts'
import { given, prepared } from './statement.ts'

const { inquiry, customer, user, team } = tables

/** The inquiry made of a mail, else the newest one of its sender. */
export const inquiryOfMail = prepared<'tenant' | 'messageId' | 'address'>(sql`
  SELECT * FROM (
    SELECT * FROM (SELECT *, 0 AS rank FROM ${inquiry}
      WHERE ${inquiry.tenant_id} = ${given('tenant')} AND ${inquiry.message_id} = ${given('messageId')} LIMIT 1)
    UNION ALL
    SELECT * FROM (SELECT *, 1 AS rank FROM ${inquiry}
      WHERE ${inquiry.tenant_id} = ${given('tenant')} AND ${inquiry.email} = ${given('address')}
      ORDER BY ${inquiry.received_at} DESC LIMIT 1))
  ORDER BY rank LIMIT 1`)

/** An inquiry opened by itself, with whose it is. */
export const inquiryFile = prepared<'tenant' | 'record'>(sql`
  SELECT i.*, c.name AS customer_name, u.alias AS owner_alias, u.display_name AS owner_name, t.name AS team_name
  FROM ${inquiry} i
  LEFT JOIN ${customer} c ON c.tenant_id = i.tenant_id AND c.id = i.customer_id
  LEFT JOIN ${user} u ON u.tenant_id = i.tenant_id AND u.id = i.owner_id
  LEFT JOIN ${team} t ON t.tenant_id = i.tenant_id AND t.id = i.team_id
  WHERE i.tenant_id = ${given('tenant')} AND i.id = ${given('record')}`)

/** Reads what {@link inquiryFile} asked for. */
export function readInquiryFile({ customer_name, owner_alias, owner_name, team_name, ...row }: Row): InquirySituation {
  const read = readRecord<Inquiry>('inquiry', row)
  return {
    kind: 'inquiry',
    inquiry: read,
    owner:
      read.owner_id && owner_alias
        ? { id: read.owner_id, alias: String(owner_alias), display_name: String(owner_name) }
        : null,
    team: team_name ? String(team_name) : null,
    customer: read.customer_id && customer_name ? { id: read.customer_id, name: String(customer_name) } : null,
  }
}
