import { type SQL, sql } from 'drizzle-orm'
import { fileLinks, identities, ownFieldSets, sessions, tables } from './schema.ts'
import { SESSION_HOLDS, type SessionNames } from './sessions.ts'
import { given, prepared } from './statement.ts'

const { user, tenant } = tables

/** The member of staff that a row `k` leads to, with the firm and its own fields. Nobody for one who may not work. */
const behind = (key: SQL, columns = sql``) => sql`
  SELECT u.*, t.domains AS firm_domains, t.timezone AS firm_timezone, t.locale AS firm_locale,
    t.base_currency AS firm_currency, s.fields AS firm_fields,
    (SELECT e.secret FROM erasure_keys e WHERE e.tenant_id = k.tenant_id) AS firm_erasure_key${columns}
  FROM ${key}
  JOIN ${user} u ON u.tenant_id = k.tenant_id AND u.id = k.user_id AND u.status = 'active'
  JOIN ${tenant} t ON t.tenant_id = k.tenant_id AND t.id = k.tenant_id
  LEFT JOIN ${ownFieldSets} s ON s.tenant_id = k.tenant_id`

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
