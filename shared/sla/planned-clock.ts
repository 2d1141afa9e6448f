import type { Text } from '#shared/i18n/language.ts'

/** A clock of a stage as a deal keeps it: with everything that a tick needs, so that it reads no definition. */
export interface PlannedClock {
  /** `lead.claim`: the stage, and the clock of it; of a record `quotation.no_reply:01J…`, or everywhere `installment.overdue:01J…`. */
  readonly key: string
  /** ms UTC. */
  readonly startedAt: number
  /** When its time is over, ms UTC; null for one that merely reminds. */
  readonly due: number | null
  /** In the order of time; at least one. */
  readonly levels: readonly PlannedLevel[]
}

export interface PlannedLevel {
  /** ms UTC. */
  readonly at: number
  readonly label: Text
  readonly tells: readonly Told[]
  /** What else is done, by name. */
  readonly action: string | null
}

/** Somebody by what they are, or whoever stands so many above them. */
export interface Told {
  /** `owner` of the deal, `fallback` of the firm, `user:01K…`, `role:finance`, `leader:01K…` of a team. */
  readonly who: 'owner' | 'fallback' | `${'user' | 'role' | 'leader'}:${string}`
  readonly up: number
}

/**
 * Which occurrence it is: when its last level comes. Of a clock whose end has moved nothing that was said of the former end
 * holds any more.
 */
export const occurrenceOf = ({ startedAt, levels }: PlannedClock): number => levels.at(-1)?.at ?? startedAt
