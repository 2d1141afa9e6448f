import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTHeaderParameters, SignJWT } from 'jose'
import type { GoogleSettings } from '../../../worker/src/identity/google.ts'

/** A Google of the tests' own: its keys, and the tokens it would issue. */

const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
export const googleKey = { ...(await exportJWK(publicKey)), kid: 'google-1', alg: 'RS256', use: 'sig' }

export const google: GoogleSettings = {
  keys: createLocalJWKSet({ keys: [googleKey] }),
  clientId: '1234567890-quayside.apps.googleusercontent.com',
  serviceAccount: 'service-1234567890@gcp-sa-gsuiteaddons.iam.gserviceaccount.com',
  origin: 'https://quayside.example',
  gmailApi: 'https://gmail.googleapis.com',
  cardSecret: new Uint8Array(32).fill(7),
}

export type Claims = Readonly<Record<string, unknown>>

interface Signing {
  readonly key?: CryptoKey | Uint8Array
  readonly header?: Partial<JWTHeaderParameters>
}

/** The user ID token of somebody with a Google account; claims may be overridden to make it wrong. */
export const userToken = (claims: Claims = {}, signing: Signing = {}): Promise<string> =>
  signed(
    {
      azp: google.clientId,
      aud: google.clientId,
      sub: '100200300400500600700',
      email: 'mia.zhao@bluewhale-outdoor.example',
      hd: 'bluewhale-outdoor.example',
      ...claims,
    },
    signing,
  )

/** The system ID token with which Google calls `url`. */
export const systemToken = (url: string, claims: Claims = {}, signing: Signing = {}): Promise<string> =>
  signed(
    { azp: '109876543210987654321', aud: url, sub: '109876543210987654321', email: google.serviceAccount, ...claims },
    signing,
  )

function signed(claims: Claims, { key = privateKey, header = {} }: Signing): Promise<string> {
  const now = Math.floor(Date.now() / 1000)
  const times = { iat: now, exp: now + 3600 }
  return new SignJWT({ iss: 'https://accounts.google.com', email_verified: true, ...times, ...claims })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: googleKey.kid, ...header })
    .sign(key)
}
