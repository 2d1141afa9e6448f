import { describe, expect, test } from 'vitest'
import { aContact, aCustomer, anInquiry, anInstallment, anInteraction, anOrder } from '../../fixtures/builders.ts'
import { a } from '../../fixtures/road.ts'
import { type Answer, aFirm, type Firm, NOW, newId, plant } from '../firm.ts'

const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))

/** A firm with that many more customers, each with two orders and an open installment. */
async function aFirmAmong(others: number): Promise<Firm> {
  const firm = await aFirm()
  const customers = many(others, (i) => aCustomer({ id: newId(), name: `Customer ${i}`, domains: [] }))
  const orders = customers.flatMap((one) => many(2, () => anOrder({ id: newId(), customer_id: one.id })))
  const installments = orders.map((one) =>
    anInstallment({ id: newId(), order_id: one.id, customer_id: one.customer_id }),
  )
  const interactions = [firm.customer, ...customers].flatMap((one) =>
    many(20, (i) => anInteraction({ id: newId(), customer_id: one.id, occurred_at: i })),
  )
  await plant(firm.tenantId, {
    customer: customers,
    order: orders,
    installment: installments,
    interaction: interactions,
  })
  return firm
}

/** What each kind of write, and a list by its parent, reads. */
const CALLS: Readonly<Record<string, (firm: Firm) => Promise<Answer>>> = {
  'moving an order': (firm) =>
    firm.call(
      'POST',
      '/v1/actions/advance-order',
      { target: { type: 'order', id: firm.order.id, version: 1 }, input: { inspection_on: '2026-10-26' } },
      { headers: { 'Idempotency-Key': 'k' } },
    ),
  'changing an order': (firm) =>
    firm.call('PATCH', `/v1/orders/${firm.order.id}`, { remark: 'x' }, { headers: { 'If-Match': '"2"' } }),
  'adding a line': async (firm) => {
    const { customer_id, order_date, currency, incoterm, named_place } = firm.order
    const made = await firm.call('POST', '/v1/orders', { customer_id, order_date, currency, incoterm, named_place })
    return firm.call('POST', '/v1/order_lines', {
      order_id: made.body.id,
      seq: 9,
      description: 'x',
      qty: 1000,
      unit: 'H87',
      currency: 'USD',
      unit_price: 1,
    })
  },
  'adding an installment': (firm) =>
    firm.call('POST', '/v1/installments', {
      order_id: firm.order.id,
      customer_id: firm.customer.id,
      seq: 9,
      currency: 'USD',
      amount: 1,
      anchor: 'eta',
    }),
  'writing an item of the timeline': (firm) =>
    firm.call('POST', '/v1/interactions', {
      kind: 'mail',
      direction: 'in',
      occurred_at: NOW,
      customer_id: firm.customer.id,
      subject: 'x',
    }),
  'giving a customer away': (firm) =>
    firm.call(
      'PATCH',
      `/v1/customers/${firm.customer.id}`,
      { owner_id: firm.david.id },
      { headers: { 'If-Match': '"1"' } },
    ),
  'the orders of a customer': (firm) => firm.call('GET', `/v1/orders?customer_id=${firm.customer.id}`),
  'the lines of an order': (firm) => firm.call('GET', `/v1/order_lines?order_id=${firm.order.id}&sort=seq`),
}

test('what a write or a list reads does not grow with the firm', async () => {
  const [small, large] = [await aFirmAmong(5), await aFirmAmong(200)]
  for (const [name, call] of Object.entries(CALLS)) {
    const [inSmall, inLarge] = [await call(small), await call(large)]
    expect([name, inSmall.status]).toEqual([name, inLarge.status])
    expect(inSmall.status).toBeLessThan(300)
    // Where rows lie on the pages of a tree may cost one more; a walk through the firm would cost hundreds.
    expect([name, Math.max(inLarge.rowsRead, inSmall.rowsRead + 3)]).toEqual([name, inSmall.rowsRead + 3])
    expect(inLarge.rowsRead).toBeLessThanOrEqual(200)
  }
})

/** A firm in which everybody has more to do than a screen can show, with that many people besides. */
async function aBusyFirm(others: number): Promise<Firm> {
  const firm = await aFirm()
  const people = [firm.mia.id, ...many(others, () => newId())]
  const customers = people.flatMap((owner_id) =>
    many(30, (i) => aCustomer({ id: newId(), name: `Customer ${i}`, domains: [], owner_id })),
  )
  const orders = customers.flatMap((one) =>
    many(2, () => anOrder({ id: newId(), customer_id: one.id, owner_id: one.owner_id, exec_status: 'not_started' })),
  )
  const installments = orders.slice(0, 400).flatMap((one) =>
    many(12, (i) =>
      anInstallment({
        id: newId(),
        order_id: one.id,
        customer_id: one.customer_id,
        seq: i + 1,
        guards: i === 11 ? 'production_start' : null,
      }),
    ),
  )
  const inquiries = people.flatMap((owner_id) => [
    ...many(15, () => anInquiry({ id: newId(), status: 'assigned', owner_id })),
    ...many(15, () => anInquiry({ id: newId(), status: 'pooled', team_id: firm.team.id })),
    ...many(15, () => anInquiry({ id: newId() })),
  ])
  const tasks = people.flatMap((assignee_id) =>
    many(10, (i) => a.task({ id: newId(), assignee_id, title: `Task ${i}`, due_at: NOW + i })),
  )
  const mails = customers.map((one) =>
    anInteraction({ id: newId(), customer_id: one.id, kind: 'mail', direction: 'in', occurred_at: NOW }),
  )
  await plant(firm.tenantId, {
    customer: customers,
    order: orders,
    installment: installments,
    inquiry: inquiries,
    interaction: mails,
    task: tasks,
  })
  for (const { id } of orders.slice(0, 10)) {
    await firm.call('POST', '/v1/panel', { record: { type: 'order', id } }, { as: 'mia' })
  }
  return firm
}

test('with no mail open: two round trips and at most 200 rows, the same in a firm ten times as large', async () => {
  const home = (firm: Firm) => firm.call('POST', '/v1/panel', {}, { as: 'mia' })
  const small = await home(await aBusyFirm(4))
  const large = await home(await aBusyFirm(40))
  expect(small.text).toContain('Answer now (≥ 24)')
  expect(small.text).toContain('My deadlines today (≥ 12)')
  expect(small.trips).toBe(2)
  expect(small.rowsRead).toBeLessThanOrEqual(200)
  expect({ trips: large.trips, rowsRead: large.rowsRead }).toEqual({ trips: small.trips, rowsRead: small.rowsRead })
  console.info(`home: ${small.trips} round trips, ${small.rowsRead} rows read`)
})

describe('a panel reads at most 200 rows, whatever the mail', () => {
  const ask = (firm: Firm, message: object) => firm.call('POST', '/v1/panel', { message })
  const from = (address: string) => ({ from: { address } })

  test('our own mail to twenty people of one customer', async () => {
    const firm = await aFirm()
    const contacts = many(20, (i) =>
      aContact({ id: newId(), customer_id: firm.customer.id, emails: [`p${i}@trilhasul.example`], is_primary: false }),
    )
    await plant(firm.tenantId, { contact: contacts })
    const answer = await ask(firm, {
      ...from('mia.zhao@bluewhale-outdoor.example'),
      to: many(20, (i) => ({ address: `p${i}@trilhasul.example` })),
    })
    expect(answer.body.title).toBe('Trilha Sul Comércio Ltda.')
    expect(answer.rowsRead).toBeLessThanOrEqual(200)
  })

  test('orders with two dozen open installments each', async () => {
    const firm = await aFirm()
    const orders = many(6, () => anOrder({ id: newId(), customer_id: firm.customer.id }))
    const parts = orders.flatMap((one) =>
      many(24, (i) => anInstallment({ id: newId(), order_id: one.id, customer_id: firm.customer.id, seq: i + 1 })),
    )
    await plant(firm.tenantId, { order: orders, installment: parts })
    expect((await ask(firm, from('thiago.nunes@trilhasul.example'))).rowsRead).toBeLessThanOrEqual(200)
  })

  test('forty customers sharing a domain: five are offered, and that there are more is said', async () => {
    const firm = await aFirm()
    await plant(firm.tenantId, {
      customer: many(40, (i) => aCustomer({ id: newId(), name: `Branch ${i}`, domains: ['group.example'] })),
    })
    const answer = await ask(firm, from('somebody@group.example'))
    expect(answer.text).toContain('Which customer? (≥ 5 fit)')
    expect(answer.rowsRead).toBeLessThanOrEqual(200)
  })
})
