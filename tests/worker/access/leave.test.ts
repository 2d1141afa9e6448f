import { env } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { createApp } from '../../../worker/src/app.ts'
import { aCustomer, anOrder, aUser } from '../../fixtures/builders.ts'
import { aFirm, anIdentity, issuers, NOW, newId, plant } from '../firm.ts'

const DAY = 86_400_000

/** Mia is away from the 20th to the 26th, and Leo stands in for her; David is above both, Ann is somebody else's. */
async function aHouse() {
  const firm = await aFirm()
  const person = (name: string) =>
    aUser({
      id: newId(),
      email: `${name}@bluewhale-outdoor.example`,
      alias: name,
      manager_id: firm.david.id,
    })
  const [leo, ann] = [person('Leo Sun'), person('Ann Wu')]
  await plant(firm.tenantId, { user: [leo, ann] })
  const tokens = {
    ...firm.tokens,
    leo: await anIdentity(firm.tenantId, leo),
    ann: await anIdentity(firm.tenantId, ann),
  }
  type Name = keyof typeof tokens

  /** Asks at a moment of the day: `NOW` is the morning of the 20th. */
  async function ask(as: Name, method: string, path: string, body?: unknown, now = NOW, headers = {}) {
    const app = createApp({ now: () => now, newId, issuers, version: 'test', tellFigures: true })
    const response = await app.request(
      path,
      {
        method,
        headers: {
          Authorization: `Bearer ${tokens[as]}`,
          'Content-Type': 'application/json',
          'Accept-Language': 'en',
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      },
      { DB: env.DB, ASSETS: env.ASSETS },
      { waitUntil() {}, passThroughOnException() {}, props: {} } as unknown as ExecutionContext,
    )
    // biome-ignore lint/suspicious/noExplicitAny: answers are read by their documented shape
    const answer: any = await response.json()
    return { status: response.status, body: answer, figures: response.headers.get('Server-Timing') ?? '' }
  }
  const act = (as: Name, action: string, target: object, input: object = {}, now = NOW) =>
    ask(as, 'POST', `/v1/actions/${action}`, { target, input }, now, { 'Idempotency-Key': newId() })
  const versionOf = async (id: string) =>
    (await env.DB.prepare('SELECT version FROM users WHERE id = ?').bind(id).first<{ version: number }>())?.version
  const leave = async (as: Name, of: { readonly id: string }, given: object = {}, now = NOW) =>
    act(
      as,
      'take-leave',
      { type: 'user', id: of.id, version: await versionOf(of.id) },
      { from: '2026-10-20', to: '2026-10-26', deputy: 'Leo Sun', ...given },
      now,
    )
  const end = async (as: Name, of: { readonly id: string }, now = NOW) =>
    act(as, 'end-leave', { type: 'user', id: of.id, version: await versionOf(of.id) }, {}, now)
  const sees = async (as: Name, now = NOW) =>
    (await ask(as, 'GET', `/v1/customers/${firm.customer.id}`, undefined, now)).status === 200
  return { ...firm, leo, ann, ask, act, leave, end, sees }
}

const codeOf = ({ status, body }: { readonly status: number; readonly body: { readonly problems?: object[] } }) => [
  status,
  (body.problems?.[0] as { code?: string } | undefined)?.code,
]

describe('a deputy', () => {
  test('has what is theirs from the first moment of the first day until after the last, whatever has run meanwhile', async () => {
    const { leave, mia, sees } = await aHouse()
    expect((await leave('mia', mia, { from: '2026-10-22', to: '2026-10-23' })).status).toBe(200)
    const begins = Date.parse('2026-10-21T16:00:00Z')
    expect([await sees('leo', begins - 1), await sees('leo', begins), await sees('ann', begins)]).toEqual([
      false,
      true,
      false,
    ])
    expect([await sees('leo', begins + 2 * DAY - 1), await sees('leo', begins + 2 * DAY)]).toEqual([true, false])
    expect(await sees('leo', begins + 31 * DAY)).toBe(false)
    expect(await sees('mia', begins)).toBe(true)
  })

  test('edits for who is away, and the history says for whom; their own they do by themselves', async () => {
    const { leave, mia, leo, customer, ask, tenantId } = await aHouse()
    const own = aCustomer({ id: newId(), owner_id: leo.id, domains: ['own.example'] })
    await plant(tenantId, { customer: [own] })
    await leave('mia', mia)
    for (const { id } of [customer, own]) {
      const edited = await ask('leo', 'PATCH', `/v1/customers/${id}`, { short_name: 'X' }, NOW, { 'If-Match': '"1"' })
      expect(edited.status).toBe(200)
    }
    const made = await ask('leo', 'POST', '/v1/contacts', { customer_id: customer.id, full_name: 'Rosa' })
    expect(made.status).toBe(201)
    const toldOf = async (path: string) =>
      (await ask('david', 'GET', `/v1/${path}/events`)).body.events.map(
        (one: { actorName: string; onBehalfOf: string | null }) => [one.actorName, one.onBehalfOf],
      )
    expect(await toldOf(`customers/${customer.id}`)).toEqual([['Leo Sun', 'Mia Zhao']])
    expect(await toldOf(`customers/${own.id}`)).toEqual([['Leo Sun', null]])
    expect(await toldOf(`contacts/${made.body.id}`)).toEqual([['Leo Sun', 'Mia Zhao']])
  })

  test('may not do more than their post allows, nor reach by way of another deputy', async () => {
    const { leave, mia, leo, sees, act, customer } = await aHouse()
    await leave('mia', mia)
    const tier = { tier: 'A', reason: 'x', until: '2026-12-31' }
    expect((await act('leo', 'override-tier', { type: 'customer', id: customer.id, version: 1 }, tier)).status).toBe(
      403,
    )
    // Leo goes away as well: Ann has what is Leo's, and not what is Mia's.
    expect((await leave('david', leo, { deputy: 'Ann Wu' })).status).toBe(200)
    expect([await sees('leo'), await sees('ann')]).toEqual([true, false])
  })

  test('follows the orders that who is away follows, and sees their customers', async () => {
    const { leave, david, leo, ann, tenantId, ask, mia } = await aHouse()
    const order = anOrder({ id: newId(), customer_id: newId(), owner_id: leo.id, merchandiser_id: mia.id })
    await plant(tenantId, { customer: [aCustomer({ id: order.customer_id, owner_id: ann.id })], order: [order] })
    const customer = () => ask('leo', 'GET', `/v1/customers/${order.customer_id}`)
    await env.DB.prepare(`UPDATE orders SET owner_id = ? WHERE id = ?`).bind(david.id, order.id).run()
    expect((await ask('leo', 'GET', `/v1/orders/${order.id}`)).status).toBe(404)
    await leave('mia', mia)
    expect([(await ask('leo', 'GET', `/v1/orders/${order.id}`)).status, (await customer()).status]).toEqual([200, 200])
  })

  test('finds what waits for who is away among their own, and until when, within the rows of a panel', async () => {
    const { leave, mia, ask, order } = await aHouse()
    await leave('mia', mia)
    const { body, figures } = await ask('leo', 'POST', '/v1/panel', {})
    const leaves = body.sections.find(({ key }: { key: string }) => key === 'leave')
    expect(JSON.stringify(leaves)).toContain('For Mia Zhao until 2026-10-26')
    expect(Number(/trips=(\d+)/.exec(figures)?.[1])).toBeLessThanOrEqual(2)
    expect(Number(/read=(\d+)/.exec(figures)?.[1])).toBeLessThanOrEqual(200)
    const beside = await ask('leo', 'POST', '/v1/panel', { record: { type: 'order', id: order.id } })
    expect(beside.status).toBe(200)
    expect(Number(/read=(\d+)/.exec(beside.figures)?.[1])).toBeLessThanOrEqual(200)
  })

  test('claims for who is away what was given to them', async () => {
    const { leave, mia, ask, act } = await aHouse()
    const made = await ask('david', 'POST', '/v1/inquiries', {
      subject: 'Lanterns',
      company_name: 'Nordlys AS',
      received_at: NOW,
      owner_id: mia.id,
    })
    expect(made.status).toBe(201)
    const target = { type: 'inquiry', id: made.body.id, version: 1 }
    expect((await act('leo', 'claim-inquiry', target)).status).toBe(404)
    await leave('mia', mia)
    expect((await act('leo', 'claim-inquiry', target)).status).toBe(200)
    const { body } = await ask('mia', 'GET', `/v1/inquiries/${made.body.id}`)
    expect([body.status, body.owner_id]).toEqual(['claimed', mia.id])
  })
})

describe('a leave', () => {
  test('is said by oneself, by who is above one, and by nobody else', async () => {
    const { leave, mia, end } = await aHouse()
    expect((await leave('leo', mia)).status).toBe(403)
    expect((await leave('david', mia)).status).toBe(200)
    expect((await end('leo', mia)).status).toBe(403)
    expect((await end('mia', mia)).status).toBe(200)
  })

  test.each([
    ['of a day that is over', { from: '2026-10-19' }, 'past'],
    ['that ends before it begins', { to: '2026-10-19' }, 'before'],
    ['of more than a year', { to: '2027-10-25' }, 'too_long'],
    ['with oneself for a deputy', { deputy: 'mia zhao' }, 'self'],
    ['with nobody for a deputy', { deputy: 'Nobody' }, 'nobody'],
  ])('%s is refused', async (_, given, code) => {
    const { leave, mia } = await aHouse()
    expect(codeOf(await leave('mia', mia, given))).toEqual([422, code])
  })

  test('that overlaps is refused, and so is a deputy who is away as well', async () => {
    const { leave, mia, ann } = await aHouse()
    await leave('mia', mia)
    expect(codeOf(await leave('mia', mia, { from: '2026-10-25', to: '2026-10-30' }))).toEqual([422, 'overlaps'])
    expect(codeOf(await leave('ann', ann, { deputy: 'Mia Zhao' }))).toEqual([422, 'away'])
    expect((await leave('ann', ann, { from: '2026-10-27', to: '2026-10-28', deputy: 'Mia Zhao' })).status).toBe(200)
  })

  test('is ended early at once; of one that has not begun nothing is left', async () => {
    const { leave, mia, end, sees } = await aHouse()
    await leave('mia', mia)
    expect(await sees('leo')).toBe(true)
    expect((await end('mia', mia, NOW + 1000)).status).toBe(200)
    expect([await sees('leo', NOW + 1000), await sees('leo', NOW + DAY)]).toEqual([false, false])
    expect(codeOf(await end('mia', mia, NOW + 2000))).toEqual([422, 'not_away'])
    expect((await leave('mia', mia, { from: '2026-11-20', to: '2026-11-21' }, NOW + 3000)).status).toBe(200)
    expect((await end('mia', mia, NOW + 4000)).status).toBe(200)
    expect(await sees('leo', Date.parse('2026-11-20T04:00:00Z'))).toBe(false)
  })

  test('of two at once is one', async () => {
    const { leave, mia } = await aHouse()
    const both = await Promise.all([leave('mia', mia), leave('david', mia, { deputy: 'Ann Wu' })])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})
