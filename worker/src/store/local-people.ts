import { sql } from 'drizzle-orm'
import { identities, tables } from './schema.ts'
import { given, prepared, type Statement } from './statement.ts'

const { user, team } = tables

/** The staff who may sign in at the workbench: those with a local identity; one of them, or all. */
export function localPeople(email: string | null): Statement {
  return people({ email })
}

const people = prepared<'email'>(sql`
  SELECT u.*, i.subject, t.name AS team_name FROM ${identities} i
  JOIN ${user} u ON u.tenant_id = i.tenant_id AND u.id = i.user_id
  LEFT JOIN ${team} t ON t.tenant_id = u.tenant_id AND t.id = u.team_id
  WHERE i.issuer = 'local' AND u.status = 'active' AND (${given('email')} IS NULL OR u.email = ${given('email')})
  ORDER BY u.id`)
