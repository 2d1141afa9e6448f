import { env } from 'cloudflare:test'
import { beforeEach, describe, expect, test } from 'vitest'
import { clocksOf, timesOf } from '#shared/sla/clock.ts'
import { rebuildFacts } from '../../../worker/src/store/bulk.ts'
import { openDatabase } from '../../../worker/src/store/database.ts'
import { roadsOfFirm } from '../../../worker/src/store/deal-road.ts'
import { aCustomer, anInstallment, anOrder, aUser } from '../../fixtures/builders.ts'
import { a } from '../../fixtures/road.ts'
import { aFirm, anIdentity, NOW, newId, plant } from '../firm.ts'
import { counted } from './faulty-database.ts'
import { aHouse, aPost, clearJobs, DAY, HOUR, outboxOf } from './house.ts'

beforeEach(clearJobs)

const FROM = { address: 'buyer@nordlys.example' }

/** Stages with clocks that a firm might publish: elapsed hours in the first, a date of its own in the second. */
const road = (first: object = { clock: 'elapsed', minutes: 600 }) => ({
  key: 'timed',
  name: 'Timed',
  subject: 'deal',
  nodes: [
    { key: 'start', type: 'start' },
    {
      key: 'first',
      type: 'stage',
      name: 'First look',
      sla: [{ key: 'look', name: 'Look', warn_at_pct: 80, ...first }],
      escalation: [
        { after: '80%', notify: ['responsible'] },
        { after: '100%', notify: ['responsible', 'manager+1'], action: 'create_task' },
        { after: '+120min', notify: ['finance'] },
        { after: '+240min', notify: ['fallback'] },
      ],
    },
    {
      key: 'second',
      type: 'stage',
      name: 'Second look',
      form: [{ key: 'ready_on', label: 'Ready on', kind: 'date' }],
      sla: [{ key: 'ready', name: 'Ready', clock: 'days', until_date: 'ready_on', warn_days_before: 3 }],
      escalation: [
        { after: 'warn', notify: ['owner'] },
        { after: '100%', notify: ['manager+1'] },
      ],
    },
    { key: 'done', type: 'end' },
  ],
  edges: [
    { from: 'start', to: 'first' },
    { from: 'first', to: 'second' },
    { from: 'second', to: 'first', label: 'Again', key: 'again', form: ['ready_on'] },
    { from: 'second', to: 'done' },
  ],
})

/** A firm with such a road, a customer of leo's, and somebody in finance. */
async function aTimedHouse(definition: object = road(), tier: string | null = null) {
  const house = await aHouse()
  const fay = aUser({ id: newId(), email: 'fay@house.example', alias: 'fay', locale: 'en', roles: ['finance'] })
  const customer = aCustomer({
    id: newId(),
    owner_id: house.ids.leo,
    domains: ['nordlys.example'],
    tier: tier as never,
  })
  await plant(house.tenantId, { user: [fay], customer: [customer] })
  const { call } = await aFirm()
  const frank = { id: house.ids.frank, email: 'frank2@house.example' }
  const leo = { id: house.ids.leo, email: 'leo2@house.example' }
  const tokens = { frank: await anIdentity(house.tenantId, frank), leo: await anIdentity(house.tenantId, leo) }
  const ask = (method: string, path: string, body: object, as: keyof typeof tokens = 'leo', headers: object = {}) =>
    call(method, path, body, { as: tokens[as], headers: { 'Idempotency-Key': newId(), ...headers } })
  const published = await ask('POST', '/v1/definitions/workflows', definition, 'frank')
  if (published.status !== 201) throw new Error(published.text)
  return {
    ...house,
    customer,
    ask,
    async deal(): Promise<string> {
      const body = { target: { type: 'deal', id: 'new' }, input: { subject: 'Lamps' }, message: { from: FROM } }
      const made = await ask('POST', '/v1/actions/start-deal', body)
      if (made.status !== 200) throw new Error(made.text)
      return made.body.record.id
    },
    async advance(id: string, way: string, input: object = {}) {
      const { version } = await house_deal(id)
      const done = await ask('POST', `/v1/actions/advance-deal:${way}`, {
        target: { type: 'deal', id, version },
        input,
      })
      if (done.status !== 200) throw new Error(done.text)
    },
    read: house_deal,
  }

  async function house_deal(id: string) {
    return (await call('GET', `/v1/deals/${id}`, undefined, { as: tokens.frank })).body
  }
}

const timersOf = async (id: string) =>
  (
    await env.DB.prepare('SELECT rule, level, due_at FROM timers WHERE record_id = ? ORDER BY rule')
      .bind(id)
      .all<{ rule: string; level: number; due_at: number | null }>()
  ).results

describe('the clock of a stage', () => {
  test('tells each of its levels once: who has the deal, who is above, who has a post, the last resort', async () => {
    const house = await aTimedHouse()
    const id = await house.deal()
    expect(await timersOf(id)).toEqual([{ rule: 'first.look', level: 0, due_at: NOW + 8 * HOUR }])
    expect((await house.read(id)).stage_due).toBe(NOW + 10 * HOUR)
    const post = aPost()
    const told: Record<string, number>[] = []
    for (let hour = 7; hour <= 15; hour += 1) {
      await post.run(NOW + hour * HOUR)
      told.push(post.told())
    }
    expect(told[0]).toEqual({})
    expect(told[1]).toEqual({ leo: 1 })
    expect(told[3]).toEqual({ leo: 2, david: 1 })
    expect(told[5]).toEqual({ leo: 2, david: 1, fay: 1 })
    expect(told[8]).toEqual({ leo: 2, david: 1, fay: 1, frank: 1 })
    const [mail] = post.sent.values()
    expect(mail?.subject).toMatch(/^DL-2026-\d{4} · Lamps: Look: 80 % of the time is over$/)
    expect(mail?.text).toContain(`https://desk.house.example/desk/deals/${id}`)
    expect(mail?.text).toContain('First look')
    expect(mail?.key).toMatch(/^[\w.]+$/)
  })

  test('a late tick tells the highest level alone, and what was missed is done all the same, once', async () => {
    const house = await aTimedHouse()
    const id = await house.deal()
    const post = aPost()
    expect(await post.run(NOW + 13 * HOUR)).toMatchObject({ decided: 1, sent: 1 })
    expect(post.told()).toEqual({ fay: 1 })
    await post.run(NOW + 13 * HOUR)
    await Promise.all([post.run(), post.run()])
    const tasks = await env.DB.prepare('SELECT assignee_id, title, source, created_by FROM tasks WHERE deal_id = ?')
      .bind(id)
      .all()
    expect(tasks.results).toEqual([
      { assignee_id: house.ids.leo, title: 'Look：时限已到', source: 'automation', created_by: 'automation' },
    ])
  })

  test('is gone when the stage is left, and begins anew when somebody comes back', async () => {
    const house = await aTimedHouse()
    const id = await house.deal()
    const post = aPost()
    await post.run(NOW + 8 * HOUR)
    await house.advance(id, 'first-second')
    expect(await timersOf(id)).toEqual([])
    expect((await house.read(id)).stage_due).toBeNull()
    await post.run(NOW + 2 * DAY)
    expect(post.told()).toEqual({ leo: 1 })
  })

  test('a mail that waits when the stage is left is not sent any more', async () => {
    const house = await aTimedHouse()
    const id = await house.deal()
    const post = aPost(() => ({ kind: 'retry', why: 'busy', afterMs: 60_000 }))
    await post.run(NOW + 8 * HOUR)
    await house.advance(id, 'first-second')
    const late = aPost()
    await late.run(NOW + 9 * HOUR)
    expect(late.told()).toEqual({})
    expect((await outboxOf(house.tenantId)).map(({ state, why }) => [state, why])).toEqual([['dropped', 'done']])
  })

  test('whose date moves moves: what is still to come is told at its new time, also what was told of the old', async () => {
    const house = await aTimedHouse()
    const id = await house.deal()
    await house.advance(id, 'first-second')
    // It stays where it is, and knows the date from now on.
    await house.advance(id, 'again', { ready_on: '2026-10-27' })
    await house.advance(id, 'first-second')
    const due = Date.parse('2026-10-28T01:00:00Z')
    expect(await timersOf(id)).toEqual([{ rule: 'second.ready', level: 0, due_at: due - 2 * DAY }])
    const post = aPost()
    await post.run(due - DAY)
    expect(post.told()).toEqual({ leo: 1 })
    // Put off by a week.
    await house.advance(id, 'again', { ready_on: '2026-11-03' })
    await house.advance(id, 'first-second')
    await post.run(due + HOUR)
    expect(post.told()).toEqual({ leo: 1 })
    await post.run(due + 5 * DAY + HOUR)
    expect(post.told()).toEqual({ leo: 2 })
    await post.run(due + 7 * DAY + HOUR)
    expect(post.told()).toEqual({ leo: 2, david: 1 })
  })

  describe('that runs for a record wherever the deal stands', () => {
    const DUE = '2026-10-20'
    /** One of two stages that both remind of money that is owed; `first` says so of the first, `second` of the second. */
    const owing = (first: object, second = first) => {
      const owed = { key: 'owed', name: 'Owed', clock: 'days', from_date: 'installment.due_date', ladder_days: [1, 7] }
      const { nodes, ...whole } = road()
      const clocksAt = (key: string, own: object) => ({ sla: [{ ...owed, ...own }], escalation: [], key })
      return {
        ...whole,
        nodes: nodes.map((node) =>
          node.key === 'first'
            ? { ...node, ...clocksAt('first', first) }
            : node.key === 'second'
              ? { ...node, ...clocksAt('second', second) }
              : node,
        ),
      }
    }

    async function anOwingDeal(definition: object) {
      const house = await aTimedHouse(definition)
      const id = await house.deal()
      const of = { deal_id: id, customer_id: house.customer.id }
      const order = anOrder({ id: newId(), ...of })
      const installment = anInstallment({ id: newId(), order_id: order.id, ...of, due_date: DUE })
      await plant(house.tenantId, { order: [order], installment: [installment] })
      await openDatabase(env.DB).batch(roadsOfFirm(house.tenantId))
      await house.advance(id, 'first-second')
      return { house, id, installment }
    }

    const later = (days: number) => Date.parse(`${DUE}T02:00:00Z`) + days * DAY

    test.each([
      ['is one clock', { everywhere: true }, 'installment'],
      ['goes on at the next stage', {}, 'second'],
    ])('%s, and tells nothing twice', async (_, own, prefix) => {
      const { house, id, installment } = await anOwingDeal(owing(own))
      expect(await timersOf(id)).toMatchObject([{ rule: `${prefix}.owed:${installment.id}`, level: 0 }])
      const post = aPost()
      await post.run(later(1))
      expect(post.told()).toEqual({ leo: 1 })
      await house.advance(id, 'again', {})
      await post.run(later(1) + HOUR)
      await house.advance(id, 'first-second')
      await post.run(later(2))
      expect(post.told()).toEqual({ leo: 1 })
      await post.run(later(7))
      expect(post.told()).toEqual({ leo: 2 })
    })

    test('goes on under its name of today when it was begun under another', async () => {
      const { house, id, installment } = await anOwingDeal(owing({}, { everywhere: true }))
      const post = aPost()
      await post.run(later(1))
      await house.advance(id, 'again', {})
      expect(await timersOf(id)).toMatchObject([{ rule: `first.owed:${installment.id}`, level: 1 }])
      await house.advance(id, 'first-second')
      expect(await timersOf(id)).toMatchObject([{ rule: `installment.owed:${installment.id}`, level: 1 }])
      await post.run(later(2))
      expect(post.told()).toEqual({ leo: 1 })
    })

    test('sends what waited when the deal went on', async () => {
      const { house, id } = await anOwingDeal(owing({}))
      await aPost(() => ({ kind: 'retry', why: 'busy', afterMs: 60_000 })).run(later(1))
      await house.advance(id, 'again', {})
      const late = aPost()
      await late.run(later(1) + HOUR)
      expect(late.told()).toEqual({ leo: 1 })
    })
  })

  test('may be another for another tier of customer', async () => {
    const tiers = { clock: 'elapsed', minutes: 600, by_tier: { A: { minutes: 60, warn_at_pct: 50 } } }
    const [first, other] = [await aTimedHouse(road(tiers), 'A'), await aTimedHouse(road(tiers), 'C')]
    expect((await first.read(await first.deal())).stage_due).toBe(NOW + HOUR)
    expect((await other.read(await other.deal())).stage_due).toBe(NOW + 10 * HOUR)
  })

  test('planted or repaired it is the same as written', async () => {
    const house = await aTimedHouse()
    const id = await house.deal()
    const before = await timersOf(id)
    const deal = await house.read(id)
    expect(clocksOf('deal', deal).map((one) => [one.rule, timesOf(one)[0]])).toEqual(
      before.map(({ rule, due_at }) => [rule, due_at]),
    )
    await env.DB.prepare('DELETE FROM timers WHERE record_id = ?').bind(id).run()
    await openDatabase(env.DB).batch(rebuildFacts(house.tenantId))
    expect(await timersOf(id)).toEqual(before)
    await env.DB.prepare('UPDATE deals SET clocks = NULL WHERE id = ?').bind(id).run()
    await openDatabase(env.DB).batch(rebuildFacts(house.tenantId))
    expect(await timersOf(id)).toEqual([])
  })
})

describe('an inquiry with a deal', () => {
  const mail = { messageId: '<rfq-1@buyer.example>', from: { address: 'jo@buyer.example' } }

  async function anUnclaimed() {
    const house = await aHouse()
    const { call } = await aFirm()
    const as = await anIdentity(house.tenantId, { id: house.ids.david, email: 'david2@house.example' })
    const ask = (action: string, target: object, input: object) =>
      call(
        'POST',
        `/v1/actions/${action}`,
        { target, input, message: mail },
        { as, headers: { 'Idempotency-Key': newId() } },
      )
    const made = await ask(
      'create-inquiry',
      { type: 'inquiry', id: 'new' },
      { subject: 'RFQ', email: 'jo@buyer.example' },
    )
    if (made.status !== 200) throw new Error(made.text)
    const inquiry = async () => (await call('GET', `/v1/inquiries/${made.body.record.id}`, undefined, { as })).body
    return { house, inquiry, ask }
  }

  test('is told of by the clock of its deal alone', async () => {
    const { inquiry } = await anUnclaimed()
    const { id, deal_id } = await inquiry()
    expect(await timersOf(id)).toEqual([])
    expect((await timersOf(deal_id)).map(({ rule }) => rule)).toEqual([`lead.claim:${id}`])
  })

  test('that was given to somebody goes back to the pool twelve hours late, by itself, and once', async () => {
    const { house, inquiry, ask } = await anUnclaimed()
    const { id, version } = await inquiry()
    const given = await ask('assign-inquiry', { type: 'inquiry', id, version }, { to: 'leo' })
    expect(given.status, given.text).toBe(200)
    const post = aPost()
    await post.run(NOW + HOUR)
    await post.run(NOW + 35 * HOUR)
    expect(await inquiry()).toMatchObject({ owner_id: house.ids.leo, status: 'assigned' })
    await post.run(NOW + 36 * HOUR)
    const back = await inquiry()
    expect(back).toMatchObject({ owner_id: null, status: 'pooled' })
    await post.run(NOW + 37 * HOUR)
    expect((await inquiry()).version).toBe(back.version)
    const events = await env.DB.prepare('SELECT action, surface, actor FROM events WHERE record_id = ? AND version = ?')
      .bind(id, back.version)
      .first()
    expect(events).toEqual({ action: 'return_to_pool', surface: 'automation', actor: 'automation' })
  })

  test('goes back as if by hand: it and its deal are the team’s, and who let it lie is known', async () => {
    const { house, inquiry, ask } = await anUnclaimed()
    const { id, version, deal_id } = await inquiry()
    await ask('assign-inquiry', { type: 'inquiry', id, version }, { to: 'leo' })
    await env.DB.prepare('UPDATE inquiries SET team_id = ? WHERE id = ?').bind(house.europe.id, id).run()
    await openDatabase(env.DB).batch(roadsOfFirm(house.tenantId))
    await aPost().run(NOW + 36 * HOUR)
    const { leo } = house.ids
    expect(await inquiry()).toMatchObject({
      status: 'pooled',
      returned_by: leo,
      returned_at: NOW + 36 * HOUR,
      returned_count: 1,
    })
    const deal = await env.DB.prepare('SELECT owner_id, team_id FROM deals WHERE id = ?').bind(deal_id).first()
    expect(deal).toEqual({ owner_id: null, team_id: house.europe.id })
  })

  test.each([
    ['A类客户不可退回公海。', 'A', []],
    ['尚有未结的报价。', 'B', ['sent']],
  ])('is not given away where that may not be done by hand: %s Their superior is asked', async (why, tier, quoted) => {
    const { house, inquiry, ask } = await anUnclaimed()
    const { id, version, deal_id } = await inquiry()
    await ask('assign-inquiry', { type: 'inquiry', id, version }, { to: 'leo' })
    const customer = aCustomer({ id: newId(), owner_id: house.ids.leo, tier: tier as never })
    const quotations = quoted.map((status) => a.quotation({ id: newId(), deal_id, status: status as never }))
    await plant(house.tenantId, { customer: [customer], quotation: quotations })
    await env.DB.prepare('UPDATE deals SET customer_id = ? WHERE id = ?').bind(customer.id, deal_id).run()
    await openDatabase(env.DB).batch(roadsOfFirm(house.tenantId))
    const post = aPost()
    await post.run(NOW + 36 * HOUR)
    await post.run(NOW + 37 * HOUR)
    expect(await inquiry()).toMatchObject({ owner_id: house.ids.leo, status: 'assigned' })
    const deal = await env.DB.prepare('SELECT owner_id FROM deals WHERE id = ?').bind(deal_id).first()
    expect(deal).toEqual({ owner_id: house.ids.leo })
    const tasks = await env.DB.prepare('SELECT id, assignee_id, title FROM tasks WHERE deal_id = ?').bind(deal_id).all()
    expect(tasks.results).toEqual([
      { id: expect.any(String), assignee_id: house.ids.frank, title: `未退回公海：${why}` },
    ])
    const event = await env.DB.prepare('SELECT action FROM events WHERE record_id = ?')
      .bind(tasks.results[0]?.id)
      .first()
    expect(event).toEqual({ action: 'create_task' })
  })
})

test('a tick calls the database as often with 2,000 clocks of deals asleep as with none', async () => {
  const calls = []
  for (const many of [0, 2_000]) {
    await clearJobs()
    const house = await aTimedHouse()
    await env.DB.prepare(
      "INSERT INTO timers SELECT ?, printf('%026d', value), 'a.b', 'deal', ?, 0, ? + value FROM json_each(?)",
    )
      .bind(newId(), NOW, NOW + 10 * DAY, JSON.stringify(Array.from({ length: many }, (_, index) => index)))
      .run()
    const post = aPost()
    const idle = counted()
    await post.run(NOW, idle.d1)
    await house.deal()
    const busy = counted()
    expect(await post.run(NOW + 10 * HOUR, busy.d1)).toMatchObject({ decided: 1, sent: 2, settled: 1 })
    calls.push({ idle: idle.figures.calls, busy: busy.figures.calls })
  }
  expect(calls[1]).toEqual(calls[0])
  expect(calls[0]).toEqual({ idle: 4, busy: 11 })
})
