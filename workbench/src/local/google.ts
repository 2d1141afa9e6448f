import { createLocalJWKSet, importJWK, type JWK, type JWTPayload, SignJWT } from 'jose'
import { offsetMinutes } from '#shared/time/zone.ts'
import { HttpProblem } from '../../../worker/src/http/problem.ts'
import type { GoogleSettings } from '../../../worker/src/identity/google.ts'
import { googleSubject } from '../demo/google-subject.ts'
import type { GmailCall } from '../gmail/gmail-call.ts'
import { ALL_SCOPES } from '../gmail/scopes.ts'

/** The Gmail server on this machine, as the Worker is told of it. */
export type LocalGmail = {
  /** Base address of the API. */
  readonly url: string
  /** By their owners' mail addresses. */
  readonly mailboxes: Readonly<Record<string, Mailbox>>
}

type Mailbox = {
  /** For the API. */
  readonly token: string
  /** Google's ids of the mails, by the workbench's own. */
  readonly mails: Readonly<Record<string, { readonly messageId: string; readonly threadId: string }>>
}

export interface GoogleEnv {
  /** The workbench's private key, as JWK. It is Google's here too: issuer and audience tell apart what it signs. */
  readonly LOCAL_KEY: string
  /** Signs what can be pressed on a card: 32 random bytes in base64. */
  readonly CARD_SECRET: string
  readonly GMAIL: LocalGmail
}

/** A project that there is not: no real call is made in its name. */
const CLIENT_ID = '408811960123-workbench.apps.googleusercontent.com'
const SERVICE_ACCOUNT = 'service-408811960123@gcp-sa-gsuiteaddons.iam.gserviceaccount.com'

/** How the application knows Google here; `origin` is the workbench's own. */
export function localGoogle({ LOCAL_KEY, CARD_SECRET, GMAIL }: GoogleEnv, origin: string): GoogleSettings {
  const { kty, n, e, kid } = JSON.parse(LOCAL_KEY)
  return {
    keys: createLocalJWKSet({ keys: [{ kty, n, e, kid, alg: 'RS256' }] }),
    clientIds: [CLIENT_ID],
    serviceAccount: SERVICE_ACCOUNT,
    origin,
    gmailApi: GMAIL.url,
    cardSecret: Uint8Array.from(atob(CARD_SECRET), (sign) => sign.charCodeAt(0)),
  }
}

/** Such a call as Google makes it, with all that Google would sign. Throws an {@link HttpProblem}. */
export async function googleRequest(call: GmailCall, env: GoogleEnv, origin: string): Promise<Request> {
  const url = `${origin}/gmail/${call.occasion}`
  if (call.occasion === 'press' && call.action.function !== url) {
    throw new HttpProblem('invalid', [{ field: 'action.function', code: 'choice', message: `Only ${url}.` }])
  }
  const mailbox = found(env.GMAIL.mailboxes, call.as)
  const sign = await signer(env)
  const [user, system] = await Promise.all([
    sign({ aud: CLIENT_ID, sub: googleSubject(call.as), email: call.as }),
    sign({ aud: url, sub: '108811960123000000000', email: SERVICE_ACCOUNT }),
  ])
  const event = {
    commonEventObject: commonEvent(call),
    authorizationEventObject: {
      userOAuthToken: mailbox.token,
      userIdToken: user,
      systemIdToken: system,
      authorizedScopes: call.authorizedScopes ?? ALL_SCOPES,
    },
    ...('mailId' in call && call.mailId !== undefined ? { gmail: openMail(mailbox, call.mailId) } : {}),
  }
  return new Request(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${system}` },
    body: JSON.stringify(event),
  })
}

function commonEvent(call: GmailCall): object {
  const { locale, timezone } = call
  const offset = String(offsetMinutes(Date.now(), timezone) * 60_000)
  return {
    hostApp: 'GMAIL',
    platform: 'WEB',
    userLocale: locale,
    timeZone: { id: timezone, offset },
    ...(call.occasion === 'press'
      ? {
          parameters: Object.fromEntries(call.action.parameters.map(({ key, value }) => [key, value])),
          formInputs: call.inputs,
        }
      : {}),
  }
}

function openMail({ mails }: Mailbox, mailId: string): object {
  const ids = found(mails, mailId)
  return { ...ids, accessToken: `for ${ids.messageId}` }
}

/** Throws an {@link HttpProblem} for what is not there. */
export function found<Entry>(entries: Readonly<Record<string, Entry>>, name: string): Entry {
  const entry = Object.hasOwn(entries, name) ? entries[name] : undefined
  if (!entry) throw new HttpProblem('not_found')
  return entry
}

/** Tokens live in real time, whatever the demo's clock shows; Google's for an hour. */
async function signer({ LOCAL_KEY }: GoogleEnv): Promise<(claims: JWTPayload) => Promise<string>> {
  const jwk = JSON.parse(LOCAL_KEY) as JWK
  const key = await importJWK(jwk, 'RS256')
  return (claims) =>
    new SignJWT({ iss: 'https://accounts.google.com', email_verified: true, ...claims })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: jwk.kid ?? 'local' })
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(key)
}
