import { addDays, type CivilDate } from '#shared/time/civil-date.ts'
import { instantOf } from '#shared/time/zone.ts'
import type { User } from '#shared/trade/index.ts'

/** Somebody who is away, to whoever stands in for them. */
export interface StandsFor {
  readonly id: string
  readonly alias: string
  readonly roles: readonly string[]
  /** Their last day away. */
  readonly until: CivilDate
}

/** A member of staff, to whom they might stand in for. */
export interface Colleague extends Pick<User, 'id' | 'alias' | 'away_from' | 'away_to' | 'away_at' | 'back_at'> {
  /** Whether they work here at present. */
  readonly active: boolean
}

/** From the first moment of the first day until the first after the last, in somebody's own zone; ms UTC. */
export const leaveSpan = (from: CivilDate, to: CivilDate, timezone: string) => ({
  away_at: instantOf(from, '00:00', timezone),
  back_at: instantOf(addDays(to, 1), '00:00', timezone),
})

/** Whether a leave is still to come or goes on: one that is over is kept and means nothing. */
export const hasLeave = ({ back_at }: Pick<User, 'back_at'>, now: number): boolean => back_at !== null && now < back_at
