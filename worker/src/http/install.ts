import { iconName, OUTLINE } from '../../../manifests/icons.ts'
import type { App, AppContext } from './app-types.ts'
import { HttpProblem } from './problem.ts'

/** Nothing runs on it, and nothing comes from elsewhere. */
const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/**
 * What an administrator installs: a page that says where each file goes, and the files, made for the address under which
 * they are asked for and for the firm's app registration at Microsoft, if it has one. They are public and hold no data.
 * How they are made is loaded when somebody asks.
 */
export function mountInstall(app: App, clientId: string | null): void {
  const texts = async (context: AppContext) => {
    const { manifestTexts } = await import('../../../manifests/manifests.ts')
    return manifestTexts(await installation(context, clientId))
  }
  const textFile = (name: 'outlook.xml' | 'gmail-deployment.json' | 'appsscript.json', type: string) =>
    app.get(`/install/${name}`, async (context) =>
      download(context, name, `${type}; charset=utf-8`, (await texts(context))[name]),
    )

  app.get('/install', (context) => context.redirect('/install/', 308))
  app.get('/install/', async (context) => {
    const { installPage } = await import('./install-page.ts')
    const { protocol, host } = new URL(context.req.url)
    const settings = await installation(context, clientId)
    context.header('Content-Security-Policy', PAGE_POLICY)
    context.header('Vary', 'Accept-Language')
    asFile(context)
    const plain = protocol === 'http:' && settings.origin === `https://${host}`
    return context.html(installPage(settings, context.var.language, { plain }))
  })

  textFile('outlook.xml', 'application/xml')
  textFile('gmail-deployment.json', 'application/json')
  textFile('appsscript.json', 'application/json')
  app.get('/install/outlook.zip', async (context) => {
    const { COLOUR_SIZE, outlookZip } = await import('../../../manifests/outlook-zip.ts')
    const icons = { color: await icon(context, iconName(COLOUR_SIZE)), outline: await icon(context, OUTLINE) }
    return download(context, 'outlook.zip', 'application/zip', outlookZip(await texts(context), icons))
  })

  app.get('/install/page.css', (context) => asset(context))
  // Outlook and Google keep icons, and must be allowed to.
  app.get('/icons/*', (context) => asset(context, 'public, max-age=86400'))
}

/** The installation that the request reached. Only what the platform says of the address counts, no header of a proxy. */
async function installation({ env, req }: AppContext, clientId: string | null) {
  const { settingsFor, settingsProblems } = await import('../../../manifests/settings.ts')
  // Whoever ends TLS before the Worker calls it by http: outside it is https, for neither Outlook nor Google take less.
  const origin = env.ORIGIN?.trim() || new URL(`https://${new URL(req.url).host}`).origin
  const settings = settingsFor(origin, { clientId })
  if (settingsProblems(settings, { local: true }).length > 0) throw new HttpProblem('not_found')
  return settings
}

function download(context: AppContext, name: string, type: string, body: string | Uint8Array<ArrayBuffer>): Response {
  asFile(context)
  context.header('Content-Type', type)
  context.header('Content-Disposition', `attachment; filename="${name}"`)
  return context.body(body)
}

/** Asked for anew each time: another version of the Worker may make another file. */
function asFile(context: AppContext): void {
  context.header('Cache-Control', 'no-cache')
  context.header('X-Content-Type-Options', 'nosniff')
}

async function asset(context: AppContext, keep = 'no-cache'): Promise<Response> {
  const file = await context.env.ASSETS.fetch(new Request(context.req.url))
  if (!file.ok) return context.notFound()
  const headers = new Headers(file.headers)
  headers.set('Cache-Control', keep)
  headers.set('X-Content-Type-Options', 'nosniff')
  return new Response(file.body, { headers })
}

async function icon({ env, req }: AppContext, name: string): Promise<Uint8Array<ArrayBuffer>> {
  const file = await env.ASSETS.fetch(new URL(`/icons/${name}`, req.url))
  if (!file.ok) throw new Error(`the icon ${name} is not among the assets`)
  return new Uint8Array(await file.arrayBuffer())
}
