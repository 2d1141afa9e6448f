import { describe, expect, test } from 'vitest'
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

describe('behind a colleague’s forward', () => {
  const FORWARD = {
    messageId: '<fw-1@bluewhale-outdoor.example>',
    from: { name: 'David Chen', address: 'david.chen@bluewhale-outdoor.example' },
    to: [{ address: 'mia.zhao@bluewhale-outdoor.example' }],
    subject: 'FW: Zapytanie',
    sentAt: '2026-10-19T08:00:00Z',
  }
  const block = (from: string) =>
    `Leo, please take care.\n\nFrom: ${from}\nSent: Monday, 19 October 2026 08:00\nTo: David Chen\nSubject: Zapytanie\n\nWe need 500 folding chairs.\n\nRegards\nAgnieszka Nowak`
  const AGNIESZKA = block('Agnieszka Nowak <agnieszka@camping-lodz.example>')
  const ask = async (firm: Firm, message: object) => (await firm.call('POST', '/v1/panel', { message })).body as Panel

  test('stands who wrote first, and an inquiry is made of them', async () => {
    const firm = await aFirm()
    const before = await ask(firm, FORWARD)
    expect([before.title, before.reads]).toEqual(['David Chen', true])
    const message = { ...FORWARD, letter: { text: AGNIESZKA } }
    const after = await ask(firm, message)
    expect([after.title, after.reads]).toEqual(['Agnieszka Nowak', undefined])
    expect(fieldsOf(after, 'create-inquiry').email?.value).toBe('agnieszka@camping-lodz.example')
    const made = await firm.call(
      'POST',
      '/v1/actions/create-inquiry',
      {
        target: { type: 'inquiry', id: 'new' },
        input: { subject: 'x', contact_name: 'Agnieszka Nowak', email: 'agnieszka@camping-lodz.example' },
        message,
      },
      { headers: { 'Idempotency-Key': 'fw' } },
    )
    expect([made.status, made.body.title], made.text).toEqual([200, 'Agnieszka Nowak'])
    expect(made.trips).toBeLessThanOrEqual(3)
  })

  test('stands a customer whose person wrote it', async () => {
    const firm = await aFirm()
    const { title } = await ask(firm, {
      ...FORWARD,
      letter: { text: block('Thiago <thiago.nunes@trilhasul.example>') },
    })
    expect(title).toBe(firm.customer.name)
  })

  test.each([
    [
      'somebody outside who gets it: the mail is with them',
      { to: [{ address: 'ops@forwarder.example' }] },
      'ops@forwarder.example',
    ],
    ['nobody, where a stranger forwards', { from: { name: 'Eve', address: 'eve@elsewhere.example' } }, 'Eve'],
    [
      'nobody, where none wrote it but us',
      { letter: { text: block('Mia <mia.zhao@bluewhale-outdoor.example>') } },
      'David Chen',
    ],
  ])('stands %s', async (_, more, title) => {
    const firm = await aFirm()
    expect((await ask(firm, { ...FORWARD, letter: { text: AGNIESZKA }, ...more })).title).toBe(title)
  })

  test('among colleagues nothing else is read; of a form of ours the Reply-To tells', async () => {
    const firm = await aFirm()
    expect((await ask(firm, { ...FORWARD, subject: 'Lunch' })).reads).toBeUndefined()
    const form = { ...FORWARD, from: { address: 'webform@bluewhale-outdoor.example' }, subject: '[Web enquiry]' }
    expect((await ask(firm, form)).reads).toBe(true)
    const replyTo = [{ name: 'Priya', address: 'priya@desertfox.example' }]
    expect((await ask(firm, { ...form, replyTo })).title).toBe('Priya')
  })
})

describe('another account to pay to', () => {
  const told = ({ sections }: Panel) => JSON.stringify(sections.filter(({ key }) => key === 'warnings'))
  const THIAGO = { ...MAIL, from: { address: 'thiago.nunes@trilhasul.example' }, subject: 'Re: PI-2026-0088' }
  const beside = async (message: object) => (await (await aFirm()).call('POST', '/v1/panel', { message })).body as Panel
  const CHANGE = 'Please note the beneficiary change and send all next PI with the new bank account below.'

  test('is warned of where only the letter of a mail speaks of it, whoever seems to write', async () => {
    const before = await beside(THIAGO)
    expect([told(before), before.reads]).toEqual(['[]', true])
    const after = await beside({ ...THIAGO, letter: { text: `Dear Mia,\n\n${CHANGE}\n\nThiago` } })
    expect(told(after)).toContain('It speaks of bank details')
    expect(after.sections[0]?.key).toBe('warnings')
    const html = await beside({ ...THIAGO, letter: { html: `<p>Dear Mia,</p><p>${CHANGE}</p>` } })
    expect(told(html)).toContain('It speaks of bank details')
  })

  test.each([
    ['what is quoted', `Thanks, noted.\n\nOn Mon, 5 Oct 2026 Mia wrote:\n> ${CHANGE}`],
    ['an ordinary letter', 'Please send a new PI. Payment as usual, 30% deposit to your bank account.'],
    [
      'the bank in a signature',
      'See you.\n\nMit freundlichen Grüßen\nJ. Baumann\nBankverbindung: IBAN DE00, neue Straße 1',
    ],
  ])('not of %s', async (_, text) => {
    expect(told(await beside({ ...THIAGO, letter: { text } }))).toBe('[]')
  })

  test('not of what we write ourselves', async () => {
    const ours = { ...MAIL, from: MAIL.to[0], to: [{ address: 'thiago.nunes@trilhasul.example' }] }
    const panel = await beside({ ...ours, letter: { text: CHANGE } })
    expect(told(panel)).toBe('[]')
    expect((await beside(ours)).title).toContain('Trilha')
  })
})

test('a list that is attached is in the form as one in the mail is, with its row and what shall be the buyer’s own', async () => {
  const firm = await aFirm()
  const csv = 'Our code;Description;Qty;Target price EUR\r\nNF-20;Camp table;1.200;15,40\r\n'
  const attachments = [
    { name: 'rfq.csv', inline: false, content: btoa(csv) },
    { name: 'broken.xlsx', inline: false, content: '%%%' },
  ]
  const text =
    'Hello,\n\nplease quote the goods in the attached list, all with our laser engraved logo.\n\nIngrid Solheim'
  const { message } = fieldsOf(await panel(firm, { text, attachments }), 'create-inquiry')
  expect(message?.value).toContain('1200 Camp table (NF-20), EUR 15.40, laser logo, from rfq.csv, row 2')
})
