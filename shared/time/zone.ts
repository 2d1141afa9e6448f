import { type CivilDate, dateOfDay, dayNumber } from './civil-date.ts'

/** A formatter is some 60 kB; more zones than this no firm deals with. */
const PARTS_MAX = 100
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
    })
    if (PARTS.size >= PARTS_MAX) PARTS.clear()
    PARTS.set(timezone, formatter)
  }
  return formatter
}

/** Whether IANA knows the zone, in its own spelling. An offset such as `+08:00` is no zone: it has no daylight saving. */
export function isTimezone(zone: string): boolean {
  if (ZONES.has(zone)) return true
  if (!/^[A-Z][A-Za-z]*(\/[A-Z][\w+-]*)+$|^UTC$/.test(zone)) return false
  try {
    // A former name such as Asia/Calcutta; nothing is kept of it.
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

const ZONES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('timeZone'))

export interface WallClock {
  readonly date: CivilDate
  /** `HH:mm`, 24 hours. */
  readonly time: string
  /** 1 Monday to 7 Sunday. */
  readonly weekday: number
}

/** What a clock on the wall of that zone shows at an instant (ms UTC). */
export function wallClock(instant: number, timezone: string): WallClock {
  const minutes = Math.floor(instant / MINUTE_MS) + offsetMinutes(instant, timezone)
  const day = Math.floor(minutes / 1440)
  const inDay = minutes - day * 1440
  return {
    date: dateOfDay(day),
    time: `${pad(Math.floor(inDay / 60))}:${pad(inDay % 60)}`,
    // Day 0 was a Thursday.
    weekday: ((((day + 3) % 7) + 7) % 7) + 1,
  }
}

/** The civil date in a zone at an instant. */
export const dateIn = (instant: number, timezone: string): CivilDate => wallClock(instant, timezone).date

/**
 * The instant (ms UTC) at which a clock in that zone shows a date and `HH:mm`. A time that the clock jumps over in
 * spring moves on by the jump; of one that comes twice in autumn it is the first (domain 3.8).
 */
export function instantOf(date: CivilDate, time: string, timezone: string): number {
  const shown = Date.parse(`${date}T${time}Z`)
  const offsetAt = (instant: number) => offsetMinutes(instant, timezone) * MINUTE_MS
  // A day apart, the zone is surely still as before a change of its clocks, or already as after it.
  const before = shown - offsetAt(shown - DAY_MS)
  const after = shown - offsetAt(shown + DAY_MS)
  return before + offsetAt(before) !== shown && after + offsetAt(after) === shown ? after : before
}

/** How far a zone is ahead of UTC at an instant. */
export function offsetMinutes(instant: number, timezone: string): number {
  const quarter = Math.floor(instant / QUARTER_MS)
  const key = `${timezone} ${quarter}`
  let offset = OFFSETS.get(key)
  if (offset === undefined) {
    offset = offsetFromParts(quarter * QUARTER_MS, timezone)
    if (OFFSETS.size >= OFFSETS_MAX) OFFSETS.clear()
    OFFSETS.set(key, offset)
  }
  return offset
}

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/** Zones change at full quarters of an hour, so an offset holds for the whole of one; asking `Intl` is slow. */
const QUARTER_MS = 15 * MINUTE_MS
const OFFSETS = new Map<string, number>()
const OFFSETS_MAX = 5_000

function offsetFromParts(instant: number, timezone: string): number {
  const parts = Object.fromEntries(
    formatterOf(timezone)
      .formatToParts(instant)
      .map((part) => [part.type, part.value]),
  )
  const day = dayNumber(`${parts.year}-${parts.month}-${parts.day}`) ?? 0
  return day * 1440 + Number(parts.hour) * 60 + Number(parts.minute) - Math.floor(instant / MINUTE_MS)
}

const pad = (number: number): string => String(number).padStart(2, '0')
