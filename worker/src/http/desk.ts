import { DESK_HOME, listAt, pageAt, recordAt } from '#shared/desk/path.ts'
import type { Issuer } from '../identity/issuer.ts'
import type { App } from './app-types.ts'
import { HEADERS, OF_MAIL, UNKEPT } from './desk-headers.ts'
import { page } from './pages.ts'

/** Who can be signed in by a page of ours. Microsoft's and Google's own sign-in for browsers is to come. */
const IN_BROWSERS: ReadonlySet<Issuer['name']> = new Set(['local'])

/** The desk's pages: one file for each kind, which reads in its own address what to show. */
export function mountDesk(app: App, issuers: readonly Issuer[]): void {
  const signIn = issuers.map(({ name }) => name).filter((name) => IN_BROWSERS.has(name))
  app.get('/desk', (context) => context.redirect(DESK_HOME, 308))
  app.get('/desk/settings.json', (context) => context.json({ signIn }, 200, { 'Cache-Control': 'no-store' }))
  app.get('/desk/*', async (context) => {
    const { path } = context.req
    const own = pageAt(path)
    if (own) return page(context, `/desk/${own}.html`, own === 'mail' ? OF_MAIL : UNKEPT)
    const isFile = /\.\w+$/.test(path)
    const file = await (isFile ? page(context, path, HEADERS) : page(context, '/desk/desk.html', UNKEPT))
    // A mistyped address is no page, but whoever typed it is told so by one.
    return isFile || recordAt(path) !== undefined || listAt(path) !== undefined
      ? file
      : new Response(file.body, { status: 404, headers: file.headers })
  })
}
