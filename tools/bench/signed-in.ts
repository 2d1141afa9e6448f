import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'
import { LOCAL_AUDIENCE, LOCAL_ISSUER } from '../../worker/src/identity/local.ts'
import { EMAIL } from './panel-call.ts'

/** The key of an issuer, and a token of it for whoever looks at the panel. */
export async function signedIn(): Promise<{ readonly key: JWK; readonly token: string }> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
  const token = await new SignJWT({ iss: LOCAL_ISSUER, aud: LOCAL_AUDIENCE, sub: EMAIL })
    .setProtectedHeader({ alg: 'RS256', kid: 'bench' })
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(privateKey)
  return { key: { ...(await exportJWK(publicKey)), kid: 'bench', alg: 'RS256' }, token }
}
