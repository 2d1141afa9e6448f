import { type SQL, sql } from 'drizzle-orm'
import type { Colleague } from '#shared/staff/leave.ts'
import type { Row } from './database.ts'
import { fileLinks, identities, ownFieldSets, postSets, sessions, tables } from './schema.ts'
import { SESSION_HOLDS, type SessionNames } from './sessions.ts'
import { given, prepared } from './statement.ts'

const { user, tenant } = tables

/** The member of staff that a row `k` leads to, with the firm, its own fields and posts. Nobody for one who may not work. */
const behind = (key: SQL, columns = sql``) => sql`
  SELECT u.*, t.domains AS firm_domains, t.timezone AS firm_timezone, t.locale AS firm_locale,
    t.base_currency AS firm_currency, t.panel_layout AS firm_layout,
    t.files_threads AS firm_files_threads, t.files_replies AS firm_files_replies, s.fields AS firm_fields,
    a.posts AS firm_posts, (
      SELECT json_group_array(json_array(w.id, w.alias, json(w.roles), w.away_at, w.back_at, w.away_to))
      FROM ${user} w INDEXED BY users_by_deputy WHERE w.tenant_id = u.tenant_id AND w.deputy_id = u.id
        AND w.deputy_id IS NOT NULL) AS stands_for,
    (SELECT e.secret FROM erasure_keys e WHERE e.tenant_id = k.tenant_id) AS firm_erasure_key${columns}
  FROM ${key}
  JOIN ${user} u ON u.tenant_id = k.tenant_id AND u.id = k.user_id AND u.status = 'active'
  JOIN ${tenant} t ON t.tenant_id = k.tenant_id AND t.id = k.tenant_id
  LEFT JOIN ${ownFieldSets} s ON s.tenant_id = k.tenant_id
  LEFT JOIN ${postSets} a ON a.tenant_id = k.tenant_id`

/** The member of staff behind a token. */
export const personBehind = prepared<'issuer' | 'subject'>(
  sql`${behind(sql`${identities} k`)} WHERE k.issuer = ${given('issuer')} AND k.subject = ${given('subject')}`,
)

/** The member of staff behind a session that holds, and when it was last used. */
export const personInSession = prepared<SessionNames>(
  sql`${behind(sql`${sessions} k`, sql`, k.used_at AS session_used_at`)} WHERE ${SESSION_HOLDS}`,
)

/** The member of staff whom an address of a file was given to, and which file, until it runs out. */
export const personWithLink = prepared<'hash' | 'now'>(
  sql`${behind(sql`${fileLinks} k`, sql`, k.file_id AS link_file_id`)}
    WHERE k.token_hash = ${given('hash')} AND k.expires_at > ${given('now')}`,
)

/** Members of staff that are named, as `[tenantId, userId]` in JSON, with their addresses. */
export const peopleNamed = prepared<'people'>(
  behind(sql`(SELECT DISTINCT json_extract(value, '$[0]') AS tenant_id, json_extract(value, '$[1]') AS user_id
    FROM json_each(${given('people')})) k`),
)

/** Everybody in a firm, for an action that names a colleague. */
export const staffOf =
  prepared<'tenant'>(sql`SELECT id, alias, status = 'active' AS active, away_from, away_to, away_at, back_at
  FROM ${user} WHERE tenant_id = ${given('tenant')}`)

export const readStaff = (rows: readonly Row[] = []): Colleague[] =>
  rows.map((row) => ({ ...(row as unknown as Colleague), active: row.active === 1 }))
