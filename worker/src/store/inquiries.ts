import { sql } from 'drizzle-orm'
import { tables } from './schema.ts'
import { given, prepared } from './statement.ts'

const { inquiry } = tables

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
