import { addDays, type CivilDate } from './civil-date.ts'
import { instantOf, wallClock } from './zone.ts'

/**
 * When people work (domain 3.8). Hours are those of a wall clock in the calendar's zone and become instants by the
 * zone's own rules, so that a night shift loses or gains an hour with the clocks.
 */
export interface WorkCalendar {
  readonly timezone: string
  /** By weekday, `1` Monday to `7` Sunday: from and to as `HH:mm`, in order; beyond `24:00` it goes on into the next day. */
  readonly weekly: Readonly<Record<string, readonly Hours[]>>
  readonly holidays: ReadonlySet<CivilDate>
  /** Days worked in place of others, as China's State Council names them (调休); a holiday of the same date gives way. */
  readonly makeup: ReadonlySet<CivilDate>
  /** The weekday whose hours such a day has. */
  readonly makeupAs: number
}

export type Hours = readonly [from: string, to: string]

interface Span {
  /** ms UTC. */
  readonly from: number
  readonly to: number
}

const MINUTE_MS = 60_000
/** No calendar is closed for so long; one that is has no hours at all. */
const CLOSED_DAYS_MAX = 400

/**
 * The instant (ms UTC) at which that many minutes of work have gone by since `start`; used up exactly at closing time,
 * it is that closing time. Throws for a calendar that is never open.
 */
export function afterWorkingMinutes(calendar: WorkCalendar, start: number, minutes: number): number {
  let leftMs = minutes * MINUTE_MS
  if (leftMs <= 0) return start
  for (const span of spansFrom(calendar, start)) {
    const from = Math.max(span.from, start)
    if (leftMs <= span.to - from) return from + leftMs
    leftMs -= span.to - from
  }
  throw neverOpen()
}

/** The same time of day that many open days later; a start outside of hours first moves to the next opening. */
export function afterWorkingDays(calendar: WorkCalendar, start: number, days: number): number {
  const begun = nextOpen(calendar, start)
  const { date, time } = wallClock(begun, calendar.timezone)
  let day = date
  for (let left = days; left > 0; left--) day = openDay(calendar, addDays(day, 1), 1)
  return instantOf(day, time, calendar.timezone) + (begun % MINUTE_MS)
}

/** The same time of day that many calendar days later, and when that is outside of hours, the next opening. */
export function afterDays(
  calendar: WorkCalendar,
  start: number,
  days: number,
): { readonly raw: number; readonly fires: number } {
  const { date, time } = wallClock(start, calendar.timezone)
  const raw = instantOf(addDays(date, days), time, calendar.timezone) + (start % MINUTE_MS)
  return { raw, fires: nextOpen(calendar, raw) }
}

/** That instant if people are at work then, else when they next begin. */
export function nextOpen(calendar: WorkCalendar, instant: number): number {
  for (const { from } of spansFrom(calendar, instant)) return Math.max(from, instant)
  throw neverOpen()
}

/** That instant if people are at work then or just went home, else when they last went. */
export function lastOpen(calendar: WorkCalendar, instant: number): number {
  const { date } = wallClock(instant, calendar.timezone)
  for (let away = 0; away < CLOSED_DAYS_MAX; away++) {
    const day = addDays(date, -away)
    const begun = hoursOn(calendar, day)
      .map(([from, to]) => ({ from: timeOn(calendar, day, from), to: timeOn(calendar, day, to) }))
      .filter(({ from }) => from <= instant)
    if (begun.length > 0) return Math.min(instant, Math.max(...begun.map(({ to }) => to)))
  }
  throw neverOpen()
}

/** Minutes of work between two instants, without those of the pauses, which may overlap. */
export function workingMinutes(calendar: WorkCalendar, { from, to }: Span, pauses: readonly Span[] = []): number {
  let sum = 0
  for (const span of spansFrom(calendar, from)) {
    if (span.from >= to) break
    sum += open({ from: Math.max(span.from, from), to: Math.min(span.to, to) }, pauses)
  }
  return sum / MINUTE_MS
}

/** The open day nearest to a date, itself included, forwards (`1`) or backwards (`-1`). */
export function openDay(calendar: WorkCalendar, date: CivilDate, direction: 1 | -1): CivilDate {
  for (let away = 0; away < CLOSED_DAYS_MAX; away++) {
    const day = addDays(date, away * direction)
    if (hoursOn(calendar, day).length > 0) return day
  }
  throw neverOpen()
}

function hoursOn({ weekly, holidays, makeup, makeupAs, timezone }: WorkCalendar, date: CivilDate): readonly Hours[] {
  if (makeup.has(date)) return weekly[makeupAs] ?? []
  if (holidays.has(date)) return []
  return weekly[wallClock(instantOf(date, '12:00', timezone), timezone).weekday] ?? []
}

/** The times of work that end after an instant, in order; those of a night begin on the day before. */
function* spansFrom(calendar: WorkCalendar, instant: number): Generator<Span> {
  let date = addDays(wallClock(instant, calendar.timezone).date, -1)
  for (let closed = 0; closed < CLOSED_DAYS_MAX; closed++, date = addDays(date, 1)) {
    for (const [from, to] of hoursOn(calendar, date)) {
      const span = { from: timeOn(calendar, date, from), to: timeOn(calendar, date, to) }
      if (span.to <= instant || span.to <= span.from) continue
      closed = -1
      yield span
    }
  }
}

/** `30:00` is six in the morning of the next day. */
function timeOn({ timezone }: WorkCalendar, date: CivilDate, time: string): number {
  const hour = Number(time.slice(0, 2))
  const days = Math.floor(hour / 24)
  return instantOf(addDays(date, days), `${String(hour - 24 * days).padStart(2, '0')}${time.slice(2)}`, timezone)
}

/** How much of a span lies in none of the pauses. */
function open(span: Span, pauses: readonly Span[]): number {
  let sum = 0
  let from = span.from
  for (const pause of [...pauses].sort((a, b) => a.from - b.from)) {
    if (pause.to <= from || pause.from >= span.to) continue
    sum += Math.max(0, pause.from - from)
    from = Math.max(from, pause.to)
  }
  return sum + Math.max(0, span.to - from)
}

const neverOpen = () => new RangeError('a calendar that is never open')
