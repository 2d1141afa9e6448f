import { sql } from 'drizzle-orm'
import type { Recipient } from '#shared/sla/recipients.ts'
import { dealWork, heartbeats, outbox, tables, timers } from './schema.ts'
import { given, prepared, type Statement } from './statement.ts'

/** A row of `timers` that is due. */
export interface DueTimer {
  readonly tenantId: string
  readonly recordId: string
  readonly rule: string
  readonly type: string
  /** ms UTC. */
  readonly startedAt: number
  readonly level: number
  readonly dueAt: number
}

/** What is due by now, the longest due first: a walk along the one index that begins with the time. */
export const DUE = sql`SELECT * FROM ${timers} INDEXED BY timers_by_due WHERE due_at <= ${given('now')}
  ORDER BY due_at, tenant_id, record_id, rule LIMIT ${given('limit')}`

export const dueTimers = prepared<'now' | 'limit'>(sql`SELECT tenant_id AS tenantId, record_id AS recordId, rule, type,
  started_at AS startedAt, level, due_at AS dueAt FROM (${DUE})`)

/** The next level of a timer, and when that is due; null when it has none left. */
export interface Move {
  readonly timer: DueTimer
  readonly level: number
  readonly dueAt: number | null
}

/** A mail that is owed to somebody. Its key is made of what it is, so that it is the same whoever makes it. */
export interface Owed {
  readonly timer: DueTimer
  readonly key: string
  /** Null where there is nobody to tell: that is written down too. */
  readonly recipient: Recipient | null
  /** The levels it stands for, the one that is done last. */
  readonly levels: readonly number[]
}

/** Something else that a level asks for, to be done to its deal. Its key is made of what it is, too. */
export interface Act {
  readonly timer: DueTimer
  readonly key: string
  readonly what: string
  readonly about: Readonly<Record<string, unknown>>
}

/**
 * Moves timers on and writes down what is owed by it. A mail is written only with a timer that still stands as it was
 * read, and that is moved in the same transaction: of two ticks at once one finds it moved and does nothing, and a tick
 * that dies in between has done nothing. The rows of the first statement are the new mails, those of the second what is
 * to be done, those of the third the timers moved.
 */
export function decided(
  {
    moves,
    owed,
    acts,
  }: { readonly moves: readonly Move[]; readonly owed: readonly Owed[]; readonly acts: readonly Act[] },
  now: number,
): Statement[] {
  return [
    queueOwed({ owed: JSON.stringify(owed), now }),
    queueActs({ acts: JSON.stringify(acts) }),
    moveTimers({ moves: JSON.stringify(moves) }),
  ]
}

const field = (path: string) => sql.raw(`json_extract(value, '$.${path}')`)
const asRead = (list: 'owed' | 'moves' | 'acts') => sql`(SELECT ${field('timer.tenantId')} AS tenant,
    ${field('timer.recordId')} AS record, ${field('timer.rule')} AS rule, ${field('timer.startedAt')} AS start,
    ${field('timer.level')} AS level, value FROM json_each(${given(list)})) j`
const stands = sql`t.tenant_id = j.tenant AND t.record_id = j.record AND t.rule = j.rule AND t.started_at = j.start
    AND t.level = j.level`

const queueOwed = prepared<'owed' | 'now'>(sql`INSERT OR IGNORE INTO ${outbox}
    (tenant_id, key, user_id, type, record_id, about, created_at, due_at, try_at, state, why, attempts, unended)
  SELECT j.tenant, ${field('key')}, coalesce(${field('recipient.userId')}, ''), t.type, j.record,
    json_object('rule', j.rule, 'startedAt', j.start, 'levels', json_extract(value, '$.levels'),
      'as', ${field('recipient.as')}),
    ${given('now')}, t.due_at, t.due_at, iif(${field('recipient')} IS NULL, 'dropped', 'queued'),
    iif(${field('recipient')} IS NULL, 'nobody', NULL), 0, 0
  FROM ${asRead('owed')} CROSS JOIN ${timers} t ON ${stands} RETURNING key`)

/** Settling is asked for once, however many reasons there are. */
const queueActs = prepared<'acts'>(sql`INSERT INTO ${dealWork} (tenant_id, deal_id, what, key, about, due_at, marks)
  SELECT j.tenant, j.record, ${field('what')}, ${field('key')}, json_extract(value, '$.about'), 0, 1
  FROM ${asRead('acts')} CROSS JOIN ${timers} t ON ${stands} WHERE true
  ON CONFLICT (tenant_id, deal_id, what, key) DO UPDATE SET marks = marks + 1, due_at = 0 RETURNING what`)

const moveTimers = prepared<'moves'>(sql`UPDATE ${timers} AS t SET level = ${field('level')}, due_at = ${field('dueAt')}
  FROM ${asRead('moves')} WHERE ${stands} RETURNING record_id`)

/** What will be due next, with the numbers of the records; for the workbench. */
export const nextTimers = prepared(sql`SELECT t.record_id AS id, t.type, coalesce(i.doc_no, d.doc_no) AS number, t.rule,
    t.level, t.started_at AS startedAt, t.due_at AS dueAt, iif(d.id IS NULL, NULL, (
      SELECT json_extract(value, '$.levels[' || t.level || '].label') FROM json_each(d.clocks)
      WHERE json_extract(value, '$.key') = t.rule)) AS label
  FROM (SELECT * FROM ${timers} INDEXED BY timers_by_due WHERE due_at IS NOT NULL ORDER BY due_at LIMIT 50) t
  LEFT JOIN ${tables.inquiry} i ON i.tenant_id = t.tenant_id AND i.id = t.record_id
  LEFT JOIN ${tables.deal} d ON d.tenant_id = t.tenant_id AND d.id = t.record_id
  WHERE coalesce(i.id, d.id) IS NOT NULL ORDER BY t.due_at, t.record_id`)

/** That a job ran, for whoever watches it. */
export const beat = prepared<'job' | 'now'>(sql`INSERT OR REPLACE INTO ${heartbeats} (job, at)
  VALUES (${given('job')}, ${given('now')})`)
