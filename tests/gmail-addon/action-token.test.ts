import fc from 'fast-check'
import { SignJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import type { Intent } from '#shared/panel/render/card-intent.ts'
import { LIFETIME_SECONDS, readActionToken, signIntent, signingKey } from '../../gmail-addon/src/action-token.ts'

const key = await signingKey(new Uint8Array(32).fill(7))
const now = Date.parse('2026-10-20T01:00:00Z')
const mia = { user: '01K0000000000000000000MIA0', message: 'msg-f:1' }
const order = { type: 'order', id: '01K1', version: 3 }
const submit: Intent = {
  kind: 'submit',
  section: 'orders',
  action: 'advance-order',
  target: order,
  full: true,
  optional: ['eta'],
  about: { type: 'order', id: '01K1' },
}

const signed = (intent: Intent = submit, bearer: Parameters<typeof signIntent>[1] = mia) =>
  signIntent(intent, bearer, { key, now, id: '01K9' })

describe('a token', () => {
  test.each<Intent>([
    submit,
    { kind: 'panel' },
    { kind: 'panel', section: 'money', about: { type: 'customer', id: '01K2' } },
    { kind: 'rest', section: 'money' },
    { kind: 'section', section: 'orders', from: 98 },
    { kind: 'record', target: { type: 'order', id: '01K1' } },
    { kind: 'form', section: 'timeline', action: 'add-note', target: { type: 'customer', id: '01K2' } },
  ])('brings the intent back as it was, with the id to do it once by: $kind', async (intent) => {
    expect(await readActionToken(await signed(intent), mia, { key, now })).toEqual({ kind: 'read', intent, id: '01K9' })
  })

  test('on the homepage stands for no mail', async () => {
    const home = { ...mia, message: null }
    const token = await signed({ kind: 'panel' }, home)
    expect((await readActionToken(token, home, { key, now })).kind).toBe('read')
    expect(await readActionToken(token, mia, { key, now })).toEqual({ kind: 'refused', why: 'another_message' })
  })
})

test('a short secret makes no key', () => {
  expect(() => signingKey(new Uint8Array(31))).toThrow('too short')
})

describe('a token is refused', () => {
  const reading = async (token: string, bearer = mia, at = now, using = key) => {
    const read = await readActionToken(token, bearer, { key: using, now: at })
    return read.kind === 'refused' ? read.why : read.kind
  }

  test('in the hands of another user, and beside another mail', async () => {
    expect(await reading(await signed(), { ...mia, user: '01K0000000000000000000TOM0' })).toBe('another_user')
    expect(await reading(await signed(), { ...mia, message: 'msg-f:2' })).toBe('another_message')
  })

  test('when its time is over, not a second before', async () => {
    expect(await reading(await signed(), mia, now + (LIFETIME_SECONDS - 1) * 1000)).toBe('read')
    expect(await reading(await signed(), mia, now + LIFETIME_SECONDS * 1000)).toBe('expired')
  })

  test('when it was signed by another key', async () => {
    expect(await reading(await signed(), mia, now, await signingKey(new Uint8Array(32).fill(8)))).toBe('altered')
  })

  test('when a single character of it is another', async () => {
    const token = await signed()
    await fc.assert(
      fc.asyncProperty(
        // The last character of base64url holds bits that mean nothing.
        fc.nat({ max: token.length - 2 }),
        fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.'),
        async (at, character) => {
          fc.pre(token[at] !== character)
          const altered = token.slice(0, at) + character + token.slice(at + 1)
          expect(await reading(altered)).toBe('altered')
        },
      ),
    )
  })

  test.each(['', 'x', 'a.b.c', 'é.é.é'])('when it is no token at all: %j', async (token) => {
    expect(await reading(token)).toBe('altered')
  })

  test('when it is another kind of token, though made with the same key', async () => {
    const claims = {
      msg: mia.message,
      act: { kind: 'panel' },
      sub: mia.user,
      jti: '1',
      iat: now / 1000,
      exp: now / 1000 + 60,
    }
    const plainJwt = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', typ: 'JWT' }).sign(key)
    expect(await reading(plainJwt)).toBe('altered')
    const unsigned = `${Buffer.from('{"alg":"none","typ":"quayside-press+jwt"}').toString('base64url')}.${plainJwt.split('.')[1]}.`
    expect(await reading(unsigned)).toBe('altered')
  })

  test('as out of date, when it says something that this Quayside does not know', async () => {
    const later = { kind: 'later' } as unknown as Intent
    expect(await reading(await signed(later))).toBe('expired')
    const odd = { ...submit, target: { ...order, version: 'three' } } as unknown as Intent
    expect(await reading(await signed(odd))).toBe('expired')
  })
})
