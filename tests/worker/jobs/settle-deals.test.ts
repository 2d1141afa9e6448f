import { env } from 'cloudflare:test'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { settleDeals } from '../../../worker/src/jobs/settle-deals.ts'
import { openDatabase } from '../../../worker/src/store/database.ts'
import { aFirm, count, type Firm, NOW, newId } from '../firm.ts'
import { counted, failingAt, killedAt } from './faulty-database.ts'
import { aPost, clearJobs, DAY, HOUR } from './house.ts'

beforeEach(clearJobs)

/** A stage that is left as soon as something of the deal, of its records or of the calendar holds. */
const road = (expr: string) => ({
  key: 'waiting',
  name: 'Waiting',
  subject: 'deal',
  nodes: [
    { key: 'start', type: 'start' },
    { key: 'first', type: 'stage', exit_criteria: [{ expr, message: 'Not yet.' }] },
    { key: 'second', type: 'stage' },
    { key: 'done', type: 'end' },
  ],
  edges: [
    { from: 'start', to: 'first' },
    { from: 'first', to: 'second' },
    { from: 'second', to: 'done' },
  ],
})

async function aDeal(firm: Firm, expr: string): Promise<string> {
  const headers = { 'Idempotency-Key': newId() }
  const published = await firm.call('POST', '/v1/definitions/workflows', road(expr), { headers })
  expect(published.status, published.text).toBe(201)
  const body = {
    target: { type: 'deal', id: 'new' },
    input: { subject: 'Chairs' },
    message: { from: { address: 'thiago.nunes@trilhasul.example' } },
  }
  const made = await firm.call('POST', '/v1/actions/start-deal', body, { as: 'mia', headers })
  expect(made.status, made.text).toBe(200)
  return made.body.record.id
}

const dealOf = async (firm: Firm, id: string) => (await firm.call('GET', `/v1/deals/${id}`)).body

async function edit(firm: Firm, path: string, values: object) {
  const { version } = (await firm.call('GET', path)).body
  const edited = await firm.call('PATCH', path, values, { headers: { 'If-Match': `"${version}"` } })
  expect(edited.status, edited.text).toBe(200)
}

const keysOf = (clocks: readonly { readonly key: string }[]) => clocks.map(({ key }) => key)

const waiting = (firm: Firm) => count('deal_work', firm.tenantId)

describe('a deal goes on by itself', () => {
  test('when somebody edits it over the API', async () => {
    const firm = await aFirm()
    const id = await aDeal(firm, "product_line = 'chairs'")
    expect(await waiting(firm)).toBe(0)
    await edit(firm, `/v1/deals/${id}`, { product_line: 'chairs' })
    expect([(await dealOf(firm, id)).stage, await waiting(firm)]).toEqual(['first', 1])
    const post = aPost()
    expect(await post.run(NOW)).toMatchObject({ settled: 1 })
    expect([(await dealOf(firm, id)).stage, await waiting(firm)]).toEqual(['second', 0])
    expect(await post.run(NOW)).toMatchObject({ settled: 0 })
    const event = await env.DB.prepare(
      'SELECT action, surface, actor FROM events WHERE record_id = ? ORDER BY version DESC',
    )
      .bind(id)
      .first()
    expect(event).toEqual({ action: 'settled', surface: 'automation', actor: 'automation' })
  })

  test('when one of its records is written, or one of those is its customer', async () => {
    const firm = await aFirm()
    const [byTask, byCustomer] = [await aDeal(firm, "task.title = 'Ring them'"), await aDeal(await aFirm(), '1 = 1')]
    expect(byCustomer).not.toBe(byTask)
    const made = await firm.call('POST', '/v1/tasks', { deal_id: byTask, title: 'Ring them' })
    expect(made.status, made.text).toBe(201)
    await aPost().run(NOW)
    expect((await dealOf(firm, byTask)).stage).toBe('second')

    const other = await aFirm()
    const id = await aDeal(other, "customer.industry = 'Camping'")
    await edit(other, `/v1/customers/${other.customer.id}`, { industry: 'Camping' })
    await aPost().run(NOW)
    expect((await dealOf(other, id)).stage).toBe('second')
  })

  test('when the tier of its customer is another, or how they buy', async () => {
    const firm = await aFirm()
    const byTier = await aDeal(firm, "customer.tier = 'A'")
    const target = { type: 'customer', id: firm.customer.id, version: 1 }
    const input = { tier: 'A', reason: 'Large tender', until: '2026-12-31' }
    const headers = { 'Idempotency-Key': newId() }
    const set = await firm.call('POST', '/v1/actions/override-tier', { target, input }, { headers })
    expect(set.status, set.text).toBe(200)
    await aPost().run(NOW)
    expect((await dealOf(firm, byTier)).stage).toBe('second')

    const other = await aFirm()
    const byRhythm = await aDeal(other, "customer.churn_status = 'engaged'")
    await edit(other, `/v1/orders/${other.order.id}`, { order_date: '2025-10-20' })
    await aPost().run(NOW)
    // Ranked in one minute, it goes on in the next.
    await aPost().run(NOW)
    expect((await dealOf(other, byRhythm)).stage).toBe('second')
  })

  test('when the day comes that it waits for, and not before; nobody has to touch it', async () => {
    const firm = await aFirm()
    const id = await aDeal(firm, "today() >= '2026-10-23'")
    const { version } = await dealOf(firm, id)
    const post = aPost()
    await post.run(NOW + DAY)
    await post.run(NOW + 2 * DAY)
    expect(await dealOf(firm, id)).toMatchObject({ stage: 'first', version })
    await post.run(NOW + 3 * DAY)
    expect((await dealOf(firm, id)).stage).toBe('second')
  })

  test('what it waits for that has not come leaves it as it is, without a word in its history', async () => {
    const firm = await aFirm()
    const id = await aDeal(firm, "product_line = 'chairs'")
    await edit(firm, `/v1/deals/${id}`, { product_line: 'tables' })
    const { version } = await dealOf(firm, id)
    expect(await aPost().run(NOW)).toMatchObject({ settled: 0 })
    expect([(await dealOf(firm, id)).version, await waiting(firm)]).toEqual([version, 0])
  })

  test('moved to another version of its process it goes on by that', async () => {
    const firm = await aFirm()
    const id = await aDeal(firm, "product_line = 'chairs'")
    await firm.call('POST', '/v1/definitions/workflows', road('deal.subject not empty'), {
      headers: { 'Idempotency-Key': newId() },
    })
    const moved = await firm.call('POST', '/v1/definitions/workflows/waiting/migration', { from: 1, to: 2 })
    expect(moved.body.deals).toHaveLength(1)
    await aPost().run(NOW)
    expect(await dealOf(firm, id)).toMatchObject({ stage: 'second', workflow_version: 2 })
  })
})

describe('whatever happens', () => {
  test.each(
    [1, 2, 3].flatMap((call) => [
      { call, when: 'before' as const },
      { call, when: 'after' as const },
    ]),
  )('killed $when call $call it is done by the next one, once', async ({ call, when }) => {
    const firm = await aFirm()
    const id = await aDeal(firm, "product_line = 'chairs'")
    await edit(firm, `/v1/deals/${id}`, { product_line: 'chairs' })
    const { version } = await dealOf(firm, id)
    const ports = { now: NOW, newId }
    await settleDeals(openDatabase(killedAt(call, when).d1), ports).catch(() => undefined)
    await settleDeals(openDatabase(env.DB), ports)
    expect(await dealOf(firm, id)).toMatchObject({ stage: 'second', version: version + 1 })
    expect(await waiting(firm)).toBe(0)
  })

  test('of several at once one does it', async () => {
    const firm = await aFirm()
    const id = await aDeal(firm, "product_line = 'chairs'")
    await edit(firm, `/v1/deals/${id}`, { product_line: 'chairs' })
    const { version } = await dealOf(firm, id)
    const ports = { now: NOW, newId }
    await Promise.all([1, 2, 3, 4].map(() => settleDeals(openDatabase(env.DB), ports)))
    expect(await dealOf(firm, id)).toMatchObject({ stage: 'second', version: version + 1 })
    expect(await waiting(firm)).toBe(0)
  })

  test('one that cannot be worked out is put off, and holds up no other', async () => {
    const firm = await aFirm()
    const [broken, sound] = [await aDeal(firm, "product_line = 'chairs'"), await aDeal(await aFirm(), '1 = 1')]
    expect(sound).not.toBe('')
    await edit(firm, `/v1/deals/${broken}`, { product_line: 'chairs' })
    await env.DB.prepare("UPDATE deals SET workflow = 'nothing' WHERE id = ?").bind(broken).run()
    const other = await aFirm()
    const id = await aDeal(other, "product_line = 'chairs'")
    await edit(other, `/v1/deals/${id}`, { product_line: 'chairs' })
    expect(await aPost().run(NOW)).toMatchObject({ settled: 1 })
    expect((await dealOf(other, id)).stage).toBe('second')
    const left = await env.DB.prepare('SELECT due_at FROM deal_work WHERE tenant_id = ?').bind(firm.tenantId).first()
    expect(left).toEqual({ due_at: NOW + HOUR })
  })

  test.each([
    ['its write is too big', 3, 'D1_ERROR: string or blob too big: SQLITE_TOOBIG'],
    [
      'it meets what is there',
      3,
      'D1_ERROR: UNIQUE constraint failed: tasks.tenant_id, tasks.dedupe_key: SQLITE_CONSTRAINT',
    ],
  ])(
    'one that cannot be written, for %s, is put off and logged by its class; the next one goes on',
    async (_, at, why) => {
      const [first, second] = [await aFirm(), await aFirm()]
      const ids = [await aDeal(first, "product_line = 'chairs'"), await aDeal(second, "product_line = 'chairs'")]
      for (const [index, firm] of [first, second].entries()) {
        await edit(firm, `/v1/deals/${ids[index]}`, { product_line: 'chairs' })
      }
      const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
      const settled = await settleDeals(openDatabase(failingAt(at, why)), { now: NOW, newId })
      const [line] = logged.mock.calls.flat()
      logged.mockRestore()
      expect(settled).toBe(1)
      expect(JSON.parse(String(line))).toMatchObject({
        job: 'settle-deals',
        error: expect.stringMatching(/^(Error|database: SQLITE_TOOBIG)$/),
      })
      const left = await env.DB.prepare('SELECT due_at FROM deal_work').all()
      expect(left.results).toEqual([{ due_at: NOW + HOUR }])
      expect(await settleDeals(openDatabase(env.DB), { now: NOW + HOUR, newId })).toBe(1)
    },
  )

  test('those that cannot be read together are read one by one', async () => {
    const firm = await aFirm()
    const id = await aDeal(firm, "product_line = 'chairs'")
    await edit(firm, `/v1/deals/${id}`, { product_line: 'chairs' })
    expect(await settleDeals(openDatabase(failingAt(2, 'too big')), { now: NOW, newId })).toBe(1)
    expect((await dealOf(firm, id)).stage).toBe('second')
  })

  test('one that somebody else has written meanwhile goes behind the others, and not to another hour', async () => {
    const firm = await aFirm()
    const id = await aDeal(firm, "product_line = 'chairs'")
    await edit(firm, `/v1/deals/${id}`, { product_line: 'chairs' })
    const faster = failingAt(3, 'D1_ERROR: UNIQUE constraint failed: deal_roads.tenant_id: SQLITE_CONSTRAINT')
    expect(await settleDeals(openDatabase(faster), { now: NOW, newId })).toBe(0)
    expect(await env.DB.prepare('SELECT due_at FROM deal_work').first()).toEqual({ due_at: NOW })
    expect(await settleDeals(openDatabase(env.DB), { now: NOW, newId })).toBe(1)
  })

  test('a process of forty clocks for each of a dozen tasks stops nobody: the nearest are kept, the others come in time', async () => {
    const firm = await aFirm()
    const id = await aDeal(firm, "product_line = 'chairs'")
    const { nodes, ...rest } = road("product_line = 'chairs'")
    const sla = Array.from({ length: 40 }, (_, at) => ({
      key: `c${at}`,
      name: `Clock ${at} of whatever there is to be done for them`,
      clock: 'elapsed',
      minutes: 1_440,
      from: 'task.due_at',
      repeat: 30,
    }))
    const heavy = { ...rest, nodes: nodes.map((node) => (node.key === 'first' ? { ...node, sla } : node)) }
    const headers = { 'Idempotency-Key': newId() }
    const published = await firm.call('POST', '/v1/definitions/workflows', heavy, { headers })
    expect(published.status, published.text).toBe(201)
    await firm.call('POST', '/v1/definitions/workflows/waiting/migration', { from: 1, to: 2 })
    for (let at = 0; at < 12; at += 1) {
      const task = { deal_id: id, title: `Ring ${at}`, due_at: NOW + at * 20 * DAY }
      expect((await firm.call('POST', '/v1/tasks', task)).status).toBe(201)
    }
    expect(await settleDeals(openDatabase(env.DB), { now: NOW, newId })).toBe(1)
    expect(await waiting(firm)).toBe(0)
    const { clocks } = await dealOf(firm, id)
    expect(JSON.stringify(clocks).length).toBeLessThanOrEqual(200_000)
    const timers = await env.DB.prepare('SELECT rule FROM timers WHERE record_id = ?').bind(id).all<{ rule: string }>()
    expect(timers.results.map(({ rule }) => rule)).toContain('day.begins')
    expect(timers.results.length).toBeLessThanOrEqual(201)
    // When those are over the next ones are near.
    await aPost().run(NOW + 40 * DAY)
    const later = await dealOf(firm, id)
    expect(keysOf(later.clocks).filter((key) => keysOf(clocks).includes(key))).toEqual(['day.begins'])
    expect(keysOf(later.clocks).length).toBeGreaterThan(10)
    await edit(firm, `/v1/deals/${id}`, { product_line: 'chairs' })
    await settleDeals(openDatabase(env.DB), { now: NOW + 40 * DAY, newId })
    expect((await dealOf(firm, id)).stage).toBe('second')
  })

  test('a run takes twenty deals at most, in two round trips and one for each', async () => {
    const firm = await aFirm()
    const id = await aDeal(firm, "product_line = 'chairs'")
    await env.DB.prepare(
      `INSERT INTO deal_work SELECT ?, printf('%026d', value), 'settle', '', '{}', 1, 1 FROM json_each(?)`,
    )
      .bind(firm.tenantId, JSON.stringify(Array.from({ length: 30 }, (_, index) => index)))
      .run()
    await edit(firm, `/v1/deals/${id}`, { product_line: 'chairs' })
    const { d1, figures } = counted()
    expect(await settleDeals(openDatabase(d1), { now: NOW, newId })).toBe(1)
    expect(figures.calls).toBe(22)
    expect(await waiting(firm)).toBe(11)
  })
})
