import { sql } from 'drizzle-orm'
import { heartbeats, outbox } from './schema.ts'
import { prepared } from './statement.ts'

/** How far {@link health} counts. */
export const QUEUED_COUNTED = 1_000

/** When the last tick was, and how many mails wait, counted up to {@link QUEUED_COUNTED}. */
export const health = prepared(sql`SELECT
  (SELECT at FROM ${heartbeats} WHERE job = 'tick') AS at,
  (SELECT count(*) FROM (SELECT 1 FROM ${outbox} INDEXED BY outbox_queued WHERE state = 'queued'
    LIMIT ${sql.raw(String(QUEUED_COUNTED))})) AS queued`)
