import { createApp } from './app.ts'
import type { Env } from './env.ts'
import { r2Files } from './files/r2.ts'
import { newId } from './new-id.ts'
import { readSettings } from './settings.ts'
import { signInBy } from './sign-in.ts'

/** The production Worker. Its issuers are Microsoft and Google; the workbench's local one is not part of it. */
function production(env: Env) {
  const { settings, wrong } = readSettings(env)
  for (const problem of wrong) console.error(`Settings: ${problem}`)
  const openCache = () => caches.open('issuer-keys')
  return createApp({
    now: Date.now,
    newId,
    version: '0.1.0',
    ...(env.FILES && { files: r2Files(env.FILES) }),
    ...signInBy(settings, { now: Date.now, openCache }),
  })
}

let app: ReturnType<typeof production> | undefined

export default {
  fetch(request, env, context) {
    app ??= production(env)
    return app.fetch(request, env, context)
  },
  /** Every minute. No way to send mail is installed yet: what is owed is written down, and waits. */
  async scheduled(_, env) {
    const { runJobs } = await import('./jobs/jobs.ts')
    const files = env.FILES && { files: r2Files(env.FILES) }
    await runJobs(env.DB, { now: Date.now, random: Math.random, newId, ...files })
  },
} satisfies ExportedHandler<Env>
