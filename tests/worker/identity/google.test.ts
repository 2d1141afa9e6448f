import { describe, expect, test } from 'vitest'
import { googleIssuer, isGoogleCall } from '../../../worker/src/identity/google.ts'
import { verifyToken } from '../../../worker/src/identity/verify.ts'
import { google, scriptToken, systemToken, userToken } from './google-tokens.ts'
import { HOME, URLS } from './kinds.ts'

const reader = async (token: string) => (await verifyToken(token, [googleIssuer(google)]))?.subject ?? null
const isCall = (token: string) => isGoogleCall(token, URLS, google)

describe('what Google issues passes', () => {
  test('a reader is known by Google’s number, not by their address', async () => {
    expect(await verifyToken(await userToken(), [googleIssuer(google)])).toEqual({
      issuer: 'google',
      subject: '100200300400500600700',
    })
    expect(await reader(await userToken({ email: 'somebody.else@gmail.example' }))).toBe('100200300400500600700')
    expect(await reader(await userToken({ email: undefined }))).toBe('100200300400500600700')
  })

  test('in the add-on and in the sheet it is the same reader', async () => {
    expect(await reader(await scriptToken())).toBe(await reader(await userToken()))
  })

  test.each(URLS)('a call of %s', async (url) => {
    expect(await isCall(await systemToken(url))).toBe(true)
  })

  test('whichever way Google writes itself', async () => {
    expect(await reader(await userToken({ iss: 'accounts.google.com' }))).not.toBeNull()
    expect(await isCall(await systemToken(HOME, { iss: 'accounts.google.com' }))).toBe(true)
  })
})

describe('a reader does not pass', () => {
  test.each([false, 'true', 1, undefined, null])('with an address that is verified: %s', async (email_verified) => {
    expect(await reader(await userToken({ email_verified }))).toBeNull()
    expect(await isCall(await systemToken(HOME, { email_verified }))).toBe(false)
  })

  test('with a token for several audiences, ours among them', async () => {
    expect(await reader(await userToken({ aud: google.clientIds }))).toBeNull()
  })
})

describe('a call does not pass', () => {
  const addresses = [
    `${HOME}/`,
    `${HOME}?a=1`,
    `${HOME}#a`,
    google.origin,
    `${google.origin}/gmail/other`,
    'http://quayside.example/gmail/home',
    'https://quayside.example:443/gmail/home',
    'https://quayside.example.evil.example/gmail/home',
    HOME.toUpperCase(),
  ]
  test.each(addresses)('to %s', async (aud) => {
    expect(await isCall(await systemToken(HOME, { aud }))).toBe(false)
  })

  test('in the name of another project', async () => {
    const email = 'service-9876543210@gcp-sa-gsuiteaddons.iam.gserviceaccount.com'
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
