import type { JWTPayload, JWTVerifyGetKey } from 'jose'

/** Somebody who vouches for people with signed tokens. One file per issuer makes one of these. */
export interface Issuer {
  /** As kept in `identities.issuer`. */
  readonly name: 'microsoft' | 'google' | 'local'
  /** Whether a token with this `iss` claim is this issuer's to check. */
  readonly issues: (iss: string) => boolean
  readonly audience: string | string[]
  readonly keys: JWTVerifyGetKey
  /** The key of the person, or null when a claim is not as it must be. Never a mail address that the issuer does not own. */
  readonly subjectOf: (claims: JWTPayload) => string | null
}
