import { env } from 'cloudflare:test'
import { expect, test } from 'vitest'
import { aContact, aCustomer } from '../../fixtures/builders.ts'
import { aFirm, newId, plant } from '../firm.ts'

/** A buyer in Brazil of Mia's, who should have ordered in June. */
async function inDanger(language = 'pt', churn_status: 'at_risk' | 'active' = 'at_risk') {
  const firm = await aFirm()
  const customer = aCustomer({
    id: newId(),
    name: 'Rio Norte',
    country: 'BR',
    owner_id: firm.customer.owner_id,
    language,
    churn_status,
    last_order_on: '2026-04-05',
    next_expected_order: '2026-06-04',
    order_interval: 60_000,
  })
  const contact = aContact({ id: newId(), customer_id: customer.id, full_name: 'Ana Lima', language, is_primary: true })
  await plant(firm.tenantId, { customer: [customer], contact: [contact] })
  const plan = (key: string, as: 'mia' | 'david' = 'mia') =>
    firm.call(
      'POST',
      '/v1/actions/plan-call',
      { target: { type: 'customer', id: customer.id } },
      { as, headers: { 'Idempotency-Key': key } },
    )
  const kept = async () =>
    (await env.DB.prepare('SELECT * FROM tasks WHERE tenant_id = ?').bind(firm.tenantId).all()).results
  return { firm, customer, plan, kept }
}

test('one press makes a task with a date, says what to ask, and writes a draft in their language; nothing is sent', async () => {
  const { firm, customer, plan, kept } = await inDanger()
  const answer = await plan('once')
  expect([answer.status, answer.body.outcome]).toEqual([200, 'written'])
  const { reply } = answer.body
  expect([reply.language, reply.fits]).toEqual(['pt-BR', false])
  expect(reply.text).toContain('5 de abril de 2026')
  expect(reply.text).toContain('Gostaria de ligar esta semana')
  expect(reply.heed).toContain('they buy about every 60 days and were expected on 2026-06-04')
  const [task, ...others] = await kept()
  expect(others).toEqual([])
  expect(task).toMatchObject({
    kind: 'call',
    subject_id: customer.id,
    assignee_id: customer.owner_id,
    title: 'Call Rio Norte: they should have ordered by now',
  })
  expect(Number(task?.due_at)).toBeGreaterThan(Number(task?.created_at))
  const waiting = await env.DB.prepare('SELECT count(*) AS many FROM outbox WHERE tenant_id = ?')
    .bind(firm.tenantId)
    .first()
  expect(waiting).toEqual({ many: 0 })
})

test('a call that is sent twice writes the letter again, and makes no second task', async () => {
  const { plan, kept } = await inDanger()
  const [one, other] = [await plan('same'), await plan('same')]
  expect(other.body.reply).toEqual(one.body.reply)
  expect(await kept()).toHaveLength(1)
})

test.each([
  ['en', 'en', 'I would like to call you'],
  ['zh', 'zh-CN', '本周想致电'],
  ['de', 'de', 'Gern rufe ich Sie'],
  ['es', 'es', 'Me gustaría llamarle'],
  ['fr', 'fr', 'J’aimerais vous appeler'],
  ['ja', 'en', 'I would like to call you'],
])('whose language is %s is written to in %s', async (language, written, words) => {
  const { plan } = await inDanger(language)
  const { reply } = (await plan('once')).body
  expect(reply.language).toBe(written)
  expect(reply.text).toContain(words)
})

test('it is offered at a glance with a customer in danger, and with no other', async () => {
  for (const [churn, offered] of [
    ['at_risk', true],
    ['active', false],
  ] as const) {
    const { firm, customer } = await inDanger('pt', churn)
    const panel = await firm.call('POST', '/v1/panel', { record: { type: 'customer', id: customer.id } })
    const who = panel.body.sections.find(({ key }: { key: string }) => key === 'who')
    expect(JSON.stringify(who.summary).includes('plan-call'), churn).toBe(offered)
    expect(panel.rowsRead).toBeLessThanOrEqual(200)
  }
})
