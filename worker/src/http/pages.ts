import type { App } from './app-types.ts'

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

/** The add-in's pages: static files with the headers a framed page needs, and what they must know of this deployment. */
export function mountPages(app: App, { outlookClientId = null }: { readonly outlookClientId?: string | null }): void {
  app.get('/outlook/settings.json', (context) => {
    context.header('Cache-Control', 'no-store')
    context.header('X-Content-Type-Options', 'nosniff')
    return context.json({ clientId: outlookClientId })
  })
  app.get('/outlook/*', async (context) => {
    const file = await context.env.ASSETS.fetch(new Request(context.req.url))
    const headers = new Headers(file.headers)
    headers.set('Content-Security-Policy', PANE_POLICY)
    headers.set('Cross-Origin-Opener-Policy', 'same-origin-allow-popups')
    headers.set('Referrer-Policy', 'no-referrer')
    headers.set('X-Content-Type-Options', 'nosniff')
    return file.ok ? new Response(file.body, { status: file.status, headers }) : context.notFound()
  })
}
