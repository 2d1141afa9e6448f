import { addDays } from '#shared/time/civil-date.ts'
import { instantOf, wallClock } from '#shared/time/zone.ts'

/** Whether people are at their desks: Monday to Friday, 09:00 to 18:00 on their own clock. */
export interface Desk {
  readonly awake: boolean
  /** Whole minutes until they leave, or until they are back; at least 1. */
  readonly minutes: number
}

const OPENS = '09:00'
const CLOSES = '18:00'
const FRIDAY = 5

/** How it is at a desk in a zone (IANA) at an instant (ms UTC). */
export function deskAt(now: number, timezone: string): Desk {
  const { date, time, weekday } = wallClock(now, timezone)
  const minutesUntil = (days: number, then: string) =>
    Math.ceil((instantOf(addDays(date, days), then, timezone) - now) / 60_000)
  const works = weekday <= FRIDAY
  if (works && time < OPENS) return { awake: false, minutes: minutesUntil(0, OPENS) }
  if (works && time < CLOSES) return { awake: true, minutes: minutesUntil(0, CLOSES) }
  return { awake: false, minutes: minutesUntil(weekday < FRIDAY ? 1 : 8 - weekday, OPENS) }
}

/** Somebody who waits for an answer. */
export interface Waiting {
  readonly id: string
  /** IANA; null when nobody knows where they are. */
  readonly timezone: string | null
  /** ms UTC. */
  readonly since: number
}

/**
 * Whom to answer first: those at their desks, who leaves soonest first; then the others, who is back soonest
 * first; then those whose clock nobody knows. Among equals, who has waited longest.
 */
export function inWakingOrder<T extends Waiting>(list: readonly T[], now: number): T[] {
  const ranked = list.map((one) => ({ one, desk: one.timezone === null ? NOWHERE : deskAt(now, one.timezone) }))
  return ranked
    .sort(
      (a, b) =>
        Number(b.desk.awake) - Number(a.desk.awake) ||
        a.desk.minutes - b.desk.minutes ||
        a.one.since - b.one.since ||
        (a.one.id < b.one.id ? -1 : 1),
    )
    .map(({ one }) => one)
}

/** Later than any Monday; infinity less infinity would be no number. */
const NOWHERE: Desk = { awake: false, minutes: Number.MAX_SAFE_INTEGER }
