import { env } from 'cloudflare:test'
import { expect, test } from 'vitest'
import { RECENT_MAX } from '#shared/customer/home.ts'
import { ROLES } from '#shared/trade/user.ts'
import { openDatabase } from '../../../worker/src/store/database.ts'
import { keepOpening } from '../../../worker/src/store/openings.ts'
import { NOW } from '../firm.ts'
import { plantOf } from './cell.ts'
import { aLargeFirm } from './large-firm.ts'
import { leaks, sees } from './oracle.ts'

/** What somebody may have opened when it was still theirs. */
const OPENED = (['customer', 'order'] as const).flatMap((type) =>
  ["another team's", "the superior's", "nobody's"].map((whose) => ({ type, whose })),
)

test('with no mail open nobody is told of what is not theirs, whatever they opened before', async () => {
  const firm = await aLargeFirm()
  const before = OPENED.map(({ type, whose }) => ({ type, plant: plantOf(firm, type, whose) }))
  expect(before).toHaveLength(RECENT_MAX)
  for (const role of ROLES) {
    const reader = { tenantId: firm.tenantId, id: firm.people.readers[role].id }
    const kept = before.flatMap(({ type, plant }) => keepOpening(reader, { type, id: plant.id }, NOW))
    await openDatabase(env.DB).batch(kept)

    const answer = await firm.ask(role, { method: 'POST', path: '/v1/panel', body: {} })
    expect([role, answer.status, leaks(firm, role, answer.whole)]).toEqual([role, 200, []])
    const recent = answer.body.sections.find(({ key }: { key: string }) => key === 'recent')
    const told = recent.summary.flatMap(({ open }: { open?: { id: string } }) => (open ? [open.id] : []))
    const theirs = before.filter(({ plant }) => sees(role, plant)).map(({ plant }) => plant.id)
    expect([role, told]).toEqual([role, theirs.reverse()])
  }
})
