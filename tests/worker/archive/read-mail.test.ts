import { env } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { aMail } from '../../fixtures/mails.ts'
import { aFirm, type Firm } from '../firm.ts'

const LOGO = new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10])

/** A mail of the firm's contact as HTML, with a picture in it. */
const withPicture = (firm: Firm) =>
  [
    `From: Ana <${firm.contact.emails?.[0]}>`,
    'To: Mia Zhao <mia.zhao@bluewhale-outdoor.example>',
    'Subject: Tents',
    'Date: Mon, 19 Oct 2026 09:05:00 -0300',
    'Message-ID: <html-1@acme.example>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; boundary="=_r"',
    '',
    '--=_r',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>Dear Mia</p><img src="cid:logo@acme"><img src="cid:plan@acme">',
    '--=_r',
    'Content-Type: image/png; name="logo.png"',
    'Content-ID: <logo@acme>',
    'Content-Disposition: inline',
    'Content-Transfer-Encoding: base64',
    '',
    btoa(String.fromCharCode(...LOGO)),
    '--=_r',
    'Content-Type: image/svg+xml; name="plan.svg"',
    'Content-ID: <plan@acme>',
    'Content-Disposition: inline',
    '',
    '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
    '--=_r--',
    '',
  ].join('\r\n')

async function filed(firm: Firm, mail: string, policy: string, query = ''): Promise<string> {
  await env.DB.prepare('UPDATE tenants SET body_policy = ? WHERE tenant_id = ?').bind(policy, firm.tenantId).run()
  const headers = { 'Content-Type': 'message/rfc822' }
  const { status, body } = await firm.call('POST', `/v1/mails${query}`, mail, { as: 'mia', headers })
  expect(status).toBe(201)
  return body.id
}

const read = (firm: Firm, id: string, as: 'david' | 'mia' = 'mia') =>
  firm.call('GET', `/v1/mails/${id}`, undefined, { as })

const plain = (firm: Firm) => aMail({ from: `Ana <${firm.contact.emails?.[0]}>` })

describe('a filed mail', () => {
  test('is read as it came, with the pictures that came along and can be drawn, in two round trips', async () => {
    const firm = await aFirm()
    const { status, body, trips } = await read(firm, await filed(firm, withPicture(firm), 'full'))
    expect(status).toBe(200)
    expect(trips).toBe(2)
    expect(body).toMatchObject({
      subject: 'Tents',
      occurred_at: Date.parse('2026-10-19T12:05:00Z'),
      customer: { id: firm.customer.id, name: firm.customer.name },
      participants: [{ role: 'from', address: firm.contact.emails?.[0], name: 'Ana' }, { role: 'to' }],
      filed_by_name: 'Mia Zhao',
      kept: 'full',
      shortened: false,
    })
    expect(body.body.html).toContain('<p>Dear Mia</p>')
    expect(body.body.pictures).toEqual({ 'logo@acme': `data:image/png;base64,${btoa(String.fromCharCode(...LOGO))}` })
  })

  test('as text is text; of one of which the firm keeps less there is that much to read', async () => {
    const words = { full: 'Dear Mia,', snippet: 'Dear Mia, please quote 6,000 tents. Ana', metadata: undefined }
    for (const [policy, begins] of Object.entries(words)) {
      const firm = await aFirm()
      const { body } = await read(firm, await filed(firm, plain(firm), policy))
      expect(body.kept).toBe(policy)
      if (begins === undefined) expect(body.body).toBeNull()
      else expect(body.body.text).toContain(begins)
    }
  })

  test('that is private is read by who filed it; others learn that it is there', async () => {
    const firm = await aFirm()
    const id = await filed(firm, plain(firm), 'full', '?visibility=private')
    expect((await read(firm, id)).body).toMatchObject({ kept: 'full', subject: 'Tents for the season' })
    const other = await read(firm, id, 'david')
    expect(other.body).toMatchObject({ subject: null, participants: [], attachments: [], body: null, kept: 'metadata' })
    expect(other.text).not.toMatch(/tents|quote|Ana/i)
  })

  test('of another firm is not there, nor is what is no mail', async () => {
    const [firm, other] = [await aFirm(), await aFirm()]
    const id = await filed(firm, plain(firm), 'full')
    const absent = await read(other, '01K00000000000000000000001')
    const theirs = await read(other, id)
    expect([absent.status, theirs.status]).toEqual([404, 404])
    const note = await firm.call('POST', '/v1/interactions', {
      kind: 'note',
      direction: 'internal',
      occurred_at: Date.parse('2026-10-19T12:00:00Z'),
      customer_id: firm.customer.id,
      subject: 'Called',
    })
    expect(note.status).toBe(201)
    expect((await read(firm, note.body.id)).status).toBe(404)
  })
})
