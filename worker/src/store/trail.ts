import { sql } from 'drizzle-orm'
import type { Message } from '#shared/api.ts'
import type { Trail } from '#shared/archive/by-itself.ts'
import { keysOf } from '#shared/archive/item-key.ts'
import { mailKey } from '#shared/customer/mail-key.ts'
import { soughtByMail } from '#shared/customer/match/sought.ts'
import type { Parties } from '#shared/customer/parties.ts'
import type { Row } from './database.ts'
import { asMail, foundBy, type MailNames } from './mail-values.ts'
import { notFiled, repliedThreads, tables } from './schema.ts'
import { given, prepared, type Statement } from './statement.ts'

const { interaction } = tables

/** So many mails of a conversation are looked at. */
const MAILS_MAX = sql.raw('12')

const TRAIL = prepared<'tenant' | 'from' | 'to' | MailNames>(sql`
  SELECT * FROM (SELECT 'filed' AS what, t.customer_id, t.visibility
    FROM ${foundBy('thread', interaction, 'message_id', 'interactions_by_message')} LIMIT ${MAILS_MAX})
  UNION ALL SELECT * FROM (SELECT 'filed', t.customer_id, t.visibility
    FROM ${foundBy('conversation', interaction, 'provider_thread', 'interactions_by_thread')} LIMIT ${MAILS_MAX})
  UNION ALL SELECT * FROM (SELECT 'replied', t.customer_id, NULL FROM ${foundBy('thread', repliedThreads, 'thread')} LIMIT 2)
  UNION ALL SELECT * FROM (SELECT 'replied', t.customer_id, NULL
    FROM ${foundBy('conversation', repliedThreads, 'thread')} LIMIT 1)
  UNION ALL SELECT * FROM (SELECT 'refused', NULL, NULL FROM ${notFiled}
    WHERE tenant_id = ${given('tenant')} AND message_id >= ${given('from')} AND message_id <= ${given('to')} LIMIT 1)`)

/** What is known of the conversation of a mail; to be read by {@link readTrail}. */
export const trailOf = (tenant: string, message: Message, parties: Parties): Statement =>
  TRAIL({ tenant, ...keysOf(message, false), ...asMail(soughtByMail(message, parties)) })

export function readTrail(rows: readonly Row[]): Trail {
  const customers = (what: string) => [
    ...new Set(rows.flatMap((row) => (row.what === what ? [String(row.customer_id)] : []))),
  ]
  return {
    customers: customers('filed'),
    hasPrivate: rows.some(({ visibility }) => visibility === 'private'),
    replied: customers('replied'),
    refused: rows.some(({ what }) => what === 'refused'),
  }
}

const REPLIED = prepared<'tenant' | 'thread' | 'customer'>(sql`
  INSERT OR REPLACE INTO ${repliedThreads} (tenant_id, thread, customer_id)
  VALUES (${given('tenant')}, ${given('thread')}, ${given('customer')})`)

/** Keeps that a letter to a customer was written beside a mail. */
export const keepReplied = (tenant: string, message: Message, customer: string): Statement[] =>
  [mailKey(message), message.conversationId].flatMap((thread) =>
    thread ? [REPLIED({ tenant, thread, customer })] : [],
  )
