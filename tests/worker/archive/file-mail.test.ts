import { env } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { aCustomer, aUser } from '../../fixtures/builders.ts'
import { aMail } from '../../fixtures/mails.ts'
import { aFirm, type Firm, newId, plant } from '../firm.ts'

const RFC822 = { 'Content-Type': 'message/rfc822' }

const post = (firm: Firm, mail: string, query = '', as: 'david' | 'mia' = 'mia') =>
  firm.call('POST', `/v1/mails${query}`, mail, { as, headers: RFC822 })

const items = async ({ tenantId }: Firm) =>
  (await env.DB.prepare("SELECT * FROM interactions WHERE tenant_id = ? AND kind = 'mail'").bind(tenantId).all())
    .results

/** The mail of the firm's own contact. */
const of = (firm: Firm, other: Parameters<typeof aMail>[0] = {}) =>
  aMail({ from: `Ana <${firm.contact.emails?.[0]}>`, ...other })

const policy = ({ tenantId }: Firm, word: string) =>
  env.DB.prepare('UPDATE tenants SET body_policy = ? WHERE tenant_id = ?').bind(word, tenantId).run()

describe('a mail that is filed', () => {
  test('is an item of the customer it is with, and of the order its subject names, in three round trips', async () => {
    const firm = await aFirm()
    const { status, body, trips } = await post(firm, of(firm, { subject: `Re: ${firm.order.doc_no}` }))
    expect(status).toBe(201)
    expect(trips).toBe(3)
    expect(body).toMatchObject({
      outcome: 'filed',
      customer_id: firm.customer.id,
      contact_id: firm.contact.id,
      order_id: firm.order.id,
      occurred_at: Date.parse('2026-10-19T12:05:00Z'),
      filed_by_name: 'Mia Zhao',
    })
    expect(await items(firm)).toHaveLength(1)
  })

  test('a hundred times at once is one item, and every call is answered with it', async () => {
    const firm = await aFirm()
    const mail = of(firm, { files: [{ name: 'rfq.pdf', mime: 'application/pdf', bytes: new Uint8Array(900).fill(7) }] })
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) => post(firm, mail, '', index % 2 === 0 ? 'mia' : 'david')),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(99)
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
    const [item, ...others] = await items(firm)
    expect(others).toEqual([])
    expect(item?.id).toBe(answers[0]?.body.id)
    const { results } = await env.DB.prepare('SELECT * FROM files WHERE tenant_id = ?').bind(firm.tenantId).all()
    expect(results).toHaveLength(1)
  })

  test('without Message-ID is the same in two mail programs: other transport, other line ends', async () => {
    const firm = await aFirm()
    const mine = of(firm, { id: null, transport: ['Received: from a by b; Mon, 19 Oct 2026 12:05:03 +0000'] })
    const theirs = of(firm, {
      id: null,
      transport: [
        'Received: from c by d; Mon, 19 Oct 2026 12:06:00 +0000',
        'X-Spam: no',
        'Return-Path: <ana@x.example>',
      ],
    }).replaceAll('\r\n', '\n')
    const [first, second] = [await post(firm, mine), await post(firm, theirs, '', 'david')]
    expect([first.status, second.status]).toEqual([201, 200])
    expect(second.body.id).toBe(first.body.id)
    const other = await post(firm, of(firm, { id: null, text: 'Something else' }))
    expect(other.status).toBe(201)
  })

  test('keeps what the firm wants kept', async () => {
    const files = [{ name: 'spec.pdf', mime: 'application/pdf', bytes: new TextEncoder().encode('%PDF-1.4') }]
    const filed = async (word: string) => {
      const firm = await aFirm()
      await policy(firm, word)
      const { body } = await post(firm, of(firm, { files }))
      const [item] = await items(firm)
      return { firm, body, snippet: item?.snippet }
    }
    const metadata = await filed('metadata')
    expect(metadata.snippet).toBeNull()
    expect(metadata.body.attachments).toMatchObject([{ name: 'spec.pdf', bytes: 8 }])
    expect(metadata.body.attachments[0].file_id).toBeUndefined()
    expect(metadata.body.body_ref).toBeNull()

    const snippet = await filed('snippet')
    expect(snippet.snippet).toBe('Dear Mia, please quote 6,000 tents. Ana')
    expect(snippet.body.body_ref).toBeNull()
    const link = await snippet.firm.call('GET', `/v1/files/${snippet.body.attachments[0].file_id}`, undefined, {
      as: 'mia',
    })
    expect(link.body).toMatchObject({ name: 'spec.pdf', mime: 'application/pdf', bytes: 8 })

    const full = await filed('full')
    expect((await full.firm.call('GET', `/v1/files/${full.body.body_ref}`)).status).toBe(200)
  })

  test('of 25 MB is filed, and one of 26 MB is refused with what the bound is', { timeout: 60_000 }, async () => {
    const firm = await aFirm()
    const bytes = new Uint8Array(18 * 1024 * 1024)
    for (let at = 0; at < bytes.length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536))
    const files = [{ name: 'video.mp4', mime: 'video/mp4', bytes }]
    const large = of(firm, { files, text: 'x'.repeat(200_000) })
    expect(large.length).toBeGreaterThan(24.5 * 1024 * 1024)
    const { status, body } = await post(firm, large)
    expect(status).toBe(201)
    expect(body.attachments).toMatchObject([{ name: 'video.mp4', bytes: bytes.length }])
    const refused = await post(firm, `${large}${'x'.repeat(1_500_000)}`)
    expect(refused.status).toBe(413)
    expect(refused.body).toMatchObject({ code: 'too_large', maximum: 25 * 1024 * 1024 + 256 * 1024 })
    expect(refused.body.title).toContain('25 MB')
  })

  test('is refused where it is none, or not sent as one', async () => {
    const firm = await aFirm()
    for (const none of [
      '',
      'hello',
      '{"a": 1}',
      '\0\0\0\r\n',
      'Subject: only this\r\n\r\n',
      'From: \r\nDate: x\r\n\r\n',
    ]) {
      expect((await post(firm, none)).status).toBe(422)
    }
    expect((await firm.call('POST', '/v1/mails', of(firm), { as: 'mia' })).status).toBe(415)
    expect((await post(firm, of(firm), '?customer=1')).status).toBe(400)
    expect((await post(firm, aMail({ from: 'x@nobody-knows.example' }))).status).toBe(422)
    expect(await items(firm)).toEqual([])
  })

  test('goes to the customer that is named, also where nobody of theirs wrote it', async () => {
    const firm = await aFirm()
    const strange = aMail({ from: 'forwarder@ship.example' })
    const { status, body } = await post(firm, strange, `?customer=${firm.customer.id}`)
    expect(status).toBe(201)
    expect(body).toMatchObject({ customer_id: firm.customer.id, contact_id: null })
  })

  test('without a customer of the reader is nothing they can file', async () => {
    const firm = await aFirm()
    const other = await aFirm()
    expect((await post(firm, of(firm), `?customer=${other.customer.id}`)).status).toBe(404)
    await env.DB.prepare('UPDATE users SET roles = \'["production"]\' WHERE tenant_id = ? AND id = ?')
      .bind(firm.tenantId, firm.mia.id)
      .run()
    expect([403, 404, 422]).toContain((await post(firm, of(firm), `?customer=${firm.customer.id}`)).status)
    expect(await items(firm)).toEqual([])
  })

  test('that is private tells others that it is there, and nothing of what it says', async () => {
    const firm = await aFirm()
    await policy(firm, 'full')
    const secret = of(firm, {
      subject: 'Kündigung 机密',
      text: 'geheim-geheim',
      files: [{ name: 'geheim.pdf', mime: 'application/pdf', bytes: new Uint8Array(9) }],
    })
    const { body } = await post(firm, secret, '?visibility=private')
    expect(body).toMatchObject({
      subject: 'Kündigung 机密',
      visibility: 'private',
      attachments: [{ name: 'geheim.pdf' }],
    })
    const seen = await Promise.all([
      firm.call('GET', `/v1/interactions/${body.id}`),
      firm.call('GET', '/v1/interactions'),
      firm.call('GET', `/v1/interactions/${body.id}/events`),
      post(firm, secret, '', 'david'),
      firm.call('POST', '/v1/panel', { record: { type: 'customer', id: firm.customer.id } }),
    ])
    for (const { status, text } of seen) {
      expect(status).toBe(200)
      expect(text).not.toMatch(/geheim|机密/i)
    }
    expect(seen[0]?.body).toMatchObject({ visibility: 'private', filed_by: firm.mia.id })
    const [file] = body.attachments
    expect((await firm.call('GET', `/v1/files/${file.file_id}`)).status).toBe(404)
    expect((await firm.call('GET', `/v1/files/${file.file_id}`, undefined, { as: 'mia' })).status).toBe(200)
    expect((await firm.call('GET', `/v1/files/${body.body_ref}`)).status).toBe(404)
  })
})

describe('a mail that is filed with a customer that its sender does not see', () => {
  /** Filed by David with somebody else's customer; what Mia and a purchaser are told of it. */
  async function hidden() {
    const firm = await aFirm()
    const wendy = aUser({
      id: newId(),
      email: 'wendy.li@bluewhale-outdoor.example',
      alias: 'Wendy Li',
      manager_id: firm.david.id,
    })
    const theirs = aCustomer({ id: newId(), name: 'Hidden Outfitters', owner_id: wendy.id })
    await plant(firm.tenantId, { user: [wendy], customer: [theirs] })
    const mail = aMail({ from: 'x@nobody-knows.example', subject: 'Secret tents' })
    const filed = await post(firm, mail, `?customer=${theirs.id}`, 'david')
    expect(filed.status).toBe(201)
    return { firm, mail, theirs }
  }

  test('is told to exist and whose it is, and nothing more', async () => {
    const { firm, mail, theirs } = await hidden()
    const { status, body, text } = await post(firm, mail, `?customer=${firm.customer.id}`)
    expect([status, body.code, body.owner]).toEqual([409, 'duplicate', 'Wendy Li'])
    expect(Object.keys(body).sort()).toEqual(['code', 'owner', 'requestId', 'status', 'title', 'type'])
    for (const word of ['Hidden', 'Secret', theirs.id, theirs.doc_no]) expect(text).not.toContain(word)
    expect(await items(firm)).toHaveLength(1)
  })

  test('and named for filing is not there; who files nothing learns nothing', async () => {
    const { firm, mail, theirs } = await hidden()
    expect((await post(firm, mail, `?customer=${theirs.id}`)).status).toBe(404)
    await env.DB.prepare('UPDATE users SET roles = \'["purchaser"]\' WHERE tenant_id = ? AND id = ?')
      .bind(firm.tenantId, firm.mia.id)
      .run()
    const [known, unknown] = [await post(firm, mail), await post(firm, aMail({ id: '<other@x.example>' }))]
    expect([known.status, known.body.code]).toEqual([unknown.status, unknown.body.code])
    expect(known.body.owner).toBeUndefined()
  })
})
