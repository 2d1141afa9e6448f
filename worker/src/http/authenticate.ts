import { createMiddleware } from 'hono/factory'
import { acceptedLanguage, languageOf } from '#shared/i18n/language.ts'
import { dateIn } from '#shared/time/zone.ts'
import type { User } from '#shared/trade/index.ts'
import type { Issuer } from '../identity/issuer.ts'
import { verifyToken } from '../identity/verify.ts'
import { personBehind } from '../store/people.ts'
import { readRecord } from '../store/records.ts'
import type { AppEnv, Person } from './app-types.ts'
import { HttpProblem } from './problem.ts'

/** Nobody passes without a token that an issuer vouches for and that belongs to a member of staff. */
export function authenticate(issuers: readonly Issuer[]) {
  return createMiddleware<AppEnv>(async (context, next) => {
    const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+) *$/i.exec(context.req.header('Authorization') ?? '')?.[1]
    const identity = token ? await verifyToken(token, issuers) : null
    if (!identity) throw new HttpProblem('unauthenticated')
    const [[row] = []] = await context.var.database.batch([personBehind(identity)])
    if (!row) throw new HttpProblem('unauthenticated')
    const { firm_domains, firm_timezone, firm_locale, ...own } = row
    const user = readRecord<User>('user', own)
    const person: Person = {
      id: user.id,
      tenantId: String(row.tenant_id),
      alias: user.alias,
      roles: user.roles,
      teamId: user.team_id,
      language: languageOf(user.locale ?? String(firm_locale)),
      timezone: String(firm_timezone),
      today: dateIn(context.var.now, String(firm_timezone)),
      domains: JSON.parse(String(firm_domains)),
    }
    context.set('person', person)
    context.set('language', acceptedLanguage(context.req.header('Accept-Language')) ?? person.language)
    await next()
  })
}
