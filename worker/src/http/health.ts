import { createRoute, z } from '@hono/zod-openapi'
import { health } from '../store/health.ts'
import type { App } from './app-types.ts'
import { logFailure } from './failure.ts'

const Health = z.object({
  ok: z.boolean(),
  version: z.string(),
  /** ms UTC of the last cron tick; null before the first. */
  lastTickAt: z.int().nullable(),
  /** Mails waiting to be sent, counted up to 1,000; null when the database does not answer. */
  queued: z.int().nullable(),
})

/** Whether the service is up, its database included. No sign-in, no data. */
export function mountHealth(app: App, version: string): void {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/health',
      summary: 'Whether the service is up',
      security: [],
      responses: {
        200: { description: 'It is', content: { 'application/json': { schema: Health } } },
        503: { description: 'It is not: `ok` is false', content: { 'application/json': { schema: Health } } },
      },
    }),
    async (context) => {
      try {
        const [[row] = []] = await context.var.database.batch([health({})])
        const lastTickAt = row?.at === null || row?.at === undefined ? null : Number(row.at)
        return context.json({ ok: true, version, lastTickAt, queued: Number(row?.queued) }, 200)
      } catch (error) {
        logFailure(error, context)
        return context.json({ ok: false, version, lastTickAt: null, queued: null }, 503)
      }
    },
  )
}
