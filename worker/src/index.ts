import { ulid } from 'ulid'
import { createApp } from './app.ts'
import type { Env } from './env.ts'

/** The production Worker. Its issuers are Microsoft and Google; the workbench's local one is not part of it. */
const app = createApp({ now: Date.now, newId: ulid, issuers: [], version: '0.1.0' })

export default {
  fetch: (request, env, context) => app.fetch(request, env, context),
} satisfies ExportedHandler<Env>
