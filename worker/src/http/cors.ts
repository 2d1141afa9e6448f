import type { MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'
import { toEvery } from './every-answer.ts'

/**
 * Where Google serves the HTML of Apps Script from; the long part differs for each script and reader. The origin of any
 * author's script looks like this, so it lets nobody in: whoever asks needs a token, and browsers add none by themselves.
 */
const SIDEBAR = /^https:\/\/n-[a-z\d]+(?:-0lu)?-script\.googleusercontent\.com$/

const promised = cors({
  origin: (origin) => origin,
  allowMethods: ['GET', 'POST', 'PATCH'],
  allowHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key', 'If-Match', 'Accept', 'Accept-Language'],
  exposeHeaders: ['ETag', 'X-Request-Id'],
  // The most that Chrome keeps.
  maxAge: 7_200,
})

/** The sidebar of a sheet asks from Google's address, other pages of ours from our own. Nobody else's page is promised anything. */
export const fromSheets: MiddlewareHandler = async (context, next) => {
  if (SIDEBAR.test(context.req.header('Origin') ?? '')) return promised(context, next)
  if (context.req.method === 'OPTIONS') return context.body(null, 204, { Vary: 'Origin' })
  toEvery(context, 'Vary', 'Origin')
  await next()
}
