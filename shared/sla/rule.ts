import type { RecordRef } from '#shared/api.ts'
import type { Text } from '#shared/i18n/language.ts'

/** Something that ought to be done in time, and who is told, step by step, when it is not. */
export interface Rule {
  readonly key: string
  /** The type of record it watches: one with a page of its own, to which the reminder leads. */
  readonly on: RecordRef['type']
  /** When the clock of a record of that type began, ms UTC; null while there is nothing to wait for. */
  readonly startOf: (record: object) => number | null
  /** The earliest first. */
  readonly levels: readonly Level[]
}

export interface Level {
  /** Elapsed minutes from the start, nights and holidays included (domain 3.8). */
  readonly afterMinutes: number
  /** What is reached with it. */
  readonly label: Text
  readonly tells: readonly Addressee[]
}

/** Whom a level tells: who is to act, who stands above them, above those, and the firm's last resort. */
export type Addressee = 'responsible' | 'superior' | 'second_superior' | 'fallback'
