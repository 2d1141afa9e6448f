import { env } from 'cloudflare:test'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EXECUTION, nextStep } from '#shared/order/execution.ts'
import { rebuildFacts } from '../../../worker/src/store/bulk.ts'
import { openDatabase } from '../../../worker/src/store/database.ts'
import { anInstallment, anOrder } from '../../fixtures/builders.ts'
import { change } from '../access/change.ts'
import { aFirm, type Firm, newId, plant } from '../firm.ts'

/** Everything that is kept of a firm, as the store has it now. */
async function facts(tenantId: string): Promise<unknown> {
  const results = await env.DB.batch([
    env.DB.prepare(
      'SELECT customer_id, open_orders FROM customer_facts WHERE tenant_id = ? AND open_orders <> 0 ORDER BY 1',
    ).bind(tenantId),
    env.DB.prepare(
      'SELECT customer_id, currency, open_amount FROM customer_money WHERE tenant_id = ? ORDER BY 1, 2',
    ).bind(tenantId),
    env.DB.prepare('SELECT id, next_due FROM orders WHERE tenant_id = ? ORDER BY 1').bind(tenantId),
    env.DB.prepare('SELECT * FROM waiting_mails WHERE tenant_id = ? ORDER BY customer_id').bind(tenantId),
    env.DB.prepare('SELECT * FROM open_order_lists WHERE tenant_id = ? ORDER BY order_id, list_id').bind(tenantId),
  ])
  return results.map((result) => result.results)
}

type Step =
  | { readonly do: 'order'; readonly currency: 'USD' | 'EUR' }
  | { readonly do: 'installment'; readonly order: number; readonly amount: number; readonly paid: number }
  | { readonly do: 'pay'; readonly part: number; readonly paid: number; readonly status: string }
  | { readonly do: 'status'; readonly order: number; readonly status: string }
  | { readonly do: 'date'; readonly order: number; readonly field: string; readonly date: string }
  | { readonly do: 'advance'; readonly order: number }
  | { readonly do: 'talk'; readonly kind: string; readonly direction: string; readonly at: number }
  | { readonly do: 'correct'; readonly talk: number; readonly at: number }
  | { readonly do: 'give'; readonly to: 'mia' | 'david' | null }

const aStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('order' as const), currency: fc.constantFrom('USD', 'EUR') }),
  fc.record({ do: fc.constant('installment' as const), order: fc.nat(5), amount: fc.nat(1e7), paid: fc.nat(1e7) }),
  fc.record({
    do: fc.constant('pay' as const),
    part: fc.nat(5),
    paid: fc.nat(1e7),
    status: fc.constantFrom('part_paid', 'paid', 'overdue', 'cancelled'),
  }),
  fc.record({
    do: fc.constant('status' as const),
    order: fc.nat(5),
    status: fc.constantFrom('confirmed', 'on_hold', 'cancelled', 'completed'),
  }),
  fc.record({
    do: fc.constant('date' as const),
    order: fc.nat(5),
    field: fc.constantFrom('order_date', 'planned_finish', 'promised_date'),
    date: fc.constantFrom('2026-10-01', '2026-11-30'),
  }),
  fc.record({ do: fc.constant('advance' as const), order: fc.nat(5) }),
  fc.record({
    do: fc.constant('talk' as const),
    kind: fc.constantFrom('mail', 'mail', 'call', 'note', 'quotation'),
    direction: fc.constantFrom('in', 'out', 'internal'),
    at: fc.nat(3),
  }),
  fc.record({ do: fc.constant('correct' as const), talk: fc.nat(5), at: fc.nat(3) }),
  fc.record({ do: fc.constant('give' as const), to: fc.constantFrom('mia' as const, 'david' as const, null) }),
)

/** Carries a step out through the API, or the store where only actions write it; one that names nothing made so far does nothing. */
async function carryOut(
  firm: Firm,
  step: Step,
  made: { orders: string[]; parts: string[]; talks: string[] },
  seq: number,
): Promise<void> {
  const patch = async (path: string, body: object) => {
    const etag = (await firm.call('GET', path)).headers.get('ETag') ?? ''
    await firm.call('PATCH', path, body, { headers: { 'If-Match': etag } })
  }
  if (step.do === 'order') {
    const body = {
      customer_id: firm.customer.id,
      order_date: '2026-10-01',
      currency: step.currency,
      incoterm: 'FOB',
      named_place: 'Yantian',
    }
    made.orders.push((await firm.call('POST', '/v1/orders', body)).body.id)
  }
  const order = 'order' in step ? made.orders[step.order % Math.max(1, made.orders.length)] : undefined
  if (step.do === 'installment' && order) {
    const { currency } = (await firm.call('GET', `/v1/orders/${order}`)).body
    const body = {
      order_id: order,
      customer_id: firm.customer.id,
      seq,
      currency,
      amount: step.amount,
      paid_amount: step.paid,
      anchor: 'eta',
      ...(seq % 2 ? { guards: 'production_start', due_date: '2026-10-25' } : {}),
    }
    made.parts.push((await firm.call('POST', '/v1/installments', body)).body.id)
  }
  if (step.do === 'status' && order) await change(firm.tenantId, 'order', order, { status: step.status })
  if (step.do === 'date' && order) await patch(`/v1/orders/${order}`, { [step.field]: step.date })
  if (step.do === 'advance' && order) {
    const { version } = (await firm.call('GET', `/v1/orders/${order}`)).body
    const target = { type: 'order', id: order, version }
    const headers = { 'Idempotency-Key': `${seq}` }
    // The first step of an order with a deposit asks for nothing, that without one for the material.
    const input = { material_due: '2026-11-01' }
    const asked = await firm.call('POST', '/v1/actions/advance-order', { target, input }, { headers })
    if (asked.status !== 200) await firm.call('POST', '/v1/actions/advance-order', { target }, { headers })
  }
  if (step.do === 'talk') {
    const { kind, direction, at } = step
    const body = { kind, direction, occurred_at: at, customer_id: firm.customer.id, subject: 'x' }
    made.talks.push((await firm.call('POST', '/v1/interactions', body)).body.id)
  }
  const talk = step.do === 'correct' ? made.talks[step.talk % Math.max(1, made.talks.length)] : undefined
  if (step.do === 'correct' && talk) await patch(`/v1/interactions/${talk}`, { occurred_at: step.at })
  if (step.do === 'give') await patch(`/v1/customers/${firm.customer.id}`, { owner_id: step.to && firm[step.to].id })
  const part = step.do === 'pay' ? made.parts[step.part % Math.max(1, made.parts.length)] : undefined
  if (step.do === 'pay' && part)
    await change(firm.tenantId, 'installment', part, { paid_amount: step.paid, status: step.status })
}

/** An order of the firm's customer whose deposit has not come. */
async function anOrderWaiting({ tenantId, customer }: Firm) {
  const order = anOrder({ id: newId(), customer_id: customer.id, exec_status: 'waiting_deposit' })
  const deposit = anInstallment({
    id: newId(),
    order_id: order.id,
    customer_id: customer.id,
    guards: 'production_start',
  })
  await plant(tenantId, { order: [order], installment: [deposit] })
  return { order, deposit }
}

test('whatever is written, what is kept is what is worked out from scratch', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, { minLength: 3, maxLength: 16 }), async (steps) => {
      const firm = await aFirm()
      const { order, deposit } = await anOrderWaiting(firm)
      const made = { orders: [order.id, firm.order.id], parts: [deposit.id, firm.balance.id], talks: [] }
      for (const [index, step] of steps.entries()) await carryOut(firm, step, made, index + 10)
      const kept = await facts(firm.tenantId)
      await openDatabase(env.DB).batch(rebuildFacts(firm.tenantId))
      expect(kept).toEqual(await facts(firm.tenantId))
    }),
    { numRuns: 25 },
  )
})

test('writers at once on different orders of one customer leave no count wrong', async () => {
  const firm = await aFirm()
  const body = {
    customer_id: firm.customer.id,
    order_date: '2026-10-01',
    currency: 'USD',
    incoterm: 'FOB',
    named_place: 'Yantian',
  }
  const orders = await Promise.all(Array.from({ length: 20 }, () => firm.call('POST', '/v1/orders', body)))
  await Promise.all(
    orders.map(({ body: order }, index) =>
      index % 2
        ? change(firm.tenantId, 'order', order.id, { status: 'cancelled' })
        : firm.call('POST', '/v1/installments', {
            order_id: order.id,
            customer_id: firm.customer.id,
            seq: 1,
            currency: 'USD',
            amount: 100,
            anchor: 'eta',
          }),
    ),
  )
  const kept = await facts(firm.tenantId)
  await openDatabase(env.DB).batch(rebuildFacts(firm.tenantId))
  expect(kept).toEqual(await facts(firm.tenantId))
  expect(kept).toMatchObject([
    [{ open_orders: 11 }],
    [{ currency: 'USD', open_amount: 2_159_500 + 1_000 }],
    expect.anything(),
    [],
    expect.anything(),
  ])
})

test('the date an order keeps for its next step is the one the step itself says, in every state', async () => {
  const firm = await aFirm()
  const customer_id = firm.customer.id
  const deposits = {
    none: [],
    open: [{ due_date: '2026-10-22', status: 'scheduled' }],
    undated: [{ due_date: null, status: 'awaiting_anchor' }],
    paid: [{ due_date: '2026-10-22', status: 'paid' }],
    two: [
      { due_date: '2026-10-23', status: 'part_paid' },
      { due_date: '2026-10-21', status: 'scheduled' },
    ],
    first_paid: [
      { due_date: '2026-10-23', status: 'paid' },
      { due_date: '2026-10-24', status: 'scheduled' },
    ],
  } as const
  const dates = { material_due: '2026-10-01', planned_finish: '2026-10-02', inspection_on: '2026-10-03' } as const
  const all = { ...dates, promised_date: '2026-10-04', eta: '2026-10-05' }
  const none = { material_due: null, planned_finish: null, inspection_on: null, promised_date: null, eta: null }
  const cases = EXECUTION.flatMap((exec_status) =>
    [all, none].flatMap((given) =>
      Object.values(deposits).map((parts) => {
        const order = anOrder({ id: newId(), customer_id, exec_status, order_date: '2026-02-26', ...given })
        const installments = parts.map((part, index) =>
          anInstallment({
            id: newId(),
            order_id: order.id,
            customer_id,
            seq: index + 1,
            guards: 'production_start',
            ...part,
          }),
        )
        return { order, installments }
      }),
    ),
  )
  const installments = cases.flatMap((one) => one.installments)
  await plant(firm.tenantId, { order: cases.map((one) => one.order), installment: installments })
  const { results } = await env.DB.prepare('SELECT id, next_due FROM orders WHERE tenant_id = ?')
    .bind(firm.tenantId)
    .all<{ id: string; next_due: string | null }>()
  const kept = new Map(results.map((row) => [row.id, row.next_due]))
  // A panel reads what is unpaid, of every order it shows.
  const open = installments.filter((part) => part.status !== 'paid')
  for (const { order } of cases) {
    const due = nextStep(order, open)?.due(order, open) ?? null
    expect([order.exec_status, kept.get(order.id)]).toEqual([order.exec_status, due])
  }
  expect(new Set(kept.values()).size).toBeGreaterThan(9)
})
