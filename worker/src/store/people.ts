import { sql } from 'drizzle-orm'
import { identities, ownFieldSets, tables } from './schema.ts'
import { given, prepared } from './statement.ts'

const { user, tenant } = tables

/** The member of staff behind a token, with the firm and its own fields. Nobody for an unknown identity or one who may not work. */
export const personBehind = prepared<'issuer' | 'subject'>(sql`
  SELECT u.*, t.domains AS firm_domains, t.timezone AS firm_timezone, t.locale AS firm_locale,
    t.base_currency AS firm_currency, s.fields AS firm_fields
  FROM ${identities} i
  JOIN ${user} u ON u.tenant_id = i.tenant_id AND u.id = i.user_id
  JOIN ${tenant} t ON t.tenant_id = i.tenant_id AND t.id = i.tenant_id
  LEFT JOIN ${ownFieldSets} s ON s.tenant_id = i.tenant_id
  WHERE i.issuer = ${given('issuer')} AND i.subject = ${given('subject')} AND u.status = 'active'`)
