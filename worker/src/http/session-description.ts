import { createRoute, z } from '@hono/zod-openapi'
import type { App } from './app-types.ts'
import { component } from './component.ts'
import { problemResponses } from './openapi.ts'

const SESSION = '/desk/session'

/** The routes of signing in and out at the desk, for `/openapi.json`. */
export function describeSessions(registry: App['openAPIRegistry']): void {
  const schema = component(
    'SignedIn',
    z.object({
      id: z.string(),
      alias: z.string(),
      language: z.string(),
      keepsAccess: z.boolean().describe('Whether who may see what is theirs to look after'),
    }),
  )
  const who = { description: 'Who is signed in', content: { 'application/json': { schema } } }
  registry.registerPath(
    createRoute({
      method: 'post',
      path: SESSION,
      summary: 'Signs a browser in: exchanges a bearer token for a session cookie',
      responses: { 200: who, ...problemResponses(401) },
    }),
  )
  registry.registerPath(
    createRoute({
      method: 'get',
      path: SESSION,
      summary: 'Who is signed in',
      responses: { 200: who, ...problemResponses(401) },
    }),
  )
  registry.registerPath(
    createRoute({
      method: 'delete',
      path: SESSION,
      summary: 'Signs a browser out',
      responses: { 204: { description: 'It is signed out, if it was signed in' }, ...problemResponses(401) },
    }),
  )
}
