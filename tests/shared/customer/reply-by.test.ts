import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { replyBy } from '#shared/customer/reply-by.ts'
import { officeHours } from '#shared/time/office-hours.ts'
import { lastOpen, workingMinutes } from '#shared/time/work-calendar.ts'

const SHENZHEN = officeHours('Asia/Shanghai')
const at = (time: string) => Date.parse(time)

describe('until when a buyer’s answer can be made here', () => {
  test.each([
    ['Friday five in Seattle is Saturday here', '2026-07-10T17:00:00-07:00', null, '2026-07-10T18:00+08:00'],
    ['an hour during ours is that hour', '2026-07-09T10:30:00+08:00', null, '2026-07-09T10:30+08:00'],
    ['at noon it is the end of the morning', '2026-07-09T12:40:00+08:00', null, '2026-07-09T12:00+08:00'],
    ['before the morning it is the evening before', '2026-07-09T08:00:00+08:00', null, '2026-07-08T18:00+08:00'],
    ['a day in Berlin ends after our evening', '2026-08-12', 'Europe/Berlin', '2026-08-12T18:00+08:00'],
    ['a day in Auckland ends after our evening as well', '2026-08-12', 'Pacific/Auckland', '2026-08-12T18:00+08:00'],
    ['a Sunday, of nobody knows where', '2026-08-16', null, '2026-08-14T18:00+08:00'],
  ])('%s', (_, said, zone, expected) => {
    expect(replyBy(said, zone, SHENZHEN)?.quoteBy).toBe(at(expected))
  })

  test('what is neither a day nor an hour means nothing', () => {
    expect(replyBy('2027-W06', null, SHENZHEN)).toBeNull()
    expect(replyBy('2026-02-30', null, SHENZHEN)).toBeNull()
  })

  test('nobody works between it and the hour that was asked for, and it is never later', () => {
    fc.assert(
      fc.property(fc.integer({ min: at('2025-01-01T00:00Z'), max: at('2030-01-01T00:00Z') }), (instant) => {
        const last = lastOpen(SHENZHEN, instant)
        expect(last).toBeLessThanOrEqual(instant)
        expect(workingMinutes(SHENZHEN, { from: last, to: instant })).toBe(0)
      }),
    )
  })
})
