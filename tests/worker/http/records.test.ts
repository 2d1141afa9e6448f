import { describe, expect, test } from 'vitest'
import { anOrder } from '../../fixtures/builders.ts'
import { change } from '../access/change.ts'
import { type Answer, aFirm, type Firm, newId, plant, wholeDatabase } from '../firm.ts'

const aBody = {
  name: 'Gartenwelt Baumann GmbH & Co. KG',
  country: 'DE',
  timezone: 'Europe/Berlin',
  domains: ['gartenwelt-baumann.example'],
}

const anOrderBody = (firm: Firm) => ({
  customer_id: firm.customer.id,
  order_date: '2026-10-01',
  currency: 'USD',
  incoterm: 'FOB',
  named_place: 'Yantian',
})

const patch = (firm: Firm, body: unknown, version: string | null = '"1"') =>
  firm.call('PATCH', `/v1/customers/${firm.customer.id}`, body, {
    headers: version === null ? {} : { 'If-Match': version },
  })

describe('creating', () => {
  test('gives a number, the first version and its history, and the customer is found by its domain at once', async () => {
    const firm = await aFirm()
    const answer = await firm.call('POST', '/v1/customers', aBody)
    expect(answer.status).toBe(201)
    expect(answer.headers.get('ETag')).toBe('"1"')
    expect(answer.body).toMatchObject({ ...aBody, doc_no: 'C-2026-0001', version: 1, lifecycle: 'prospect' })
    expect(answer.body.tenant_id).toBeUndefined()
    const { events } = (await firm.call('GET', `/v1/customers/${answer.body.id}/events`)).body
    expect(events).toMatchObject([{ version: 1, action: 'created', actor: firm.david.id, surface: 'api' }])
    const panel = await firm.call('POST', '/v1/panel', {
      message: { from: { address: 'j@gartenwelt-baumann.example' } },
    })
    expect(panel.body.title).toBe(aBody.name)
  })

  test('numbers never repeat, however many are made at once', async () => {
    const firm = await aFirm()
    const answers = await Promise.all(Array.from({ length: 20 }, () => firm.call('POST', '/v1/customers', aBody)))
    expect(new Set(answers.map((one) => one.body.doc_no)).size).toBe(20)
  })

  test('an order line counts its amount, and the order its total, to the cent', async () => {
    const firm = await aFirm()
    const order = (await firm.call('POST', '/v1/orders', anOrderBody(firm))).body
    expect(order).toMatchObject({ exec_status: 'not_started', pay_status: 'unpaid', status: 'confirmed' })
    const line = { order_id: order.id, description: 'Camping lantern', unit: 'H87', currency: 'USD' }
    const first = await firm.call('POST', '/v1/order_lines', {
      ...line,
      seq: 1,
      qty: 300_000,
      unit_price: 9_999_000,
      discount: 500,
    })
    await firm.call('POST', '/v1/order_lines', { ...line, seq: 2, qty: 1_200_000, unit_price: 18_750_000 })
    expect(first.body.line_total).toBe(284_972)
    expect((await firm.call('GET', `/v1/orders/${order.id}`)).body.total).toBe(284_972 + 2_250_000)
  })

  test('with a key the same call twice makes one record and answers with it', async () => {
    const firm = await aFirm()
    const options = { headers: { 'Idempotency-Key': 'k-1' } }
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => firm.call('POST', '/v1/customers', aBody, options)),
    )
    expect(new Set(answers.map((one) => one.body.id)).size).toBe(1)
    expect((await firm.call('POST', '/v1/customers', { ...aBody, name: 'Other' }, options)).body.code).toBe(
      'key_reused',
    )
  })

  test('paid installments move the payment axis of their order', async () => {
    const firm = await aFirm()
    await change(firm.tenantId, 'installment', firm.balance.id, { paid_amount: 2_159_500 })
    expect((await firm.call('GET', `/v1/orders/${firm.order.id}`)).body.pay_status).toBe('paid')
    const panel = await firm.call('POST', '/v1/panel', { record: { type: 'customer', id: firm.customer.id } })
    expect(panel.text).toContain('Nothing unpaid.')
  })
})

describe('numbers', () => {
  test('one set by hand moves its series on', async () => {
    const firm = await aFirm()
    expect((await firm.call('POST', '/v1/orders', anOrderBody(firm))).body.doc_no).toBe('SO-2026-0001')
    await firm.call('POST', '/v1/orders', { ...anOrderBody(firm), doc_no: 'SO-2026-0002' })
    await firm.call('POST', '/v1/orders', { ...anOrderBody(firm), doc_no: 'OLD-17' })
    expect((await firm.call('POST', '/v1/orders', anOrderBody(firm))).body.doc_no).toBe('SO-2026-0003')
  })
})

describe('what is owed', () => {
  const part = (firm: Firm, body: object) =>
    firm.call('POST', '/v1/installments', {
      order_id: firm.order.id,
      customer_id: firm.customer.id,
      currency: 'USD',
      anchor: 'eta',
      ...body,
    })
  const money = async (firm: Firm) => {
    const panel = await firm.call('POST', '/v1/panel', { record: { type: 'customer', id: firm.customer.id } })
    return JSON.stringify(panel.body.sections.find((one: { key: string }) => one.key === 'money'))
  }

  test('more received for one part pays for no other', async () => {
    const firm = await aFirm()
    await part(firm, { seq: 8, amount: 10_000, paid_amount: 2_200_000 })
    await part(firm, { seq: 9, amount: 10_000, due_date: '2026-10-10' })
    expect(await money(firm)).toContain('USD 21,695.00')
    expect(await money(firm)).toContain('USD 100.00')
  })

  test('what is received in full is paid, and nothing is paid by a word', async () => {
    const firm = await aFirm()
    expect((await part(firm, { seq: 8, amount: 100, paid_amount: 100, due_date: '2026-01-01' })).body.status).toBe(
      'paid',
    )
    const unpaid = (await part(firm, { seq: 9, amount: 100, status: 'paid', due_date: '2026-11-01' })).body
    expect(unpaid.status).toBe('scheduled')
    expect(await money(firm)).not.toContain('USD 0.00')
  })

  test('nobody owes for an order that is cancelled', async () => {
    const firm = await aFirm()
    await change(firm.tenantId, 'order', firm.order.id, { status: 'cancelled' })
    expect(await money(firm)).toContain('Nothing unpaid.')
  })
})

test('a rep gets cost and profit by no way', async () => {
  const firm = await aFirm()
  const { customer_id } = firm.order
  for (const path of [`/v1/orders/${firm.order.id}`, `/v1/orders?customer_id=${customer_id}`]) {
    const { text } = await firm.call('GET', path, undefined, { as: 'mia' })
    expect(text).toContain(firm.order.doc_no)
    expect(text).not.toMatch(/cost_total|profit_expected|18000000|4000000/)
  }
  for (const query of ['cost_total=18000000', 'sort=profit_expected']) {
    expect((await firm.call('GET', `/v1/orders?${query}`, undefined, { as: 'mia' })).status).toBe(400)
  }
  const patched = await firm.call(
    'PATCH',
    `/v1/orders/${firm.order.id}`,
    { cost_total: 1 },
    { as: 'mia', headers: { 'If-Match': '"1"' } },
  )
  expect(patched.body.problems[0]).toMatchObject({ field: 'cost_total', code: 'unknown' })
})

describe('changing', () => {
  test('raises the version and keeps old and new in the history', async () => {
    const firm = await aFirm()
    const answer = await patch(firm, { city: 'Santos' })
    expect([answer.status, answer.headers.get('ETag'), answer.body.city]).toEqual([200, '"2"', 'Santos'])
    const { events } = (await firm.call('GET', `/v1/customers/${firm.customer.id}/events`)).body
    expect(events[0].changes).toContainEqual(
      expect.objectContaining({ field: 'city', old: 'São Paulo', new: 'Santos' }),
    )
  })

  test('what is there already is no change', async () => {
    const firm = await aFirm()
    expect((await patch(firm, { city: 'São Paulo' })).headers.get('ETag')).toBe('"1"')
  })

  test('a stale version answers 412 with the record as it is', async () => {
    const firm = await aFirm()
    await patch(firm, { city: 'Santos' })
    const answer = await patch(firm, { city: 'Campinas' })
    expect([answer.status, answer.body.code, answer.body.current.city]).toEqual([412, 'stale', 'Santos'])
  })

  test('of fifty at once one is saved', async () => {
    const firm = await aFirm()
    const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => patch(firm, { city: `City ${index}` })))
    expect(answers.filter((one) => one.status === 200)).toHaveLength(1)
    expect(answers.filter((one) => one.status === 412)).toHaveLength(49)
  })

  test('without If-Match it answers 428; a weak tag or a star is not taken', async () => {
    const firm = await aFirm()
    expect((await patch(firm, { city: 'X' }, null)).status).toBe(428)
    for (const tag of ['W/"1"', '*', '1', '"0"', '"1", "2"'])
      expect((await patch(firm, { city: 'X' }, tag)).status).toBe(400)
  })
})

describe('what is refused changes nothing', () => {
  const post = (path: string, change: (firm: Firm) => unknown) => async (firm: Firm) =>
    firm.call('POST', path, change(firm))
  const cases: [string, (firm: Firm) => Promise<Answer>, number, string | null][] = [
    ['a missing field', post('/v1/customers', () => ({ ...aBody, country: undefined })), 400, 'country'],
    ['an empty name', post('/v1/customers', () => ({ ...aBody, name: '  ' })), 400, 'name'],
    ['an unknown field', post('/v1/customers', () => ({ ...aBody, colour: 'red' })), 400, 'colour'],
    ['a computed field', post('/v1/customers', () => ({ ...aBody, tier: 'A' })), 400, 'tier'],
    ['a country that is none', post('/v1/customers', () => ({ ...aBody, country: 'Germany' })), 400, 'country'],
    ['a zone that is an offset', post('/v1/customers', () => ({ ...aBody, timezone: '+01:00' })), 400, 'timezone'],
    ['a name with a line break', post('/v1/customers', () => ({ ...aBody, name: 'a\nb' })), 400, 'name'],
    ['a name with NUL', post('/v1/customers', () => ({ ...aBody, name: 'a\0b' })), 400, 'name'],
    ['half a character', post('/v1/customers', () => ({ ...aBody, name: 'a\ud800' })), 400, 'name'],
    ['an owner who is not there', post('/v1/customers', () => ({ ...aBody, owner_id: newId() })), 400, 'owner_id'],
    [
      'an order of nobody',
      post('/v1/orders', (firm) => ({ ...anOrderBody(firm), customer_id: newId() })),
      400,
      'customer_id',
    ],
    [
      'an unknown Incoterm',
      post('/v1/orders', (firm) => ({ ...anOrderBody(firm), incoterm: 'FOBX' })),
      400,
      'incoterm',
    ],
    [
      'a currency that is none',
      post('/v1/orders', (firm) => ({ ...anOrderBody(firm), currency: 'RMB' })),
      400,
      'currency',
    ],
    [
      'a 30th of February',
      post('/v1/orders', (firm) => ({ ...anOrderBody(firm), order_date: '2026-02-30' })),
      400,
      'order_date',
    ],
    [
      'a line in another currency than its order',
      post('/v1/order_lines', (firm) => ({
        order_id: firm.order.id,
        seq: 9,
        description: 'x',
        qty: 1000,
        unit: 'H87',
        currency: 'EUR',
        unit_price: 1,
      })),
      400,
      'currency',
    ],
    [
      'an installment of another customer than its order',
      post('/v1/installments', (firm) => ({
        order_id: firm.order.id,
        customer_id: firm.tenantId,
        seq: 9,
        currency: 'USD',
        amount: 1,
        anchor: 'eta',
      })),
      400,
      'customer_id',
    ],
    [
      'a fraction of a cent',
      post('/v1/installments', (firm) => ({
        order_id: firm.order.id,
        customer_id: firm.customer.id,
        seq: 9,
        currency: 'USD',
        amount: 1.5,
        anchor: 'eta',
      })),
      400,
      'amount',
    ],
    [
      'a number beyond what is exact',
      post('/v1/installments', (firm) => ({
        order_id: firm.order.id,
        customer_id: firm.customer.id,
        seq: 9,
        currency: 'USD',
        amount: 2 ** 60,
        anchor: 'eta',
      })),
      400,
      'amount',
    ],
    [
      'a second line with the same number',
      post('/v1/installments', (firm) => ({
        order_id: firm.order.id,
        customer_id: firm.customer.id,
        seq: 1,
        currency: 'USD',
        amount: 1,
        anchor: 'eta',
      })),
      409,
      'seq',
    ],
    ['a fixed field', (firm) => patch(firm, { doc_no: 'C-1' }), 400, 'doc_no'],
    ['an emptied required field', (firm) => patch(firm, { name: null }), 400, 'name'],
    ['a list for a text', (firm) => patch(firm, { city: ['a'] }), 400, 'city'],
    ['a body that is a list', (firm) => patch(firm, []), 400, ''],
    [
      'prototype pollution',
      (firm) =>
        firm.call('PATCH', `/v1/customers/${firm.customer.id}`, '{"__proto__":{"name":"x"}}', {
          headers: { 'If-Match': '"1"' },
        }),
      400,
      null,
    ],
    [
      'a date beyond the calendar',
      post('/v1/orders', (firm) => ({ ...anOrderBody(firm), order_date: '9999-12-31' })),
      400,
      'order_date',
    ],
    [
      'a moment beyond all time',
      post('/v1/interactions', (firm) => ({
        kind: 'note',
        direction: 'internal',
        occurred_at: 2 ** 53 - 1,
        customer_id: firm.customer.id,
        subject: 'x',
      })),
      400,
      'occurred_at',
    ],
    [
      'money below nothing',
      post('/v1/installments', (firm) => ({
        order_id: firm.order.id,
        customer_id: firm.customer.id,
        seq: 9,
        currency: 'USD',
        amount: -1,
        anchor: 'eta',
      })),
      400,
      'amount',
    ],
    [
      'an address that is none',
      post('/v1/contacts', (firm) => ({ customer_id: firm.customer.id, full_name: 'x', emails: ['not an address'] })),
      400,
      'emails.0',
    ],
    ['a domain that is none', post('/v1/customers', () => ({ ...aBody, domains: ['not a domain'] })), 400, 'domains.0'],
    [
      'a zone in wrong letters',
      post('/v1/customers', () => ({ ...aBody, timezone: 'europe/BERLIN' })),
      400,
      'timezone',
    ],
    ['a firm made by a stranger', post('/v1/tenants', () => ({ name: 'x' })), 404, null],
  ]
  test.each(cases)('%s', async (_, act, status, field) => {
    const firm = await aFirm()
    const before = await wholeDatabase(firm.tenantId)
    const answer = await act(firm)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('Content-Type')).toContain('application/problem+json')
    if (field !== null) expect(answer.body.problems.map((one: { field: string }) => one.field)).toContain(field)
    expect(await wholeDatabase(firm.tenantId)).toBe(before)
  })

  test('an amount that no sum can hold', async () => {
    const firm = await aFirm()
    const free = anOrder({ id: newId(), customer_id: firm.customer.id, owner_id: firm.mia.id })
    await plant(firm.tenantId, { order: [free] })
    const before = await wholeDatabase(firm.tenantId)
    const line = { order_id: free.id, seq: 9, description: 'x', unit: 'H87', currency: 'USD' }
    const answer = await firm.call('POST', '/v1/order_lines', { ...line, qty: 1e13, unit_price: 1e13 })
    expect([answer.status, answer.body.problems[0].field]).toEqual([400, 'line_total'])
    expect(await wholeDatabase(firm.tenantId)).toBe(before)
  })

  test("a reference to another firm's record is a reference to nothing", async () => {
    const [ours, theirs] = [await aFirm(), await aFirm()]
    const answer = await ours.call('POST', '/v1/orders', { ...anOrderBody(ours), customer_id: theirs.customer.id })
    expect(answer.body.problems[0]).toMatchObject({ field: 'customer_id', code: 'reference' })
  })
})
