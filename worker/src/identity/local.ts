import { createLocalJWKSet, type JWK } from 'jose'
import type { Issuer } from './issuer.ts'

export const LOCAL_ISSUER = 'https://local.quayside.example'
export const LOCAL_AUDIENCE = 'quayside-local'

/**
 * The workbench's issuer: real tokens, signed by a key that lives in the workbench's own database.
 * Only the workbench and the tests name it; the production Worker has no such issuer.
 */
export function localIssuer(publicKey: JWK): Issuer {
  return {
    name: 'local',
    issues: (iss) => iss === LOCAL_ISSUER,
    audience: LOCAL_AUDIENCE,
    keys: createLocalJWKSet({ keys: [publicKey] }),
    subjectOf: (claims) => claims.sub ?? null,
  }
}
