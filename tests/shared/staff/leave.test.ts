import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasLeave, leaveSpan } from '#shared/staff/leave.ts'
import { addDays } from '#shared/time/civil-date.ts'
import { dateIn } from '#shared/time/zone.ts'

const ZONES = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Pacific/Auckland', 'UTC'] as const

test('a leave is the moments of its days in the zone of whoever is away, and no others', () => {
  const aDay = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2025-01-01', days))
  fc.assert(
    fc.property(aDay, fc.nat(60), fc.constantFrom(...ZONES), (from, days, zone) => {
      const to = addDays(from, days)
      const { away_at, back_at } = leaveSpan(from, to, zone)
      expect([dateIn(away_at, zone), dateIn(back_at - 1, zone)]).toEqual([from, to])
      expect([dateIn(away_at - 1, zone), dateIn(back_at, zone)]).toEqual([addDays(from, -1), addDays(to, 1)])
      expect([hasLeave({ back_at }, back_at - 1), hasLeave({ back_at }, back_at)]).toEqual([true, false])
    }),
  )
})
