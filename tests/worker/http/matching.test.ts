import { beforeAll, describe, expect, test } from 'vitest'
import type { Answer, Firm } from '../firm.ts'
import { MATCH_CASES, type Outcome } from './match-cases.ts'
import { aFirmOfLookAlikes } from './matching-firm.ts'

let firm: Firm
beforeAll(async () => {
  firm = await aFirmOfLookAlikes()
})

interface Item {
  readonly title?: string
  readonly lines?: readonly string[]
}
const section = ({ body }: Answer, key: string) => body.sections.find((one: { key: string }) => one.key === key)
const named = (answer: Answer): string[] =>
  ((section(answer, 'several')?.full ?? section(answer, 'several')?.summary ?? []) as Item[])
    .flatMap(({ title }) => title ?? [])
    .sort()

function outcomeOf(answer: Answer): Outcome {
  const order: string[] = answer.body.order
  if (order.includes('who')) {
    return { linked: answer.body.title, why: (section(answer, 'who').summary[0] as Item).lines?.at(-1) ?? '' }
  }
  if (order.includes('colleague')) return { colleague: true }
  return order.includes('sender') ? { unknown: named(answer) } : { choose: named(answer) }
}

describe('whose a mail is', () => {
  test.each(MATCH_CASES)('%s', async (_, message, outcome) => {
    const answer = await firm.call('POST', '/v1/panel', { host: 'outlook', message })
    const found = outcomeOf(answer)
    if ('linked' in outcome && 'linked' in found) {
      expect(found.linked).toBe(outcome.linked)
      expect(found.why).toContain(outcome.why)
    } else if ('choose' in outcome) {
      expect(found).toEqual({ choose: [...outcome.choose].sort() })
    } else {
      expect(found).toEqual(outcome)
    }
    expect(answer.trips).toBeLessThanOrEqual(2)
    expect(answer.rowsRead).toBeLessThanOrEqual(200)
  })

  test('there are at least sixty cases', () => {
    expect(MATCH_CASES.length).toBeGreaterThanOrEqual(60)
  })
})
