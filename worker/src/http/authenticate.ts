import { createMiddleware } from 'hono/factory'
import { accessOf } from '#shared/access/access.ts'
import { acceptedLanguage, languageOf } from '#shared/i18n/language.ts'
import { layoutFor } from '#shared/panel/layout.ts'
import type { StandsFor } from '#shared/staff/leave.ts'
import { dateIn } from '#shared/time/zone.ts'
import type { User } from '#shared/trade/index.ts'
import type { Issuer } from '../identity/issuer.ts'
import { knownTokens } from '../identity/known-tokens.ts'
import { sessionOf } from '../identity/session.ts'
import type { Identity } from '../identity/verify.ts'
import { openDatabase, type Row } from '../store/database.ts'
import { personBehind, personInSession } from '../store/people.ts'
import { readRecord } from '../store/records.ts'
import { isNewUse, sessionAt, useSession } from '../store/sessions.ts'
import type { Statement } from '../store/statement.ts'
import type { AppContext, AppEnv, Person } from './app-types.ts'
import { fieldsOfFirm } from './firm-fields.ts'
import { postsOfFirm } from './firm-posts.ts'
import { HttpProblem } from './problem.ts'

/**
 * Nobody passes without a token that an issuer vouches for, or the session that one was exchanged for, and that
 * belongs to a member of staff. A token goes before a session, a wrong one too.
 */
export function authenticate(issuers: readonly Issuer[], by: 'token' | 'either' = 'either') {
  const identityOf = knownTokens(issuers)
  return createMiddleware<AppEnv>(async (context, next) => {
    const header = context.req.header('Authorization')
    const session = header === undefined && by === 'either' ? await sessionOf(context) : null
    const reading = session
      ? personInSession(sessionAt(session, context.var.now))
      : await readingOf(header ?? '', identityOf)
    const [[row] = []] = reading ? await context.var.database.batch([reading]) : []
    if (!row) throw new HttpProblem('unauthenticated')
    const { session_used_at, ...own } = row
    const person = personOf(own, context.var.now)
    context.set('person', person)
    context.set('language', acceptedLanguage(context.req.header('Accept-Language')) ?? person.language)
    if (session) inSession(context, session, Number(session_used_at))
    await next()
  })
}

type IdentityOf = (token: string) => Promise<Identity | null>

async function readingOf(header: string, identityOf: IdentityOf): Promise<Statement | null> {
  const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+) *$/i.exec(header)?.[1]
  const identity = token ? await identityOf(token) : null
  return identity && personBehind(identity)
}

/** That it is in use is kept once the answer is on its way: nobody waits for that. */
function inSession(context: AppContext, hash: string, usedAt: number): void {
  const { now, afterwards } = context.var
  context.set('session', hash)
  if (isNewUse(usedAt, now)) afterwards(openDatabase(context.env.DB).batch([useSession({ hash, now })]))
}

/** The member of staff that {@link personBehind} found. */
export function personOf(row: Row, now: number): Person {
  const {
    firm_domains,
    firm_timezone,
    firm_locale,
    firm_currency,
    firm_layout,
    firm_fields,
    firm_posts,
    firm_files_threads,
    firm_files_replies,
    firm_erasure_key,
    stands_for,
    ...own
  } = row
  const user = readRecord<User>('user', own)
  return {
    id: user.id,
    tenantId: String(row.tenant_id),
    teamId: user.team_id,
    now,
    standsFor: standsForAt(String(stands_for ?? '[]'), now),
    access: accessOf(user.roles, postsOfFirm(String(row.tenant_id), firm_posts as string | null)),
    fields: fieldsOfFirm(String(row.tenant_id), String(firm_fields ?? '[]')),
    alias: user.alias,
    language: languageOf(user.locale ?? String(firm_locale)),
    timezone: String(firm_timezone),
    today: dateIn(now, String(firm_timezone)),
    layout: layoutFor(user.roles, JSON.parse(String(firm_layout ?? 'null'))),
    currency: String(firm_currency),
    domains: JSON.parse(String(firm_domains)),
    filing: { threads: firm_files_threads === 1, replies: firm_files_replies === 1 },
    erasureKey: (firm_erasure_key ?? null) as string | null,
  }
}

type Absence = readonly [id: string, alias: string, roles: readonly string[], at: number, back: number, until: string]

/** Of those whose deputy somebody is, or will be or was, those who are away at a moment. */
function standsForAt(stored: string, now: number): readonly StandsFor[] {
  if (stored === '[]') return NOBODY
  return (JSON.parse(stored) as readonly Absence[])
    .filter(([, , , at, back]) => at <= now && now < back)
    .map(([id, alias, roles, , , until]) => ({ id, alias, roles, until }))
}

const NOBODY: readonly StandsFor[] = []
