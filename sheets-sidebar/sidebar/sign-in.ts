import type { SignIn } from '../../pane/src/call-worker.ts'
import type { Call } from './host.ts'

/** Renewed this long before it ends, so that no request sets out with a token that ends on its way. */
const EARLY_MS = 5 * 60_000
/** Of a token that does not say when it ends. */
const USUAL_MS = 30 * 60_000

/** Google's identity token of the person, asked of the script anew when it is about to end, or when `prompt` says so. */
export function tokenKeeper(call: Call, now: () => number): (options: { readonly prompt: boolean }) => Promise<SignIn> {
  let kept: { readonly token: string; readonly until: number } | null = null
  return async ({ prompt }) => {
    if (kept && !prompt && now() < kept.until) return { kind: 'signed-in', token: kept.token }
    kept = null
    try {
      const token = await call('identityToken')
      if (token === null) return { kind: 'signed-out', code: NOT_AGREED }
      kept = { token, until: endOf(token, now()) - EARLY_MS }
      return { kind: 'signed-in', token }
    } catch {
      return { kind: 'no-answer' }
    }
  }
}

/** Google gives no token to a script that the person has not allowed to know them. */
const NOT_AGREED = 401

/** When a token ends (ms UTC), as it says itself. Whether it is true is for the Worker to find out. */
function endOf(token: string, now: number): number {
  try {
    const claims = JSON.parse(atob((token.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/')))
    return typeof claims.exp === 'number' ? claims.exp * 1000 : now + USUAL_MS
  } catch {
    return now + USUAL_MS
  }
}
