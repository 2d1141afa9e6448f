import { beforeAll, describe, expect, test } from 'vitest'
import { anInquiry } from '../../fixtures/builders.ts'
import { a } from '../../fixtures/road.ts'
import { aFirm, count, type Firm, NOW, newId, plant } from '../firm.ts'
import { aColleague, aDealAt, panel, press, row, stepsOn } from './planted.ts'

const input = { subject: 'RFQ', email: 'jo@buyer.example', country: 'BR' }
const message = (n: number) => ({
  messageId: `<${n}@buyer.example>`,
  from: { address: `jo${n}@buyer.example` },
  subject: 'RFQ',
  sentAt: '2026-10-20T00:30:00Z',
})

async function arrived(firm: Firm, n: number, more: object = {}) {
  const given = { ...input, email: `jo${n}@buyer.example`, ...more }
  const answer = await press(
    firm,
    'create-inquiry',
    { type: 'inquiry', id: 'new' },
    { input: given, message: message(n), as: 'david' },
  )
  expect(answer.status).toBe(200)
  const inquiry = await row<{ id: string; owner_id: string | null; status: string; deal_id: string; version: number }>(
    'inquiries',
    firm.tenantId,
    (await firm.call('GET', `/v1/inquiries?email=jo${n}@buyer.example`)).body.records[0].id,
  )
  if (!inquiry) throw new Error('no inquiry')
  return inquiry
}

const aRule = (given: object) =>
  a.assignment_rule({
    id: newId(),
    name: 'Brazil',
    priority: 1,
    match: { country: ['BR'] },
    strategy: 'weighted_round_robin',
    ...given,
  } as never)

describe('a new inquiry', () => {
  test('is given by the rule that fits, to each in turn, and its deal with it', async () => {
    const firm = await aFirm()
    const leo = await aColleague(firm, ['sales_rep'])
    await plant(firm.tenantId, { assignment_rule: [aRule({ users: [firm.mia.id, leo.id] })] })
    const given = [await arrived(firm, 1), await arrived(firm, 2), await arrived(firm, 3), await arrived(firm, 4)]
    const counts = given.map(({ owner_id }) => owner_id).sort()
    expect(counts).toEqual([firm.mia.id, firm.mia.id, leo.id, leo.id].sort())
    for (const { status, deal_id, owner_id } of given) {
      expect(status).toBe('assigned')
      expect(await row('deals', firm.tenantId, deal_id)).toMatchObject({ owner_id, stage: 'lead' })
    }
  })

  test('that fits no rule, or whose people are full, lies in the pool', async () => {
    const firm = await aFirm()
    const full = await aColleague(firm, ['sales_rep'], { capacity: 0 })
    await plant(firm.tenantId, { assignment_rule: [aRule({ users: [full.id] })] })
    expect(await arrived(firm, 1)).toMatchObject({ owner_id: null, status: 'received' })
    expect(await arrived(firm, 2, { country: 'US' })).toMatchObject({ owner_id: null, status: 'received' })
  })

  test('goes past whoever is away today, and not past who is back or still here', async () => {
    const firm = await aFirm()
    const away = (from: number, back: number) => ({
      away_from: '2026-10-01',
      away_to: '2026-10-30',
      deputy_id: firm.mia.id,
      away_at: NOW + from,
      back_at: NOW + back,
    })
    const gone = await aColleague(firm, ['sales_rep'], { alias: 'Gone', ...away(0, 1) })
    const back = await aColleague(firm, ['sales_rep'], { alias: 'Back', ...away(-9, 0) })
    const here = await aColleague(firm, ['sales_rep'], { alias: 'Here', ...away(1, 9) })
    await plant(firm.tenantId, { assignment_rule: [aRule({ users: [gone.id, back.id, here.id] })] })
    const given = [await arrived(firm, 1), await arrived(firm, 2), await arrived(firm, 3), await arrived(firm, 4)]
    expect(given.map(({ owner_id }) => owner_id).sort()).toEqual([back.id, back.id, here.id, here.id].sort())
  })

  test('is not given to whoever has left, nor to another post of that name', async () => {
    const firm = await aFirm()
    const left = await aColleague(firm, ['sales_rep'], { status: 'left', alias: 'Leo Sun' })
    const clerk = await aColleague(firm, ['doc_clerk'], { alias: 'Ann Wu' })
    await plant(firm.tenantId, { assignment_rule: [aRule({ users: [left.id, clerk.id] })] })
    const inquiry = await arrived(firm, 1)
    expect(inquiry.owner_id).toBeNull()
    for (const to of ['Leo Sun', 'Ann Wu', 'Nobody']) {
      const target = { type: 'inquiry', id: inquiry.id, version: 1 }
      const answer = await press(firm, 'assign-inquiry', target, { input: { to }, as: 'david' })
      expect([answer.status, answer.body.problems[0].field]).toEqual([422, 'to'])
    }
  })
})

describe('who leads sales', () => {
  test('gives an inquiry to somebody by name, and the deal with it; they see both, and take it', async () => {
    const firm = await aFirm()
    const leo = await aColleague(firm, ['sales_rep'], { alias: 'Leo Sun' })
    const boss = await aColleague(firm, ['sales_manager'])
    const inquiry = await arrived(firm, 1)
    const target = { type: 'inquiry', id: inquiry.id, version: 1 }
    expect((await press(firm, 'assign-inquiry', target, { input: { to: 'Leo Sun' } })).status).toBe(403)
    const given = await press(firm, 'assign-inquiry', target, { input: { to: ' leo sun ' }, as: boss.token })
    expect(given.status).toBe(200)
    expect(await row('deals', firm.tenantId, inquiry.deal_id)).toMatchObject({ owner_id: leo.id })
    const taken = await press(firm, 'claim-inquiry', { ...target, version: 2 }, { as: leo.token })
    expect(stepsOn(taken).map(({ action }) => action)).toContain('advance-inquiry:answer')
  })
})

describe('a pool', () => {
  let firm: Firm
  beforeAll(async () => {
    firm = await aFirm()
    await plant(firm.tenantId, {
      lead_pool: [a.lead_pool({ id: newId(), name: 'All', max_claim_per_day: 2, max_hold: 3, claim_cooldown_h: 72 })],
    })
  })

  test('limits how many somebody takes in a day, and one that comes back waits for others first', async () => {
    const leo = await aColleague(firm, ['sales_rep'])
    const claim = (id: string, version: number, as = leo.token) =>
      press(firm, 'claim-inquiry', { type: 'inquiry', id, version }, { as })
    const [one, two, three] = [await arrived(firm, 1), await arrived(firm, 2), await arrived(firm, 3)]
    expect((await claim(one.id, 1)).status).toBe(200)
    const released = await press(
      firm,
      'advance-inquiry:release-claimed',
      { type: 'inquiry', id: one.id, version: 2 },
      { as: leo.token },
    )
    expect(released.status).toBe(200)
    expect(await row('inquiries', firm.tenantId, one.id)).toMatchObject({
      status: 'pooled',
      owner_id: null,
      returned_by: leo.id,
      returned_count: 1,
    })
    expect(await row('deals', firm.tenantId, one.deal_id)).toMatchObject({ owner_id: null })
    const back = await claim(one.id, 3)
    expect([back.status, back.body.problems[0].code]).toEqual([422, 'pool_limit'])
    expect(back.body.problems[0].message).toContain('72 hours')
    expect((await claim(two.id, 1)).status).toBe(200)
    const cooled = await claim(three.id, 1)
    expect(cooled.status).toBe(200)
    expect((await claim((await arrived(firm, 4)).id, 1)).status).toBe(422)
    // Somebody else takes the one that came back, and the deal with it.
    const eva = await aColleague(firm, ['sales_rep'])
    const taken = await claim(one.id, 3, eva.token)
    expect(taken.status).toBe(200)
    expect(await row('deals', firm.tenantId, one.deal_id)).toMatchObject({ owner_id: eva.id })
    expect(
      stepsOn(await panel(firm, { type: 'inquiry', id: one.id }, eva.token)).map(({ action }) => action),
    ).toContain('advance-inquiry:answer')
  })
})

test.each([
  { name: 'a day', max_claim_per_day: 1, max_hold: 0 },
  { name: 'in hand', max_claim_per_day: 0, max_hold: 2 },
])('a pool gives somebody who claims four at once no more than its limit $name', async ({ name, ...limits }) => {
  const firm = await aFirm()
  await plant(firm.tenantId, { lead_pool: [a.lead_pool({ id: newId(), name, claim_cooldown_h: 0, ...limits })] })
  const inquiries = [await arrived(firm, 1), await arrived(firm, 2), await arrived(firm, 3), await arrived(firm, 4)]
  const [leo, eva] = [await aColleague(firm, ['sales_rep']), await aColleague(firm, ['sales_rep'])]
  const claims = (as: string, from: number) =>
    inquiries.slice(from).map(({ id }) => press(firm, 'claim-inquiry', { type: 'inquiry', id, version: 1 }, { as }))
  const most = limits.max_claim_per_day || limits.max_hold
  const answers = await Promise.all(claims(leo.token, 0))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(most)
  for (const { status, body, trips } of answers) {
    expect(trips).toBeLessThanOrEqual(3)
    if (status !== 200) expect([status, body.problems[0].code]).toEqual([422, 'pool_limit'])
  }
  expect(await count('inquiries', firm.tenantId, `owner_id = '${leo.id}'`)).toBe(most)
  expect(await count('events', firm.tenantId, "action = 'claim-inquiry' AND type = 'inquiry'")).toBe(most)
  // What somebody else has claimed is no limit to others.
  const others = await Promise.all(claims(eva.token, 0))
  expect(others.filter(({ status }) => status === 200).length).toBeGreaterThan(0)
})

test('the inquiry of an A customer does not go back to the pool, whoever looks at it from wherever', async () => {
  const firm = await aFirm()
  const { customer } = firm
  const best = { ...customer, id: newId(), doc_no: 'C-A', tier: 'A' as const, domains: [] }
  const inquiry = anInquiry({
    id: newId(),
    status: 'claimed',
    claimed_at: NOW,
    owner_id: firm.mia.id,
    customer_id: best.id,
    deal_id: 'x',
  })
  await plant(firm.tenantId, { customer: [best] })
  await aDealAt(firm, 'lead', { customer_id: best.id, inquiry_id: inquiry.id }, { inquiry: [inquiry] })
  const answer = await press(firm, 'advance-inquiry:release-claimed', { type: 'inquiry', id: inquiry.id, version: 1 })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('A customers do not go back to the pool.')
})
