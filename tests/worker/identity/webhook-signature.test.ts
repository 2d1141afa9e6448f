import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSigned, isTimely, newWebhookSecret } from '../../../worker/src/identity/webhook-signature.ts'
import { signatureOf } from '../hooks.ts'

const encoded = (text: string) => Uint8Array.from(new TextEncoder().encode(text))

/** The example that Standard Webhooks and its libraries publish. */
const PUBLISHED = {
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  timestamp: '1614265330',
  body: encoded('{"test": 2432232314}'),
  signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
}
const { secret: SECRET, ...SIGNED } = PUBLISHED

test('the published example is signed by its secret and by no other', async () => {
  expect(await isSigned(SIGNED, [SECRET])).toBe(true)
  expect(await isSigned(SIGNED, [newWebhookSecret()])).toBe(false)
  expect(await isSigned(SIGNED, [])).toBe(false)
})

const visible = (min: number, max: number) =>
  fc.string({
    unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
    minLength: min,
    maxLength: max,
  })

/** A message as somebody signed it. */
const message = fc.record({
  id: visible(1, 40),
  timestamp: fc.integer({ min: 1_600_000_000, max: 2_000_000_000 }).map(String),
  body: fc.json(),
})

const signed = ({ id, timestamp, body }: { id: string; timestamp: string; body: string }, secret: string) => ({
  id,
  timestamp,
  body: encoded(body),
  signature: `v1,${signatureOf(secret, id, timestamp, body)}`,
})

/** One letter of a text made another. */
const changed = (text: string, at: number, to: number): string => {
  const place = at % text.length
  const other = String.fromCharCode(0x21 + to)
  return text.slice(0, place) + (text[place] === other ? '~' : other) + text.slice(place + 1)
}

test('what was signed is accepted, and with one byte of any field changed it is refused', async () => {
  const secret = newWebhookSecret()
  await fc.assert(
    fc.asyncProperty(
      message,
      fc.nat(),
      fc.integer({ min: 0, max: 92 }),
      fc.integer({ min: 1, max: 255 }),
      async (one, at, to, bits) => {
        const good = signed(one, secret)
        expect(await isSigned(good, [secret])).toBe(true)
        for (const field of ['id', 'timestamp', 'signature'] as const) {
          const forged = { ...good, [field]: changed(good[field], at, to) }
          expect([field, forged[field], await isSigned(forged, [secret])]).toEqual([field, forged[field], false])
        }
        const body = good.body.slice()
        body[at % body.length] = (body[at % body.length] ?? 0) ^ bits
        expect(await isSigned({ ...good, body }, [secret])).toBe(false)
      },
    ),
    { numRuns: 300 },
  )
})

test('a signature has one spelling: what base64 passes over at its end is looked at', async () => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  const accepted = []
  for (const letter of letters) {
    const signature = SIGNED.signature.replace(/.=$/, `${letter}=`)
    if (await isSigned({ ...SIGNED, signature }, [SECRET])) accepted.push(signature)
  }
  expect(accepted).toEqual([SIGNED.signature])
  for (const signature of [`${SIGNED.signature}=`, SIGNED.signature.slice(0, -1), `${SIGNED.signature}\n`]) {
    expect(await isSigned({ ...SIGNED, signature }, [SECRET])).toBe(false)
  }
})

describe('while a secret is changed for another', () => {
  const [old, next] = [newWebhookSecret(), newWebhookSecret()]
  const one = { id: 'msg_1', timestamp: '1614265330', body: '{}' }
  const both = { ...signed(one, old), signature: `${signed(one, old).signature} ${signed(one, next).signature}` }

  test('any signature by any of the secrets is enough, in any order, beside those of other kinds', async () => {
    for (const secrets of [[old], [next], [next, old]]) expect(await isSigned(both, secrets)).toBe(true)
    const beside = { ...both, signature: `v1a,AAAA v2,${both.signature.slice(3)}` }
    expect(await isSigned(beside, [next])).toBe(true)
    expect(await isSigned(signed(one, old), [next])).toBe(false)
  })

  test('a header of a thousand signatures is not tried to its end', async () => {
    const many = `${'v1,AAAA '.repeat(1_000)}${both.signature}`
    expect(await isSigned({ ...both, signature: many }, [old])).toBe(false)
  })
})

test.each([
  ['now', 0, true],
  ['five minutes ago', -300, true],
  ['in five minutes', 300, true],
  ['five minutes and a second ago', -301, false],
  ['in five minutes and a second', 301, false],
])('signed %s', (_, seconds, timely) => {
  const now = 1_614_265_330_000
  expect(isTimely(String(now / 1000 + seconds), now)).toBe(timely)
})

test.each(['', '-1', '1e9', '1614265330.0', ' 1614265330', 'NaN', '0x60000000', '9'.repeat(40)])(
  '%j is no time',
  (text) => {
    expect(isTimely(text, 1_614_265_330_000)).toBe(false)
  },
)
