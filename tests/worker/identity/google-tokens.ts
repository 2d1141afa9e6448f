import { createLocalJWKSet } from 'jose'
import type { GoogleSettings } from '../../../worker/src/identity/google.ts'
import { aSigner, type Claims, type Signing } from './signing.ts'

/** A Google of the tests' own: its keys, and the tokens it would issue. */

const { jwk: googleKey, sign } = await aSigner('google-1')

export { googleKey }

export const google: GoogleSettings = {
  keys: createLocalJWKSet({ keys: [googleKey] }),
  clientIds: ['1234567890-quayside.apps.googleusercontent.com', '1234567890-sheet.apps.googleusercontent.com'],
  serviceAccount: 'service-1234567890@gcp-sa-gsuiteaddons.iam.gserviceaccount.com',
  origin: 'https://quayside.example',
  gmailApi: 'https://gmail.googleapis.com',
  cardSecret: new Uint8Array(32).fill(7),
}

const [ADD_ON, SHEET] = google.clientIds

/** The user ID token of somebody with a Google account; claims may be overridden to make it wrong. */
export const userToken = (claims: Claims = {}, signing?: Signing): Promise<string> =>
  signed(
    {
      azp: ADD_ON,
      aud: ADD_ON,
      sub: '100200300400500600700',
      email: 'mia.zhao@bluewhale-outdoor.example',
      hd: 'bluewhale-outdoor.example',
      ...claims,
    },
    signing,
  )

/** What `ScriptApp.getIdentityToken()` gives the script of a sheet. */
export const scriptToken = (claims: Claims = {}, signing?: Signing): Promise<string> =>
  userToken({ azp: SHEET, aud: SHEET, ...claims }, signing)

/** The system ID token with which Google calls `url`. */
export const systemToken = (url: string, claims: Claims = {}, signing?: Signing): Promise<string> =>
  signed(
    { azp: '109876543210987654321', aud: url, sub: '109876543210987654321', email: google.serviceAccount, ...claims },
    signing,
  )

export const GOOGLE_ISS = 'https://accounts.google.com'

const signed = (claims: Claims, signing?: Signing): Promise<string> =>
  sign({ iss: GOOGLE_ISS, email_verified: true, ...claims }, signing)
