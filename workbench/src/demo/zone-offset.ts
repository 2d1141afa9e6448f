import { dayNumber } from '#shared/time/civil-date.ts'
import { wallClock } from '#shared/time/zone.ts'

const MINUTE_MS = 60_000

/** By how many minutes a zone is ahead of UTC at an instant (ms UTC). */
export function offsetMinutes(instant: number, timezone: string): number {
  const clock = wallClock(instant, timezone)
  const [hours = 0, minutes = 0] = clock.time.split(':').map(Number)
  return ((dayNumber(clock.date) ?? 0) * 24 + hours) * 60 + minutes - Math.floor(instant / MINUTE_MS)
}

/** ms UTC of a minute of a day on a zone's clock. */
export function instantIn(timezone: string, day: number, minute: number): number {
  const asIfUtc = (day * 24 * 60 + minute) * MINUTE_MS
  return asIfUtc - offsetMinutes(asIfUtc - offsetMinutes(asIfUtc, timezone) * MINUTE_MS, timezone) * MINUTE_MS
}
