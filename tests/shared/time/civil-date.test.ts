import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween, isDate } from '#shared/time/civil-date.ts'
import { instantOf, wallClock } from '#shared/time/zone.ts'

const aDate = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

test('days added are the days between', () => {
  fc.assert(
    fc.property(
      aDate,
      fc.integer({ min: -5000, max: 5000 }),
      (date, days) => daysBetween(date, addDays(date, days)) === days,
    ),
  )
})

test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '26-01-01', '2026-06-31', '', 'today'])(
  '%j is no date',
  (date) => {
    expect(isDate(date)).toBe(false)
  },
)

test('a wall clock knows daylight saving and half hours', () => {
  expect(wallClock(Date.parse('2026-07-06T23:42:11Z'), 'America/Los_Angeles')).toEqual({
    date: '2026-07-06',
    time: '16:42',
    weekday: 1,
  })
  expect(wallClock(Date.parse('2026-03-29T01:00:00Z'), 'Europe/Berlin').time).toBe('03:00')
  expect(wallClock(Date.parse('2026-10-19T18:15:00Z'), 'Asia/Kathmandu')).toEqual({
    date: '2026-10-20',
    time: '00:00',
    weekday: 2,
  })
})

test('the clock on the wall is the one Intl shows, at any moment in any zone', () => {
  const zones = Intl.supportedValuesOf('timeZone')
  const anInstant = fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2100, 0, 1) })
  fc.assert(
    fc.property(anInstant, fc.constantFrom(...zones), (instant, timeZone) => {
      const parts = Object.fromEntries(
        new Intl.DateTimeFormat('en-CA', {
          timeZone,
          hourCycle: 'h23',
          year: 'numeric',
          month: '2-digit',
          day: '2-digit',
          hour: '2-digit',
          minute: '2-digit',
        })
          .formatToParts(instant)
          .map(({ type, value }) => [type, value]),
      )
      expect(wallClock(instant, timeZone)).toMatchObject({
        date: `${parts.year}-${parts.month}-${parts.day}`,
        time: `${parts.hour}:${parts.minute}`,
      })
    }),
    { numRuns: 300 },
  )
})

test('a date is one exactly when the calendar has it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1970, max: 2200 }), fc.nat(14), fc.nat(33), (year, month, day) => {
      const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
      const real = new Date(Date.UTC(year, month - 1, day))
      const there = real.getUTCMonth() === month - 1 && real.getUTCDate() === day && month > 0 && day > 0
      expect(isDate(date)).toBe(there)
    }),
  )
})

test('a time on the wall is found again, a jumped one after the jump, a repeated one the first time', () => {
  expect(instantOf('2026-03-29', '02:30', 'Europe/Berlin')).toBe(Date.parse('2026-03-29T03:30:00+02:00'))
  expect(instantOf('2026-10-25', '02:30', 'Europe/Berlin')).toBe(Date.parse('2026-10-25T02:30:00+02:00'))
  expect(instantOf('2026-10-25', '03:30', 'Europe/Berlin')).toBe(Date.parse('2026-10-25T03:30:00+01:00'))
  const zones = Intl.supportedValuesOf('timeZone')
  const anInstant = fc.integer({ min: Date.UTC(1975, 0, 1), max: Date.UTC(2100, 0, 1) })
  fc.assert(
    fc.property(anInstant, fc.constantFrom(...zones), (instant, zone) => {
      const { date, time } = wallClock(instant, zone)
      const found = instantOf(date, time, zone)
      expect(wallClock(found, zone)).toMatchObject({ date, time })
      expect(found).toBeLessThanOrEqual(instant)
    }),
    { numRuns: 300 },
  )
})
