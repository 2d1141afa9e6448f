import { deleteCookie, setCookie } from 'hono/cookie'
import type { Issuer } from '../identity/issuer.ts'
import { isOfOwnPage, newSessionToken, sessionCookie, sessionHash, sessionOf } from '../identity/session.ts'
import { endSession, startSession } from '../store/sessions.ts'
import type { App, AppContext } from './app-types.ts'
import { authenticate } from './authenticate.ts'
import { HttpProblem } from './problem.ts'

const PATH = '/desk/session'

/** Signing in and out at the desk: a token is exchanged for a cookie that no script reads. */
export function mountSessions(app: App, issuers: readonly Issuer[]): void {
  // A session begets no session: it could be drawn out for ever.
  app.post(PATH, authenticate(issuers, 'token'), async (context) => {
    const { person, database, now, origin } = context.var
    const token = newSessionToken()
    const before = await sessionOf(context)
    await database.batch([
      ...(before ? [endSession({ hash: before })] : []),
      ...startSession(person, await sessionHash(token), now),
    ])
    const { name, options } = sessionCookie(origin)
    setCookie(context, name, token, options)
    return answer(context)
  })

  app.get(PATH, authenticate(issuers), answer)

  app.delete(PATH, async (context) => {
    if (!isOfOwnPage(context)) throw new HttpProblem('unauthenticated')
    const hash = await sessionOf(context)
    if (hash) await context.var.database.batch([endSession({ hash })])
    const { name, options } = sessionCookie(context.var.origin)
    deleteCookie(context, name, options)
    return context.body(null, 204)
  })
}

function answer(context: AppContext): Response {
  const { person, language } = context.var
  return context.json({ id: person.id, alias: person.alias, language })
}
