import type { Language } from '#shared/i18n/language.ts'
import { callWorker, type Reply } from '../../pane/src/call-worker.ts'

const PATH = '/desk/session'
const OWN_PAGE = { 'X-Quayside': 'desk' }

/** Whoever is signed in here, as `GET /desk/session` tells. */
export interface SignedIn {
  readonly id: string
  readonly alias: string
  /** That of the browser where it wishes for one of ours, else the person's own. */
  readonly language: Language
  /** Whether the page about who may see what is for them. */
  readonly keepsAccess: boolean
}

/** Who is signed in, if anybody. The cookie itself no script can read. */
export const whoIsSignedIn = (wishes: string): Promise<Reply<SignedIn>> =>
  callWorker({ kind: 'session' }, PATH, { language: wishes })

/** Exchanges a token for a session; the one that this browser had ends. */
export const beginSession = (token: string, wishes: string): Promise<Reply<SignedIn>> =>
  callWorker({ kind: 'signed-in', token }, PATH, { method: 'POST', language: wishes, headers: OWN_PAGE, keep: true })

/** Ends the session here. What this window kept of it goes too. False when the Worker does not answer. */
export async function endSession(): Promise<boolean> {
  const response = await fetch(PATH, { method: 'DELETE', headers: OWN_PAGE }).catch(() => null)
  if (!response?.ok) return false
  sessionStorage.clear()
  return true
}
