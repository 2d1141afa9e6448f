import { getCookie } from 'hono/cookie'
import type { AppContext } from '../http/app-types.ts'
import { sha256 } from '../sha256.ts'

/**
 * A browser signed in at the desk: a cookie with a random token, of which only the hash is stored. A browser sends a
 * cookie for whatever page asks it to, so one counts only when the request proves to come from a page of ours.
 */

/** The cookie's name and manner. `__Host-`: of this very host, for all of it, over https alone. */
export function sessionCookie(origin: string) {
  const secure = origin.startsWith('https:')
  return {
    name: secure ? '__Host-quayside' : 'quayside',
    options: { path: '/', httpOnly: true, sameSite: 'Lax', secure } as const,
  }
}

/** A new token: 256 bits of chance, in base64url. */
export function newSessionToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '')
}

/** What is stored of a token: a stolen database opens no door. */
export const sessionHash = sha256

/** The hash of the session a request may use; null when it has none, or when any page could have sent it. */
export async function sessionOf(context: AppContext): Promise<string | null> {
  const token = getCookie(context, sessionCookie(context.var.origin).name)
  return token && /^[\w-]{43}$/.test(token) && isOfOwnPage(context) ? sessionHash(token) : null
}

/**
 * Whether a page of our own origin asks, by what a browser lets no page choose: `Sec-Fetch-Site`, and where it is not
 * sent `Origin`. What changes something needs a header besides that a form cannot send, nor another origin unasked.
 */
export function isOfOwnPage({ req, var: { origin } }: AppContext): boolean {
  const site = req.header('Sec-Fetch-Site')
  const asker = req.header('Origin')
  if (asker !== undefined && asker !== origin) return false
  if (site === undefined ? asker === undefined : site !== 'same-origin') return false
  return req.method === 'GET' || req.method === 'HEAD' || req.header('X-Quayside') === 'desk'
}
