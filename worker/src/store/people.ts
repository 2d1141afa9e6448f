import { sql } from 'drizzle-orm'
import { identities, ownFieldSets, tables } from './schema.ts'
import { given, prepared } from './statement.ts'

const { user, tenant } = tables

const person = sql`u.*, t.domains AS firm_domains, t.timezone AS firm_timezone, t.locale AS firm_locale,
    t.base_currency AS firm_currency, s.fields AS firm_fields`

/** The member of staff behind a token, with the firm and its own fields. Nobody for an unknown identity or one who may not work. */
export const personBehind = prepared<'issuer' | 'subject'>(sql`
  SELECT ${person} FROM ${identities} i
  JOIN ${user} u ON u.tenant_id = i.tenant_id AND u.id = i.user_id
  JOIN ${tenant} t ON t.tenant_id = i.tenant_id AND t.id = i.tenant_id
  LEFT JOIN ${ownFieldSets} s ON s.tenant_id = i.tenant_id
  WHERE i.issuer = ${given('issuer')} AND i.subject = ${given('subject')} AND u.status = 'active'`)

/** The same of members of staff that are named, as `[tenantId, userId]` in JSON, with their addresses. */
export const peopleNamed = prepared<'people'>(sql`
  SELECT ${person} FROM (SELECT DISTINCT json_extract(value, '$[0]') AS tenant_id, json_extract(value, '$[1]') AS id
    FROM json_each(${given('people')})) i
  CROSS JOIN ${user} u ON u.tenant_id = i.tenant_id AND u.id = i.id
  CROSS JOIN ${tenant} t ON t.tenant_id = i.tenant_id AND t.id = i.tenant_id
  LEFT JOIN ${ownFieldSets} s ON s.tenant_id = i.tenant_id
  WHERE u.status = 'active'`)
