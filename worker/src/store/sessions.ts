import { sql } from 'drizzle-orm'
import { sessions } from './schema.ts'
import { given, prepared, type Statement } from './statement.ts'

/** A session ends that long after it began, ms. */
const LIFE_MS = 12 * 60 * 60_000
/** And that long after it was last used. */
const IDLE_MS = 2 * 60 * 60_000
/** A use is written down no more often than this: not every request of a page is one. */
const USE_MS = 60_000

export type SessionNames = 'hash' | 'born' | 'used'

/** What a statement with {@link SESSION_HOLDS} in it is given: by the token's hash, at a moment. */
export const sessionAt = (hash: string, now: number) => ({ hash, born: now - LIFE_MS, used: now - IDLE_MS })

/** Of a row `k`: it is that session, and it has not ended. */
export const SESSION_HOLDS = sql`k.token_hash = ${given('hash')} AND k.started_at > ${given('born')}
  AND k.used_at > ${given('used')}`

/** Whether a use at `now` is to be written down. */
export const isNewUse = (usedAt: number, now: number): boolean => now - usedAt >= USE_MS

const START = [
  // What has ended is of no use to anybody.
  prepared<'tenant' | 'person' | 'born' | 'used'>(sql`DELETE FROM ${sessions}
    WHERE tenant_id = ${given('tenant')} AND user_id = ${given('person')}
      AND (started_at <= ${given('born')} OR used_at <= ${given('used')})`),
  prepared<'tenant' | 'person' | 'hash' | 'now'>(sql`INSERT INTO ${sessions}
    (token_hash, tenant_id, user_id, started_at, used_at)
    VALUES (${given('hash')}, ${given('tenant')}, ${given('person')}, ${given('now')}, ${given('now')})`),
] as const

/** Begins a session of a person, known by the hash of its token. */
export function startSession(
  person: { readonly tenantId: string; readonly id: string },
  hash: string,
  now: number,
): Statement[] {
  const values = { ...sessionAt(hash, now), tenant: person.tenantId, person: person.id, now }
  return START.map((make) => make(values))
}

/** Ends a session; nothing when there is none. */
export const endSession = prepared<'hash'>(sql`DELETE FROM ${sessions} WHERE token_hash = ${given('hash')}`)

/** Writes down that a session was used. */
export const useSession = prepared<'hash' | 'now'>(
  sql`UPDATE ${sessions} SET used_at = max(used_at, ${given('now')}) WHERE token_hash = ${given('hash')}`,
)
