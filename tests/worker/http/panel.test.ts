import { describe, expect, test } from 'vitest'
import {
  aContact,
  aCustomer,
  anInquiry,
  anInstallment,
  anInteraction,
  anOrder,
  anOrderLine,
  aUser,
} from '../../fixtures/builders.ts'
import { a } from '../../fixtures/road.ts'
import { type Answer, aFirm, type Firm, newId, plant } from '../firm.ts'

const from = (address: string, name?: string) => ({
  from: { address, ...(name ? { name } : {}) },
  subject: 'Re: order',
})

const keys = (answer: Answer): string[] => answer.body.order
const section = (answer: Answer, key: string) => answer.body.sections.find((one: { key: string }) => one.key === key)
const ask = (firm: Firm, message: unknown, more: object = {}) =>
  firm.call('POST', '/v1/panel', { host: 'outlook', message, ...more })

describe('whose panel it is', () => {
  test('a known address shows its customer, the contact who wrote, orders, money and timeline', async () => {
    const firm = await aFirm()
    const answer = await ask(firm, from('Thiago.Nunes@TrilhaSul.example', 'Thiago'))
    expect(answer.status).toBe(200)
    expect(answer.body.title).toBe('Trilha Sul Comércio Ltda.')
    const sections = ['who', 'next_step', 'money', 'orders', 'timeline']
    expect(keys(answer).filter((key) => sections.includes(key))).toEqual(sections)
    expect(section(answer, 'who').summary[0]).toMatchObject({
      title: 'Thiago Albuquerque Nunes',
      badge: 'Decision maker',
    })
    expect(JSON.stringify(section(answer, 'who'))).toContain('Recognised by this address')
    expect(section(answer, 'money').summary[0]).toMatchObject({ label: 'Unpaid', value: 'USD 21,595.00' })
    expect(section(answer, 'orders').summary[0]).toMatchObject({ badge: 'In production' })
    expect(JSON.stringify(section(answer, 'orders').summary[0])).toContain(
      'Production finished: 2026-10-25 (in 5 days)',
    )
  })

  test('a new person at a known domain shows the customer and says that the person is new', async () => {
    const firm = await aFirm()
    const answer = await ask(firm, from('compras@mail.trilhasul.example'))
    expect(answer.body.title).toBe('Trilha Sul Comércio Ltda.')
    expect(section(answer, 'who').summary[0].title).toBe('compras@mail.trilhasul.example')
    expect(answer.text).toContain('the domain trilhasul.example is known')
    // Who is known there stands among the contacts, and not as who wrote.
    expect(JSON.stringify(section(answer, 'who'))).not.toContain('Thiago')
    expect(JSON.stringify(section(answer, 'contacts'))).not.toContain('wrote')
  })

  test('an unknown sender is said to be unknown and offered as an inquiry, prefilled from the headers', async () => {
    const firm = await aFirm()
    const answer = await ask(firm, {
      from: { name: 'Rachel Kowalski', address: 'rachel@ridgeline-outfitters.example' },
      subject: 'RFQ - camp furniture',
      messageId: '<1@ridgeline-outfitters.example>',
      sentAt: '2026-07-06T16:42:11-07:00',
    })
    expect(keys(answer)).toEqual(['sender'])
    const form = section(answer, 'sender').summary.find((one: { kind: string }) => one.kind === 'form')
    const values = Object.fromEntries(form.fields.map((f: { key: string; value?: string }) => [f.key, f.value]))
    expect(values).toMatchObject({
      subject: 'RFQ - camp furniture',
      contact_name: 'Rachel Kowalski',
      email: 'rachel@ridgeline-outfitters.example',
    })
  })

  test('a freemail domain or our own never names a customer', async () => {
    const firm = await aFirm()
    await plant(firm.tenantId, { customer: [aCustomer({ id: newId(), name: 'Wrong', domains: ['gmail.com'] })] })
    expect(keys(await ask(firm, from('somebody@gmail.com')))).toEqual(['sender'])
    expect(
      keys(
        await ask(firm, {
          ...from('mia.zhao@bluewhale-outdoor.example'),
          to: [{ address: 'david.chen@bluewhale-outdoor.example' }],
        }),
      ),
    ).toEqual(['colleague'])
  })

  test('on our own mail the customer is the one we wrote to', async () => {
    const firm = await aFirm()
    const answer = await ask(firm, {
      ...from('mia.zhao@bluewhale-outdoor.example'),
      to: [{ address: 'thiago.nunes@trilhasul.example' }],
    })
    expect(answer.body.title).toBe('Trilha Sul Comércio Ltda.')
  })

  test('several customers with one address are offered to choose from, none is guessed', async () => {
    const firm = await aFirm()
    const other = aCustomer({ id: newId(), name: 'Agência Norte', domains: [] })
    const contact = aContact({ id: newId(), customer_id: other.id })
    await plant(firm.tenantId, { customer: [other], contact: [contact] })
    const answer = await ask(firm, from('thiago.nunes@trilhasul.example'))
    expect(keys(answer)).toEqual(['several'])
    const names = section(answer, 'several').summary.flatMap((one: { title?: string }) => one.title ?? [])
    expect(names.sort()).toEqual(['Agência Norte', 'Trilha Sul Comércio Ltda.'])
    const chosen = await ask(firm, from('thiago.nunes@trilhasul.example'), {
      record: section(answer, 'several').summary[0].open,
    })
    expect(chosen.body.order).toContain('who')
  })

  test('an order with a promise stands before those without, however many', async () => {
    const firm = await aFirm()
    const undated = Array.from({ length: 8 }, () =>
      anOrder({ id: newId(), customer_id: firm.customer.id, promised_date: null }),
    )
    await plant(firm.tenantId, { order: undated })
    const answer = await ask(firm, from('thiago.nunes@trilhasul.example'))
    expect(section(answer, 'orders').summary[0].title).toContain(firm.order.doc_no)
    expect(answer.text).toContain('Open orders (9)')
  })

  test('a contact who writes from an old address is shown with that one', async () => {
    const firm = await aFirm()
    const old = aContact({
      id: newId(),
      customer_id: firm.customer.id,
      emails: ['new@trilhasul.example', 'old@antigo.example'],
    })
    await plant(firm.tenantId, { contact: [old] })
    const [person] = section(await ask(firm, from('old@antigo.example')), 'who').summary
    expect(person.lines).toContain('old@antigo.example')
  })

  test('whoever asks for no language of ours is answered in their own', async () => {
    const firm = await aFirm()
    for (const wish of ['*', 'fr', 'fr, zh-CN;q=0.9, en;q=0.5']) {
      const answer = await firm.call('POST', '/v1/panel', {}, { headers: { 'Accept-Language': wish } })
      expect(answer.body.language).toBe('zh-CN')
    }
  })

  test('an address that many share at one customer and one at another is still a choice', async () => {
    const firm = await aFirm()
    const other = aCustomer({ id: newId(), name: 'Agência Norte', domains: [] })
    const sharing = (customer_id: string) =>
      aContact({ id: newId(), customer_id, emails: ['info@agent.example'], is_primary: false })
    const contacts = [...Array.from({ length: 12 }, () => sharing(firm.customer.id)), sharing(other.id)]
    await plant(firm.tenantId, { customer: [other], contact: contacts })
    expect(keys(await ask(firm, from('info@agent.example')))).toEqual(['several'])
  })

  test('nothing selected, and a mail without a sender, have panels of their own', async () => {
    const firm = await aFirm()
    expect(keys(await firm.call('POST', '/v1/panel', { host: 'outlook' }))).toEqual([
      'answer_now',
      'deadlines',
      'leave',
      'recent',
      'desk',
    ])
    expect(keys(await ask(firm, { subject: 'no from' }))).toEqual(['sender'])
  })

  test('another firm with the same customer shows nothing of ours', async () => {
    const ours = await aFirm()
    const theirs = await aFirm()
    const answer = await theirs.call('POST', '/v1/panel', { record: { type: 'customer', id: ours.customer.id } })
    const absent = await theirs.call('POST', '/v1/panel', { record: { type: 'customer', id: newId() } })
    expect(answer.status).toBe(404)
    expect({ ...answer.body, requestId: '' }).toEqual({ ...absent.body, requestId: '' })
  })
})

describe('what travels', () => {
  test('sections the asker has come without content', async () => {
    const firm = await aFirm()
    const first = await ask(firm, from('thiago.nunes@trilhasul.example'))
    const have = Object.fromEntries(
      first.body.sections.map((one: { key: string; etag: string }) => [one.key, one.etag]),
    )
    const second = await ask(firm, from('thiago.nunes@trilhasul.example'), { have })
    expect(second.body.order).toEqual(first.body.order)
    expect(second.body.sections).toEqual([])
    const third = await ask(firm, from('thiago.nunes@trilhasul.example'), { have: { ...have, money: 'old' } })
    expect(third.body.sections.map((one: { key: string }) => one.key)).toEqual(['money'])
  })

  test('drawn sections and the whole drawn panel hold the same facts as the data', async () => {
    const firm = await aFirm()
    const message = from('thiago.nunes@trilhasul.example')
    const drawn = await ask(firm, message, { render: 'html' })
    expect(drawn.body.sections.every((one: { html?: string }) => one.html?.trim().startsWith('<section'))).toBe(true)
    const whole = await firm.call('POST', '/v1/panel', { message }, { headers: { Accept: 'text/html' } })
    expect(whole.headers.get('Content-Type')).toContain('text/html')
    for (const fact of ['USD 21,595.00', 'Thiago Albuquerque Nunes', 'In production']) {
      expect(whole.text).toContain(fact)
      expect(drawn.text).toContain(fact)
    }
  })

  test('a customer called <b> shows as <b>, in both languages', async () => {
    const firm = await aFirm()
    const name = '<b>x</b> &amp; "y"'
    const hostile = aCustomer({ id: newId(), name, domains: ['hostile.example'] })
    await plant(firm.tenantId, { customer: [hostile] })
    for (const language of ['en', 'zh-CN']) {
      const answer = await firm.call(
        'POST',
        '/v1/panel',
        { message: from('a@hostile.example') },
        { headers: { Accept: 'text/html', 'Accept-Language': language } },
      )
      expect(answer.text).toContain('&lt;b&gt;x&lt;/b&gt; &amp;amp; &quot;y&quot;')
      expect(answer.text).not.toContain('<b>x')
    }
  })
})

describe('what it costs', () => {
  const many = <T>(n: number, make: (index: number) => T): T[] => Array.from({ length: n }, (_, index) => make(index))

  /** A firm whose one customer has more of everything than a screen shows, among `others` more customers. */
  async function grownFirm(others: number): Promise<Firm> {
    const firm = await aFirm()
    const { customer } = firm
    const orders = many(30, (i) =>
      anOrder({
        id: newId(),
        customer_id: customer.id,
        promised_date: `2026-11-${String((i % 28) + 1).padStart(2, '0')}`,
      }),
    )
    const rest = many(others, (i) => aCustomer({ id: newId(), name: `Customer ${i}`, domains: [`c${i}.example`] }))
    await plant(firm.tenantId, {
      order: [...orders, ...rest.flatMap((one) => many(5, () => anOrder({ id: newId(), customer_id: one.id })))],
      installment: orders.flatMap((one) =>
        many(3, (seq) =>
          anInstallment({
            id: newId(),
            order_id: one.id,
            customer_id: customer.id,
            seq: seq + 1,
            due_date: `2026-09-${String(seq + 1).padStart(2, '0')}`,
          }),
        ),
      ),
      contact: [
        ...many(30, () => aContact({ id: newId(), customer_id: customer.id, emails: [], is_primary: false })),
        ...rest.map((one, i) => aContact({ id: newId(), customer_id: one.id, emails: [`p@c${i}.example`] })),
      ],
      interaction: many(200, (i) => anInteraction({ id: newId(), customer_id: customer.id, occurred_at: i })),
      customer: rest,
    })
    return firm
  }
  /** A reply in a filed thread, with many others in Cc and an order's number in the subject. */
  const MANY_WAYS = {
    ...from('thiago.nunes@trilhasul.example', 'Thiago Nunes - Trilha Sul'),
    subject: 'Re: PI-2026-0412, PI-2026-0500, QT-2026-0001 v2',
    messageId: '<now@trilhasul.example>',
    conversationId: 'AAQk',
    cc: many(20, (i) => ({ address: `p@c${i}.example` })),
    inReplyTo: '<filed@trilhasul.example>',
    references: many(40, (i) => `<${i}@trilhasul.example>`),
  }
  const grown = async (others: number) => {
    const firm = await grownFirm(others)
    await aBusyDeal(firm)
    const filed = { customer_id: firm.customer.id, kind: 'mail', message_id: '<filed@trilhasul.example>' } as const
    await plant(firm.tenantId, {
      interaction: [anInteraction({ id: newId(), ...filed })],
      order: [
        anOrder({ id: newId(), customer_id: firm.customer.id, doc_no: 'PI-2026-0412', status: 'completed' as never }),
      ],
    })
    return ask(firm, MANY_WAYS)
  }

  test('an order of theirs that was changed very often, at the desk: two round trips and at most 200 rows', async () => {
    const firm = await grownFirm(20)
    for (let version = 1; version <= 40; version++) {
      const headers = { 'If-Match': `"${version}"` }
      await firm.call('PATCH', `/v1/orders/${firm.order.id}`, { remark: `${version}` }, { headers })
    }
    const record = { type: 'order', id: firm.order.id }
    const answer = await firm.call('POST', '/v1/panel', { host: 'desk', record })
    expect([answer.status, answer.trips]).toEqual([200, 2])
    expect(answer.rowsRead).toBeLessThanOrEqual(200)
  })

  const RECENT_SECTIONS = [
    'contacts',
    'inquiries',
    'quotations',
    'samples',
    'cases',
    'documents',
    'background',
    'money',
    'timeline',
  ]

  /** A deal of the customer with more of everything than its road keeps, in a firm that has published much. */
  async function aBusyDeal(firm: Firm): Promise<void> {
    const { id: customer_id } = firm.customer
    const passed = many(100, (at) => ({ node: 'lead', entered: at, left: at, by: firm.mia.id, via: 'lead-quotation' }))
    const deal = a.deal({
      id: newId(),
      customer_id,
      owner_id: firm.mia.id,
      workflow: 'foreign_trade_standard',
      workflow_version: 1,
      state: { tokens: [{ node: 'production', since: 0 }], passed, finished: null, data: {} },
    })
    const ofDeal = { deal_id: deal.id, customer_id }
    const orders = many(8, () => anOrder({ id: newId(), ...ofDeal }))
    const order_id = orders[0]?.id ?? ''
    const quotations = many(20, () => a.quotation({ id: newId(), ...ofDeal }))
    const shipments = many(20, () => a.shipment({ id: newId(), ...ofDeal, order_id }))
    const lines = quotations.flatMap(({ id }) =>
      many(8, (seq) => a.quotation_line({ id: newId(), quotation_id: id, seq })),
    )
    await plant(firm.tenantId, {
      deal: [deal, ...many(9, () => a.deal({ id: newId(), customer_id, status: 'won' as never }))],
      order: orders,
      order_line: many(90, (seq) => anOrderLine({ id: newId(), order_id, seq })),
      quotation: quotations,
      quotation_line: lines,
      sample: many(20, () => a.sample({ id: newId(), ...ofDeal, merchandiser_id: firm.david.id })),
      inquiry: many(20, () => anInquiry({ id: newId(), ...ofDeal, owner_id: firm.mia.id })),
      contract: many(9, () => a.contract({ id: newId(), ...ofDeal })),
      approval: many(20, () => a.approval({ id: newId(), deal_id: deal.id, requested_by: firm.mia.id })),
      production_order: many(90, () => a.production_order({ id: newId(), deal_id: deal.id, order_id })),
      shipment: shipments,
      container: shipments.flatMap(({ id }) =>
        many(3, (at) => a.container({ id: newId(), shipment_id: id, no: `CSQU${at}` })),
      ),
      document: many(90, () => a.document({ id: newId(), deal_id: deal.id })),
      receipt: many(30, () => a.receipt({ id: newId(), ...ofDeal })),
      after_sales_case: many(20, () => a.after_sales_case({ id: newId(), ...ofDeal })),
      survey: many(9, () => a.survey({ id: newId(), ...ofDeal })),
      task: many(40, () => a.task({ id: newId(), deal_id: deal.id, title: 'x' })),
      user: many(20, (at) =>
        aUser({ id: newId(), email: `follower-${at}@firm.example`, alias: `Follower ${at}`, roles: ['merchandiser'] }),
      ),
      payment_term: many(20, (at) => a.payment_term({ id: newId(), code: `T${at}`, name: 'x' })),
      workflow: ['deal', 'quotation', 'contract', 'production_order'].flatMap((subject) =>
        many(10, (at) =>
          a.workflow({
            id: newId(),
            key: `${subject}_own`,
            version_no: at + 1,
            subject,
            status: 'published' as never,
            definition: {},
          }),
        ),
      ),
    })
  }

  test('two round trips and at most 200 rows, the same in a firm ten times as large', async () => {
    const small = await grown(20)
    const large = await grown(200)
    expect(small.status).toBe(200)
    expect(small.trips).toBe(2)
    expect(small.rowsRead).toBeLessThanOrEqual(200)
    expect(section(small, 'road').full.length).toBeLessThan(100)
    expect(keys(small)).toEqual(expect.arrayContaining(RECENT_SECTIONS))
    expect({ trips: large.trips, rowsRead: large.rowsRead }).toEqual({ trips: small.trips, rowsRead: small.rowsRead })
    console.info(`panel: ${small.trips} round trips, ${small.rowsRead} rows read`)
  })

  test('a mail that fits a great customer and nine others as well: no more than that', async () => {
    const firm = await grownFirm(20)
    await aBusyDeal(firm)
    const others = many(20, (i) => aCustomer({ id: newId(), name: `Other ${i}`, domains: [] }))
    await plant(firm.tenantId, {
      customer: others,
      order: others.map(({ id }, i) => anOrder({ id: newId(), customer_id: id, doc_no: `PI-2026-${100 + i}` })),
      interaction: [
        anInteraction({ id: newId(), customer_id: firm.customer.id, message_id: '<filed@trilhasul.example>' }),
      ],
    })
    const stranger = {
      ...MANY_WAYS,
      ...from('x@elsewhere.example', 'Customer 3'),
      subject: many(8, (i) => `PI-2026-${100 + i}`).join(', '),
      cc: many(20, (i) => ({ address: `p@c${i}.example` })),
    }
    const asked = await ask(firm, stranger)
    expect(keys(asked)).toEqual(['several'])
    expect(asked.rowsRead).toBeLessThanOrEqual(200)
  })

  test('overdue money is the whole of it, however many installments are listed', async () => {
    const answer = await grown(0)
    const overdue = section(answer, 'money').summary.find((one: { label: string }) => one.label === 'Overdue')
    expect(overdue.value).toBe('USD 90,000.00')
  })
})
