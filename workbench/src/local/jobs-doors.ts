import { Hono } from 'hono'
import { runJobs } from '../../../worker/src/jobs/jobs.ts'
import { newId } from '../../../worker/src/new-id.ts'
import { openDatabase } from '../../../worker/src/store/database.ts'
import { nextTimers } from '../../../worker/src/store/due.ts'
import { clockNow } from './clock.ts'
import { keptMails, localMail } from './local-mail.ts'

/** What the cron trigger would do, by hand: the workbench does not tick by itself. And what came of it. */
export const jobsDoors = new Hono<{ Bindings: { readonly DB: D1Database; readonly LOCAL: D1Database } }>()

jobsDoors.get('/outbox', async (context) => context.json({ mails: await keptMails(context.env.LOCAL) }))

jobsDoors.post('/tick', async (context) => {
  const { DB, LOCAL } = context.env
  const mail = { provider: localMail(LOCAL), origin: new URL(context.req.url).origin }
  return context.json(await runJobs(DB, { now: clockNow, random: Math.random, newId, mail }))
})

jobsDoors.get('/timers', async (context) => {
  const [timers = []] = await openDatabase(context.env.DB).batch([nextTimers({})])
  return context.json({ timers })
})
