import { env } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { aMail } from '../../fixtures/mails.ts'
import { aFirm, type Firm } from '../firm.ts'

/** The mail as a host tells of it. */
const message = (firm: Firm) => ({
  messageId: '<rfq-1@acme.example>',
  from: { name: 'Ana', address: firm.contact.emails?.[0] ?? '' },
  to: [{ address: 'mia.zhao@bluewhale-outdoor.example' }],
  subject: `Re: ${firm.order.doc_no}`,
  sentAt: '2026-10-19T12:05:00Z',
})

const post = (firm: Firm, as: 'david' | 'mia' = 'mia', query = '') =>
  firm.call('POST', `/v1/mails${query}`, aMail({ from: `Ana <${firm.contact.emails?.[0]}>` }), {
    as,
    headers: { 'Content-Type': 'message/rfc822' },
  })

interface Widget {
  readonly kind: string
  readonly text?: string
  readonly action?: string
  readonly target?: { readonly id: string; readonly type: string; readonly version: number }
  readonly fields?: readonly { readonly key: string; readonly value?: string }[]
}

async function panel(firm: Firm, as: 'david' | 'mia' = 'mia') {
  const { status, body, trips, rowsRead } = await firm.call('POST', '/v1/panel', { message: message(firm) }, { as })
  expect(status).toBe(200)
  expect(trips).toBe(2)
  expect(rowsRead).toBeLessThanOrEqual(200)
  const find = (key: string) => body.sections.find((section: { key: string }) => section.key === key)
  return { widgets: (find('filing')?.summary ?? []) as Widget[], timeline: JSON.stringify(find('timeline')) }
}

const act = (firm: Firm, { action, target }: Widget, as: 'david' | 'mia' = 'mia', input = {}) =>
  firm.call(
    'POST',
    `/v1/actions/${action}`,
    { target, input, message: message(firm) },
    { as, headers: { 'Idempotency-Key': crypto.randomUUID() } },
  )

describe('beside a mail', () => {
  test('one press files it, to the order that its subject names; everybody sees by whom', async () => {
    const firm = await aFirm()
    const { widgets } = await panel(firm)
    expect(widgets).toMatchObject([{ kind: 'form', action: 'file-mail' }])
    expect(widgets[0]?.fields).toMatchObject([
      { key: 'order', value: firm.order.id },
      { key: 'visibility', value: 'team' },
      { key: 'reason' },
    ])
    await post(firm)
    for (const as of ['david', 'mia'] as const) {
      const seen = await panel(firm, as)
      expect(seen.widgets[0]?.text).toBe('Filed by Mia Zhao, just now')
      expect(seen.timeline).toContain('Filed by Mia Zhao, just now')
    }
  })

  test('where the mail itself is not to be had its headers are filed, and the mail adds the rest: still one item', async () => {
    const firm = await aFirm()
    const { widgets } = await panel(firm)
    const first = await act(firm, widgets[0] as Widget, 'mia', { order: firm.order.id })
    expect(first.status).toBe(200)
    expect(first.trips).toBe(3)
    const again = await act(firm, widgets[0] as Widget, 'david')
    expect(again.status).toBe(422)
    const whole = await post(firm, 'david')
    expect(whole.body).toMatchObject({ outcome: 'filed', filed_by_name: 'Mia Zhao', order_id: firm.order.id })
    const { results } = await env.DB.prepare('SELECT * FROM interactions WHERE tenant_id = ?').bind(firm.tenantId).all()
    expect(results).toMatchObject([{ snippet: 'Dear Mia, please quote 6,000 tents. Ana', version: 2 }])
  })

  test('filing is undone by who did it, or keeps the customer, and nothing of the mail remains', async () => {
    const firm = await aFirm()
    await post(firm, 'david')
    const { widgets } = await panel(firm, 'david')
    const undo = widgets.find(({ action }) => action === 'unfile-mail') as Widget
    const done = await act(firm, undo, 'david')
    expect(done.status).toBe(200)
    expect(done.trips).toBe(3)
    expect((await panel(firm)).widgets).toMatchObject([{ action: 'file-mail' }])
    const left = await env.DB.prepare('SELECT action, changes FROM events WHERE tenant_id = ? ORDER BY version')
      .bind(firm.tenantId)
      .all()
    expect(left.results).toEqual([
      { action: 'file-mail', changes: '[]' },
      { action: 'unfile-mail', changes: '[]' },
    ])
    expect((await post(firm)).status).toBe(201)
  })

  test('a private one is told of to others, and only its filer takes it out', async () => {
    const firm = await aFirm()
    await post(firm, 'mia', '?visibility=private')
    const { widgets, timeline } = await panel(firm, 'david')
    expect(widgets).toMatchObject([{ text: 'Filed by Mia Zhao, just now · private' }])
    expect(widgets).toHaveLength(1)
    expect(timeline).toContain('Private mail')
    expect(timeline).not.toContain('Tents')
    const mine = await panel(firm)
    expect(mine.timeline).toContain('Tents for the season')
    const undo = mine.widgets.find(({ action }) => action === 'unfile-mail') as Widget
    expect((await act(firm, undo, 'david')).status).toBe(422)
    expect((await act(firm, undo)).status).toBe(200)
    const { results } = await env.DB.prepare('SELECT * FROM private_mails WHERE tenant_id = ?')
      .bind(firm.tenantId)
      .all()
    expect(results).toEqual([])
  })
})
