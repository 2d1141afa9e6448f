import { env } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { openDatabase } from '../../../worker/src/store/database.ts'
import { roadsOfFirm } from '../../../worker/src/store/deal-road.ts'
import { anInquiry } from '../../fixtures/builders.ts'
import { a } from '../../fixtures/road.ts'
import { aFirm, count, type Firm, NOW, newId, plant } from '../firm.ts'
import { aColleague, aDealAt, panel, press, row } from './planted.ts'

const many = <T>(n: number, make: (at: number) => T): T[] => Array.from({ length: n }, (_, at) => make(at))

/** A deal in production with so many things to make; the firm's order is its own. */
async function inProduction(made: number) {
  const firm = await aFirm()
  const orders = many(made, () =>
    a.production_order({ id: newId(), order_id: firm.order.id, deal_id: 'x', status: 'released' as never }),
  )
  const deal = await aDealAt(firm, 'production', { merchandiser_id: firm.david.id }, { production_order: orders })
  await env.DB.prepare('UPDATE orders SET deal_id = ? WHERE id = ?').bind(deal.id, firm.order.id).run()
  await openDatabase(env.DB).batch(roadsOfFirm(firm.tenantId))
  return { firm, deal, orders }
}

const roads = async ({ tenantId }: Firm) =>
  (
    await env.DB.prepare('SELECT deal_id, road FROM deal_roads WHERE tenant_id = ? ORDER BY deal_id')
      .bind(tenantId)
      .all<{ deal_id: string; road: string }>()
  ).results

/** What is kept of the deals is what there is. */
async function expectKept(firm: Firm) {
  const kept = await roads(firm)
  await openDatabase(env.DB).batch(roadsOfFirm(firm.tenantId))
  expect(kept).toEqual(await roads(firm))
}

describe('twenty presses at once', () => {
  test('of one step: it is taken once, and the others see that it was', async () => {
    const { firm, orders } = await inProduction(1)
    const [made] = orders as [(typeof orders)[0]]
    const target = { type: 'production_order', id: made.id, version: 1 }
    const answers = await Promise.all(
      many(20, () => press(firm, 'advance-production-order:material', target, { as: 'david' })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    for (const answer of answers.filter(({ status }) => status !== 200)) {
      expect(answer.status).toBe(409)
      expect(answer.body).toMatchObject({ outcome: 'conflict', current: { status: 'material_ready', version: 2 } })
    }
    expect(await count('events', firm.tenantId, `record_id = '${made.id}'`)).toBe(1)
    await expectKept(firm)
  })

  test('of one step with one key: it is taken once, and all are told so', async () => {
    const { firm, orders } = await inProduction(1)
    const target = { type: 'production_order', id: orders[0]?.id ?? '', version: 1 }
    const pressed = () => press(firm, 'advance-production-order:material', target, { as: 'david', key: 'once' })
    for (const { status, body } of await Promise.all(many(20, pressed)))
      expect([status, body.record]).toEqual([200, { type: 'production_order', id: target.id, version: 2 }])
    expect(await count('events', firm.tenantId, `record_id = '${target.id}'`)).toBe(1)
  })

  test('of different steps: whoever is told that it is done has done it, and who is not may press again', async () => {
    const { firm, deal, orders } = await inProduction(20)
    let open = orders.map(({ id }) => ({ type: 'production_order', id, version: 1 }))
    let rounds = 0
    for (; open.length > 0; rounds += 1) {
      const answers = await Promise.all(
        open.map((target) => press(firm, 'advance-production-order:material', target, { as: 'david' })),
      )
      for (const { status } of answers) expect([200, 409]).toContain(status)
      const taken = open.filter((_, at) => answers[at]?.status === 200)
      const done = await count('production_orders', firm.tenantId, "status = 'material_ready'")
      expect(done).toBe(orders.length - open.length + taken.length)
      expect(taken.length).toBeGreaterThan(0)
      open = open.filter((target) => !taken.includes(target))
    }
    expect(rounds).toBeLessThanOrEqual(5)
    expect(await row('orders', firm.tenantId, firm.order.id)).toMatchObject({ exec_status: 'waiting_material' })
    // Its clocks, by the first of them.
    expect(await count('events', firm.tenantId, `record_id = '${deal.id}'`)).toBe(1)
    await expectKept(firm)
  })
})

describe('two people at once', () => {
  test('who do different things both do them, also where both move the order', async () => {
    const { firm, orders } = await inProduction(2)
    const answers = await Promise.all(
      orders.map(({ id }) =>
        press(firm, 'advance-production-order:material', { type: 'production_order', id, version: 1 }, { as: 'david' }),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    await expectKept(firm)
  })

  test('who do the same: one has, and the other sees what it led to', async () => {
    const firm = await aFirm()
    const inquiry = anInquiry({ id: newId(), status: 'claimed', claimed_at: NOW, owner_id: firm.mia.id, deal_id: 'x' })
    const deal = await aDealAt(firm, 'lead', { inquiry_id: inquiry.id }, { inquiry: [inquiry] })
    const target = { type: 'inquiry', id: inquiry.id, version: 1 }
    const answers = await Promise.all([
      press(firm, 'advance-inquiry:answer', target),
      press(firm, 'advance-inquiry:answer', target, { as: 'david' }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    for (const { text } of answers) expect(text).toContain('No quotation has been sent.')
    expect(await row('deals', firm.tenantId, deal.id)).toMatchObject({ stage: 'quotation', version: 2 })
  })

  test('of whom one loses the deal while the other answers: both are done, one after the other', async () => {
    const firm = await aFirm()
    const inquiry = anInquiry({ id: newId(), status: 'claimed', claimed_at: NOW, owner_id: firm.mia.id, deal_id: 'x' })
    const deal = await aDealAt(firm, 'lead', { inquiry_id: inquiry.id }, { inquiry: [inquiry] })
    const [answered, lost] = await Promise.all([
      press(firm, 'advance-inquiry:answer', { type: 'inquiry', id: inquiry.id, version: 1 }),
      press(
        firm,
        'advance-deal:lead-end_lost',
        { type: 'deal', id: deal.id, version: 1 },
        { input: { lost_reason: 'price' }, as: 'david' },
      ),
    ])
    expect(answered.status).toBe(200)
    const now = await row<{ status: string; stage: string }>('deals', firm.tenantId, deal.id)
    // Whoever lost it had it before them at another stage.
    if (lost.status === 200) expect(now).toMatchObject({ status: 'lost', stage: '' })
    else expect([lost.status, now?.stage]).toEqual([409, 'quotation'])
    await expectKept(firm)
  })
})

describe('a press that is sent again', () => {
  test('after the deal has gone on is answered as before, and does nothing', async () => {
    const firm = await aFirm()
    const inquiry = anInquiry({ id: newId(), status: 'claimed', claimed_at: NOW, owner_id: firm.mia.id, deal_id: 'x' })
    const deal = await aDealAt(firm, 'lead', { inquiry_id: inquiry.id }, { inquiry: [inquiry] })
    const target = { type: 'inquiry', id: inquiry.id, version: 1 }
    const first = await press(firm, 'advance-inquiry:answer', target, { key: 'k' })
    await press(firm, 'advance-inquiry:qualify', { ...target, version: 2 }, { input: { country: 'US' } })
    const again = await press(firm, 'advance-inquiry:answer', target, { key: 'k' })
    expect([again.status, again.body.record]).toEqual([200, first.body.record])
    expect(await row('inquiries', firm.tenantId, inquiry.id)).toMatchObject({ status: 'qualified', version: 3 })
    expect(again.text).toContain('No quotation has been sent.')
    expect(await row('deals', firm.tenantId, deal.id)).toMatchObject({ version: 2 })
    const other = await press(firm, 'advance-inquiry:answer', { ...target, version: 3 }, { key: 'k' })
    expect(other.status).toBe(422)
  })
})

describe('a stranger’s mail', () => {
  const message = {
    messageId: '<new-1@buyer.example>',
    from: { name: 'Jo Buyer', address: 'jo@buyer.example' },
    to: [{ address: 'sales@bluewhale-outdoor.example' }],
    subject: 'RFQ: camp chairs',
    sentAt: '2026-10-20T00:30:00Z',
  }
  const input = { subject: 'RFQ', email: 'jo@buyer.example' }

  test('becomes one inquiry and one deal, however many press', async () => {
    const firm = await aFirm()
    const answers = await Promise.all(
      many(10, (at) =>
        press(firm, 'create-inquiry', { type: 'inquiry', id: 'new' }, { input, message, as: at % 2 ? 'mia' : 'david' }),
      ),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect([await count('inquiries', firm.tenantId), await count('deals', firm.tenantId)]).toEqual([1, 1])
  })

  test('is taken by one of twenty, and the deal with it', async () => {
    const firm = await aFirm()
    const sellers = await Promise.all(many(4, () => aColleague(firm, ['sales_rep'])))
    await plant(firm.tenantId, {})
    await press(firm, 'create-inquiry', { type: 'inquiry', id: 'new' }, { input, message })
    const [{ id } = { id: '' }] = (await firm.call('GET', '/v1/inquiries', undefined, { as: 'mia' })).body.records
    const answers = await Promise.all(
      many(20, (at) =>
        press(
          firm,
          'claim-inquiry',
          { type: 'inquiry', id, version: 1 },
          { as: sellers[at % 4]?.token ?? '', message },
        ),
      ),
    )
    const won = answers.findIndex(({ status }) => status === 200)
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const owner_id = sellers[won % 4]?.id
    const inquiry = await row<{ deal_id: string }>('inquiries', firm.tenantId, id)
    expect(inquiry).toMatchObject({ owner_id, status: 'claimed', version: 2 })
    expect(await row('deals', firm.tenantId, inquiry?.deal_id ?? '')).toMatchObject({ owner_id })
    const shown = await panel(firm, { type: 'inquiry', id }, sellers[won % 4]?.token)
    expect(shown.text).toContain('advance-inquiry:answer')
  })
})
