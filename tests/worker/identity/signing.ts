import { exportJWK, generateKeyPair, type JWTHeaderParameters, SignJWT } from 'jose'

export type Claims = Readonly<Record<string, unknown>>

/** How a token is signed wrongly. */
export interface Signing {
  readonly key?: CryptoKey | Uint8Array
  readonly header?: Partial<JWTHeaderParameters>
}

/** An issuer of the tests' own: a key as it is published, and tokens signed with it, good for an hour. */
export async function aSigner(kid: string) {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
  const jwk = { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' }
  const sign = (claims: Claims, { key = privateKey, header = {} }: Signing = {}): Promise<string> => {
    const now = Math.floor(Date.now() / 1000)
    return new SignJWT({ iat: now, exp: now + 3600, ...claims })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid, ...header })
      .sign(key)
  }
  return { jwk, sign }
}
