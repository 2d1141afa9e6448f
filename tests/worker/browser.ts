import { createExecutionContext, env, waitOnExecutionContext } from 'cloudflare:test'
import type { App } from '../../worker/src/http/app-types.ts'
import { app } from './firm.ts'

export const ORIGIN = 'https://quayside.example'

/** What a browser sends along when a page of this origin asks for something. */
export const OWN_PAGE = { 'Sec-Fetch-Site': 'same-origin', Origin: ORIGIN, 'X-Quayside': 'desk' } as const

interface Request {
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** A browser: it keeps the cookie it is given, and sends it with whatever is asked. */
export function aBrowser({
  origin = ORIGIN,
  through = app,
}: {
  readonly origin?: string
  readonly through?: App
} = {}) {
  let cookie: string | null = null
  async function ask(method: string, path: string, { body, headers = {} }: Request = {}): Promise<Response> {
    const execution = createExecutionContext()
    const response = await through.request(
      origin + path,
      {
        method,
        headers: {
          'Accept-Language': 'en',
          ...(cookie === null ? {} : { Cookie: cookie }),
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      },
      { DB: env.DB, ASSETS: undefined as never },
      execution,
    )
    await waitOnExecutionContext(execution)
    const given = response.headers.get('Set-Cookie')
    if (given !== null) cookie = /Max-Age=0/.test(given) ? null : (given.split(';')[0] ?? null)
    return response
  }
  return {
    ask,
    /** Asks as a page of the desk does. */
    fromPage: (method: string, path: string, { headers, ...rest }: Request = {}) =>
      ask(method, path, { ...rest, headers: { ...OWN_PAGE, ...headers } }),
    signIn: (token: string) =>
      ask('POST', '/desk/session', { headers: { ...OWN_PAGE, Authorization: `Bearer ${token}` } }),
    signOut: () => ask('DELETE', '/desk/session', { headers: OWN_PAGE }),
    get cookie() {
      return cookie
    },
    /** Has the browser send this one from now on. */
    keep(other: string | null) {
      cookie = other
    },
  }
}
