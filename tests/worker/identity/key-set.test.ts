import type { JWK } from 'jose'
import { afterAll, beforeEach, describe, expect, inject, test, vi } from 'vitest'
import { googleIssuer } from '../../../worker/src/identity/google.ts'
import { keySet } from '../../../worker/src/identity/key-set.ts'
import { MICROSOFT_KEYS, microsoftIssuer } from '../../../worker/src/identity/microsoft.ts'
import { verifyToken } from '../../../worker/src/identity/verify.ts'
import type { Publication } from '../../hosts/key-server.ts'
import { GOOGLE_ISS, google } from './google-tokens.ts'
import { accessToken, entraKey, microsoft } from './microsoft-tokens.ts'
import { aSigner } from './signing.ts'

const { keyServer, entra, google: realGoogle } = inject('identity')

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** What a test waits for an issuer that says nothing: far longer than the server here takes when it speaks. */
const PATIENCE_MS = 150

type Signer = Awaited<ReturnType<typeof aSigner>>
const [first, second] = await Promise.all([aSigner('first'), aSigner('second')])
const tokenOf = ({ sign }: Signer, header = {}): Promise<string> =>
  sign({ iss: GOOGLE_ISS, aud: google.clientIds[0], sub: '1', email_verified: true }, { header })
const [ofFirst, ofSecond] = await Promise.all([tokenOf(first), tokenOf(second)])

/** What the operator of a Worker reads in its log. */
const log = vi.spyOn(console, 'warn').mockImplementation(() => {})
beforeEach(() => log.mockClear())
afterAll(() => log.mockRestore())

let places = 0

/** A place of one test's own where keys are published, and isolates that take their keys from there. */
async function aPlace(...keys: readonly JWK[]) {
  places += 1
  const path = `/keys-${places}`
  const publish = async (publication: Publication) => {
    await fetch(keyServer + path, { method: 'PUT', body: JSON.stringify(publication) })
  }
  const publishKeys = (...published: readonly JWK[]) => publish({ body: JSON.stringify({ keys: published }) })
  const asked = async () => Number(await (await fetch(`${keyServer}/asked${path}`)).text())
  const cacheName = crypto.randomUUID()
  let now = Date.now()

  /** What a Worker is after a start: nothing in memory. */
  const isolate = (keeps = true) => {
    const keySource = {
      url: keyServer + path,
      now: () => now,
      patienceMs: PATIENCE_MS,
      ...(keeps && { openCache: () => caches.open(cacheName) }),
    }
    const issuers = [googleIssuer({ ...google, keys: keySet(keySource) })]
    return async (token: string): Promise<boolean> => (await verifyToken(token, issuers)) !== null
  }
  await publishKeys(...keys)
  return {
    url: keyServer + path,
    publish,
    publishKeys,
    asked,
    isolate,
    pass: (ms: number) => {
      now += ms
    },
  }
}

describe('keys are fetched when they are needed, and no oftener', () => {
  test('once for any number of tokens, one after the other or all at once', async () => {
    const place = await aPlace(first.jwk)
    const accepts = place.isolate()
    const answers = await Promise.all(Array.from({ length: 50 }, () => accepts(ofFirst)))
    for (let nth = 0; nth < 50; nth += 1) answers.push(await accepts(ofFirst))
    expect(new Set(answers)).toEqual(new Set([true]))
    expect(await place.asked()).toBe(1)
  })

  test('not at all by a fresh isolate, when another one has just fetched them', async () => {
    const place = await aPlace(first.jwk)
    expect(await place.isolate()(ofFirst)).toBe(true)
    place.pass(MINUTE)
    expect(await place.isolate()(ofFirst)).toBe(true)
    expect(await place.asked()).toBe(1)
  })

  test('10,000 unknown keys fetch nothing more within half a minute, and one time after it', async () => {
    const place = await aPlace(first.jwk)
    const accepts = place.isolate()
    expect(await accepts(ofFirst)).toBe(true)
    const [, claims, signature] = ofFirst.split('.')
    const forged = (nth: number) =>
      [btoa(`{"alg":"RS256","kid":"unknown-${nth}"}`).replace(/=+$/, ''), claims, signature].join('.')
    let passed = 0
    for (let nth = 0; nth < 10_000; nth += 100) {
      const some = await Promise.all(Array.from({ length: 100 }, (_, step) => accepts(forged(nth + step))))
      passed += some.filter(Boolean).length
    }
    expect([passed, await place.asked()]).toEqual([0, 1])
    place.pass(31_000)
    await Promise.all(Array.from({ length: 100 }, (_, nth) => accepts(forged(nth))))
    expect(await place.asked()).toBe(2)
  })

  test('nowhere else, wherever a token says its keys are', async () => {
    const place = await aPlace(first.jwk)
    const accepts = place.isolate()
    const evil = `${keyServer}/evil`
    await fetch(evil, { method: 'PUT', body: JSON.stringify({ body: JSON.stringify({ keys: [second.jwk] }) }) })
    const headers = [{ jku: evil }, { x5u: evil }, { jku: evil, kid: 'first' }, { jwk: second.jwk }, { iss: evil }]
    for (const header of headers) expect(await accepts(await tokenOf(second, header))).toBe(false)
    expect(await (await fetch(`${keyServer}/asked/evil`)).text()).toBe('0')
  })
})

describe('keys change', () => {
  test('a new one is good at once, or half a minute after the last look', async () => {
    const place = await aPlace(first.jwk)
    const accepts = place.isolate()
    expect(await accepts(ofFirst)).toBe(true)
    place.pass(10_000)
    await place.publishKeys(first.jwk, second.jwk)
    expect(await accepts(ofSecond)).toBe(false)
    place.pass(20_000)
    expect(await Promise.all([accepts(ofSecond), accepts(ofFirst), accepts(ofSecond)])).toEqual([true, true, true])
    expect(await place.asked()).toBe(2)
  })

  test.each(['this isolate', 'a fresh one'])(
    'one that was taken back is refused within ten minutes by %s',
    async (which) => {
      const place = await aPlace(first.jwk, second.jwk)
      const accepts = place.isolate()
      expect(await accepts(ofSecond)).toBe(true)
      await place.publishKeys(first.jwk)
      place.pass(10 * MINUTE)
      const then = which === 'this isolate' ? accepts : place.isolate()
      expect([await then(ofSecond), await then(ofFirst)]).toEqual([false, true])
    },
  )

  test('two of one name are nobody’s, and the others go on', async () => {
    const place = await aPlace(first.jwk, { ...first.jwk, kid: 'second' }, second.jwk)
    const accepts = place.isolate()
    expect([await accepts(ofSecond), await accepts(ofFirst)]).toEqual([false, true])
  })

  test('a token that does not name its key is nobody’s, be there only one', async () => {
    const place = await aPlace(first.jwk)
    expect(await place.isolate()(await tokenOf(first, { kid: undefined }))).toBe(false)
    expect(await place.asked()).toBe(0)
  })
})

const TROUBLES: readonly [string, Publication][] = [
  ['does not answer', { fault: 'hangs' }],
  ['stops midway', { fault: 'stops-midway' }],
  ['hangs up', { fault: 'closes' }],
  ['says 404', { fault: 'not-found' }],
  ['says 503', { fault: 'unavailable' }],
  ['sends us elsewhere', { fault: 'moved' }],
  ['says nothing', { body: '' }],
  ['says HTML', { body: '<!doctype html><title>Sign in</title>' }],
  ['says null', { body: 'null' }],
  ['has no keys', { body: '{"keys":[]}' }],
  ['has keys of another sort', { body: '{"keys":[{"kty":"oct","k":"c2VjcmV0","kid":"first"}]}' }],
  ['has no list of keys', { body: '{"keys":{"first":{}}}' }],
  ['has no keys in its list', { body: '{"keys":[1,null,"first"]}' }],
]

describe.each(TROUBLES)('while the issuer %s', (_, trouble) => {
  test('who has signed in stays so, and a fresh isolate lets them in too', async () => {
    const place = await aPlace(first.jwk)
    const accepts = place.isolate()
    // Beside other tests the first look may take longer than anybody waits: it is what comes before the trouble.
    for (let minutes = 0; minutes < 5 && !(await accepts(ofFirst)); minutes += 1) place.pass(MINUTE)
    expect(await accepts(ofFirst)).toBe(true)
    await place.publish(trouble)
    place.pass(DAY)
    expect([await accepts(ofFirst), await accepts(ofSecond)]).toEqual([true, false])
    const fresh = place.isolate()
    expect([await fresh(ofFirst), await fresh(ofSecond)]).toEqual([true, false])
    await place.publishKeys(first.jwk, second.jwk)
    place.pass(MINUTE)
    expect([await accepts(ofSecond), await fresh(ofSecond)]).toEqual([true, true])
  })

  test('without any keys nobody is let in, and that is said when patience ends', async () => {
    const place = await aPlace()
    await place.publish(trouble)
    const began = performance.now()
    expect(await place.isolate(false)(ofFirst)).toBe(false)
    expect(performance.now() - began).toBeLessThan(PATIENCE_MS + 2_000)
  })
})

test('whoever asked first went away, and their look into what is kept never ends: only they wait for it', async () => {
  const place = await aPlace(first.jwk)
  const openCache = () => new Promise<Cache>(() => {})
  const issuers = [googleIssuer({ ...google, keys: keySet({ url: place.url, now: Date.now, openCache }) })]
  const accepts = async () => (await verifyToken(ofFirst, issuers)) !== null
  expect(await accepts()).toBe(true)
  const began = performance.now()
  for (let nth = 0; nth < 5; nth += 1) expect(await accepts()).toBe(true)
  expect(performance.now() - began).toBeLessThan(1_000)
})

test('through an outage of a day everybody known passes, nobody else does, and the issuer is asked twice a minute at most', async () => {
  const place = await aPlace(first.jwk)
  const accepts = place.isolate()
  expect(await accepts(ofFirst)).toBe(true)
  await place.publish({ fault: 'unavailable' })
  let refused = 0
  let passed = 0
  for (let at = 0; at < DAY; at += 20_000) {
    place.pass(20_000)
    if (!(await accepts(ofFirst))) refused += 1
    if (await accepts(ofSecond)) passed += 1
  }
  expect([refused, passed]).toEqual([0, 0])
  expect(await place.asked()).toBeLessThanOrEqual(1 + DAY / 30_000)
  // Said once, and of the issuer alone.
  expect(log.mock.calls).toEqual([[`The keys of ${new URL(keyServer).host} cannot be fetched`]])
})

describe('keys as others publish them', () => {
  const now = Date.now
  const others = googleIssuer({ ...google, keys: keySet({ url: realGoogle.keys, now }) })
  const entras = microsoftIssuer({ ...microsoft, keys: keySet({ ...MICROSOFT_KEYS, url: entra.keys, now }) })

  test('a Google user is known by the ID token of a Google that is not ours', async () => {
    expect(await verifyToken(realGoogle.idToken, [others])).toMatchObject({ issuer: 'google' })
    const elsewhere = googleIssuer({ ...google, clientIds: ['99-x.apps.googleusercontent.com'], keys: others.keys })
    expect(await verifyToken(realGoogle.idToken, [elsewhere])).toBeNull()
  })

  test('what an Entra that is not ours signs is no access token of ours: its ID token is refused, its signature is good', async () => {
    expect(await verifyToken(entra.idToken, [entras])).toBeNull()
    expect(await verifyToken(entra.accessToken, [entras])).toBeNull()
    // Its access tokens are no JWTs. The same token passes where nothing but signature, audience and times is asked.
    const lenient = { ...entras, subjectOf: () => 'anybody' }
    expect(await verifyToken(entra.idToken, [lenient])).toMatchObject({ subject: 'anybody' })
  })

  test('of Entra’s list, a key for any tenant is good, and one of a single tenant is not', async () => {
    const template = 'https://login.microsoftonline.com/{tenantid}/v2.0'
    const accepts = async (issuer: string) => {
      const place = await aPlace({ ...entraKey, issuer } as JWK)
      const keys = keySet({ ...MICROSOFT_KEYS, url: place.url, now })
      return (await verifyToken(await accessToken(), [microsoftIssuer({ ...microsoft, keys })])) !== null
    }
    expect(await accepts(template)).toBe(true)
    expect(await accepts(template.replace('{tenantid}', '9188040d-6c67-4c5b-b112-36a304b66dad'))).toBe(false)
  })
})
