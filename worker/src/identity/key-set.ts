import { createLocalJWKSet, errors, type JSONWebKeySet, type JWK, type JWTVerifyGetKey } from 'jose'

/** Where an issuer's public keys come from. */
export interface KeySource {
  /** A JSON Web Key Set. No other address is ever asked, whatever a token says. */
  readonly url: string
  /** Which of the keys are good here; all of them unless said. */
  readonly accepts?: (key: JWK) => boolean
  /** ms UTC, real time. */
  readonly now: () => number
  /** How long an answer waits for keys. */
  readonly patienceMs?: number
  /** Outlives the process, so that a fresh one has keys while the issuer cannot be reached. */
  readonly openCache?: () => Promise<Cache>
}

/** Keys are fetched anew at this age, so that one which was taken back is refused soon after. */
const FRESH_MS = 5 * 60_000

/** The issuer is asked at most this often, whatever comes in. */
const PAUSE_MS = 30_000

const PATIENCE_MS = 2_000

const KEPT_SECONDS = 7 * 24 * 60 * 60

interface Held {
  readonly find: ReturnType<typeof createLocalJWKSet>
  /** ms UTC of when the issuer published them. */
  readonly at: number
}

/**
 * An issuer's keys, fetched when the first token comes. A key that is not known has them fetched again, at most
 * twice a minute. While the issuer does not answer, or answers with nonsense, the last good keys stay in use:
 * an outage of theirs signs nobody out. `createRemoteJWKSet` would drop them after ten minutes, and ask at each token.
 */
export function keySet({ url, accepts, now, patienceMs = PATIENCE_MS, openCache }: KeySource): JWTVerifyGetKey {
  let held: Held = { find: createLocalJWKSet({ keys: [] }), at: Number.NEGATIVE_INFINITY }
  let restoring: Promise<void> | undefined
  let fetching: Promise<void> | undefined
  let askedAt = Number.NEGATIVE_INFINITY
  let failing = false

  return async (header, token) => {
    if (header.kid === undefined) throw new errors.JWKSNoMatchingKey()
    restoring ??= restore()
    if (held.at === Number.NEGATIVE_INFINITY) await patiently(restoring, patienceMs)
    if (now() - held.at >= FRESH_MS) await renewed()
    try {
      return await held.find(header, token)
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error
      await renewed()
      return held.find(header, token)
    }
  }

  async function renewed(): Promise<void> {
    if (now() - askedAt >= PAUSE_MS) {
      askedAt = now()
      fetching = renew()
    }
    if (fetching) await patiently(fetching, patienceMs)
  }

  async function renew(): Promise<void> {
    try {
      const published = goodKeys(await fetchKeys(url, patienceMs))
      held = { find: createLocalJWKSet(published), at: now() }
      failing = false
      await keep(published)
    } catch {
      if (!failing) console.warn(`The keys of ${new URL(url).host} cannot be fetched`)
      failing = true
    }
  }

  async function restore(): Promise<void> {
    try {
      const kept = await (await openCache?.())?.match(url)
      const { at, keys } = (await kept?.json<JSONWebKeySet & { at: number }>()) ?? { at: 0, keys: [] }
      if (at > held.at) held = { find: createLocalJWKSet(goodKeys({ keys })), at }
    } catch {
      // Nothing is kept here. What may be there is only ever our own.
    }
  }

  async function keep({ keys }: JSONWebKeySet): Promise<void> {
    const headers = { 'Cache-Control': `max-age=${KEPT_SECONDS}` }
    const kept = Response.json({ at: held.at, keys }, { headers })
    // Without it they are kept in memory alone, as on addresses of workers.dev.
    await openCache?.()
      .then((cache) => cache.put(url, kept))
      .catch(() => {})
  }

  /** Throws for what is no key set, and for one without a key that is good here. */
  function goodKeys(published: JSONWebKeySet): JSONWebKeySet {
    const { keys } = createLocalJWKSet(published).jwks()
    const good = keys.filter((key) => key.kty === 'RSA' && (accepts?.(key) ?? true))
    if (good.length === 0) throw new errors.JWKSInvalid()
    return { keys: good }
  }
}

async function fetchKeys(url: string, patienceMs: number): Promise<JSONWebKeySet> {
  const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(patienceMs) })
  if (response.status === 200) return response.json()
  await response.body?.cancel()
  throw new errors.JWKSInvalid()
}

/** Several may wait for what one of them has begun; when that one goes away, it would never end. */
async function patiently(work: Promise<void>, patienceMs: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patienceMs)
  })
  await Promise.race([work, enough])
  clearTimeout(timer)
}
