import { createMiddleware } from 'hono/factory'
import { HttpProblem } from '../../../worker/src/http/problem.ts'

/** A door behind this answers this machine alone, and only the workbench's own pages. */
export const ownPagesOnly = createMiddleware(async (context, next) => {
  const { host, protocol } = new URL(context.req.url)
  const asked = context.req.header('Host') ?? host
  const origin = context.req.header('Origin')
  const own = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(asked)
  if (!own || (origin !== undefined && origin !== `${protocol}//${asked}`)) throw new HttpProblem('not_found')
  await next()
  context.header('Cache-Control', 'no-store')
})
