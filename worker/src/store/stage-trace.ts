import { sql } from 'drizzle-orm'
import type { StageTrace } from '#shared/customer/situation.ts'
import type { Row } from './database.ts'
import { events, tables } from './schema.ts'
import { given, prepared } from './statement.ts'

const { order, user } = tables

/** How many of an order's changes are looked through for the one that brought it where it is. */
const CHANGES_MAX = 30

/** The last change of an order's stage, and the names of who works on it. A value has its quotation marks escaped. */
export const STAGE_TRACE = prepared<'tenant' | 'record'>(sql`
  SELECT o.version, o.created_at, e.at, b.alias AS by, w.alias AS owner, f.alias AS follower FROM ${order} o
  LEFT JOIN (SELECT at, actor FROM (SELECT at, actor, version, changes FROM ${events}
      WHERE tenant_id = ${given('tenant')} AND record_id = ${given('record')}
      ORDER BY version DESC LIMIT ${sql.raw(String(CHANGES_MAX))})
    WHERE changes LIKE '%"field":"exec_status"%' ORDER BY version DESC LIMIT 1) e ON 1
  LEFT JOIN ${user} b ON b.tenant_id = o.tenant_id AND b.id = e.actor
  LEFT JOIN ${user} w ON w.tenant_id = o.tenant_id AND w.id = o.owner_id
  LEFT JOIN ${user} f ON f.tenant_id = o.tenant_id AND f.id = o.merchandiser_id
  WHERE o.tenant_id = ${given('tenant')} AND o.id = ${given('record')}`)

/** An order that was never moved is where it was when it was entered, if all of its changes were looked through. */
export function readStageTrace({ version, created_at, at, by, owner, follower }: Row): StageTrace {
  const entered = Number(version) <= CHANGES_MAX ? Number(created_at) : null
  const name = (alias: unknown) => (alias === null ? null : String(alias))
  return { since: at === null ? entered : Number(at), by: name(by), owner: name(owner), follower: name(follower) }
}
