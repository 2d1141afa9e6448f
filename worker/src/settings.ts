import type { SignInEnv } from './env.ts'
import type { GoogleSettings } from './identity/google.ts'
import type { MicrosoftSettings } from './identity/microsoft.ts'

/** What an administrator sets for a deployment; `docs/sign-in.md` says where each value comes from. */
export interface Settings {
  readonly microsoft?: Omit<MicrosoftSettings, 'keys'>
  readonly google?: Omit<GoogleSettings, 'keys'>
}

type SettingName = keyof SignInEnv

const SECRET_BYTES = 32

/** One setting's value from its text, or null when it is not as it must be. */
const READ = {
  MICROSOFT_CLIENT_ID: (text) => match(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/, text.toLowerCase()),
  GOOGLE_CLIENT_IDS: (text) => {
    const ids = text.split(',').map((id) => match(/^[\w-]+\.apps\.googleusercontent\.com$/, id.trim()))
    return ids.every((id) => id !== null) ? ids : null
  },
  GOOGLE_SERVICE_ACCOUNT: (text) => match(/^service-\d+@gcp-sa-gsuiteaddons\.iam\.gserviceaccount\.com$/, text),
  ORIGIN: (text) => (text.startsWith('https://') && URL.canParse(text) && new URL(text).origin === text ? text : null),
  CARD_SECRET: (text) => {
    const bytes =
      match(/^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/, text) === null ? '' : atob(text)
    return bytes.length >= SECRET_BYTES ? Uint8Array.from(bytes, (sign) => sign.charCodeAt(0)) : null
  },
} satisfies Record<SettingName, (text: string) => unknown>

/**
 * The settings of an environment. Microsoft and Google are each there or not; one that is only half set is left
 * out as a whole. `wrong` says what is missing or malformed, by name and never by value.
 */
export function readSettings(env: SignInEnv): {
  readonly settings: Settings
  readonly wrong: readonly string[]
} {
  const wrong: string[] = []
  const textOf = (name: SettingName): string => env[name]?.trim() ?? ''
  const isSet = (name: SettingName): boolean => textOf(name) !== ''
  function read<N extends SettingName>(name: N): ReturnType<(typeof READ)[N]> {
    const value = READ[name](textOf(name)) as ReturnType<(typeof READ)[N]>
    if (value === null) wrong.push(`${name} is ${isSet(name) ? 'malformed' : 'missing'}`)
    return value
  }

  // Manifests are made with it, Google or not.
  const address = isSet('ORIGIN') ? read('ORIGIN') : undefined
  const clientId = isSet('MICROSOFT_CLIENT_ID') ? read('MICROSOFT_CLIENT_ID') : null
  const google = isSet('GOOGLE_CLIENT_IDS') || isSet('GOOGLE_SERVICE_ACCOUNT') ? readGoogle() : null
  return { settings: { ...(clientId && { microsoft: { clientId } }), ...(google && { google }) }, wrong }

  function readGoogle(): Settings['google'] | null {
    const clientIds = read('GOOGLE_CLIENT_IDS')
    const serviceAccount = read('GOOGLE_SERVICE_ACCOUNT')
    const origin = address === undefined ? read('ORIGIN') : address
    const cardSecret = read('CARD_SECRET')
    if (!clientIds || !serviceAccount || !origin || !cardSecret) return null
    return { clientIds, serviceAccount, origin, cardSecret, gmailApi: 'https://gmail.googleapis.com' }
  }
}

const match = (pattern: RegExp, text: string): string | null => (pattern.test(text) ? text : null)
