import { DESK_BOARD, DESK_HOME, DESK_PRIVACY, recordAt } from '#shared/desk/path.ts'
import type { Issuer } from '../identity/issuer.ts'
import type { App } from './app-types.ts'
import { page } from './pages.ts'

/** A page that nobody frames and that takes nothing from elsewhere. */
const HEADERS = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

/** Nor does a browser keep it whole: who goes back after somebody has signed out finds nobody's file. */
const UNKEPT = { ...HEADERS, 'Cache-Control': 'no-store' }

/** Who can be signed in by a page of ours. Microsoft's and Google's own sign-in for browsers is to come. */
const IN_BROWSERS: ReadonlySet<Issuer['name']> = new Set(['local'])

/** The desk's pages: one file for the board, one for people's data and one for all others, which reads in its own address what to show. */
export function mountDesk(app: App, issuers: readonly Issuer[]): void {
  const signIn = issuers.map(({ name }) => name).filter((name) => IN_BROWSERS.has(name))
  app.get('/desk', (context) => context.redirect(DESK_HOME, 308))
  app.get('/desk/settings.json', (context) => context.json({ signIn }, 200, { 'Cache-Control': 'no-store' }))
  app.get(DESK_BOARD, (context) => page(context, '/desk/board.html', UNKEPT))
  app.get(DESK_PRIVACY, (context) => page(context, '/desk/privacy.html', UNKEPT))
  app.get('/desk/*', async (context) => {
    const { path } = context.req
    const isFile = /\.\w+$/.test(path)
    const file = await (isFile ? page(context, path, HEADERS) : page(context, '/desk/desk.html', UNKEPT))
    // A mistyped address is no page, but whoever typed it is told so by one.
    return isFile || recordAt(path) !== undefined
      ? file
      : new Response(file.body, { status: 404, headers: file.headers })
  })
}
