import { createRoute, z } from '@hono/zod-openapi'
import { deleteCookie, setCookie } from 'hono/cookie'
import { keepsAccess } from '#shared/access/keepers.ts'
import type { Issuer } from '../identity/issuer.ts'
import { isOfOwnPage, newSessionToken, sessionCookie, sessionHash, sessionOf } from '../identity/session.ts'
import { endSession, startSession } from '../store/sessions.ts'
import type { App, AppContext } from './app-types.ts'
import { authenticate } from './authenticate.ts'
import { component } from './component.ts'
import { problemResponses } from './openapi.ts'
import { HttpProblem } from './problem.ts'

const PATH = '/desk/session'

const SignedIn = component(
  'SignedIn',
  z.object({ id: z.string(), alias: z.string(), language: z.string(), keepsAccess: z.boolean() }),
)

/** Signing in and out at the desk: a token is exchanged for a cookie that no script reads. */
export function mountSessions(app: App, issuers: readonly Issuer[]): void {
  const who = { description: 'Who is signed in', content: { 'application/json': { schema: SignedIn } } }
  const describe = (route: Parameters<typeof createRoute>[0]) => app.openAPIRegistry.registerPath(createRoute(route))

  describe({
    method: 'post',
    path: PATH,
    summary: 'Signs a browser in: exchanges a bearer token for a session cookie',
    responses: { 200: who, ...problemResponses(401) },
  })
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

  describe({
    method: 'get',
    path: PATH,
    summary: 'Who is signed in',
    responses: { 200: who, ...problemResponses(401) },
  })
  app.get(PATH, authenticate(issuers), answer)

  describe({
    method: 'delete',
    path: PATH,
    summary: 'Signs a browser out',
    responses: { 204: { description: 'It is signed out, if it was signed in' }, ...problemResponses(401) },
  })
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
  const { id, alias, access } = person
  return context.json({ id, alias, language, keepsAccess: keepsAccess(access.roles) })
}
