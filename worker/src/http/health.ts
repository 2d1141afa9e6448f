import { createRoute, z } from '@hono/zod-openapi'
import type { App } from './app-types.ts'

const Health = z.object({
  ok: z.boolean(),
  version: z.string(),
  /** ms UTC of the last cron tick; null before the first. */
  lastTickAt: z.int().nullable(),
  /** Mails waiting to be sent. */
  queued: z.int(),
})

/** Whether the service is up. No sign-in, no data. */
export function mountHealth(app: App, version: string): void {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/health',
      summary: 'Whether the service is up',
      security: [],
      responses: { 200: { description: 'It is', content: { 'application/json': { schema: Health } } } },
    }),
    (context) => context.json({ ok: true, version, lastTickAt: null, queued: 0 }, 200),
  )
}
