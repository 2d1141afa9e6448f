import { OpenAPIHono } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import { acceptedLanguage } from '#shared/i18n/language.ts'
import type { KeptFiles } from './files/files.ts'
import { mountAccess } from './http/access.ts'
import { mountActions } from './http/actions.ts'
import type { App, AppContext, AppEnv } from './http/app-types.ts'
import { authenticate } from './http/authenticate.ts'
import { mountBoard } from './http/board.ts'
import { fromSheets } from './http/cors.ts'
import { mountDefinitions } from './http/definitions.ts'
import { mountDesk } from './http/desk.ts'
import { toEvery } from './http/every-answer.ts'
import { logFailure } from './http/failure.ts'
import { mountFiles } from './http/files.ts'
import { mountGmail } from './http/gmail.ts'
import { mountHealth } from './http/health.ts'
import { HOOKS, hookDoors, mountHooks } from './http/hooks.ts'
import { mountInstall } from './http/install.ts'
import { MAILS, mountMails } from './http/mails.ts'
import { mountPages } from './http/pages.ts'
import { mountPanel } from './http/panel.ts'
import { mountPanelLayout } from './http/panel-layout.ts'
import { mountPrivacy } from './http/privacy.ts'
import { HttpProblem, problemResponse } from './http/problem.ts'
import { mountRecords } from './http/records.ts'
import { mountSearch } from './http/search.ts'
import { mountSessions } from './http/sessions.ts'
import { mountSheets, PUSHES } from './http/sheets.ts'
import { mountStaff } from './http/staff.ts'
import { mountTemplates, TEMPLATES } from './http/templates.ts'
import type { GoogleSettings } from './identity/google.ts'
import type { Issuer } from './identity/issuer.ts'
import { sessionCookie } from './identity/session.ts'
import { ErasedPerson, openDatabase } from './store/database.ts'

/** What differs between the places the app runs in. */
export interface Ports {
  /** ms UTC. */
  readonly now: () => number
  /** A new ULID. */
  readonly newId: () => string
  readonly issuers: readonly Issuer[]
  readonly version: string
  /** Where people reach the app, `https://…` without a path, when requests do not tell: behind a proxy. */
  readonly origin?: string
  /** Where the Gmail add-on is installed. */
  readonly google?: GoogleSettings
  /** The application in whose name the Outlook pane asks Microsoft for tokens. */
  readonly outlookClientId?: string
  /** Where files lie; without it there are none. */
  readonly files?: KeptFiles
  /** Another host of this Worker, `https://…`, that opens files: whatever is in one is then of no origin of ours. */
  readonly filesOrigin?: string
  /** Tells each answer's database figures in `Server-Timing`; for the workbench and the tests. */
  readonly tellFigures?: true
}

/** Larger bodies are refused before they are read: a panel request is headers of one mail. */
const BODY_MAX_BYTES = 256 * 1024
/** Five hundred rows of a sheet, with what was in their cells and what is there now; a firm's own template. */
const LARGE_MAX_BYTES = 2 * 1024 * 1024
const LARGE: ReadonlySet<string> = new Set([PUSHES, TEMPLATES])

/** The whole application: what is mounted where, who may pass, and the one place where errors are answered. */
export function createApp(ports: Ports): App {
  const app: App = new OpenAPIHono<AppEnv>()

  app.use(async (context, next) => {
    context.set('requestId', ports.newId())
    context.set('now', ports.now())
    context.set('newId', ports.newId)
    context.set('origin', ports.origin ?? new URL(context.req.url).origin)
    context.set('files', ports.files ?? null)
    context.set('filesOrigin', ports.filesOrigin ?? context.var.origin)
    context.set('language', acceptedLanguage(context.req.header('Accept-Language')) ?? 'en')
    context.set('database', openDatabase(context.env.DB))
    context.set('afterwards', (work) => {
      context.executionCtx.waitUntil(work.catch((error: unknown) => logFailure(error, context)))
    })
    toEvery(context, 'X-Request-Id', context.get('requestId'))
    await next()
    if (ports.tellFigures) toEvery(context, 'Server-Timing', figuresOf(context))
  })
  for (const path of ['/v1/*', '/desk/session/*', HOOKS]) app.use(path, unkept)
  app.use('/v1/*', fromSheets)
  app.use('/v1/*', authenticate(ports.issuers))
  const [limited, widely] = [limitedTo(BODY_MAX_BYTES), limitedTo(LARGE_MAX_BYTES)]
  for (const path of ['/v1/*', '/gmail/*', HOOKS]) {
    app.use(path, (context, next) => {
      // A mail is counted while it is read, into the one place where it is held.
      if (context.req.path === MAILS) return next()
      return (LARGE.has(context.req.path) ? widely : limited)(context, next)
    })
  }

  mountHealth(app, ports.version)
  mountPanel(app)
  mountPanelLayout(app)
  mountActions(app)
  mountRecords(app)
  mountBoard(app)
  mountSearch(app)
  mountAccess(app)
  mountStaff(app)
  mountPrivacy(app)

  mountDefinitions(app)
  mountSheets(app)
  mountHooks(app)
  if (ports.files) {
    mountFiles(app, ports.files)
    mountTemplates(app, ports.files)
    mountMails(app, ports.files)
  }
  mountSessions(app, ports.issuers)
  if (ports.google) mountGmail(app, ports.google)
  mountPages(app, ports.outlookClientId ?? null)
  mountDesk(app, ports.issuers)
  mountInstall(app, ports.outlookClientId ?? null)
  mountDescription(app, ports.version)

  app.notFound((context) => answerError(new HttpProblem('not_found'), context))
  app.onError((error, context) => answerError(error, context))
  return app
}

/** What is told to somebody is theirs alone, and nothing else than it says it is. */
const unkept = createMiddleware<AppEnv>(async (context, next) => {
  toEvery(context, 'Cache-Control', 'no-store')
  toEvery(context, 'X-Content-Type-Options', 'nosniff')
  await next()
})

const limitedTo = (maxSize: number) =>
  bodyLimit({ maxSize, onError: () => Promise.reject(new HttpProblem('too_large')) })

function mountDescription(app: App, version: string): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' })
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', SESSION)
  const security: Record<string, string[]>[] = [{ bearer: [] }, { session: [] }]
  const about = { openapi: '3.1.0', info: { title: 'Quayside', version }, security }
  let description: object | undefined
  app.get('/openapi.json', async (context) => {
    const [{ describeRoutes }, { describeHooks }] = await Promise.all([import('./http/description.ts'), hookDoors()])
    if (!description) {
      describeRoutes(app.openAPIRegistry)
      describeHooks(app.openAPIRegistry)
      description = app.getOpenAPI31Document(about)
    }
    return context.json(description)
  })
}

/** The desk's, for requests of its own pages alone: see `identity/session.ts`. */
const SESSION = { type: 'apiKey', in: 'cookie', name: sessionCookie('https:').name } as const

/** Expected trouble is an {@link HttpProblem}. The rest is ours: logged by class and place, answered without detail. */
function answerError(error: Error, context: AppContext): Response {
  const { requestId, language } = context.var
  if (error instanceof HttpProblem) return problemResponse(error, language, requestId)
  if (error instanceof ErasedPerson)
    return answerError(new HttpProblem('erased', undefined, { erasedAt: error.erasedAt }), context)
  if (error instanceof HTTPException && error.status < 500) {
    return problemResponse(new HttpProblem('malformed'), language, requestId)
  }
  logFailure(error, context)
  return problemResponse(new HttpProblem('failed'), language, requestId)
}

function figuresOf(context: AppContext): string {
  const { trips, rowsRead, rowsWritten } = context.var.database.figures
  return `d1;desc="trips=${trips} read=${rowsRead} written=${rowsWritten}"`
}
