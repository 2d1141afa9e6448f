import { ulid } from 'ulid'
import { createApp } from './app.ts'
import type { Env } from './env.ts'
import { runJobs } from './jobs/jobs.ts'

/** The production Worker. Its issuers are Microsoft and Google; the workbench's local one is not part of it. */
const app = createApp({ now: Date.now, newId: ulid, issuers: [], version: '0.1.0' })

export default {
  fetch: (request, env, context) => app.fetch(request, env, context),
  /** Every minute. No way to send mail is installed yet: what is owed is written down, and waits. */
  scheduled: async (_, env) => void (await runJobs(env.DB, { now: Date.now, random: Math.random })),
} satisfies ExportedHandler<Env>
