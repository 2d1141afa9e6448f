import { type Context, Hono } from 'hono'
import type { JWK } from 'jose'
import { acceptedLanguage } from '#shared/i18n/language.ts'
import { createApp } from '../../worker/src/app.ts'
import { r2Files } from '../../worker/src/files/r2.ts'
import { HttpProblem, problemResponse } from '../../worker/src/http/problem.ts'
import { localIssuer } from '../../worker/src/identity/local.ts'
import { newId } from '../../worker/src/new-id.ts'
import { clockNow, loadClock } from './local/clock.ts'
import { doors, type LocalEnv } from './local/doors.ts'
import { draftDoor } from './local/draft-door.ts'
import { gmailDoor, type Production } from './local/gmail-door.ts'
import { localGoogle } from './local/google.ts'
import { jobsDoors } from './local/jobs-doors.ts'

/**
 * The workbench's entry: the real application with the local issuer and the demo's clock, and around
 * it the stage (mailbox page, stand-in host, `/local/*`). It is never deployed; the production entry
 * is `worker/src/index.ts` and imports nothing from here.
 */
const workbench = new Hono<{ Bindings: LocalEnv }>()

workbench.use(async (context, next) => {
  await loadClock(context.env.LOCAL)
  await next()
})

doors.post('/gmail', gmailDoor(production))
doors.get('/gmail/drafts/:id', draftDoor)
doors.route('/', jobsDoors)
workbench.route('/local', doors)

workbench.get('/', (context) => context.env.ASSETS.fetch(new URL('/workbench/index.html', context.req.url)))
workbench.get('/workbench/*', (context) => context.env.ASSETS.fetch(new Request(context.req.url)))

/** The real page, with the stand-in in the place of Microsoft's script: there is no Outlook here to answer it. */
workbench.get('/outlook/pane.html', async (context) => {
  const page = await production(context).app.fetch(context.req.raw, context.env, context.executionCtx)
  const html = (await page.text()).replace(
    'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
    '/workbench/office.js',
  )
  return new Response(html, { status: page.status, headers: page.headers })
})

workbench.all('*', (context) => production(context).app.fetch(context.req.raw, context.env, context.executionCtx))

workbench.onError((error, context) => {
  const problem = error instanceof HttpProblem ? error : new HttpProblem('failed')
  if (problem !== error) console.error(error)
  return problemResponse(problem, acceptedLanguage(context.req.header('Accept-Language')) ?? 'en', newId())
})

let made: Production<LocalEnv> | undefined

/** The application, made once the keys are known and the address under which the workbench is open. */
function production({ env, req }: Context<{ Bindings: LocalEnv }>): Production<LocalEnv> {
  const { origin } = new URL(req.url)
  made ??= {
    origin,
    app: createApp({
      now: clockNow,
      newId,
      issuers: [localIssuer(publicPart(JSON.parse(env.LOCAL_KEY) as JWK))],
      version: '0.1.0',
      google: localGoogle(env, origin),
      files: r2Files(env.FILES),
      tellFigures: true,
    }),
  }
  return made
}

const publicPart = ({ kty, n, e, kid }: JWK): JWK => ({ kty, n, e, kid, alg: 'RS256' }) as JWK

export default workbench
