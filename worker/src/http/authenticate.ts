import { createMiddleware } from 'hono/factory'
import { accessOf } from '#shared/access/access.ts'
import { acceptedLanguage, languageOf } from '#shared/i18n/language.ts'
import { dateIn } from '#shared/time/zone.ts'
import type { User } from '#shared/trade/index.ts'
import type { Issuer } from '../identity/issuer.ts'
import { verifyToken } from '../identity/verify.ts'
import type { Row } from '../store/database.ts'
import { personBehind } from '../store/people.ts'
import { readRecord } from '../store/records.ts'
import type { AppEnv, Person } from './app-types.ts'
import { fieldsOfFirm } from './firm-fields.ts'
import { HttpProblem } from './problem.ts'

/** Nobody passes without a token that an issuer vouches for and that belongs to a member of staff. */
export function authenticate(issuers: readonly Issuer[]) {
  return createMiddleware<AppEnv>(async (context, next) => {
    const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+) *$/i.exec(context.req.header('Authorization') ?? '')?.[1]
    const identity = token ? await verifyToken(token, issuers) : null
    if (!identity) throw new HttpProblem('unauthenticated')
    const [[row] = []] = await context.var.database.batch([personBehind(identity)])
    if (!row) throw new HttpProblem('unauthenticated')
    const person = personOf(row, context.var.now)
    context.set('person', person)
    context.set('language', acceptedLanguage(context.req.header('Accept-Language')) ?? person.language)
    await next()
  })
}

/** The member of staff that {@link personBehind} found. */
export function personOf(row: Row, now: number): Person {
  const { firm_domains, firm_timezone, firm_locale, firm_currency, firm_fields, ...own } = row
  const user = readRecord<User>('user', own)
  return {
    id: user.id,
    tenantId: String(row.tenant_id),
    teamId: user.team_id,
    access: accessOf(user.roles),
    fields: fieldsOfFirm(String(row.tenant_id), String(firm_fields ?? '[]')),
    alias: user.alias,
    language: languageOf(user.locale ?? String(firm_locale)),
    timezone: String(firm_timezone),
    today: dateIn(now, String(firm_timezone)),
    currency: String(firm_currency),
    domains: JSON.parse(String(firm_domains)),
  }
}
