import { Hono } from 'hono'
import { importJWK, type JWK, SignJWT } from 'jose'
import { z } from 'zod'
import type { User } from '#shared/trade/index.ts'
import { HttpProblem } from '../../../worker/src/http/problem.ts'
import { LOCAL_AUDIENCE, LOCAL_ISSUER } from '../../../worker/src/identity/local.ts'
import { openDatabase } from '../../../worker/src/store/database.ts'
import { localPeople } from '../../../worker/src/store/local-people.ts'
import { readRecord } from '../../../worker/src/store/records.ts'
import { clockNow, durationMs, setClock } from './clock.ts'
import type { GoogleEnv } from './google.ts'
import { ownPagesOnly } from './own-pages.ts'
import { parse } from './parse.ts'

export interface LocalEnv extends GoogleEnv {
  readonly DB: D1Database
  readonly ASSETS: Fetcher
  readonly FILES: R2Bucket
  /** The workbench's own settings. */
  readonly LOCAL: D1Database
}

const SignIn = z.strictObject({ email: z.string().max(254) })
const Clock = z.strictObject({
  advance: z.string().max(40).optional(),
  set: z.iso.datetime({ offset: true }).optional(),
})

/** A token lasts a working day; the pane asks for a new one by itself. */
const TOKEN_HOURS = 12

/** The workbench's own doors. */
export const doors = new Hono<{ Bindings: LocalEnv }>()

doors.use(ownPagesOnly)

doors.get('/staff', async (context) => {
  const [rows = []] = await openDatabase(context.env.DB).batch([localPeople(null)])
  const staff = rows.map(({ team_name, ...row }) => {
    const { email, display_name, alias, roles } = readRecord<User>('user', row)
    return { email, name: display_name, alias, roles, team: team_name ?? null }
  })
  return context.json({ staff })
})

doors.post('/sign-in', async (context) => {
  const { email } = parse(SignIn, await context.req.json().catch(() => null))
  const [[row] = []] = await openDatabase(context.env.DB).batch([localPeople(email.toLowerCase())])
  if (!row) throw new HttpProblem('not_found')
  const key = JSON.parse(context.env.LOCAL_KEY) as JWK
  // Tokens live in real time, whatever the demo's clock shows.
  const token = await new SignJWT({})
    .setProtectedHeader({ alg: 'RS256', kid: key.kid ?? 'local' })
    .setIssuer(LOCAL_ISSUER)
    .setAudience(LOCAL_AUDIENCE)
    .setSubject(String(row.subject))
    .setIssuedAt()
    .setExpirationTime(`${TOKEN_HOURS}h`)
    .sign(await importJWK(key, 'RS256'))
  return context.json({ token })
})

doors.get('/clock', (context) => context.json({ now: clockNow() }))

doors.post('/clock', async (context) => {
  const { advance, set } = parse(Clock, await context.req.json().catch(() => null))
  const by = advance === undefined ? 0 : durationMs(advance)
  if (by === null) {
    const message = 'An ISO 8601 duration such as PT25H.'
    throw new HttpProblem('invalid', [{ field: 'advance', code: 'format', message }])
  }
  const instant = (set === undefined ? clockNow() : Date.parse(set)) + by
  if (!(instant >= 0 && instant < Date.UTC(2200))) {
    const message = 'Between 1970 and 2199.'
    throw new HttpProblem('invalid', [{ field: set === undefined ? 'advance' : 'set', code: 'too_big', message }])
  }
  await setClock(context.env.LOCAL, instant)
  return context.json({ now: clockNow() })
})
