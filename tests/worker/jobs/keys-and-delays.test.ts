import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type MailIdentity, mailKey } from '../../../worker/src/jobs/mail-key.ts'
import { ATTEMPTS_MAX, retryDelayMs } from '../../../worker/src/jobs/retry-delay.ts'

const id = fc.stringMatching(/^[0-9A-Z]{26}$/)
const identity: fc.Arbitrary<MailIdentity> = fc.record({
  tenantId: id,
  rule: fc.stringMatching(/^[a-z_]{1,20}$/),
  recordId: id,
  startedAt: fc.nat(),
  level: fc.nat(9),
  userId: id,
})

test('equal mails have one key, and no others have it', () => {
  fc.assert(
    fc.property(identity, identity, (one, other) => {
      const same = JSON.stringify(one) === JSON.stringify(other)
      expect(mailKey(one)).toBe(mailKey({ ...one }))
      expect(mailKey(one) === mailKey(other)).toBe(same)
    }),
  )
  fc.assert(
    fc.property(identity, fc.constantFrom('startedAt' as const, 'level' as const), (one, part) => {
      expect(mailKey({ ...one, [part]: one[part] + 1 })).not.toBe(mailKey(one))
    }),
  )
})

test('a key can stand in a Message-ID as it is (RFC 5322 dot-atom)', () => {
  fc.assert(
    fc.property(identity, (one) => {
      expect(mailKey(one)).toMatch(/^[A-Za-z0-9_]+(\.[A-Za-z0-9_]+)*$/)
    }),
  )
})

test('a wait is never shorter than what the provider asks, nor longer than ten hours where it asks for less', () => {
  const attempt = fc.integer({ min: 1, max: ATTEMPTS_MAX })
  const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
  fc.assert(
    fc.property(attempt, fc.nat(86_400_000), random, (nth, afterMs, chance) => {
      const wait = retryDelayMs(nth, afterMs, () => chance)
      expect(wait).toBeGreaterThanOrEqual(afterMs)
      expect(wait).toBeLessThanOrEqual(Math.max(afterMs, 36_000_000))
    }),
  )
})

test('a thousand mails that failed together come back over the whole time, and not together', () => {
  let seed = 1
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed / 2_147_483_647
  }
  const minutes = Array.from({ length: 1000 }, () => Math.floor(retryDelayMs(3, 0, random) / 60_000))
  const together = [...Map.groupBy(minutes, (minute) => minute).values()]
  const busiest = Math.max(...together.map(({ length }) => length))
  expect(busiest).toBeLessThanOrEqual((2 * 1000) / 30)
})
