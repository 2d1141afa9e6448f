import type { App, AppContext } from './app-types.ts'

/** Where Outlook may frame the pane: its web clients on every address Microsoft serves them from. */
const OUTLOOK_FRAMES = [
  'https://outlook.office.com',
  'https://outlook.office365.com',
  'https://outlook.cloud.microsoft',
  'https://*.cloud.microsoft',
  'https://outlook.live.com',
]

/** Nothing inline, nothing from elsewhere but Microsoft's own script (`office.js` and what it loads). */
const PANE_POLICY = [
  "default-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "script-src 'self' https://appsforoffice.microsoft.com https://ajax.aspnetcdn.com",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  `frame-ancestors 'self' ${OUTLOOK_FRAMES.join(' ')}`,
].join('; ')

/** The add-in's pages, and what they must know of this deployment. Sign-in windows that they open may answer them. */
export function mountPages(app: App, outlookClientId: string | null): void {
  app.get('/outlook/settings.json', (context) => {
    context.header('Cache-Control', 'no-store')
    context.header('X-Content-Type-Options', 'nosniff')
    return context.json({ clientId: outlookClientId })
  })
  app.get('/outlook/*', (context) =>
    page(context, context.req.path, {
      'Content-Security-Policy': PANE_POLICY,
      'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
    }),
  )
}

/** A static file with the headers of a page. */
export async function page(
  context: AppContext,
  path: string,
  own: Readonly<Record<string, string>>,
): Promise<Response> {
  const file = await context.env.ASSETS.fetch(new Request(new URL(path, context.req.url)))
  if (!file.ok) return context.notFound()
  const headers = new Headers(file.headers)
  for (const [name, value] of Object.entries(own)) headers.set(name, value)
  headers.set('Referrer-Policy', 'no-referrer')
  headers.set('X-Content-Type-Options', 'nosniff')
  return new Response(file.body, { status: file.status, headers })
}
