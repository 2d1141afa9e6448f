import { decodeJwt } from 'jose'
import type { Issuer } from './issuer.ts'
import { type Identity, verifyToken } from './verify.ts'

/** As long as keys of an issuer are taken for good; a token is known no longer than it holds. */
const KNOWN_MS = 5 * 60_000

/** Everybody of some firms; what is forgotten is only looked at once more. */
const KNOWN_MAX = 1_000

/**
 * Who a bearer token speaks for, as {@link verifyToken} says. A pane asks with the same token for an hour, and to check its
 * signature costs more than to draw what it asks for: one that was found good is known by its whole text for some minutes.
 * What it may do is read from the database each time.
 */
export function knownTokens(issuers: readonly Issuer[]): (token: string) => Promise<Identity | null> {
  const known = new Map<string, { readonly identity: Identity; readonly until: number }>()
  return async (token) => {
    const now = Date.now()
    const before = known.get(token)
    if (before && now < before.until) return before.identity
    const identity = await verifyToken(token, issuers)
    if (identity) {
      if (known.size >= KNOWN_MAX) known.clear()
      known.set(token, { identity, until: Math.min(now + KNOWN_MS, Number(decodeJwt(token).exp) * 1000) })
    }
    return identity
  }
}
