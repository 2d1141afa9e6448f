import { sql } from 'drizzle-orm'
import type { Told } from '#shared/sla/recipients.ts'
import type { Row } from './database.ts'
import { outbox, tables } from './schema.ts'
import { given, prepared, type Statement } from './statement.ts'

const { inquiry } = tables

/** What a mail is about: which occurrence of which clock, the levels it stands for, and as what its reader gets it. */
export interface About {
  readonly rule: string
  /** ms UTC. */
  readonly startedAt: number
  readonly levels: readonly number[]
  /** `stand_in` for whoever is told instead of somebody who must not see the record. */
  readonly as: Told
}

/** A mail that somebody has taken to send it. */
export interface Taken {
  readonly tenantId: string
  readonly key: string
  readonly userId: string
  readonly type: string
  readonly recordId: string
  readonly about: About
  /** ms UTC. */
  readonly dueAt: number
  readonly attempts: number
  readonly unended: number
}

/**
 * Takes mails that are due, the longest due first, for itself alone until `until`. Each taking counts as an attempt, and
 * has no known end until {@link ended} says one: so a process that dies leaves behind that it was at it.
 */
export const takeMails = prepared<'now' | 'until' | 'limit'>(sql`UPDATE ${outbox}
  SET attempts = attempts + 1, unended = unended + 1, try_at = ${given('until')}
  WHERE (tenant_id, key) IN (SELECT tenant_id, key FROM ${outbox} INDEXED BY outbox_queued
    WHERE state = 'queued' AND try_at <= ${given('now')} ORDER BY try_at LIMIT ${given('limit')})
  RETURNING tenant_id, key, user_id, type, record_id, about, due_at, attempts, unended`)

/** Reads what {@link takeMails} gave, in the order in which they are to be sent: what may be poisoned comes last. */
export function readTaken(rows: readonly Row[]): Taken[] {
  const mails = rows.map((row) => ({
    tenantId: String(row.tenant_id),
    key: String(row.key),
    userId: String(row.user_id),
    type: String(row.type),
    recordId: String(row.record_id),
    about: readAbout(String(row.about)),
    dueAt: Number(row.due_at),
    attempts: Number(row.attempts),
    unended: Number(row.unended),
  }))
  return mails.sort((a, b) => a.unended - b.unended || a.dueAt - b.dueAt || (a.key < b.key ? -1 : 1))
}

/** One row that cannot be read must not hold up the others: it is about a rule that there is not. */
function readAbout(stored: string): About {
  try {
    return JSON.parse(stored) as About
  } catch {
    return { rule: '', startedAt: 0, levels: [], as: 'stand_in' }
  }
}

export type MailState = 'queued' | 'sent' | 'dropped' | 'parked' | 'uncertain'

/** How an attempt ended. */
export interface Ended {
  readonly mail: Pick<Taken, 'tenantId' | 'key' | 'attempts'>
  readonly state: MailState
  readonly why: string | null
  /** For what stays queued, when to try again, ms UTC. */
  readonly tryAt: number | null
}

/** A mail instead of one that was dropped: the same matter, somebody else. */
export interface Instead {
  readonly mail: Pick<Taken, 'tenantId' | 'key'>
  readonly key: string
  readonly userId: string
  readonly as: About['as']
}

/**
 * Writes down how attempts ended, and mails instead. What stays queued keeps the attempts before that have no end: one
 * that surely sent nothing says nothing of them. Whoever was so slow that another one has taken a mail since comes
 * with an old number of attempts, and changes nothing. The rows of the first statement are the mails whose end was taken.
 */
export function ended(ends: readonly Ended[], instead: readonly Instead[], now: number): Statement[] {
  const sent = ends.flatMap(({ mail, state }) => (state === 'sent' && mail.key.startsWith('ack-') ? [mail] : []))
  return [
    endMails({ ends: JSON.stringify(ends), now }),
    queueInstead({ instead: JSON.stringify(instead), now }),
    ...(sent.length > 0 ? [acknowledged({ sent: JSON.stringify(sent) })] : []),
  ]
}

const field = (path: string) => sql.raw(`json_extract(value, '$.${path}')`)

const endMails = prepared<'ends' | 'now'>(sql`UPDATE ${outbox} AS o
  SET state = ${field('state')}, why = ${field('why')}, unended = iif(${field('state')} = 'queued', o.unended - 1, 0),
    try_at = coalesce(${field('tryAt')}, o.try_at), sent_at = iif(${field('state')} = 'sent', ${given('now')}, NULL)
  FROM (SELECT ${field('mail.tenantId')} AS tenant, ${field('mail.key')} AS mail, ${field('mail.attempts')} AS fence,
    value FROM json_each(${given('ends')})) j
  WHERE o.tenant_id = j.tenant AND o.key = j.mail AND o.attempts = j.fence AND o.state = 'queued'
  RETURNING key, state`)

/** An inquiry knows when its acknowledgement left. */
const acknowledged = prepared<'sent'>(sql`UPDATE ${inquiry} AS i SET acknowledged_at = o.sent_at
  FROM (SELECT ${field('tenantId')} AS tenant, ${field('key')} AS mail FROM json_each(${given('sent')})) j
  CROSS JOIN ${outbox} o ON o.tenant_id = j.tenant AND o.key = j.mail
  WHERE o.state = 'sent' AND i.tenant_id = o.tenant_id AND i.id = o.record_id`)

/** One that was dropped because the matter had gone to somebody else never left: when it comes back, so does the mail. */
const queueInstead = prepared<'instead' | 'now'>(sql`INSERT INTO ${outbox}
    (tenant_id, key, user_id, type, record_id, about, created_at, due_at, try_at, state, attempts, unended)
  SELECT o.tenant_id, ${field('key')}, ${field('userId')}, o.type, o.record_id, json_set(o.about, '$.as', ${field('as')}),
    ${given('now')}, o.due_at, o.due_at, 'queued', 0, 0
  FROM (SELECT ${field('mail.tenantId')} AS tenant, ${field('mail.key')} AS mail, value
    FROM json_each(${given('instead')})) j
  CROSS JOIN ${outbox} o ON o.tenant_id = j.tenant AND o.key = j.mail WHERE o.state IN ('dropped', 'uncertain')
  ON CONFLICT (tenant_id, key) DO UPDATE SET state = 'queued', why = NULL, about = excluded.about, try_at = excluded.try_at
    WHERE ${outbox.state} = 'dropped' AND ${outbox.why} = 'moved'`)
