import { env } from 'cloudflare:test'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rebuildFacts } from '../../../worker/src/store/bulk.ts'
import { openDatabase } from '../../../worker/src/store/database.ts'
import { aFirm, type Firm } from '../firm.ts'

/** Every kept count of a firm, as the store has it now. */
async function facts(tenantId: string): Promise<unknown> {
  const results = await env.DB.batch([
    env.DB.prepare(
      'SELECT customer_id, open_orders FROM customer_facts WHERE tenant_id = ? AND open_orders <> 0 ORDER BY 1',
    ).bind(tenantId),
    env.DB.prepare(
      'SELECT customer_id, currency, open_amount FROM customer_money WHERE tenant_id = ? ORDER BY 1, 2',
    ).bind(tenantId),
  ])
  return results.map((result) => result.results)
}

type Step =
  | { readonly do: 'order'; readonly currency: 'USD' | 'EUR' }
  | { readonly do: 'installment'; readonly order: number; readonly amount: number; readonly paid: number }
  | { readonly do: 'pay'; readonly part: number; readonly paid: number; readonly status: string }
  | { readonly do: 'status'; readonly order: number; readonly status: string }

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
)

/** Carries a step out through the API; one that names nothing made so far does nothing. */
async function carryOut(
  firm: Firm,
  step: Step,
  made: { orders: string[]; parts: string[] },
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
    }
    made.parts.push((await firm.call('POST', '/v1/installments', body)).body.id)
  }
  if (step.do === 'status' && order) await patch(`/v1/orders/${order}`, { status: step.status })
  const part = step.do === 'pay' ? made.parts[step.part % Math.max(1, made.parts.length)] : undefined
  if (step.do === 'pay' && part)
    await patch(`/v1/installments/${part}`, { paid_amount: step.paid, status: step.status })
}

test('whatever is written, the kept counts are those of a count from scratch', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, { minLength: 3, maxLength: 12 }), async (steps) => {
      const firm = await aFirm()
      const made = { orders: [firm.order.id], parts: [firm.balance.id] }
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
        ? firm.call('PATCH', `/v1/orders/${order.id}`, { status: 'cancelled' }, { headers: { 'If-Match': '"1"' } })
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
  expect(kept).toMatchObject([[{ open_orders: 11 }], [{ currency: 'USD', open_amount: 2_159_500 + 1_000 }]])
})
