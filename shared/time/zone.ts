import type { CivilDate } from './civil-date.ts'

const PARTS = new Map<string, Intl.DateTimeFormat>()

function formatterOf(timezone: string): Intl.DateTimeFormat {
  let formatter = PARTS.get(timezone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', {
      timeZone: timezone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      weekday: 'short',
    })
    PARTS.set(timezone, formatter)
  }
  return formatter
}

/** Whether IANA knows the zone. An offset such as `+08:00` is no zone: it has no daylight saving. */
export function isTimezone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false
  try {
    formatterOf(zone)
    return true
  } catch {
    return false
  }
}

export interface WallClock {
  readonly date: CivilDate
  /** `HH:mm`, 24 hours. */
  readonly time: string
  /** 1 Monday to 7 Sunday. */
  readonly weekday: number
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** What a clock on the wall of that zone shows at an instant (ms UTC). */
export function wallClock(instant: number, timezone: string): WallClock {
  const parts = Object.fromEntries(
    formatterOf(timezone)
      .formatToParts(instant)
      .map((part) => [part.type, part.value]),
  )
  return {
    date: `${parts.year}-${parts.month}-${parts.day}`,
    time: `${parts.hour}:${parts.minute}`,
    weekday: WEEKDAYS.indexOf(parts.weekday ?? '') + 1,
  }
}

/** The civil date in a zone at an instant. */
export const dateIn = (instant: number, timezone: string): CivilDate => wallClock(instant, timezone).date
