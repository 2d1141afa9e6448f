import { createLocalJWKSet } from 'jose'
import type { MicrosoftSettings } from '../../../worker/src/identity/microsoft.ts'
import { aSigner, type Claims, type Signing } from './signing.ts'

/** An Entra of the tests' own: its keys, and the access tokens it would issue for our API. */

const { jwk: entraKey, sign } = await aSigner('entra-1')

export { entraKey }

export const microsoft: MicrosoftSettings = {
  keys: createLocalJWKSet({ keys: [entraKey] }),
  clientId: '0f4c9d6a-3b1e-4f7a-9a52-6f0c8e7d1a2b',
}

export const TENANT = 'c1e0a5d7-8f2b-4e6c-b3a9-2d4f6a8c0e1b'
export const OTHER_TENANT = 'e7b2f4a6-1c3d-4a5e-8f9b-0d1c2e3f4a5b'
export const PERSON = 'a4d8c2e6-5b7f-4c1a-9e3d-8f0b2a6c4e1d'

export const issuerOf = (tenant: string): string => `https://login.microsoftonline.com/${tenant}/v2.0`

/** The access token of somebody with a Microsoft account at work; claims may be overridden to make it wrong. */
export function accessToken(claims: Claims = {}, signing?: Signing): Promise<string> {
  const own = {
    iss: issuerOf(TENANT),
    aud: microsoft.clientId,
    nbf: Math.floor(Date.now() / 1000),
    tid: TENANT,
    oid: PERSON,
    sub: 'Kx3v9hV1mQ0rT7yB2nL5cD8fG4jW6pZ1sA0eU3iO9kM',
    azp: microsoft.clientId,
    azpacr: '0',
    scp: 'access_as_user',
    ver: '2.0',
    name: 'Mia Zhao',
    preferred_username: 'mia.zhao@bluewhale-outdoor.example',
  }
  return sign({ ...own, ...claims }, signing)
}
