import { env } from 'cloudflare:test'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { STANDARD_TIERS } from '#shared/customer/standard-tiers.ts'
import { addDays } from '#shared/time/civil-date.ts'
import type { Order } from '#shared/trade/index.ts'
import { rankCustomers } from '../../../worker/src/jobs/rank-customers.ts'
import { openDatabase } from '../../../worker/src/store/database.ts'
import { aCustomer, anOrder } from '../../fixtures/builders.ts'
import { change } from '../access/change.ts'
import { aFirm, count, type Firm, NOW, newId, plant } from '../firm.ts'
import { aQuoted } from '../road/quoted.ts'
import { counted, failingAt, killedAt } from './faulty-database.ts'
import { aPost, clearJobs, DAY, HOUR } from './house.ts'

beforeEach(clearJobs)

const TODAY = '2026-10-20'
/** Ten past midnight of that day in Shanghai. */
const nightOf = (day: string) => Date.parse(`${day}T00:10:00+08:00`)

const rank = (now = NOW, d1 = env.DB) => rankCustomers(openDatabase(d1), { now, newId })

const customerOf = async (firm: Firm, id = firm.customer.id) => (await firm.call('GET', `/v1/customers/${id}`)).body

/** Orders of the customer that were there before, each so many days ago. */
const ordered = (firm: Firm, days: readonly number[], given: Partial<Order> = {}) =>
  plant(firm.tenantId, {
    order: days.map((ago) =>
      anOrder({
        id: newId(),
        customer_id: firm.customer.id,
        owner_id: firm.mia.id,
        order_date: addDays(TODAY, -ago),
        exec_status: 'closed',
        status: 'completed',
        currency: 'USD',
        fx_rate: 700_000_000,
        total: 1_000_000,
        profit_expected: 2_000_000,
        ...given,
      }),
    ),
  })

/** Asks for a ranking as a write does. */
const mark = (firm: Firm, id = firm.customer.id) =>
  env.DB.prepare(
    'INSERT INTO customer_work VALUES (?, ?, 0, 1) ON CONFLICT DO UPDATE SET due_at = 0, marks = marks + 1',
  )
    .bind(firm.tenantId, id)
    .run()

const dueOf = async (firm: Firm, id = firm.customer.id) =>
  (
    await env.DB.prepare('SELECT due_at FROM customer_work WHERE tenant_id = ? AND customer_id = ?')
      .bind(firm.tenantId, id)
      .first<{ due_at: number }>()
  )?.due_at

const told = async (firm: Firm) =>
  (
    await env.DB.prepare(
      "SELECT subject, snippet FROM interactions WHERE tenant_id = ? AND kind = 'system' ORDER BY id",
    )
      .bind(firm.tenantId)
      .all<{ subject: string; snippet: string }>()
  ).results.map(({ snippet }) => snippet)

const act = (firm: Firm, name: string, input: object, version: number, as = 'david') =>
  firm.call(
    'POST',
    `/v1/actions/${name}`,
    { target: { type: 'customer', id: firm.customer.id, version }, input },
    { as, headers: { 'Idempotency-Key': newId() } },
  )

describe('a customer is ranked', () => {
  test('when an order is confirmed: figures, tier, and an item on the timeline', async () => {
    const firm = await aFirm()
    await ordered(firm, [100, 200, 300])
    await mark(firm)
    await rank()
    const before = await customerOf(firm)
    // 210,000 shipped of three orders, the fourth is being made; profit of 60,000.
    expect(before).toMatchObject({ tier: 'B', lifetime_amount: 210_000_00, orders_12m: 4, last_order_on: '2026-08-20' })
    const order = {
      customer_id: firm.customer.id,
      order_date: TODAY,
      currency: 'USD',
      fx_rate: 700_000_000,
      incoterm: 'FOB',
      named_place: 'Yantian',
      profit_expected: 40_000_000,
      owner_id: firm.mia.id,
    }
    for (let nth = 0; nth < 5; nth += 1) {
      const made = await firm.call('POST', '/v1/orders', order)
      expect(made.status, made.text).toBe(201)
    }
    await ordered(firm, [400, 1000, 1900], { total: 20_000_000 })
    await mark(firm)
    expect(await aPost().run(NOW)).toMatchObject({ ranked: 1 })
    const after = await customerOf(firm)
    expect(after).toMatchObject({ tier: 'A', tier_basis: 'score', tier_computed: 'A', tier_at: NOW, orders_12m: 9 })
    expect(after.tier_explain.was.tier).toBe('B')
    expect(await told(firm)).toEqual([`tier:B>A:${after.tier_score}:score:`])
    const panel = await firm.call('POST', '/v1/panel', {
      host: 'outlook',
      record: { type: 'customer', id: firm.customer.id },
    })
    expect(panel.text).toContain(`Trilha Sul: Tier B → A (${(after.tier_score / 10).toFixed(1)})`)
    const history = await firm.call('GET', `/v1/customers/${firm.customer.id}/events`)
    expect(history.text).toContain('automation')
  })

  test('when it is made, and quietly: a first tier is no news', async () => {
    const firm = await aFirm()
    const made = await firm.call('POST', '/v1/customers', {
      name: 'Nordlys AS',
      country: 'NO',
      timezone: 'Europe/Oslo',
      doc_no: 'C-9',
    })
    expect(made.status, made.text).toBe(201)
    await rank()
    expect(await customerOf(firm, made.body.id)).toMatchObject({
      tier: 'C',
      tier_basis: 'no_orders',
      churn_status: 'prospect',
    })
    expect([await told(firm), await dueOf(firm, made.body.id)]).toEqual([[], undefined])
  })

  test('by a line of an order, a quotation that is sent, and a firm that ranks otherwise', async () => {
    const firm = await aFirm()
    const order = anOrder({ id: newId(), customer_id: firm.customer.id, owner_id: firm.mia.id, deal_id: null })
    await plant(firm.tenantId, { order: [order] })
    const line = {
      order_id: order.id,
      seq: 1,
      description: 'Lantern',
      qty: 1000,
      unit: 'H87',
      unit_price: 1_000_000,
    }
    const made = await firm.call('POST', '/v1/order_lines', { ...line, currency: 'USD' })
    expect(made.status, made.text).toBe(201)
    expect(await dueOf(firm)).toBe(0)
    await rank()

    const { quotation } = await aQuoted(firm)
    expect(await dueOf(firm)).toBeUndefined()
    await change(firm.tenantId, 'quotation', quotation.id, { status: 'sent', sent_at: NOW - 10 * DAY })
    expect(await dueOf(firm)).toBe(0)
    await rank()

    const version = (await customerOf(firm)).version
    const strict = { ...STANDARD_TIERS, thresholds: { A: 900, B: 800 }, hysteresis: 0 }
    await change(firm.tenantId, 'tenant', firm.tenantId, { tiers: strict })
    expect(await dueOf(firm)).toBe(0)
    await rank()
    expect(await customerOf(firm)).toMatchObject({ tier: 'C', version: version + 1 })
  })

  test('what changes nothing of it asks for nothing', async () => {
    const firm = await aFirm()
    const edited = await firm.call(
      'PATCH',
      `/v1/orders/${firm.order.id}`,
      { remark: 'Blue' },
      { headers: { 'If-Match': '"1"' } },
    )
    expect(edited.status).toBe(200)
    expect(await dueOf(firm)).toBeUndefined()
  })

  test('by the clock: at risk one night, with a task for whose customer it is; nothing is written before', async () => {
    const firm = await aFirm()
    await ordered(firm, [61, 121, 181, 241], {})
    await env.DB.prepare("UPDATE orders SET status = 'completed', exec_status = 'closed' WHERE id = ?")
      .bind(firm.order.id)
      .run()
    await mark(firm)
    await rank()
    const first = await customerOf(firm)
    // Every 60 days: due since today, at risk after 73.5 days, which is in thirteen days.
    expect(first).toMatchObject({
      churn_status: 'due',
      next_expected_order: '2026-10-19',
      order_interval: 60_000,
      order_spread: 9_000,
    })
    for (let night = 1; night <= 12; night += 1) await rank(nightOf(addDays(TODAY, night)))
    const before = await customerOf(firm)
    expect([before.churn_status, await told(firm)]).toEqual(['due', []])
    await rank(nightOf(addDays(TODAY, 13)))
    expect(await customerOf(firm)).toMatchObject({ churn_status: 'at_risk', version: before.version + 1 })
    expect(await told(firm)).toEqual(['churn:at_risk:2026-10-19:74'])
    const tasks = await firm.call('GET', '/v1/tasks', undefined, { as: 'mia' })
    expect(tasks.body.records).toMatchObject([{ kind: 'call', assignee_id: firm.mia.id, subject_id: firm.customer.id }])
  })
})

describe('a tier that somebody sets', () => {
  test('counts at once, says why on the timeline, and ends by the clock', async () => {
    const firm = await aFirm()
    await ordered(firm, [100, 200, 300])
    await mark(firm)
    await rank()
    const { version, tier_score } = await customerOf(firm)
    const set = await act(firm, 'override-tier', { tier: 'A', reason: 'Large tender', until: '2026-11-30' }, version)
    expect(set.status, set.text).toBe(200)
    expect(JSON.stringify(set.body.sections)).toContain('A until 2026-11-30')
    expect(await customerOf(firm)).toMatchObject({
      tier: 'A',
      tier_basis: 'override',
      tier_computed: 'B',
      tier_override_by: firm.david.id,
    })
    await rank()
    expect(await customerOf(firm)).toMatchObject({ tier: 'A', tier_basis: 'override' })
    for (let night = 1; night <= 41; night += 1) await rank(nightOf(addDays(TODAY, night)))
    expect(await customerOf(firm)).toMatchObject({ tier: 'A' })
    await rank(nightOf('2026-12-01'))
    expect(await customerOf(firm)).toMatchObject({ tier: 'B', tier_override: null, tier_override_reason: null })
    const items = await told(firm)
    expect(items[0]).toBe(`tier:B>A:${tier_score}:override:Large tender`)
    expect(items.at(-1)).toMatch(/^tier:A>B:\d+:score:$/)
  })

  test('is taken off by the second action, and then it is as before', async () => {
    const firm = await aFirm()
    await mark(firm)
    await rank()
    const before = await customerOf(firm)
    await act(firm, 'override-tier', { tier: 'A', reason: 'Large tender', until: TODAY }, before.version)
    const ended = await act(firm, 'end-tier-override', {}, before.version + 1)
    expect(ended.status, ended.text).toBe(200)
    const { tier, tier_basis, tier_override } = await customerOf(firm)
    expect({ tier, tier_basis, tier_override }).toEqual({
      tier: before.tier,
      tier_basis: before.tier_basis,
      tier_override: null,
    })
    expect((await act(firm, 'end-tier-override', {}, before.version + 2)).status).toBe(422)
  })

  test.each([
    ['without a reason', { tier: 'A', until: '2026-12-31' }, 422, 'reason'],
    ['without an end', { tier: 'A', reason: 'x' }, 422, 'until'],
    ['until yesterday', { tier: 'A', reason: 'x', until: '2026-10-19' }, 422, 'until'],
    ['for more than twelve months', { tier: 'A', reason: 'x', until: '2027-10-21' }, 422, 'until'],
    ['to a tier that there is not', { tier: 'D', reason: 'x', until: '2026-12-31' }, 422, 'tier'],
  ])('%s it is refused', async (_, input, status, field) => {
    const firm = await aFirm()
    const refused = await act(firm, 'override-tier', input, 1)
    expect([refused.status, refused.text.includes(field)]).toEqual([status, true])
    expect(await count('events', firm.tenantId)).toBe(0)
  })

  test('is nothing for whose customer it is', async () => {
    const firm = await aFirm()
    const input = { tier: 'A', reason: 'x', until: '2027-10-20' }
    expect((await act(firm, 'override-tier', input, 1, 'mia')).status).toBe(403)
    expect((await act(firm, 'override-tier', input, 1)).status).toBe(200)
  })
})

describe('whatever happens', () => {
  const changed = async (firm: Firm) => (await customerOf(firm)).version

  test('of several at once one does it', async () => {
    const firm = await aFirm()
    await ordered(firm, [10, 20, 30])
    await mark(firm)
    await Promise.all([1, 2, 3, 4].map(() => rank()))
    expect([await changed(firm), (await told(firm)).length]).toEqual([2, 0])
    await rank()
    expect(await changed(firm)).toBe(2)
    expect(await dueOf(firm)).toBeGreaterThan(NOW)
  })

  test.each([
    { call: 1, when: 'after' as const },
    { call: 2, when: 'before' as const },
    { call: 2, when: 'after' as const },
  ])('killed $when call $call it is done by the next one, once', async ({ call, when }) => {
    const firm = await aFirm()
    await mark(firm)
    await rank(NOW, killedAt(call, when).d1).catch(() => undefined)
    await rank()
    expect(await changed(firm)).toBe(2)
    expect(await dueOf(firm)).toBeGreaterThan(NOW)
  })

  test('what is written meanwhile is ranked by the next one', async () => {
    const firm = await aFirm()
    await mark(firm)
    const database = openDatabase(env.DB)
    const meanwhile = {
      figures: database.figures,
      batch: async (statements: Parameters<typeof database.batch>[0]) => {
        if (statements.length > 1) await mark(firm)
        return await database.batch(statements)
      },
    }
    await rankCustomers(meanwhile, { now: NOW, newId })
    expect(await dueOf(firm)).toBe(0)
    expect(await rank()).toBe(0)
    expect(await dueOf(firm)).toBeGreaterThan(NOW)
  })

  test('one that cannot be ranked is put off and logged by its class; the others are ranked', async () => {
    const [broken, sound] = [await aFirm(), await aFirm()]
    await mark(broken)
    await mark(sound)
    await env.DB.prepare("UPDATE orders SET order_date = 'soon' WHERE tenant_id = ?").bind(broken.tenantId).run()
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    expect(await rank()).toBe(1)
    const [line] = logged.mock.calls.flat()
    logged.mockRestore()
    expect(JSON.parse(String(line))).toMatchObject({ job: 'rank-customers' })
    expect([await dueOf(broken), await changed(sound)]).toEqual([NOW + HOUR, 2])
  })

  test('where they cannot be written together some are written alone, and the others by the next run', async () => {
    const firms = await Promise.all(Array.from({ length: 7 }, () => aFirm()))
    for (const firm of firms) await mark(firm)
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    expect(await rank(NOW, failingAt(2, 'D1_ERROR: string or blob too big: SQLITE_TOOBIG'))).toBe(5)
    logged.mockRestore()
    expect(await rank()).toBe(2)
  })

  test('fifty customers are two calls, and none is when nobody is due, however many wait', async () => {
    const firm = await aFirm()
    await plant(firm.tenantId, {
      customer: Array.from({ length: 60 }, () => aCustomer({ id: newId(), owner_id: firm.mia.id })),
    })
    await env.DB.prepare('INSERT INTO customer_work SELECT tenant_id, id, 0, 1 FROM customers WHERE tenant_id = ?')
      .bind(firm.tenantId)
      .run()
    const { d1, figures } = counted()
    expect(await rank(NOW, d1)).toBe(50)
    expect(figures.calls).toBe(2)
    expect(await rank()).toBe(11)
    await env.DB.prepare("INSERT INTO customer_work SELECT ?, printf('%026d', value), ?, 1 FROM json_each(?)")
      .bind(firm.tenantId, NOW + DAY, JSON.stringify(Array.from({ length: 10_000 }, (_, index) => index)))
      .run()
    const idle = counted()
    expect(await aPost().run(NOW, idle.d1)).toMatchObject({ ranked: 0 })
    expect(idle.figures.calls).toBe(4)
    // The other jobs of the minute look for theirs, too.
    expect(idle.figures.rowsRead).toBeLessThan(30)
  })
})
