import { env } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { aFirm, type Firm } from '../firm.ts'

const message = (firm: Firm) => ({ from: { address: firm.contact.emails?.[0] ?? '' }, subject: 'x' })

const paste = (firm: Firm, chat: string, more: object = {}) =>
  firm.call(
    'POST',
    '/v1/actions/import-chat',
    { target: { type: 'contact', id: firm.contact.id }, input: { chat, ...more }, message: message(firm) },
    { as: 'mia', headers: { 'Idempotency-Key': crypto.randomUUID() } },
  )

const items = async ({ tenantId }: Firm) =>
  (await env.DB.prepare('SELECT * FROM interactions WHERE tenant_id = ? ORDER BY occurred_at').bind(tenantId).all())
    .results

describe('a chat that is pasted', () => {
  test('is dated items of its contact, by day; pasted again with more, only what is new is added', async () => {
    const firm = await aFirm()
    const name = firm.contact.full_name
    const first = [`15/10/2026, 09:00 - ${name}: Any news?`, '15/10/2026, 09:05 - Mia: Tomorrow.']
    const { status, trips } = await paste(firm, first.join('\n'))
    expect(status).toBe(200)
    expect(trips).toBe(3)
    const more = [...first, `15/10/2026, 18:00 - ${name}: ok`, `16/10/2026, 10:00 - ${name}: Thanks`]
    expect((await paste(firm, more.join('\n'))).status).toBe(200)
    expect(await items(firm)).toMatchObject([
      {
        kind: 'chat',
        direction: 'in',
        contact_id: firm.contact.id,
        customer_id: firm.customer.id,
        occurred_at: Date.parse('2026-10-15T01:00:00Z'),
        subject: 'Any news?',
        snippet: `09:00 ${name}: Any news?\n09:05 Mia: Tomorrow.\n18:00 ${name}: ok`,
        version: 2,
      },
      { occurred_at: Date.parse('2026-10-16T02:00:00Z'), subject: 'Thanks', version: 1 },
    ])
    const again = await paste(firm, more.join('\n'))
    expect(again.body.problems).toMatchObject([{ field: 'chat', code: 'filed' }])
    const part = await paste(firm, first.join('\n'))
    expect(part.status).toBe(422)
    expect(await items(firm)).toHaveLength(2)
  })

  test('asks how its dates are written where nothing tells', async () => {
    const firm = await aFirm()
    const chat = '03/10/2026, 09:00 - Ana: Any news?'
    expect((await paste(firm, chat)).body.problems).toMatchObject([{ field: 'date_order', code: 'ambiguous' }])
    expect((await paste(firm, chat, { date_order: 'mdy' })).status).toBe(200)
    expect(await items(firm)).toMatchObject([{ occurred_at: Date.parse('2026-03-10T01:00:00Z') }])
    expect((await paste(firm, 'Dear Mia')).body.problems).toMatchObject([{ field: 'chat', code: 'no_chat' }])
  })
})
