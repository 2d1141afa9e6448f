import { env } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { aContact, aCustomer } from '../../fixtures/builders.ts'
import { aMail } from '../../fixtures/mails.ts'
import { aFirm, type Firm, newId, plant } from '../firm.ts'

const RFC822 = { 'Content-Type': 'message/rfc822' }

/** A firm that wants that much filed by itself, with one mail of a conversation filed by hand. */
async function running(what: 'files_threads' | 'files_replies' | null, query = '') {
  const firm = await aFirm()
  if (what) await env.DB.prepare(`UPDATE tenants SET ${what} = 1 WHERE tenant_id = ?`).bind(firm.tenantId).run()
  const ana = firm.contact.emails?.[0] ?? ''
  const first = aMail({ from: `Ana <${ana}>` })
  const filed = await firm.call('POST', `/v1/mails?thread=C1${query}`, first, { as: 'mia', headers: RFC822 })
  expect(filed.status).toBe(201)
  return { firm, ana, first: filed.body }
}

/** The next mail of the conversation, as the host tells of it and as it is. */
const next = (from: string, more: object = {}) => ({
  message: {
    messageId: '<rfq-2@acme.example>',
    conversationId: 'C1',
    from: { address: from },
    to: [{ address: 'mia.zhao@bluewhale-outdoor.example' }],
    subject: 'Re: Tents',
    sentAt: '2026-10-19T14:00:00Z',
    ...more,
  },
  mail: aMail({
    id: '<rfq-2@acme.example>',
    from,
    subject: 'Re: Tents',
    transport: ['In-Reply-To: <rfq-1@acme.example>'],
  }),
})

const panel = (firm: Firm, message: object) => firm.call('POST', '/v1/panel', { message }, { as: 'mia' })
const itself = (firm: Firm, mail: string) =>
  firm.call('POST', '/v1/mails?how=plugin_auto&thread=C1&host=outlook', mail, { as: 'mia', headers: RFC822 })

describe('a mail of a conversation that is filed', () => {
  test('is filed by itself when somebody opens it, and says so; not before the firm wants it', async () => {
    const off = await running(null)
    const { message, mail } = next(off.ana)
    expect((await panel(off.firm, message)).body.files).toBeUndefined()
    expect((await itself(off.firm, mail)).status).toBe(422)

    const { firm, ana } = await running('files_threads')
    const seen = await panel(firm, next(ana).message)
    expect(seen.body.files).toBe(true)
    expect([seen.trips, seen.rowsRead <= 200]).toEqual([2, true])
    const filed = await itself(firm, next(ana).mail)
    expect(filed.status).toBe(201)
    const after = await panel(firm, next(ana).message)
    expect(after.body.files).toBeUndefined()
    expect(after.text).toContain('Filed by itself just now, opened by Mia Zhao')
    const item = await firm.call('GET', `/v1/interactions/${filed.body.id}`)
    expect(item.body).toMatchObject({ filed_how: 'plugin_auto', in_reply_to: '<rfq-1@acme.example>', language: 'en' })
  })

  test('that somebody takes out does not come back by itself, and does by hand', async () => {
    const { firm, ana } = await running('files_threads')
    const { body } = await itself(firm, next(ana).mail)
    const undone = await firm.call(
      'POST',
      '/v1/actions/unfile-mail',
      { target: { type: 'interaction', id: body.id, version: 1 }, message: next(ana).message },
      { as: 'mia', headers: { 'Idempotency-Key': 'undo' } },
    )
    expect(undone.status).toBe(200)
    expect((await panel(firm, next(ana).message)).body.files).toBeUndefined()
    expect((await itself(firm, next(ana).mail)).status).toBe(422)
    const byHand = await firm.call('POST', '/v1/mails', next(ana).mail, { as: 'mia', headers: RFC822 })
    expect(byHand.status).toBe(201)
  })

  test('is left alone where a mail of it is private, where it is somebody else’s, and where it may be a fraud', async () => {
    const hidden = await running('files_threads', '&visibility=private')
    expect((await panel(hidden.firm, next(hidden.ana).message)).body.files).toBeUndefined()

    const { firm, ana } = await running('files_threads')
    const other = aCustomer({ id: newId(), name: 'Other', owner_id: firm.mia.id })
    await plant(firm.tenantId, {
      customer: [other],
      contact: [aContact({ id: newId(), customer_id: other.id, emails: ['x@other.example'] })],
    })
    expect((await panel(firm, next('x@other.example').message)).body.files).toBeUndefined()
    expect((await itself(firm, next('x@other.example').mail)).status).toBe(422)
    const diverted = { replyTo: [{ address: 'ana@freemail.example' }] }
    expect((await panel(firm, next(ana, diverted).message)).body.files).toBeUndefined()
    const fraud = aMail({ id: '<f@x>', from: ana, text: 'Please note that our bank account has changed.' })
    expect((await itself(firm, fraud)).status).toBe(422)
  })
})

test('an answer to a buyer in a conversation for which the pane wrote the letter is filed when it is next opened', async () => {
  const { firm, ana } = await running('files_replies')
  const sent = (id: string) => ({
    messageId: id,
    conversationId: 'C2',
    from: { address: 'mia.zhao@bluewhale-outdoor.example' },
    to: [{ address: ana }],
    subject: 'Re: Where is my order?',
    sentAt: '2026-10-19T15:00:00Z',
  })
  expect((await panel(firm, sent('<s1@us>'))).body.files).toBeUndefined()
  const asked = { ...next(ana).message, messageId: '<where@acme.example>', conversationId: 'C2' }
  const written = await firm.call(
    'POST',
    '/v1/actions/write-status',
    { target: { type: 'order', id: firm.order.id, version: 1 }, message: asked },
    { as: 'mia', headers: { 'Idempotency-Key': 'w' } },
  )
  expect(written.body).toMatchObject({ outcome: 'written', reply: { fits: true } })
  expect((await panel(firm, sent('<s1@us>'))).body.files).toBe(true)
  // What the buyer writes in it is no reply of ours.
  expect((await panel(firm, { ...asked, messageId: '<again@acme.example>' })).body.files).toBeUndefined()
})
