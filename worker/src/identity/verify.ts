import { decodeJwt, type JWTPayload, jwtVerify } from 'jose'
import type { Issuer } from './issuer.ts'

/** How far the clocks of issuer and Worker may be apart. */
const LEEWAY_SECONDS = 60

/** No issuer's token lives this long. With an age to keep to, a token from the future is refused as well. */
const AGE_MAX_SECONDS = 2 * 24 * 60 * 60

export interface Identity {
  readonly issuer: Issuer['name']
  readonly subject: string
}

/**
 * Who a bearer token speaks for, or null. One verifier for every issuer: RS256 alone, signature,
 * audience, times, then the issuer's own claims. Times are real time, whatever the demo's clock shows.
 */
export async function verifyToken(token: string, issuers: readonly Issuer[]): Promise<Identity | null> {
  const issuer = issuerOf(token, issuers)
  if (!issuer) return null
  const claims = await jwtVerify(token, issuer.keys, {
    algorithms: ['RS256'],
    audience: issuer.audience,
    clockTolerance: LEEWAY_SECONDS,
    maxTokenAge: AGE_MAX_SECONDS,
    requiredClaims: ['iss', 'sub', 'exp', 'iat'],
  }).then(
    (verified) => verified.payload,
    () => null,
  )
  // A token for several audiences could be carried on from one of them to the other.
  if (!claims || typeof claims.aud !== 'string') return null
  const subject = issuer.issues(claims.iss ?? '') ? issuer.subjectOf(claims) : null
  return subject ? { issuer: issuer.name, subject } : null
}

function issuerOf(token: string, issuers: readonly Issuer[]): Issuer | undefined {
  let claims: JWTPayload
  try {
    claims = decodeJwt(token)
  } catch {
    return undefined
  }
  const { iss } = claims
  return typeof iss === 'string' ? issuers.find((issuer) => issuer.issues(iss)) : undefined
}
