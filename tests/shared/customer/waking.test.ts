import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deskAt, inWakingOrder, type Waiting } from '#shared/customer/waking.ts'
import { wallClock } from '#shared/time/zone.ts'

const MINUTE_MS = 60_000
/** Since no zone has left out a whole day, as Samoa did in 2011. */
const anInstant = fc.integer({ min: Date.UTC(2015, 0, 1), max: Date.UTC(2100, 0, 1) })
const aZone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
const aBuyer: fc.Arbitrary<Waiting> = fc.record({
  id: fc.ulid(),
  timezone: fc.option(aZone),
  since: fc.integer({ min: Date.UTC(2026, 9, 19), max: Date.UTC(2026, 9, 20) }),
})
const buyers = fc.uniqueArray(aBuyer, { selector: ({ id }) => id, maxLength: 12 })

const at = (instant: string, timezone: string) => deskAt(Date.parse(instant), timezone)

describe('people are at their desks', () => {
  test.each([
    ['in the middle of the morning', '2026-10-20T09:30:00-03:00', { awake: true, minutes: 510 }],
    ['from nine on the dot', '2026-10-20T09:00:00-03:00', { awake: true, minutes: 540 }],
    ['until six, and not a minute longer', '2026-10-20T17:59:01-03:00', { awake: true, minutes: 1 }],
  ])('%s', (_, instant, desk) => expect(at(instant, 'America/Sao_Paulo')).toEqual(desk))
})

describe('people are away', () => {
  test.each([
    ['at six', '2026-10-20T18:00:00-03:00', 15 * 60],
    ['before nine', '2026-10-20T08:59:30-03:00', 1],
    ['on Friday evening, until Monday', '2026-10-23T18:00:00-03:00', 63 * 60],
    ['on Saturday', '2026-10-24T12:00:00-03:00', 45 * 60],
    ['on Sunday', '2026-10-25T12:00:00-03:00', 21 * 60],
  ])('%s', (_, instant, minutes) => {
    expect(at(instant, 'America/Sao_Paulo')).toEqual({ awake: false, minutes })
  })

  test('an hour less on the night the clocks go forward, an hour more when they go back', () => {
    expect(at('2026-03-27T18:00:00+01:00', 'Europe/Berlin').minutes).toBe(62 * 60)
    expect(at('2026-10-23T18:00:00+02:00', 'Europe/Berlin').minutes).toBe(64 * 60)
  })
})

test('in any zone at any moment: exactly from Monday to Friday, nine to six', () => {
  fc.assert(
    fc.property(anInstant, aZone, (now, zone) => {
      const { weekday, time } = wallClock(now, zone)
      expect(deskAt(now, zone).awake).toBe(weekday <= 5 && time >= '09:00' && time < '18:00')
    }),
  )
})

test('in any zone at any moment: once the minutes are over, and not before, it is the other way round', () => {
  fc.assert(
    fc.property(anInstant, aZone, (now, zone) => {
      const { awake, minutes } = deskAt(now, zone)
      expect(minutes).toBeGreaterThan(0)
      expect(deskAt(now + minutes * MINUTE_MS, zone).awake).toBe(!awake)
      expect(deskAt(now + (minutes - 1) * MINUTE_MS, zone).awake).toBe(awake)
    }),
  )
})

describe('whom to answer first', () => {
  const NOW = Date.parse('2026-10-20T09:00:00+08:00')
  const order = (...zones: readonly (string | null)[]) =>
    inWakingOrder(
      zones.map((timezone, index) => ({ id: String(index), timezone, since: 0 })),
      NOW,
    ).map(({ timezone }) => timezone)

  test('who is at the desk before who is not, who leaves or wakes soonest first, the unknown last', () => {
    expect(
      order('America/Sao_Paulo', null, 'Europe/Berlin', 'Asia/Tokyo', 'Pacific/Auckland', 'America/Los_Angeles'),
    ).toEqual(['Pacific/Auckland', 'Asia/Tokyo', 'Europe/Berlin', 'America/Sao_Paulo', 'America/Los_Angeles', null])
  })

  test('the same list has the same order, however it comes', () => {
    fc.assert(
      fc.property(
        buyers.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        anInstant,
        ([list, shuffled], now) => {
          expect(inWakingOrder(shuffled, now)).toEqual(inWakingOrder(list, now))
        },
      ),
    )
  })

  test('of any two, the one before the other is at the desk, or leaves or wakes no later, or has waited no less', () => {
    fc.assert(
      fc.property(buyers, anInstant, (list, now) => {
        const sorted = inWakingOrder(list, now)
        expect(sorted.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
          list.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
        )
        for (const [index, one] of sorted.entries()) {
          for (const later of sorted.slice(index + 1)) {
            if (later.timezone === null) continue
            if (one.timezone === null) throw new Error('the unknown stands before the known')
            const [first, second] = [deskAt(now, one.timezone), deskAt(now, later.timezone)]
            if (first.awake !== second.awake) expect(first.awake).toBe(true)
            else if (first.minutes !== second.minutes) expect(first.minutes).toBeLessThan(second.minutes)
            else expect(one.since).toBeLessThanOrEqual(later.since)
          }
        }
      }),
    )
  })
})
