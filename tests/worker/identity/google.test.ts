import { exportSPKI, generateKeyPair, importJWK } from 'jose'
import { describe, expect, test } from 'vitest'
import { googleIssuer, isGoogleCall } from '../../../worker/src/identity/google.ts'
import { verifyToken } from '../../../worker/src/identity/verify.ts'
import { type Claims, google, googleKey, systemToken, userToken } from './google-tokens.ts'

const URLS = [`${google.origin}/gmail/home`, `${google.origin}/gmail/message`]
const [HOME = ''] = URLS

const reader = async (token: string) => (await verifyToken(token, [googleIssuer(google)]))?.subject ?? null
const isCall = (token: string) => isGoogleCall(token, URLS, google)

const seconds = Math.floor(Date.now() / 1000)
const foreign = (await generateKeyPair('RS256')).privateKey
/** The public key as text, which a careless verifier would take for a shared secret. */
const publicText = new TextEncoder().encode(await exportSPKI((await importJWK(googleKey, 'RS256')) as CryptoKey))

type Make = (claims?: Claims, signing?: Parameters<typeof userToken>[1]) => Promise<string>
const system: Make = (claims, signing) => systemToken(HOME, claims, signing)

const KINDS = [
  { kind: 'a user', make: userToken as Make, accepts: async (token: string) => (await reader(token)) !== null },
  { kind: 'a call', make: system, accepts: isCall },
]

describe('what Google issues passes', () => {
  test('a reader is known by Google’s number, not by their address', async () => {
    expect(await verifyToken(await userToken(), [googleIssuer(google)])).toEqual({
      issuer: 'google',
      subject: '100200300400500600700',
    })
    expect(await reader(await userToken({ email: 'somebody.else@gmail.example' }))).toBe('100200300400500600700')
    expect(await reader(await userToken({ email: undefined }))).toBe('100200300400500600700')
  })

  test.each(URLS)('a call of %s', async (url) => {
    expect(await isCall(await systemToken(url))).toBe(true)
  })

  test.each(KINDS)('$kind, whichever way Google writes itself, and with clocks a minute apart', async (kind) => {
    expect(await kind.accepts(await kind.make({ iss: 'accounts.google.com' }))).toBe(true)
    expect(await kind.accepts(await kind.make({ exp: seconds - 30 }))).toBe(true)
    expect(await kind.accepts(await kind.make({ iat: seconds + 30, nbf: seconds + 30 }))).toBe(true)
  })
})

describe.each(KINDS)('$kind does not pass', ({ make, accepts }) => {
  const tampered = (token: string, header: object) =>
    [btoa(JSON.stringify(header)).replace(/=+$/, ''), ...token.split('.').slice(1)].join('.')

  const wrong: [string, () => Promise<string> | string][] = [
    ['without a token', () => ''],
    ['with garbage', () => 'garbage'],
    ['with three parts of garbage', () => 'a.b.c'],
    ['with a megabyte of garbage', () => `${'a'.repeat(1_000_000)}.b.c`],
    [
      'unsigned',
      async () =>
        `${tampered(await make(), { alg: 'none' })
          .split('.')
          .slice(0, 2)
          .join('.')}.`,
    ],
    ['called unsigned', async () => tampered(await make(), { alg: 'none' })],
    ['signed by the public key as a secret', () => make({}, { key: publicText, header: { alg: 'HS256' } })],
    ['signed by somebody else', () => make({}, { key: foreign })],
    ['signed by somebody else who brings the key', () => make({}, { key: foreign, header: { jwk: googleKey } })],
    ['signed by a key unknown to Google', () => make({}, { header: { kid: 'google-2' } })],
    [
      'with a claim changed after it was signed',
      async () => {
        const [header, , signature] = (await make()).split('.')
        const [, claims] = (await make({ exp: seconds + 7200 })).split('.')
        return `${header}.${claims}.${signature}`
      },
    ],
  ]
  test.each(wrong)('%s', async (_, token) => {
    expect(await accepts(await token())).toBe(false)
  })

  const claims: [string, unknown[]][] = [
    [
      'iss',
      [
        'https://accounts.google.com/',
        'https://accounts.google.com.evil.example',
        'https://Accounts.google.com',
        'https://securetoken.google.com/quayside',
        'https://аccounts.google.com',
      ],
    ],
    [
      'aud',
      [
        'https://quayside.example',
        '1234567890-other.apps.googleusercontent.com',
        `${HOME}/`,
        `${HOME}?a=1`,
        `${HOME}#a`,
        HOME.slice(0, -1),
        'https://quayside.example/gmail/other',
        'https://evil.example/gmail/home',
        'http://quayside.example/gmail/home',
        `${google.clientId}.evil.example`,
        HOME.toUpperCase(),
        [google.clientId, HOME],
      ],
    ],
    ['exp', [seconds - 61, String(seconds + 3600)]],
    ['iat', [seconds + 90, seconds - 3 * 86_400, String(seconds)]],
    ['nbf', [seconds + 90]],
    ['email_verified', [false, 'true', 1]],
  ]
  const worse = claims.flatMap(([claim, values]) =>
    [...values, ...(claim === 'nbf' ? [] : [undefined]), null, '', [], {}, [[]]].map((value) => ({ claim, value })),
  )
  test.each(worse)('with $claim $value', async ({ claim, value }) => {
    expect(await accepts(await make())).toBe(true)
    expect(await accepts(await make({ [claim]: value }))).toBe(false)
  })
})

test.each([undefined, null, '', 42, [], {}])('a user does not pass with sub %s', async (sub) => {
  expect(await reader(await userToken({ sub }))).toBeNull()
})

describe('a call does not pass', () => {
  const accounts = [
    'service-9876543210@gcp-sa-gsuiteaddons.iam.gserviceaccount.com',
    google.serviceAccount.toUpperCase(),
    `${google.serviceAccount}.evil.example`,
    google.serviceAccount.slice(0, -1),
    [google.serviceAccount],
    undefined,
    null,
    '',
  ]
  test.each(accounts)('in the name of %s', async (email) => {
    expect(await isCall(await systemToken(HOME, { email }))).toBe(false)
  })

  test('where no address was told to Google', async () => {
    expect(await isGoogleCall(await systemToken(HOME), [], google)).toBe(false)
  })
})

describe('each token is good for its own place alone', () => {
  test('a user’s token is no call, not even the service account’s own', async () => {
    expect(await isCall(await userToken())).toBe(false)
    expect(await isCall(await userToken({ email: google.serviceAccount }))).toBe(false)
  })

  test('a call’s token is no user', async () => {
    expect(await reader(await systemToken(HOME))).toBeNull()
  })
})
