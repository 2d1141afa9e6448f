import type { SignIn } from '../../pane/src/call-worker.ts'
import { within } from '../../pane/src/within.ts'
import { type Host, PROMPT_MS, SILENT_MS } from './host.ts'
import type { Nested } from './nested-app.ts'

/**
 * The one place tokens come from. Office keeps and renews them, so each request asks anew and nothing is stored here.
 * Outlook's own sign-in comes first, where Outlook and the Worker know of it; else the older way. `told` hears, once,
 * that the account is not the mailbox's: of several accounts Outlook may take another one.
 */
export function signingIn(
  host: Host,
  told: (account: string, mailbox: string) => void,
): (options: { readonly prompt: boolean }) => Promise<SignIn> {
  let application: ReturnType<typeof loadApplication> | undefined
  let compared = false

  return async ({ prompt }) => {
    const nested = await nestedAnswer(prompt)
    if (nested.kind === 'ask') return { kind: 'signed-out', code: nested.code }
    if (nested.kind === 'unable') return olderWay(host, prompt)
    if (!compared) compare(nested.accounts)
    return { kind: 'signed-in', token: nested.token }
  }

  async function nestedAnswer(prompt: boolean): Promise<Nested> {
    if (!host.signsInNested) return { kind: 'unable' }
    try {
      application ??= loadApplication()
      const ask = await application
      return ask ? await ask(prompt) : { kind: 'unable' }
    } catch {
      // The part, the settings or Outlook did not answer. They may the next time.
      application = undefined
      return { kind: 'unable' }
    }
  }

  function compare(accounts: readonly string[]): void {
    compared = true
    const mailbox = host.account()
    const [account] = accounts
    if (!account || !mailbox || accounts.some((one) => one.toLowerCase() === mailbox.toLowerCase())) return
    told(account, mailbox)
  }
}

/** Null where the Worker names no application of its own. */
async function loadApplication(): Promise<((prompt: boolean) => Promise<Nested>) | null> {
  const answer = await within(SILENT_MS, fetch('/outlook/settings.json'))
  const { clientId }: { clientId: string | null } = await answer.json()
  if (clientId === null) return null
  const { nestedApp } = await import('./nested-app.ts')
  const ask = await within(SILENT_MS, nestedApp(clientId))
  return (prompt) => within(prompt ? PROMPT_MS : SILENT_MS, ask(prompt))
}

async function olderWay(host: Host, prompt: boolean): Promise<SignIn> {
  try {
    return { kind: 'signed-in', token: await host.accessToken({ prompt }) }
  } catch (error) {
    const code = codeOf(error)
    return code !== null && !PASSING.has(code) ? { kind: 'signed-out', code } : { kind: 'no-answer' }
  }
}

/** Troubles that signing in would not end: 13006 Office failed, 13008 it is still busy with the last call. */
const PASSING: ReadonlySet<number> = new Set([13006, 13008])

function codeOf(error: unknown): number | null {
  return typeof error === 'object' && error && 'code' in error && typeof error.code === 'number' ? error.code : null
}
