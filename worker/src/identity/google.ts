import type { JWTVerifyGetKey } from 'jose'
import type { Issuer } from './issuer.ts'
import { verifyToken } from './verify.ts'

/** Where Google publishes its keys. */
export const GOOGLE_KEYS = { url: 'https://www.googleapis.com/oauth2/v3/certs' }

/** What a deployment must know of Google for the Gmail add-on and the sheet. */
export interface GoogleSettings {
  /** Google's public keys. */
  readonly keys: JWTVerifyGetKey
  /**
   * The OAuth clients of the add-on and of the sheet's script, `….apps.googleusercontent.com`: the audiences of
   * their users' tokens.
   */
  readonly clientIds: readonly string[]
  /** The mail address in whose name Google calls this project's add-on, and no other project's. */
  readonly serviceAccount: string
  /** Where Google calls us, `https://…` without a path. */
  readonly origin: string
  /** Base address of the Gmail API. */
  readonly gmailApi: string
  /** At least 32 random bytes, which sign what can be pressed on a card. */
  readonly cardSecret: Uint8Array<ArrayBuffer>
}

/**
 * People who open the add-on, by their user ID tokens, and those who open the sheet, by `ScriptApp.getIdentityToken()`.
 * The subject is Google's own number, for addresses change hands.
 */
export function googleIssuer({ keys, clientIds }: GoogleSettings): Issuer {
  return {
    name: 'google',
    issues: isGoogle,
    audience: [...clientIds],
    keys,
    subjectOf: ({ sub = '', email_verified }) => (email_verified === true ? sub : null),
  }
}

/**
 * Whether a call is Google's, made for this add-on: `token` is the system ID token of its Authorization
 * header, `urls` are the exact addresses that Google was told to call. The audience is up to whoever calls,
 * and every project's service account has the same shape: only the exact address tells ours.
 */
export async function isGoogleCall(
  token: string,
  urls: readonly string[],
  { keys, serviceAccount }: GoogleSettings,
): Promise<boolean> {
  const caller: Issuer = {
    name: 'google',
    issues: isGoogle,
    audience: [...urls],
    keys,
    subjectOf: ({ email, email_verified }) =>
      email === serviceAccount && email_verified === true ? serviceAccount : null,
  }
  return (await verifyToken(token, [caller])) !== null
}

/** Google writes itself in both ways. */
const isGoogle = (iss: string): boolean => iss === 'https://accounts.google.com' || iss === 'accounts.google.com'
