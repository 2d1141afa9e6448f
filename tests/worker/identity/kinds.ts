import { googleIssuer, isGoogleCall } from '../../../worker/src/identity/google.ts'
import type { Issuer } from '../../../worker/src/identity/issuer.ts'
import { microsoftIssuer } from '../../../worker/src/identity/microsoft.ts'
import { verifyToken } from '../../../worker/src/identity/verify.ts'
import { google, scriptToken, systemToken, userToken } from './google-tokens.ts'
import { accessToken, microsoft, PERSON, TENANT } from './microsoft-tokens.ts'
import type { Claims, Signing } from './signing.ts'

export const URLS = [`${google.origin}/gmail/home`, `${google.origin}/gmail/message`]
export const [HOME = ''] = URLS

/** A sort of token that we accept. */
export interface Kind {
  readonly kind: string
  /** A good one, but for the claims that are overridden. */
  readonly make: (claims?: Claims, signing?: Signing) => Promise<string>
  /** Whom the real verifier takes it for. */
  readonly who: (token: string) => Promise<string | null>
  /** Whom a good one is for. */
  readonly person: string
}

const issuers: readonly Issuer[] = [microsoftIssuer(microsoft), googleIssuer(google)]

async function reader(token: string): Promise<string | null> {
  const identity = await verifyToken(token, issuers)
  return identity && `${identity.issuer} ${identity.subject}`
}

const caller = async (token: string): Promise<string | null> =>
  (await isGoogleCall(token, URLS, google)) ? 'us' : null

const READER = 'google 100200300400500600700'

export const KINDS: readonly Kind[] = [
  { kind: 'Microsoft', make: accessToken, who: reader, person: `microsoft ${TENANT}:${PERSON}` },
  { kind: 'a Google user', make: userToken, who: reader, person: READER },
  { kind: 'a sheet’s script', make: scriptToken, who: reader, person: READER },
  {
    kind: 'a call by Google',
    make: (claims, signing) => systemToken(HOME, claims, signing),
    who: caller,
    person: 'us',
  },
]
