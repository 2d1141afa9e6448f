/** What may be asked for: a copy of what is known of somebody, or that it be erased. */
export const PRIVACY_KINDS = ['export', 'erasure'] as const
export type PrivacyKind = (typeof PRIVACY_KINDS)[number]

/** `ready` is found and waits: an erasure for a second person, an export to be fetched. */
export type PrivacyStatus = 'collecting' | 'ready' | 'running' | 'done' | 'refused'

/** Who wants it. Never a name: the log outlasts the person. */
export const ASKED_BY = ['person', 'authority', 'retention'] as const

/** By which right: GDPR 15 to 17, PIPL 45 to 47 or the like, or the firm's own time of keeping. */
export const BASES = ['access', 'erasure', 'consent_withdrawn', 'objection', 'no_longer_needed'] as const

/** Where the walk over everything goes on. Files come after the last place. */
export interface Progress {
  readonly place: number
  readonly after: readonly (string | number)[] | null
  /** How often everything was walked. What is written meanwhile is met by the next round. */
  readonly round: number
  /** Rows changed in this round: one that changes nothing is the last. */
  readonly changed: number
}

export const BEGINNING: Progress = { place: 0, after: null, round: 1, changed: 0 }

/** How long a copy of somebody's data lies there to be fetched: whoever asked for it has a week. */
export const COPY_KEPT_MS = 7 * 86_400_000

/** One month from when it came, on the same day or the last of the next month (GDPR 12(3)); ms UTC. */
export function privacyDue(receivedAt: number): number {
  const at = new Date(receivedAt)
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()]
  const last = new Date(Date.UTC(year, month + 2, 0)).getUTCDate()
  return Date.UTC(year, month + 1, Math.min(day, last), at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds())
}

/** What an erased person is called from then on: the same in every place, and leads back to nobody. `sign` is four characters. */
export const pseudonymOf = (sign: string): string => `erased person ${sign}`
