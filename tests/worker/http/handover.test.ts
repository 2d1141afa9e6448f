import { env } from 'cloudflare:test'
import { expect, test } from 'vitest'
import { handOver } from '../../../worker/src/jobs/hand-over.ts'
import { type Database, openDatabase } from '../../../worker/src/store/database.ts'
import { aCustomer, anInquiry, anOrder, aUser } from '../../fixtures/builders.ts'
import { aFirm, anIdentity, count, NOW, newId, plant } from '../firm.ts'

/** Mia leaves: she has 45 customers in two countries, orders, inquiries and a share; Leo and Ann take over. */
async function aLeaver() {
  const firm = await aFirm()
  const { tenantId, mia, david } = firm
  const rep = (name: string) =>
    aUser({ id: newId(), email: `${name}@bluewhale-outdoor.example`, alias: name, manager_id: david.id })
  const [leo, ann] = [rep('Leo'), rep('Ann')]
  const customers = Array.from({ length: 44 }, (_, index) =>
    aCustomer({ id: newId(), owner_id: mia.id, country: index % 2 ? 'DE' : 'BR', domains: [`c${index}.example`] }),
  )
  const shared = aCustomer({ id: newId(), owner_id: leo.id, co_owner_ids: [mia.id], domains: ['shared.example'] })
  const closed = anOrder({ id: newId(), customer_id: firm.customer.id, owner_id: mia.id, status: 'completed' })
  const inquiries = (['received', 'claimed', 'lost'] as const).map((status) =>
    anInquiry({ id: newId(), owner_id: mia.id, status, country: 'FR' }),
  )
  await plant(tenantId, { user: [leo, ann], customer: [...customers, shared], order: [closed], inquiry: inquiries })
  const leoToken = await anIdentity(tenantId, leo)
  const post = (deed: string, body: object, { as = 'david', key = newId() } = {}) =>
    firm.call('POST', `/v1/staff/${mia.id}/${deed}`, body, { as, headers: { 'Idempotency-Key': key } })
  const suspend = (suspended = true, version = 1) => post('suspension', { suspended, version })
  const overview = async (as = 'david') => firm.call('GET', `/v1/staff/${mia.id}/handover`, undefined, { as })
  const run = async (database: Database = openDatabase(env.DB)) => {
    for (let round = 0; round < 9; round += 1) await handOver(database, NOW)
  }
  const owners = async (table = 'customers') => {
    const { results } = await env.DB.prepare(
      `SELECT coalesce(u.alias, 'nobody') AS owner, count(*) AS n FROM ${table} r LEFT JOIN users u ON u.tenant_id = r.tenant_id
       AND u.id = r.owner_id WHERE r.tenant_id = ? GROUP BY 1 ORDER BY 1`,
    )
      .bind(tenantId)
      .all<{ owner: string; n: number }>()
    return Object.fromEntries(results.map(({ owner, n }) => [owner, n]))
  }
  return { ...firm, leo, ann, leoToken, customers, shared, closed, inquiries, post, suspend, overview, run, owners }
}

const PLAN = (leo: string, rest: string | null) => ({ plan: { groups: [{ country: 'DE', to: leo }], rest } })

test('whoever is suspended is nobody at once, and comes back as they were', async () => {
  const { call, suspend, mia, tenantId } = await aLeaver()
  await env.DB.prepare(
    'INSERT INTO sessions (token_hash, tenant_id, user_id, started_at, used_at) VALUES (?, ?, ?, ?, ?)',
  )
    .bind(newId(), tenantId, mia.id, NOW, NOW)
    .run()
  expect((await call('GET', '/v1/customers', undefined, { as: 'mia' })).status).toBe(200)
  expect((await suspend()).status).toBe(200)
  expect((await call('GET', '/v1/customers', undefined, { as: 'mia' })).status).toBe(401)
  expect(await count('sessions', tenantId)).toBe(0)
  expect((await suspend(false, 2)).status).toBe(200)
  expect((await call('GET', '/v1/customers', undefined, { as: 'mia' })).status).toBe(200)
})

test('is done by who is above them and who keeps the house, and to nobody by themselves', async () => {
  const { post, leoToken, david, call, overview } = await aLeaver()
  expect((await post('suspension', { suspended: true, version: 1 }, { as: leoToken })).status).toBe(403)
  expect((await overview(leoToken)).status).toBe(403)
  const own = await call(
    'POST',
    `/v1/staff/${david.id}/suspension`,
    { suspended: true, version: 1 },
    {
      headers: { 'Idempotency-Key': newId() },
    },
  )
  expect(own.status).toBe(403)
  expect((await post('handover', PLAN(david.id, null))).body.problems[0].code).toBe('active')
})

test('what is left behind is told in numbers, and goes to whom the plan names, each record once and with its event', async () => {
  const { suspend, overview, post, run, owners, leo, ann, mia, closed, shared, inquiries, tenantId } = await aLeaver()
  await suspend()
  const { body } = await overview()
  const told = Object.fromEntries(
    body.counts.map(({ type, state, count }: { type: string; state: string; count: number }) => [
      `${type} ${state ?? ''}`.trim(),
      count,
    ]),
  )
  expect(told).toMatchObject({ 'inquiry received': 1, 'inquiry claimed': 1, 'order confirmed': 1 })
  expect(
    told['customer active'] ?? told.customer ?? Object.entries(told).find(([key]) => key.startsWith('customer'))?.[1],
  ).toBe(46)
  expect(body.groups.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(46)

  const key = newId()
  const [one, two] = await Promise.all([
    post('handover', PLAN(leo.id, ann.id), { key }),
    post('handover', PLAN(leo.id, ann.id), { key }),
  ])
  expect([one.status, two.status].filter((status) => status !== 200 && status !== 409)).toEqual([])
  expect((await post('handover', PLAN(leo.id, ann.id), { key })).status).toBe(200)
  await run()
  expect((await overview()).body.handover).toMatchObject({ no: 1, state: 'done' })
  expect(await owners()).toEqual({ Leo: 23, Ann: 23 })
  const of = async (table: string, id: string) =>
    env.DB.prepare(`SELECT * FROM ${table} WHERE id = ?`).bind(id).first<Record<string, unknown>>()
  // Leo had the shared one already; what is history keeps its name.
  expect((await of('customers', shared.id))?.co_owner_ids).toContain(ann.id)
  expect((await of('orders', closed.id))?.owner_id).toBe(mia.id)
  expect((await of('inquiries', inquiries[2]?.id ?? ''))?.owner_id).toBe(mia.id)
  expect((await of('inquiries', inquiries[1]?.id ?? ''))?.owner_id).toBe(ann.id)
  expect(await count('events', tenantId, `action = 'hand-over'`)).toBe(
    await count('handover_items', tenantId, `state = 'moved'`),
  )
})

test('without a successor customers go to the pool, and work that goes on to whoever is above', async () => {
  const { suspend, post, run, owners, order, inquiries, david } = await aLeaver()
  await suspend()
  await post('handover', { plan: { rest: null } })
  await run()
  expect(await owners()).toEqual({ Leo: 1, nobody: 45 })
  const row = await env.DB.prepare('SELECT owner_id FROM orders WHERE id = ?').bind(order.id).first()
  expect(row?.owner_id).toBe(david.id)
  const pooled = await env.DB.prepare('SELECT status, owner_id FROM inquiries WHERE id = ?')
    .bind(inquiries[0]?.id)
    .first()
  expect(pooled).toEqual({ status: 'pooled', owner_id: null })
})

test('a crash anywhere loses nothing and does nothing twice, nor do two that run at once', async () => {
  const { suspend, post, run, owners, leo, ann, tenantId } = await aLeaver()
  await suspend()
  await post('handover', PLAN(leo.id, ann.id))
  for (let crash = 1; crash <= 6; crash += 1) {
    const whole = openDatabase(env.DB)
    let trips = 0
    const dying: Database = {
      figures: whole.figures,
      batch: (statements) => {
        trips += 1
        return trips > crash ? Promise.reject(new Error('gone')) : whole.batch(statements)
      },
    }
    await handOver(dying, NOW).catch(() => null)
    await Promise.all([handOver(openDatabase(env.DB), NOW, 1), handOver(openDatabase(env.DB), NOW, 1)])
  }
  await run()
  expect(await owners()).toEqual({ Leo: 23, Ann: 23 })
  const { results } = await env.DB.prepare(
    `SELECT record_id FROM events WHERE tenant_id = ? AND action = 'hand-over' GROUP BY record_id HAVING count(*) > 1`,
  )
    .bind(tenantId)
    .all()
  expect(results).toEqual([])
})

test('is taken back where nothing was done with a record since, and kept where something was', async () => {
  const { suspend, post, run, owners, leo, ann, customers, call, overview } = await aLeaver()
  await suspend()
  await post('handover', PLAN(leo.id, ann.id))
  await run()
  const touched = customers[0]?.id ?? ''
  const edited = await call(
    'PATCH',
    `/v1/customers/${touched}`,
    { short_name: 'X' },
    { headers: { 'If-Match': '"2"' } },
  )
  expect(edited.status).toBe(200)
  expect((await post('reversal', {})).status).toBe(200)
  await run()
  expect(await owners()).toEqual({ 'Mia Zhao': 44, Leo: 1, Ann: 1 })
  expect((await overview()).body.handover).toMatchObject({ state: 'undone', counts: { kept: 1 } })
  expect((await post('reversal', {})).body.problems[0].code).toBe('not_done')
})
