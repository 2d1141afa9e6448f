import type { Role } from '#shared/trade/user.ts'
import type { HostError } from '../outlook/protocol.ts'

/** A member of the demo firm, as `GET /local/staff` names them. */
export interface Staff {
  readonly email: string
  /** In Chinese. */
  readonly name: string
  /** As buyers know them. */
  readonly alias: string
  readonly roles: readonly Role[]
  readonly team: string | null
}

/** The part of an address before the @, by which the page's own address names a person. */
export const loginOf = ({ email }: Staff): string => email.slice(0, email.indexOf('@'))

/** Nobody when the Worker does not answer: mails can be read without it. */
export async function loadStaff(): Promise<Staff[]> {
  try {
    const response = await fetch('/local/staff')
    if (!response.ok) return []
    const { staff } = (await response.json()) as { staff: Staff[] }
    return staff
  } catch {
    return []
  }
}

/** Short enough to be well within a token's life. */
const TOKEN_KEPT_MS = 10 * 60_000

interface Tokens {
  /** A token for this person. Rejects with a {@link HostError}. With `anew` an earlier one is not used again. */
  tokenFor(email: string, options: { readonly anew: boolean }): Promise<string>
}

/** Tokens are kept for a while, as Office keeps them: a pane asks for one before each of its requests. */
export function localTokens(): Tokens {
  const kept = new Map<string, Promise<string>>()
  return {
    tokenFor(email, { anew }) {
      const known = anew ? undefined : kept.get(email)
      if (known) return known
      const token = signIn(email)
      const forget = () => {
        if (kept.get(email) === token) kept.delete(email)
      }
      kept.set(email, token)
      token.then(() => setTimeout(forget, TOKEN_KEPT_MS), forget)
      return token
    },
  }
}

async function signIn(email: string): Promise<string> {
  const response = await fetch('/local/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email }),
  }).catch(() => null)
  if (response?.ok) return ((await response.json()) as { token: string }).token
  // 13001: no such person here; 13006: the host itself failed, trying again may help.
  throw response && response.status < 500
    ? hostError(13001, 'UserNotSignedIn', `Nobody here is called ${email}.`)
    : hostError(13006, 'ClientError', 'The Worker did not answer the sign-in.')
}

export const hostError = (code: number, name: string, message: string): HostError => ({ code, name, message })
