import { describe, expect, test } from 'vitest'
import { nearestClocks } from '#shared/deal/nearest-clocks.ts'
import { text } from '#shared/i18n/language.ts'
import type { PlannedClock } from '#shared/sla/planned-clock.ts'
import { NOW } from '../../fixtures/deal-file.ts'

const DAY = 86_400_000

/** Of so many levels, a day apart, the first of them so many days from now. */
const aClock = (index: number, first: number, levels = 1): PlannedClock => ({
  key: `stage.c:${index}`,
  startedAt: NOW,
  due: null,
  levels: Array.from({ length: levels }, (_, at) => ({
    at: NOW + (first + at) * DAY,
    label: text('time', '时间'),
    tells: [{ who: 'owner' as const, up: 0 }],
    action: null,
  })),
})
const many = (count: number, levels = 1) => Array.from({ length: count }, (_, at) => aClock(at, count - at, levels))

describe('the clocks that a deal keeps', () => {
  test('are all of them, as long as they are not too many', () => {
    const clocks = many(200)
    expect(nearestClocks(clocks, NOW)).toBe(clocks)
    expect(nearestClocks([], NOW)).toEqual([])
  })

  test('of more are those that are near, in their order, each whole', () => {
    const clocks = many(201)
    expect(nearestClocks(clocks, NOW)).toEqual(clocks.slice(1))
    // What has been over for days gives way to what is far.
    const over = aClock(999, -5)
    expect(nearestClocks([over, ...many(200)], NOW)).not.toContain(over)
    // What came to be due since the last morning may not have been told yet.
    const since = aClock(999, -0.5)
    expect(nearestClocks([since, ...many(200)], NOW)).toContain(since)
  })

  test('come to no more than a row takes, however long each is', () => {
    const clocks = many(480, 30)
    expect(JSON.stringify(clocks).length).toBeGreaterThan(1_000_000)
    const kept = nearestClocks(clocks, NOW)
    expect(JSON.stringify(kept).length).toBeLessThanOrEqual(150_000)
    expect(kept).toEqual(clocks.slice(-kept.length))
    expect(kept.every(({ levels }) => levels.length === 30)).toBe(true)
  })
})
