import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  afterDays,
  afterWorkingDays,
  afterWorkingMinutes,
  nextOpen,
  type WorkCalendar,
  workingMinutes,
} from '#shared/time/work-calendar.ts'
import { wallClock } from '#shared/time/zone.ts'

const at = (text: string) => Date.parse(text)
const weekdays = (...hours: [string, string][]) =>
  Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, hours]))

const shenzhen: WorkCalendar = {
  timezone: 'Asia/Shanghai',
  weekly: weekdays(['09:00', '12:00'], ['13:30', '18:00']),
  holidays: new Set(['2026-05-01', '2026-05-02', '2026-05-03', '2026-05-04', '2026-05-05']),
  makeup: new Set(['2026-05-09']),
  makeupAs: 1,
}
const night: WorkCalendar = {
  timezone: 'America/New_York',
  weekly: { ...weekdays(['22:00', '30:00']), 6: [['22:00', '30:00']], 7: [['22:00', '30:00']] },
  holidays: new Set(),
  makeup: new Set(),
  makeupAs: 1,
}
const closed: WorkCalendar = { ...shenzhen, weekly: {} }

test('48 working hours over Labour Day and a Saturday made up for it (domain 3.8, business row 10)', () => {
  expect(afterWorkingMinutes(shenzhen, at('2026-04-29T01:00:00Z'), 2_880)).toBe(at('2026-05-11T04:00:00Z'))
})

test('a night shift that loses an hour, and one that gains one (rows 13 and 14)', () => {
  expect(afterWorkingMinutes(night, at('2026-03-08T03:00:00Z'), 480)).toBe(at('2026-03-09T03:00:00Z'))
  expect(afterWorkingMinutes(night, at('2026-11-01T02:00:00Z'), 540)).toBe(at('2026-11-01T11:00:00Z'))
})

test('pauses are taken off in working minutes, however they overlap (between, row 3)', () => {
  const span = { from: at('2026-03-11T01:00:00Z'), to: at('2026-03-13T10:00:00Z') }
  const pause = { from: at('2026-03-11T09:00:00Z'), to: at('2026-03-13T02:00:00Z') }
  expect(workingMinutes(shenzhen, span, [pause])).toBe(780)
  expect(workingMinutes(shenzhen, span, [pause, { ...pause, from: pause.from + 60_000 }])).toBe(780)
})

test('a working day that begins in the lunch break begins after it (working days, row 4)', () => {
  expect(afterWorkingDays(shenzhen, at('2026-03-10T04:40:00Z'), 1)).toBe(at('2026-03-11T05:30:00Z'))
})

test('seconds are kept', () => {
  expect(afterWorkingMinutes(shenzhen, at('2026-03-11T01:00:30Z'), 60)).toBe(at('2026-03-11T02:00:30Z'))
  expect(afterDays(shenzhen, at('2026-03-10T01:00:30Z'), 1).raw).toBe(at('2026-03-11T01:00:30Z'))
})

describe('a calendar that is never open is an error, and no endless search', () => {
  test.each([() => afterWorkingMinutes(closed, 0, 1), () => nextOpen(closed, 0), () => afterWorkingDays(closed, 0, 1)])(
    '%s',
    (search) => expect(search).toThrow(RangeError),
  )
  test('nor does anything happen in it', () => expect(workingMinutes(closed, { from: 0, to: 9e9 })).toBe(0))
})

/** Minute by minute, as somebody with a watch would count. */
function isOpen({ weekly, holidays, makeup, makeupAs, timezone }: WorkCalendar, instant: number): boolean {
  const { date, time, weekday } = wallClock(instant, timezone)
  const hours = makeup.has(date) ? weekly[makeupAs] : holidays.has(date) ? [] : weekly[weekday]
  return (hours ?? []).some(([from, to]) => from <= time && time < to)
}

const calendars = fc.record({
  timezone: fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Asia/Riyadh'),
  weekly: fc.constantFrom(
    weekdays(['09:00', '12:00'], ['13:30', '18:00']),
    { ...weekdays(['08:30', '17:15']), 6: [['10:00', '14:00']] },
    { 7: [['08:00', '16:00']], 1: [['08:00', '16:00']] },
  ),
  holidays: fc.array(fc.integer({ min: 1, max: 28 }), { maxLength: 6 }).map((days) => new Set(days.map(march))),
  makeup: fc.array(fc.integer({ min: 1, max: 28 }), { maxLength: 2 }).map((days) => new Set(days.map(march))),
  makeupAs: fc.constant(1),
}) as fc.Arbitrary<WorkCalendar>
const march = (day: number) => `2026-03-${String(day).padStart(2, '0')}`
/** Around the changes of the clocks in New York (8 March) and Berlin (29 March). */
const starts = fc.integer({ min: at('2026-03-01T00:00:00Z') / 60_000, max: at('2026-03-31T00:00:00Z') / 60_000 })

test('between two instants as many minutes are worked as a watch would count', () => {
  fc.assert(
    fc.property(calendars, starts, fc.integer({ min: 0, max: 3 * 1_440 }), (calendar, start, length) => {
      let counted = 0
      for (let minute = start; minute < start + length; minute++) if (isOpen(calendar, minute * 60_000)) counted++
      expect(workingMinutes(calendar, { from: start * 60_000, to: (start + length) * 60_000 })).toBe(counted)
    }),
    { numRuns: 60 },
  )
})

test('so many minutes of work later exactly so many have been worked, and a minute before not yet', () => {
  fc.assert(
    fc.property(calendars, starts, fc.integer({ min: 1, max: 5_000 }), (calendar, start, minutes) => {
      const from = start * 60_000
      const due = afterWorkingMinutes(calendar, from, minutes)
      expect(workingMinutes(calendar, { from, to: due })).toBe(minutes)
      expect(workingMinutes(calendar, { from, to: due - 60_000 })).toBe(minutes - 1)
    }),
  )
})

test('the next opening is the first minute at work', () => {
  fc.assert(
    fc.property(calendars, starts, (calendar, start) => {
      const opening = nextOpen(calendar, start * 60_000)
      expect(isOpen(calendar, opening)).toBe(true)
      expect(workingMinutes(calendar, { from: start * 60_000, to: opening })).toBe(0)
    }),
  )
})
