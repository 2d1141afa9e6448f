import { expect, test } from 'vitest'
import type { Form, FormField, Panel } from '#shared/panel/panel.ts'
import { aFirm, type Firm, wholeDatabase } from '../firm.ts'

/** What stands in the open mail is what forms begin with; it is read where the panel says so, and never kept. */

const RFQ = `<p>Dear Sirs,</p><p>we are looking for the following:</p>
<table><tr><th>Item</th><th>Description</th><th>Quantity</th><th>Target price</th></tr>
<tr><td>NF-11</td><td>Folding chair</td><td>1,200 pcs</td><td>USD 8.90</td></tr></table>
<p>Please quote FOB Ningbo.</p>
<p>Best regards,<br>Ingrid Solheim<br>Purchasing Manager<br>Nordfjell Utstyr AS<br>5003 Bergen, Norway<br>Tel. +47 55 00 00 00</p>`

const MAIL = {
  messageId: '<rfq-1@nordfjell.example>',
  from: { name: 'Ingrid Solheim', address: 'ingrid@nordfjell.example' },
  to: [{ address: 'mia.zhao@bluewhale-outdoor.example' }],
  subject: 'Request for quotation',
  sentAt: '2026-10-19T08:00:00Z',
}

async function panel(firm: Firm, letter?: object): Promise<Panel> {
  const { status, text, body } = await firm.call('POST', '/v1/panel', {
    host: 'outlook',
    message: letter ? { ...MAIL, letter } : MAIL,
  })
  expect(status, text).toBe(200)
  return body as Panel
}

function fieldsOf({ sections }: Panel, action: string): Record<string, FormField> {
  const widgets = sections.flatMap(({ summary, full = [] }) => [...summary, ...full])
  const form = widgets.find((widget): widget is Form => widget.kind === 'form' && widget.action === action)
  return Object.fromEntries(form?.fields.map((field) => [field.key, field]) ?? [])
}

test('an unknown sender’s panel says that it reads, and begins with the buyer once it has the letter', async () => {
  const firm = await aFirm()
  const before = await panel(firm)
  expect(before.reads).toBe(true)
  expect(fieldsOf(before, 'create-inquiry').company_name?.value ?? '').toBe('')

  const after = await panel(firm, { html: RFQ })
  expect(after.reads).toBeUndefined()
  const { company_name, contact_name, country, message } = fieldsOf(after, 'create-inquiry')
  expect(company_name).toMatchObject({ value: 'Nordfjell Utstyr AS', hint: 'From the mail: “Nordfjell Utstyr AS”' })
  expect([contact_name?.value, country?.value]).toEqual(['Ingrid Solheim', 'NO'])
  expect(message?.value).toContain('1200 pcs Folding chair (NF-11), USD 8.90')
})

test('the customer and the offer begin with it as well; what is said of a price is not ours to offer', async () => {
  const firm = await aFirm()
  const input = { subject: 'x', company_name: '', contact_name: '', email: 'ingrid@nordfjell.example', country: 'NO' }
  const made = await firm.call(
    'POST',
    '/v1/actions/create-inquiry',
    { target: { type: 'inquiry', id: 'new' }, input, message: MAIL, host: 'outlook' },
    { headers: { 'Idempotency-Key': 'k' } },
  )
  expect(made.status, made.text).toBe(200)
  const after = await panel(firm, { html: RFQ })
  const customer = fieldsOf(after, 'create-customer')
  expect(customer.name).toMatchObject({ value: 'Nordfjell Utstyr AS' })
  expect(customer.title).toMatchObject({ value: 'Purchasing Manager' })
  expect(customer.timezone).toMatchObject({ value: 'Europe/Oslo' })
  // What somebody has noted stands, and needs no source.
  expect(customer.email).toMatchObject({ value: 'ingrid@nordfjell.example' })
  expect(customer.email?.hint).toBeUndefined()
  const offer = fieldsOf(after, 'create-quotation')
  expect(offer.lines?.value).toBe('Folding chair; 1200 pcs')
  expect([offer.currency?.value, offer.incoterm?.value, offer.named_place?.value]).toEqual(['USD', 'FOB', 'Ningbo'])
  // Several codes are Ningbo's: one of them is proposed, and said to be looked at.
  expect(offer.place_locode?.hint).toMatch(/^Please check, from the mail/)
})

test('a letter that says nothing is no reason to ask again; one that is too long is refused', async () => {
  const firm = await aFirm()
  expect((await panel(firm, { text: '' })).reads).toBeUndefined()
  const answer = await firm.call('POST', '/v1/panel', { message: { ...MAIL, letter: { html: 'x'.repeat(120_001) } } })
  expect([answer.status, answer.body.problems[0].field]).toEqual([400, 'message.letter.html'])
})

test('nothing of a letter is stored', async () => {
  const firm = await aFirm()
  await panel(firm, { html: RFQ.replace('Folding chair', 'Zyzzyva canopy') })
  expect(await wholeDatabase(firm.tenantId)).not.toContain('Zyzzyva')
})
