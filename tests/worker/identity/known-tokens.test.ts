import { afterEach, expect, test, vi } from 'vitest'
import type { Issuer } from '../../../worker/src/identity/issuer.ts'
import { knownTokens } from '../../../worker/src/identity/known-tokens.ts'
import { microsoftIssuer } from '../../../worker/src/identity/microsoft.ts'
import { accessToken, microsoft } from './microsoft-tokens.ts'

/** A verifier that remembers, and how often the issuer's key was asked for. */
function aVerifier() {
  const issuer = microsoftIssuer(microsoft)
  const keys = vi.fn(issuer.keys as (...asked: unknown[]) => unknown)
  const identityOf = knownTokens([{ ...issuer, keys: keys as unknown as Issuer['keys'] }])
  return { identityOf, checks: () => keys.mock.calls.length }
}

const MINUTE = 60_000

afterEach(() => {
  vi.useRealTimers()
})

test('a token that was found good is checked once in five minutes', async () => {
  const token = await accessToken()
  const { identityOf, checks } = aVerifier()
  vi.useFakeTimers({ toFake: ['Date'] })
  const first = await identityOf(token)
  expect(first).not.toBeNull()
  expect(await identityOf(token)).toEqual(first)
  expect(checks()).toBe(1)
  vi.setSystemTime(Date.now() + 5 * MINUTE)
  expect(await identityOf(token)).toEqual(first)
  expect(checks()).toBe(2)
})

test('it is known no longer than it holds', async () => {
  const token = await accessToken({ exp: Math.floor(Date.now() / 1000) + 30 })
  const { identityOf, checks } = aVerifier()
  vi.useFakeTimers({ toFake: ['Date'] })
  expect(await identityOf(token)).not.toBeNull()
  // Within the leeway for clocks that are apart it is checked again, and past that refused.
  vi.setSystemTime(Date.now() + 31_000)
  expect(await identityOf(token)).not.toBeNull()
  expect(checks()).toBe(2)
  vi.setSystemTime(Date.now() + 2 * MINUTE)
  expect(await identityOf(token)).toBeNull()
})

test('one letter more or less is another token, and nobody’s', async () => {
  const token = await accessToken()
  const { identityOf } = aVerifier()
  expect(await identityOf(token)).not.toBeNull()
  expect(await identityOf(token.slice(0, -1))).toBeNull()
  expect(await identityOf(`${token}A`)).toBeNull()
})

test('what was refused is looked at each time', async () => {
  const token = await accessToken({ aud: 'somebody-else' })
  const { identityOf, checks } = aVerifier()
  expect(await identityOf(token)).toBeNull()
  expect(await identityOf(token)).toBeNull()
  expect(checks()).toBe(2)
})
