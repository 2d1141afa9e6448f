import { env } from 'cloudflare:test'
import { expect, test } from 'vitest'
import { anInstallment, anOrder, aUser } from '../../fixtures/builders.ts'
import { change } from '../access/change.ts'
import { type Answer, aFirm, type Firm, NOW, newId, plant } from '../firm.ts'

const DAY_MS = 86_400_000

const page = (firm: Firm, id: string, as = 'david', host = 'desk'): Promise<Answer> =>
  firm.call('POST', '/v1/panel', { host, record: { type: 'order', id } }, { as })
const section = ({ body }: Answer) => body.sections.find(({ key }: { key: string }) => key === 'where_it_stands')

/** An order of Mia's that waits for its deposit, followed by Wendy. */
async function waiting() {
  const firm = await aFirm()
  const wendy = aUser({ id: newId(), email: 'wendy@bluewhale-outdoor.example', alias: 'Wendy Li' })
  const order = anOrder({
    id: newId(),
    customer_id: firm.customer.id,
    owner_id: firm.mia.id,
    merchandiser_id: wendy.id,
    exec_status: 'waiting_deposit',
    created_at: NOW - 18 * DAY_MS,
  })
  const part = { order_id: order.id, customer_id: firm.customer.id, guards: 'production_start' } as const
  const deposit = anInstallment({ id: newId(), ...part, amount: 925_500, due_date: '2026-10-18' })
  await plant(firm.tenantId, { user: [wendy], order: [order], installment: [deposit] })
  return { firm, order, deposit }
}

test('an order’s own page says in which stage it is and since when, why it is stuck, and who is to act', async () => {
  const { firm, order, deposit } = await waiting()
  expect(section(await page(firm, order.id))).toMatchObject({
    title: 'Where it stands',
    tone: 'warning',
    summary: [
      { kind: 'note', text: 'Deposit USD 9,255.00 not received yet.', tone: 'warning' },
      { label: 'Execution', value: 'Waiting for deposit', detail: 'since 2026-10-02, 18 days' },
      { label: 'Waits for', value: 'Deposit', detail: '2026-10-18 (2 days late)', tone: 'danger' },
      { label: 'To act', value: 'Mia Zhao', detail: 'Owner' },
    ],
  })
  await change(firm.tenantId, 'installment', deposit.id, { paid_amount: 925_500 })
  const target = { type: 'order', id: order.id, version: 1 }
  const input = { material_due: '2026-11-02' }
  await firm.call('POST', '/v1/actions/advance-order', { target, input }, { headers: { 'Idempotency-Key': 'k' } })
  expect(section(await page(firm, order.id))).toMatchObject({
    summary: [
      { label: 'Execution', value: 'Waiting for material', detail: 'since today · David Chen' },
      { label: 'Waits for', value: 'Material complete', tone: 'neutral' },
      { label: 'To act', value: 'Wendy Li', detail: 'Order follower' },
    ],
  })
})

test('who does not see what is owed is told that it waits, not for how much', async () => {
  const { firm, order } = await waiting()
  await env.DB.prepare(`UPDATE users SET roles = '["planner"]' WHERE tenant_id = ? AND id = ?`)
    .bind(firm.tenantId, firm.mia.id)
    .run()
  const answer = await page(firm, order.id, 'mia')
  expect(section(answer).summary[0].text).toBe('Deposit not received yet.')
  expect(answer.text).not.toContain('9,255')
})

test('beside a mail there is no such section, nor on a customer’s page, nor where the order is done', async () => {
  const { firm, order } = await waiting()
  expect(section(await page(firm, order.id, 'david', 'outlook'))).toBeUndefined()
  const record = { type: 'customer', id: firm.customer.id }
  expect(section(await firm.call('POST', '/v1/panel', { host: 'desk', record }))).toBeUndefined()
  await change(firm.tenantId, 'order', order.id, { status: 'cancelled' })
  expect(section(await page(firm, order.id))).toBeUndefined()
})

test('of an order that was changed very often, the page reads no more, and says no day that it does not know', async () => {
  const { firm, order } = await waiting()
  for (let version = 1; version <= 40; version++) {
    const headers = { 'If-Match': `"${version}"` }
    await firm.call('PATCH', `/v1/orders/${order.id}`, { remark: `${version} "field":"exec_status"` }, { headers })
  }
  const answer = await page(firm, order.id)
  expect(section(answer).summary[1]).toEqual({ kind: 'fact', label: 'Execution', value: 'Waiting for deposit' })
  expect(answer.trips).toBe(2)
  expect(answer.rowsRead).toBeLessThanOrEqual(200)
})
