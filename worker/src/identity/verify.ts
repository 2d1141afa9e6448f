import { decodeJwt, type JWTPayload, jwtVerify } from 'jose'
import type { Issuer } from './issuer.ts'

/** What a signature must be, whatever the token's header says of itself. */
export const SIGNATURE = { algorithms: ['RS256'] }

/** How far the clocks of issuer and Worker may be apart. */
const LEEWAY_SECONDS = 60

/** No issuer's token lives this long. With an age to keep to, a token from the future is refused as well. */
const AGE_MAX_SECONDS = 2 * 24 * 60 * 60

/** Far more than an issuer writes, and little enough to read in no time. */
const TOKEN_MAX_CHARACTERS = 16_384

export interface Identity {
  readonly issuer: Issuer['name']
  readonly subject: string
}

/**
 * Who a bearer token speaks for, or null. One verifier for every issuer: signature,
 * audience, times, then the issuer's own claims. Times are real time, whatever the demo's clock shows.
 */
export async function verifyToken(token: string, issuers: readonly Issuer[]): Promise<Identity | null> {
  const issuer = issuerOf(token, issuers)
  if (!issuer) return null
  const verified = await jwtVerify(token, issuer.keys, {
    ...SIGNATURE,
    audience: issuer.audience,
    clockTolerance: LEEWAY_SECONDS,
    maxTokenAge: AGE_MAX_SECONDS,
    requiredClaims: ['iss', 'sub', 'exp', 'iat'],
  }).catch(() => null)
  if (!verified || !isPlainJwt(verified.protectedHeader.typ)) return null
  const claims: JWTPayload = verified.payload
  // A token for several audiences could be carried on from one of them to the other.
  if (typeof claims.aud !== 'string' || typeof claims.sub !== 'string') return null
  const subject = issuer.issues(claims.iss ?? '') ? issuer.subjectOf(claims) : null
  return subject ? { issuer: issuer.name, subject } : null
}

/** What the same keys sign for other ends, such as notices of events, says so in its header (RFC 8725, 3.11). */
const isPlainJwt = (typ: unknown = 'JWT'): boolean => typeof typ === 'string' && typ.toUpperCase() === 'JWT'

function issuerOf(token: string, issuers: readonly Issuer[]): Issuer | undefined {
  if (token.length > TOKEN_MAX_CHARACTERS) return undefined
  let claims: JWTPayload
  try {
    claims = decodeJwt(token)
  } catch {
    return undefined
  }
  const { iss } = claims
  return typeof iss === 'string' ? issuers.find((issuer) => issuer.issues(iss)) : undefined
}
