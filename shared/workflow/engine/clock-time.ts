import type { Compiled } from '#shared/expression/compile.ts'
import { addDays, type CivilDate, isDate } from '#shared/time/civil-date.ts'
import {
  afterDays,
  afterWorkingDays,
  afterWorkingMinutes,
  nextOpen,
  type WorkCalendar,
  workingMinutes,
} from '#shared/time/work-calendar.ts'
import { dateIn, instantOf, isTimezone, wallClock } from '#shared/time/zone.ts'
import type { ClockSpec } from '../definition/clock-spec.ts'
import type { ClockRun } from './clock-run.ts'
import { type Ground, worth } from './ground.ts'

const MINUTE_MS = 60_000
const MORNING = '09:00'

/** When a clock began: an instant, and where it counts from a date, that date. */
export interface Beginning {
  readonly at: number
  readonly date: CivilDate | null
}

/** Null while there is nothing yet to count from. `entered` is when the stage was. */
export function beginningOf({ clock, ground }: ClockRun, entered: number, calendar: WorkCalendar): Beginning | null {
  const { from, fromDate } = clock
  if (fromDate) {
    const at = instantFrom(fromDate, ground, calendar, 'begins')
    if (at === null) return null
    const date = dateIn(at, calendar.timezone)
    return { at: instantOf(date, '00:00', calendar.timezone), date }
  }
  const at = from ? instantFrom(from, ground, calendar, 'begins') : entered
  return at === null ? null : { at, date: null }
}

/** When the time is over, by what the clock says and what makes it earlier; null while that is not known. */
export function endOf(run: ClockRun, spec: ClockSpec, from: Beginning, calendar: WorkCalendar): number | null {
  const { clock, ground } = run
  const agreed = clock.override && endFrom(clock.override, spec, ground, calendar)
  const end = agreed ?? ownEnd(run, spec, from, calendar)
  const earlier = clock.tightenBy && instantFrom(clock.tightenBy, ground, calendar, 'ends')
  return end === null || earlier === null ? end : Math.min(end, earlier)
}

function ownEnd(run: ClockRun, spec: ClockSpec, from: Beginning, calendar: WorkCalendar): number | null {
  const { clock, field, ground } = run
  const until = field?.value ?? clock.untilDate
  return until ? endFrom(until, spec, ground, calendar) : afterAmount(run, spec, from, 1, calendar)
}

/** A day that is over is found over when people are at work again; an instant is one. */
function endFrom(until: Compiled, { clock }: ClockSpec, ground: Ground, calendar: WorkCalendar): number | null {
  const end = instantFrom(until, ground, calendar, 'ends')
  return end === null || until.type === 'instant' || clock === 'elapsed' ? end : nextOpen(calendar, end)
}

/** So many times the amount of a clock later; null for one that has no amount. */
export function afterAmount(
  run: ClockRun,
  { clock, minutes, working_days, days }: ClockSpec,
  from: Beginning,
  times: number,
  calendar: WorkCalendar,
): number | null {
  if (minutes !== undefined)
    return clock === 'elapsed'
      ? from.at + minutes * times * MINUTE_MS
      : afterWorkingMinutes(calendar, from.at, minutes * times)
  if (working_days !== undefined) return afterWorkingDays(calendar, from.at, working_days * times)
  return days === undefined ? null : dayLater(run, from, days * times, calendar)
}

/**
 * So many days later: from an instant at its time of day, from a date in the morning, and then when people are at work
 * again. At a time and in a zone that the clock names, holidays do not move it (domain 3.8).
 */
export function dayLater(run: ClockRun, { at, date }: Beginning, days: number, calendar: WorkCalendar): number {
  if (date === null) return afterDays(calendar, at, days).fires
  const { at: time, tz } = run.clock.spec
  const instant = instantOf(addDays(date, days), time ?? MORNING, zoneOf(run, calendar))
  return time === undefined && tz === undefined ? nextOpen(calendar, instant) : instant
}

function zoneOf({ clock: { zone }, ground }: ClockRun, { timezone }: WorkCalendar): string {
  const named = zone === null || typeof zone === 'string' ? zone : worth(zone, ground)
  return typeof named === 'string' && isTimezone(named) ? named : timezone
}

/** A share of the time of a clock, in per cent of what it counts. */
export function shareOf(
  { clock }: ClockSpec,
  start: number,
  end: number,
  percent: number,
  calendar: WorkCalendar,
): number {
  if (clock === 'business') {
    const minutes = (workingMinutes(calendar, { from: start, to: end }) * percent) / 100
    return Math.floor(afterWorkingMinutes(calendar, start, minutes))
  }
  const instant = Math.floor(start + ((end - start) * percent) / 100)
  return clock === 'days' ? Math.min(end, nextOpen(calendar, instant)) : instant
}

/** So many days before the end, at the same time of day; before a date that ends it, in the morning. */
export function daysBefore({ clock, ground }: ClockRun, end: number, days: number, calendar: WorkCalendar): number {
  const date = clock.untilDate?.type === 'date' ? worth(clock.untilDate, ground) : null
  const there =
    typeof date === 'string' && isBusinessDate(date) ? { date, time: MORNING } : wallClock(end, calendar.timezone)
  return nextOpen(calendar, instantOf(addDays(there.date, -days), there.time, calendar.timezone))
}

/** So much later than the end. */
export function later(end: number, amount: number, unit: 'min' | 'h' | 'd' | 'wd', calendar: WorkCalendar): number {
  switch (unit) {
    case 'min':
      return end + amount * MINUTE_MS
    case 'h':
      return end + amount * 60 * MINUTE_MS
    case 'd':
      return afterDays(calendar, end, amount).fires
    case 'wd':
      return afterWorkingDays(calendar, end, amount)
  }
}

/** A day begins with its first minute, and is over after its last. Null for a moment that no calendar here reaches. */
function instantFrom(
  expression: Compiled,
  ground: Ground,
  { timezone }: WorkCalendar,
  day: 'begins' | 'ends',
): number | null {
  const value = worth(expression, ground)
  if (typeof value === 'number') return value >= YEARS.from && value < YEARS.to ? value : null
  if (typeof value !== 'string' || !isBusinessDate(value)) return null
  return instantOf(day === 'begins' ? value : addDays(value, 1), '00:00', timezone)
}

/** As records may have them. */
const YEARS = { from: Date.UTC(1900, 0, 1), to: Date.UTC(2200, 0, 1) }
const isBusinessDate = (date: CivilDate): boolean => isDate(date) && date >= '1900' && date < '2200'
