import { z } from 'zod'
import { addDays } from '#shared/time/civil-date.ts'
import {
  afterDays,
  afterWorkingDays,
  afterWorkingMinutes,
  openDay,
  type WorkCalendar,
  workingMinutes,
} from '#shared/time/work-calendar.ts'
import { instantOf, isTimezone, wallClock } from '#shared/time/zone.ts'
import { type Family, family } from '../family.ts'
import { date } from '../notation.ts'
import type { VectorFile } from '../vector-file.ts'
import { zoneAbbreviation } from '../zone-abbreviation.ts'

const instant = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text))
const zone = z.string().refine(isTimezone, 'a time zone expected')
const Span = z.union([
  z.object({ from: instant, to: instant }),
  z.tuple([instant, instant]).transform(([from, to]) => ({ from, to })),
])
/** Ten years of minutes. */
const Minutes = z.int().min(0).max(5_300_000)
const Days = z.int().min(0).max(3_650)

/** A calendar as files for this command have it. */
export const Calendar = z
  .object({
    tz: zone,
    weekly: z.record(z.string(), z.array(z.tuple([z.string(), z.string()]))),
    holidays: z.array(date).default([]),
    makeup: z.array(date).default([]),
    makeup_as: z.int().min(1).max(7).default(1),
  })
  .transform(
    ({ tz, weekly, holidays, makeup, makeup_as }): WorkCalendar => ({
      timezone: tz,
      weekly,
      holidays: new Set(holidays),
      makeup: new Set(makeup),
      makeupAs: makeup_as,
    }),
  )

/** F8_business: minutes of work. */
export const businessClock: Family = family(
  z.object({ calendar: z.string(), start: instant, minutes: Minutes }),
  ({ calendar: name, start, minutes }, file) => {
    const calendar = calendarOf(file, name)
    return due(afterWorkingMinutes(calendar, start, minutes), calendar.timezone)
  },
)

/** F8_elapsed: minutes of the clock on the wall. */
export const elapsedClock: Family = family(
  z.object({ start: instant, minutes: Minutes, tz: zone }),
  ({ start, minutes, tz }) => due(start + minutes * 60_000, tz),
)

/** F8_days: days of the calendar, fired in office hours. */
export const daysClock: Family = family(
  z.object({ calendar: z.string(), start: instant, days: Days }),
  ({ calendar: name, start, days }, file) => {
    const calendar = calendarOf(file, name)
    const { raw, fires } = afterDays(calendar, start, days)
    return { raw_utc: utc(raw), fires_utc: utc(fires), fires_local: local(fires, calendar.timezone) }
  },
)

/** F8_workdays: the same time of day, open days later. */
export const workdaysClock: Family = family(
  z.object({ calendar: z.string(), start: instant, working_days: Days }),
  ({ calendar: name, start, working_days }, file) => {
    const calendar = calendarOf(file, name)
    return due(afterWorkingDays(calendar, start, working_days), calendar.timezone)
  },
)

/** F8_payment: a mail to the customer at nine in their zone, and a task for finance never later than that day. */
export const paymentClock: Family = family(
  z.object({ due: date, before: Days, customer_tz: zone, calendar: z.string().default('SZX') }),
  ({ due: dueDate, before, customer_tz, calendar: name }, file) => {
    const calendar = calendarOf(file, name)
    const day = addDays(dueDate, -before)
    const task = instantOf(openDay(calendar, day, -1), NINE, calendar.timezone)
    return {
      customer_mail_utc: utc(instantOf(day, NINE, customer_tz)),
      finance_task_utc: utc(task),
      finance_task_local: local(task, calendar.timezone),
    }
  },
)

/** F8_between: how much was worked between two instants. */
export const workBetween: Family = family(
  z.object({ calendar: z.string(), from: instant, to: instant, pauses: z.array(Span).default([]) }),
  ({ calendar, from, to, pauses }, file) => ({
    working_minutes: workingMinutes(calendarOf(file, calendar), { from, to }, pauses),
  }),
)

const NINE = '09:00'

const Calendars = z.looseObject({ calendars: z.record(z.string(), z.unknown()).default({}) })

const calendarOf = (file: VectorFile, name: string): WorkCalendar =>
  Calendar.parse(Calendars.parse(file).calendars[name])

const utc = (moment: number): string => new Date(moment).toISOString().replace('.000Z', 'Z')

const local = (moment: number, timezone: string): string => {
  const { date, time } = wallClock(moment, timezone)
  return `${date} ${time} ${zoneAbbreviation(moment, timezone)}`
}

const due = (moment: number, timezone: string) => ({ due_utc: utc(moment), due_local: local(moment, timezone) })
