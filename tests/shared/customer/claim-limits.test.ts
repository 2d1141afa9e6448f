import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { claimRefusal, poolOf } from '#shared/customer/claim-limits.ts'
import { LANGUAGES } from '#shared/i18n/language.ts'
import { anInquiry } from '../../fixtures/builders.ts'
import { a } from '../../fixtures/road.ts'

const HOUR = 3_600_000
const NOW = 1_000 * HOUR
const view = { now: NOW, language: 'en' } as const

describe('an inquiry is taken out of its pool', () => {
  test('by whoever has room for it today and in hand; 0 is no limit', () => {
    const few = fc.integer({ min: 0, max: 4 })
    fc.assert(
      fc.property(few, few, few, few, (perDay, most, claimedToday, openLeads) => {
        const pool = a.lead_pool({ id: 'P', max_claim_per_day: perDay, max_hold: most, claim_cooldown_h: 0 })
        const refusal = claimRefusal(anInquiry({ id: 'I' }), { id: 'me', claimedToday, openLeads }, pool, view)
        const isFull = (perDay > 0 && claimedToday >= perDay) || (most > 0 && openLeads >= most)
        expect(refusal !== null).toBe(isFull)
      }),
    )
  })

  test('not by whoever gave it back, until the others have had their time', () => {
    const pool = a.lead_pool({ id: 'P', max_claim_per_day: 0, max_hold: 0, claim_cooldown_h: 72 })
    const inquiry = anInquiry({ id: 'I', returned_by: 'me', returned_at: NOW })
    const at = (hours: number, id = 'me') =>
      claimRefusal(inquiry, { id, claimedToday: 0, openLeads: 0 }, pool, { ...view, now: NOW + hours * HOUR })
    expect(at(71.5)).toContain('1 hours')
    expect(at(72)).toBeNull()
    expect(at(0, 'somebody else')).toBeNull()
  })

  test('freely where there is no pool', () => {
    expect(
      claimRefusal(anInquiry({ id: 'I' }), { id: 'me', claimedToday: 99, openLeads: 99 }, undefined, view),
    ).toBeNull()
  })

  test('and whoever may not is told so in both languages', () => {
    const pool = a.lead_pool({ id: 'P', max_claim_per_day: 1, max_hold: 0, claim_cooldown_h: 0 })
    const said = LANGUAGES.map((language) =>
      claimRefusal(anInquiry({ id: 'I' }), { id: 'me', claimedToday: 1, openLeads: 0 }, pool, { now: NOW, language }),
    )
    expect(new Set(said).size).toBe(LANGUAGES.length)
  })
})

test('an inquiry lies in the pool of its team, else in everybody’s', () => {
  const pools = [a.lead_pool({ id: 'all', team_id: null }), a.lead_pool({ id: 'A', team_id: 'A' })]
  const lies = (team_id: string | null) => poolOf(anInquiry({ id: 'I', team_id }), pools)?.id
  expect([lies('A'), lies('B'), lies(null)]).toEqual(['A', 'all', 'all'])
  expect(poolOf(anInquiry({ id: 'I' }), [])).toBeUndefined()
})
