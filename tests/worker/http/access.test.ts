import { env } from 'cloudflare:test'
import { beforeEach, describe, expect, test } from 'vitest'
import { STANDARD_POSTS } from '#shared/access/standard-posts.ts'
import type { Role } from '#shared/trade/user.ts'
import { aCustomer, anInstallment, anOrder, aUser } from '../../fixtures/builders.ts'
import { type Answer, aFirm, anIdentity, count, type Firm, newId, plant, wholeDatabase } from '../firm.ts'

/** Who may see what, as the firm has it: proposed by one, agreed to by another, and seen as somebody else sees it. */
const PROPOSALS = '/v1/access/proposals'
let firm: Firm
let admin: Awaited<ReturnType<typeof aColleague>>

async function aColleague(...roles: Role[]) {
  const person = aUser({
    id: newId(),
    email: `${newId()}@bluewhale-outdoor.example`,
    alias: `The ${roles.join(' ')}`,
    roles,
  })
  await plant(firm.tenantId, { user: [person] })
  const token = await anIdentity(firm.tenantId, person)
  return {
    ...person,
    token,
    call: (method: string, path: string, body?: unknown) => firm.call(method, path, body, { as: token }),
  }
}

beforeEach(async () => {
  firm = await aFirm()
  admin = await aColleague('admin')
})

const version = async (): Promise<number> => (await admin.call('GET', '/v1/access')).body.version
const propose = async (change: object): Promise<Answer> =>
  admin.call('POST', PROPOSALS, { version: await version(), ...change })
const agree = (proposal: Answer, as?: string) =>
  firm.call('POST', `${PROPOSALS}/${proposal.body.id}/decision`, { decision: 'agree' }, as ? { as } : {})
const codes = ({ status, body }: Answer): string[] => [
  String(status),
  ...(body.problems ?? []).map(({ field, code }: { field: string; code: string }) => `${field} ${code}`),
]

/** The post of sales reps without its orders. */
function withoutOrders() {
  const { order: _, order_line: __, ...grants } = STANDARD_POSTS.sales_rep?.grants ?? {}
  return { key: 'sales_rep', grants, sees: ['personal', 'sales'] }
}

describe('a change of a post', () => {
  test('is nothing until a second person agrees, and holds at the next request', async () => {
    const proposed = await propose({ post: withoutOrders() })
    expect(codes(proposed)).toEqual(['201'])
    expect(proposed.body).toMatchObject({ about: 'sales rep', status: 'open', mayAgree: false, by: admin.alias })
    expect(proposed.body.told).toContain('Order, see: their own → no')
    const mine = () => firm.call('GET', `/v1/orders/${firm.order.id}`, undefined, { as: 'mia' })
    expect((await mine()).status).toBe(200)
    expect(codes(await agree(proposed, admin.token))).toEqual(['422', 'decision own'])
    expect((await mine()).status).toBe(200)

    const agreed = await agree(proposed)
    expect(agreed.body).toMatchObject({ status: 'agreed', decidedBy: 'David Chen' })
    expect((await mine()).status).toBe(404)
    expect(codes(await agree(proposed))).toEqual(['409'])
  })

  test('takes what it takes away everywhere: panel, record, list, board, search, sheet and history', async () => {
    await agree(await propose({ post: withoutOrders() }))
    const { doc_no, id } = firm.order
    const asked = await Promise.all(
      [
        ['POST', '/v1/panel', { record: { type: 'customer', id: firm.customer.id } }],
        ['POST', '/v1/panel', {}],
        ['GET', '/v1/orders'],
        ['GET', `/v1/search?q=${doc_no}`],
        ['GET', '/v1/board'],
        ['GET', `/v1/orders/${id}`],
        ['GET', `/v1/orders/${id}/events`],
        ['POST', '/v1/panel', { record: { type: 'order', id } }],
        ['POST', '/v1/sheets/pulls', { type: 'order' }],
      ].map(([method, path, body]) => firm.call(String(method), String(path), body, { as: 'mia' })),
    )
    expect(asked.map(({ status }) => status)).toEqual([200, 200, 200, 200, 403, 404, 404, 404, 403])
    for (const { text } of asked) {
      expect(text).not.toContain(doc_no)
      expect(text).not.toContain(id)
    }
    expect(asked[2]?.body.records).toEqual([])
    expect((await firm.call('GET', `/v1/orders/${id}`)).status).toBe(200)
  })

  test('shows no number of an order in what is due of it, either', async () => {
    const due = anInstallment({
      id: newId(),
      order_id: firm.order.id,
      customer_id: firm.customer.id,
      seq: 3,
      amount: 500,
      due_date: '2026-11-01',
      status: 'due',
    })
    await plant(firm.tenantId, { installment: [due] })
    const panel = () =>
      firm.call('POST', '/v1/panel', { record: { type: 'customer', id: firm.customer.id } }, { as: 'mia' })
    expect((await panel()).text).toContain(firm.order.doc_no)
    await agree(await propose({ post: withoutOrders() }))
    expect((await panel()).text).not.toContain(firm.order.doc_no)
  })

  test('made of what somebody else has changed meanwhile is refused, when proposed and when agreed to', async () => {
    const [one, other] = [withoutOrders(), { ...withoutOrders(), sees: [] }]
    const stale = await version()
    const first = await propose({ post: one })
    expect(codes(await propose({ post: other }))).toEqual(['409'])
    await agree(first)
    expect(codes(await admin.call('POST', PROPOSALS, { version: stale, post: other }))).toEqual([
      '409',
      'version stale',
    ])
    const second = await propose({ post: other })
    await env.DB.prepare("UPDATE post_sets SET posts = '{}', version = version + 1 WHERE tenant_id = ?")
      .bind(firm.tenantId)
      .run()
    expect(codes(await agree(second))).toEqual(['409', 'version stale'])
  })

  test('of two people who agree at once to one, or to two, one change is made for each number', async () => {
    const [post, staff] = [
      await propose({ post: withoutOrders() }),
      await propose({ staff: { id: firm.mia.id, roles: ['finance'] } }),
    ]
    const cat = await aColleague('gm')
    const answers = await Promise.all([agree(post), agree(post, cat.token), agree(staff), agree(staff, cat.token)])
    const made = answers.filter(({ status }) => status === 200).length
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]))
    expect(await version()).toBe(made)
    expect(await count('events', firm.tenantId, "record_id = 'access'")).toBe(made)
  })

  test('that is not sound is refused with its place, and nothing is kept', async () => {
    const before = await wholeDatabase(firm.tenantId)
    const post = { key: 'sales_rep', grants: { order: { edit: 'own' }, crate: {} }, sees: ['secrets'] }
    expect(codes(await propose({ post }))).toEqual(['400', 'post.grants.crate unknown', 'post.sees.0 choice'])
    expect(codes(await propose({}))).toEqual(['400', 'post required'])
    expect(codes(await propose({ reset: 'sales_rep' }))).toEqual(['422', 'reset same'])
    expect(await wholeDatabase(firm.tenantId)).toBe(before)
  })

  test('a post that the firm adds can be given to somebody, and goes only when nobody has it', async () => {
    const label = { en: 'agent', zh: '代理' }
    const post = { key: 'own_agent', label, grants: { customer: { view: 'all' }, contact: { view: 'all' } }, sees: [] }
    await agree(await propose({ post }))
    expect(codes(await propose({ staff: { id: firm.mia.id, roles: ['own_ghost'] } }))).toEqual([
      '422',
      'staff.roles unknown_post',
    ])
    await agree(await propose({ staff: { id: firm.mia.id, roles: ['own_agent'] } }))
    const seen = await firm.call('GET', `/v1/contacts/${firm.contact.id}`, undefined, { as: 'mia' })
    expect(seen.status).toBe(200)
    expect(seen.body).not.toHaveProperty('emails')
    expect(codes(await propose({ reset: 'own_agent' }))).toEqual(['422', 'reset held'])
  })
})

describe('the posts of somebody', () => {
  test('are given by two, are in their history, and by no other door', async () => {
    const at = `/v1/users/${firm.mia.id}`
    const patched = await firm.call('PATCH', at, { roles: ['gm'] }, { as: admin.token, headers: { 'If-Match': '"1"' } })
    expect(patched.status).toBe(404)
    const proposed = await propose({ staff: { id: firm.mia.id, roles: ['finance'] } })
    expect(proposed.body.told).toEqual(['gets the post: finance', 'loses the post: sales rep'])
    await agree(proposed)
    const { body } = await firm.call('GET', at)
    expect(body).toMatchObject({ roles: ['finance'], version: 2 })
    const { events } = (await firm.call('GET', `${at}/events`)).body
    expect(events[0]).toMatchObject({
      action: 'posts changed',
      changes: [{ field: 'roles', old: ['sales_rep'], new: ['finance'] }],
    })
  })

  test('never leave the firm without an administrator', async () => {
    const one = await propose({ staff: { id: admin.id, roles: ['gm'] } })
    expect(codes(one)).toEqual(['422', 'staff.roles last_admin'])
    const second = await aColleague('admin')
    const [away, other] = [
      await propose({ staff: { id: admin.id, roles: ['finance'] } }),
      await propose({ staff: { id: second.id, roles: ['finance'] } }),
    ]
    expect(codes(await agree(away))).toEqual(['200'])
    expect(codes(await agree(other))).toEqual(['422', 'staff.roles last_admin'])
  })

  test('whoever is the only one waits a day, and is told until when', async () => {
    await env.DB.prepare('UPDATE users SET roles = \'["sales_rep"]\' WHERE tenant_id = ? AND id = ?')
      .bind(firm.tenantId, firm.david.id)
      .run()
    const proposed = await propose({ post: withoutOrders() })
    expect(proposed.body.waits).toContain('2026-10-21 09:00')
    expect(codes(await agree(proposed, admin.token))).toEqual(['422', 'decision waits'])
    await env.DB.prepare('UPDATE access_proposals SET proposed_at = proposed_at - 86400000 WHERE tenant_id = ?')
      .bind(firm.tenantId)
      .run()
    expect(codes(await agree(proposed, admin.token))).toEqual(['200'])
    expect(await count('events', firm.tenantId, "record_id = 'access' AND action = 'agreed alone'")).toBe(1)
  })
})

describe('who may', () => {
  test('administrators propose, they and management agree; to everybody else it is closed, and nothing is kept', async () => {
    const proposed = await propose({ post: withoutOrders() })
    const before = await wholeDatabase(firm.tenantId)
    const asMia = (method: string, path: string, body?: object) => firm.call(method, path, body, { as: 'mia' })
    const closed = await Promise.all([
      asMia('GET', '/v1/access'),
      asMia('POST', PROPOSALS, { version: 0, post: withoutOrders() }),
      asMia('POST', `${PROPOSALS}/${proposed.body.id}/decision`, { decision: 'agree' }),
      asMia('POST', '/v1/access/previews', { user: firm.mia.id, near: 'own' }),
      firm.call('POST', PROPOSALS, { version: 0, post: withoutOrders() }),
    ])
    expect(closed.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403])
    expect(await wholeDatabase(firm.tenantId)).toBe(before)
  })

  test('what is withdrawn is nothing any more, and stays to be read', async () => {
    const proposed = await propose({ post: withoutOrders() })
    await admin.call('POST', `${PROPOSALS}/${proposed.body.id}/decision`, { decision: 'withdraw' })
    expect(codes(await agree(proposed))).toEqual(['409'])
    const { proposals } = (await admin.call('GET', '/v1/access')).body
    expect(proposals).toMatchObject([{ status: 'withdrawn', by: admin.alias, decidedBy: admin.alias }])
  })
})

describe('as somebody else sees it', () => {
  const look = (as: string, body: object) =>
    firm.call('POST', '/v1/access/previews', { user: firm.mia.id, ...body }, { as })
  const keys = (seen: { sections: { key: string }[] }) => seen.sections.map(({ key }) => key)

  test('management sees of a customer what it sees itself, today and with the proposal', async () => {
    const proposed = await propose({ post: withoutOrders() })
    const { status, body } = await look(firm.tokens.david, { customer: firm.customer.id, proposal: proposed.body.id })
    expect(status).toBe(200)
    expect(body.as).toBe('Mia Zhao')
    expect(JSON.stringify(body.before)).toContain(firm.order.doc_no)
    expect(JSON.stringify(body.after)).not.toContain(firm.order.doc_no)
    const orders = body.before.sections.find(({ key }: { key: string }) => key === 'orders')
    expect(orders.change).not.toBe('same')
    expect(body.after.hidden).toContain('Order: nothing of it')
    expect(await count('events', firm.tenantId, "record_id = 'access_looks'")).toBe(1)
    expect((await admin.call('GET', '/v1/access')).body.looks).toMatchObject([{ by: 'David Chen', as: 'Mia Zhao' }])
  })

  test('who sees no customers sees the shape of an example, no value of the firm, and a customer is not there', async () => {
    const before = await wholeDatabase(firm.tenantId)
    const missing = await look(admin.token, { customer: newId() })
    const hidden = await look(admin.token, { customer: firm.customer.id })
    expect([missing.status, hidden.status]).toEqual([404, 404])
    expect(await wholeDatabase(firm.tenantId)).toBe(before)

    const { body, text } = await look(admin.token, { near: 'own' })
    expect(keys(body.before)).toEqual(expect.arrayContaining(['who', 'money', 'orders', 'timeline']))
    expect(text).toContain('Unpaid')
    const values = [...text.matchAll(/class=\\"value\\">([^<]*)</g)].map(([, value]) => value)
    expect(values.length).toBeGreaterThan(3)
    expect(new Set(values)).toEqual(new Set(['…']))
    for (const name of [firm.customer.name, firm.contact.full_name, firm.order.doc_no, firm.customer.id]) {
      expect(text).not.toContain(name)
    }
  })

  test('how near the customer is decides what there is', async () => {
    expect((await look(admin.token, { near: 'other' })).body.before.title).toBeNull()
    expect((await look(admin.token, { near: 'involved' })).body.before.title).not.toBeNull()
  })

  test('a reader of customers who sees no orders learns nothing of them, not even that there are any', async () => {
    const { order: _, order_line: __, installment: ___, deal: ____, ...grants } = STANDARD_POSTS.gm?.grants ?? {}
    await agree(await propose({ post: { key: 'gm', grants, sees: [] } }))
    const david = firm.tokens.david
    const first = await look(david, { customer: firm.customer.id })
    expect(first.status).toBe(200)
    expect(first.text).not.toContain(firm.order.doc_no)
    expect(first.text).not.toContain(firm.contact.emails?.[0] ?? 'no address')
    const more = anOrder({ id: newId(), customer_id: firm.customer.id, owner_id: firm.mia.id, doc_no: 'SO-2026-7777' })
    await plant(firm.tenantId, { order: [more] })
    expect((await look(david, { customer: firm.customer.id })).text).toBe(first.text)
  })

  test('nobody of another firm is looked as, and no customer of theirs at', async () => {
    const [mine, own] = [firm, admin]
    firm = await aFirm()
    const stranger = aCustomer({ id: newId(), owner_id: firm.mia.id })
    await plant(firm.tenantId, { customer: [stranger] })
    const at = (body: object) => mine.call('POST', '/v1/access/previews', body, { as: own.token })
    expect(codes(await at({ user: firm.mia.id, near: 'own' }))).toEqual(['400', 'user reference'])
    expect((await at({ user: mine.mia.id, customer: stranger.id })).status).toBe(404)
  })
})

test('a firm’s own posts cost a panel no trip and one row more', async () => {
  const panel = () =>
    firm.call('POST', '/v1/panel', { record: { type: 'customer', id: firm.customer.id } }, { as: 'david' })
  const before = await panel()
  await agree(await propose({ post: withoutOrders() }))
  const after = await panel()
  expect([after.trips, after.rowsRead - before.rowsRead]).toEqual([before.trips, 1])
})
