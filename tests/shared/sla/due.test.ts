import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { claimRule } from '#shared/sla/claim-rule.ts'
import { clocksOf, dueAt, ruleOf } from '#shared/sla/clock.ts'
import { decideDue } from '#shared/sla/due.ts'
import { anInquiry } from '../../fixtures/builders.ts'

const HOUR = 3_600_000
const startedAt = Date.parse('2026-03-06T09:40:00Z')
const clock = { rule: 'claim', startedAt }

describe('the clock of a claim', () => {
  test('is due as the standard workflow has it: 19 h 12 min, 24 h, 36 h, 48 h', () => {
    const hours = [0, 1, 2, 3].map((level) => ((dueAt(clock, level) ?? 0) - startedAt) / HOUR)
    expect(hours).toEqual([19.2, 24, 36, 48])
    expect(dueAt(clock, 4)).toBeNull()
  })

  test.each([
    ['2026-03-06T09:40:00Z', '2026-03-07T09:40:00Z'],
    ['2026-03-28T11:00:00Z', '2026-03-29T11:00:00Z'],
    ['2026-10-31T16:00:00Z', '2026-11-01T16:00:00Z'],
  ])('counts nights, weekends and the hour of summer time: from %s to %s', (from, to) => {
    expect(dueAt({ rule: 'claim', startedAt: Date.parse(from) }, 1)).toBe(Date.parse(to))
  })

  test.each(['received', 'assigned', 'pooled'] as const)('runs while an inquiry is %s', (status) => {
    const inquiry = anInquiry({ id: 'i', status, received_at: startedAt })
    expect(clocksOf('inquiry', inquiry)).toEqual([clock])
  })

  test.each(['claimed', 'contacted', 'qualified', 'converted', 'invalid', 'lost', 'duplicate'] as const)(
    'does not run once it is %s',
    (status) => expect(clocksOf('inquiry', anInquiry({ id: 'i', status }))).toEqual([]),
  )

  test('runs for no other type; a rule that there is not is none', () => {
    expect(clocksOf('order', anInquiry({ id: 'i' }))).toEqual([])
    expect(ruleOf('toString')).toBeUndefined()
    expect(dueAt({ rule: 'no_such_rule', startedAt }, 0)).toBeNull()
  })
})

describe('what is due', () => {
  test('nothing a moment before; the level on the moment', () => {
    const at = startedAt + 24 * HOUR
    expect(decideDue({ ...clock, level: 1 }, at - 1)).toEqual({ reached: [], next: { level: 1, dueAt: at } })
    expect(decideDue({ ...clock, level: 1 }, at)).toEqual({
      reached: [1],
      next: { level: 2, dueAt: startedAt + 36 * HOUR },
    })
  })

  test('levels missed together come together, the last one with an end', () => {
    expect(decideDue({ ...clock, level: 0 }, startedAt + 25 * HOUR)).toMatchObject({
      reached: [0, 1],
      next: { level: 2 },
    })
    expect(decideDue({ ...clock, level: 0 }, startedAt + 900 * HOUR)).toEqual({ reached: [0, 1, 2, 3], next: null })
  })

  test('however often somebody looks, each level is reached once, in order, and none before its time', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 60 * 60 }), { maxLength: 30 }), (minutes) => {
        let level: number | undefined = 0
        const reached: number[] = []
        for (const minute of minutes) {
          if (level === undefined) break
          const now = startedAt + minute * 60_000
          const due = decideDue({ ...clock, level }, now)
          for (const one of due.reached) expect(dueAt(clock, one)).toBeLessThanOrEqual(now)
          if (due.next) expect(due.next.dueAt).toBeGreaterThan(now)
          reached.push(...due.reached)
          level = due.next?.level
        }
        expect(reached).toEqual(claimRule.levels.map((_, index) => index).slice(0, reached.length))
      }),
    )
  })
})
