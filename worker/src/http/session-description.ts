import { createRoute, z } from '@hono/zod-openapi'
import type { App } from './app-types.ts'
import { component } from './component.ts'
import { problemResponses } from './openapi.ts'

const PATH = '/desk/session'

/** The routes of sessions at the desk, for `/openapi.json`. */
export function describeSessions(registry: App['openAPIRegistry']): void {
  const who = { description: 'Who is signed in', content: { 'application/json': { schema: SignedIn } } }
  const describe = (route: Parameters<typeof createRoute>[0]) => registry.registerPath(createRoute(route))
  describe({
    method: 'post',
    path: PATH,
    summary: 'Signs a browser in: exchanges a bearer token for a session cookie',
    responses: { 200: who, ...problemResponses(401) },
  })
  describe({
    method: 'get',
    path: PATH,
    summary: 'Who is signed in',
    responses: { 200: who, ...problemResponses(401) },
  })
  describe({
    method: 'delete',
    path: PATH,
    summary: 'Signs a browser out',
    responses: { 204: { description: 'It is signed out, if it was signed in' }, ...problemResponses(401) },
  })
}

const SignedIn = component('SignedIn', z.object({ id: z.string(), alias: z.string(), language: z.string() }))
