import { type SQL, sql } from 'drizzle-orm'
import { tables } from './schema.ts'
import { type ReaderNames, standing } from './standing.ts'
import { given, prepared } from './statement.ts'

const { inquiry, user } = tables

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
