import type { Ports } from './app.ts'
import { GOOGLE_KEYS, googleIssuer } from './identity/google.ts'
import { type KeySource, keySet } from './identity/key-set.ts'
import { MICROSOFT_KEYS, microsoftIssuer } from './identity/microsoft.ts'
import type { Settings } from './settings.ts'

/** Who may sign in where these settings hold. With none of them nobody can. */
export function signInBy(
  settings: Settings,
  place: Pick<KeySource, 'now' | 'openCache'>,
): Pick<Ports, 'issuers' | 'google' | 'outlookClientId'> {
  const microsoft = settings.microsoft && { ...settings.microsoft, keys: keySet({ ...MICROSOFT_KEYS, ...place }) }
  const google = settings.google && { ...settings.google, keys: keySet({ ...GOOGLE_KEYS, ...place }) }
  return {
    issuers: [...(microsoft ? [microsoftIssuer(microsoft)] : []), ...(google ? [googleIssuer(google)] : [])],
    ...(microsoft && { outlookClientId: microsoft.clientId }),
    ...(google && { google }),
  }
}
