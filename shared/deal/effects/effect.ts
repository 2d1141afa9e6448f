import type { Problem } from '#shared/api.ts'
import type { Change, Values } from '#shared/record/change.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import type { CivilDate } from '#shared/time/civil-date.ts'
import type { WayType } from '#shared/workflow/standard/index.ts'
import type { FactView } from '../deal-facts.ts'
import type { DealFile } from '../deal-file.ts'

/** With what effects are worked out. */
export interface EffectView extends FactView {
  /** ms UTC. */
  readonly now: number
  readonly today: CivilDate
  readonly timezone: string
  /** Who acts; null for what happens by itself. */
  readonly actorId: string | null
  /** A new record id (ULID) at each call. */
  readonly newId: () => string
}

export interface EffectContext {
  /** The deal as it is after the step itself. */
  readonly file: DealFile
  readonly type: 'deal' | WayType
  /** The record that took the step, as it is after it. */
  readonly record: AnyRecord
  /** What the definition says besides the effect's name. */
  readonly with: Values
  readonly view: EffectView
}

/** What else is written when a step is taken; or why it cannot be. */
export type Effect = (context: EffectContext) => Effected

export type Effected = { readonly changes: readonly Change[] } | { readonly problems: readonly Problem[] }

export const effected = (...changes: readonly Change[]): Effected => ({ changes })

/** A change of a record that is there; nothing when it says nothing new. */
export const changed = (type: Change['type'], before: AnyRecord, values: Values): Change => ({
  kind: 'update',
  type,
  before,
  values,
})
