import { env } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { aCustomer, anInquiry, anInstallment, anInteraction, anOrder, aTeam } from '../../fixtures/builders.ts'
import { type Answer, aFirm, count, type Firm, NOW, newId, plant } from '../firm.ts'

const HOUR_MS = 3_600_000

const home = (firm: Firm, as: 'mia' | 'david' = 'mia', headers = {}): Promise<Answer> =>
  firm.call('POST', '/v1/panel', { host: 'outlook' }, { as, headers })
const section = (answer: Answer, key: string) => answer.body.sections.find((one: { key: string }) => one.key === key)
const titles = (answer: Answer, key: string): string[] =>
  section(answer, key).summary.flatMap((one: { title?: string }) => one.title ?? [])

describe('what waits for an answer', () => {
  test('inquiries given to me, those in the pool of my team, and those of nobody; no other', async () => {
    const firm = await aFirm()
    const elsewhere = aTeam({ id: newId(), key: 'europe' })
    const inquiry = (company_name: string, given: Partial<Parameters<typeof anInquiry>[0]>) =>
      anInquiry({ id: newId(), company_name, ...given })
    await plant(firm.tenantId, {
      team: [elsewhere],
      inquiry: [
        inquiry('mine', { status: 'assigned', owner_id: firm.mia.id, team_id: elsewhere.id }),
        inquiry('pool', { status: 'pooled', team_id: firm.team.id }),
        inquiry('nobody', { status: 'received' }),
        inquiry('another pool', { status: 'pooled', team_id: elsewhere.id }),
        inquiry('of somebody else', { status: 'assigned', owner_id: firm.david.id }),
        inquiry('claimed', { status: 'claimed', owner_id: firm.mia.id }),
        inquiry('lost', { status: 'lost' }),
      ],
    })
    expect(titles(await home(firm), 'answer_now').sort()).toEqual(['mine', 'nobody', 'pool'])
    expect(titles(await home(firm, 'david'), 'answer_now').sort()).toEqual(['nobody', 'of somebody else'])
    expect(titles(await home(await aFirm()), 'answer_now')).toEqual([])
  })

  test('a claim is due a day after the inquiry came: too late is danger, less than five hours a warning', async () => {
    const firm = await aFirm()
    const ages = [24.1, 24, 19.1, 19, 1]
    await plant(firm.tenantId, {
      inquiry: ages.map((age) => anInquiry({ id: newId(), company_name: `${age}`, received_at: NOW - age * HOUR_MS })),
    })
    const { summary, tone } = section(await home(firm), 'answer_now')
    expect(tone).toBe('danger')
    expect(
      summary.map((one: { title: string; badge: string; tone: string }) => [one.title, one.badge, one.tone]),
    ).toEqual([
      ['24.1', '6 min late', 'danger'],
      ['24', '0 min to claim', 'warning'],
      ['19.1', '4 h to claim', 'warning'],
      ['19', '5 h to claim', 'neutral'],
      ['1', '23 h to claim', 'neutral'],
    ])
  })

  test('a mail of a customer of mine, until something goes out to them', async () => {
    const firm = await aFirm()
    const write = (kind: string, direction: string, at: number) =>
      firm.call('POST', '/v1/interactions', {
        kind,
        direction,
        occurred_at: NOW + at,
        customer_id: firm.customer.id,
        subject: 'Preço',
      })
    const waiting = async () => titles(await home(firm), 'answer_now')
    expect(await waiting()).toEqual([])
    await write('mail', 'in', -5)
    expect(await waiting()).toEqual([firm.customer.name])
    await write('note', 'internal', -4)
    await write('call', 'in', -4)
    expect(await waiting()).toEqual([firm.customer.name])
    await write('call', 'out', -3)
    expect(await waiting()).toEqual([])
    await write('mail', 'in', -2)
    const { summary } = section(await home(firm), 'answer_now')
    expect(summary[0]).toMatchObject({
      lines: ['Preço', 'Brazil · Mon 22:00 · back in 11 h'],
      open: { type: 'customer', id: firm.customer.id },
    })
    await write('quotation', 'out', -2)
    expect(await waiting()).toEqual([])
  })

  test('a mail waits for whoever owns the customer now', async () => {
    const firm = await aFirm()
    await plant(firm.tenantId, {
      interaction: [anInteraction({ id: newId(), customer_id: firm.customer.id, kind: 'mail', direction: 'in' })],
    })
    const give = async (owner_id: string | null) => {
      const path = `/v1/customers/${firm.customer.id}`
      const { headers } = await firm.call('GET', path)
      await firm.call('PATCH', path, { owner_id }, { headers: { 'If-Match': headers.get('ETag') ?? '' } })
    }
    const waiting = async () => [
      ...titles(await home(firm, 'mia'), 'answer_now'),
      ...titles(await home(firm, 'david'), 'answer_now').map((title) => `david: ${title}`),
    ]
    expect(await waiting()).toEqual([firm.customer.name])
    await give(firm.david.id)
    expect(await waiting()).toEqual([`david: ${firm.customer.name}`])
    await give(null)
    expect(await waiting()).toEqual([])
  })

  test('stands in the order in which the buyers are at their desks', async () => {
    const firm = await aFirm()
    const buyers = [
      ['São Paulo', 'BR', 'America/Sao_Paulo'],
      ['Osaka', 'JP', 'Asia/Tokyo'],
      ['Berlin', 'DE', 'Europe/Berlin'],
      ['Auckland', 'NZ', 'Pacific/Auckland'],
    ].map(([name = '', country = '', timezone = '']) =>
      aCustomer({ id: newId(), name, country, timezone, domains: [], owner_id: firm.mia.id }),
    )
    await plant(firm.tenantId, {
      customer: buyers,
      interaction: buyers.map((one) =>
        anInteraction({ id: newId(), customer_id: one.id, kind: 'mail', direction: 'in', occurred_at: NOW }),
      ),
      inquiry: [anInquiry({ id: newId(), company_name: 'Seoul', country: 'KR' })],
    })
    expect(titles(await home(firm), 'answer_now')).toEqual(['Auckland', 'Seoul', 'Osaka', 'Berlin', 'São Paulo'])
  })
})

describe('my deadlines', () => {
  test('open orders of mine whose next step was to be done by today, the latest first', async () => {
    const firm = await aFirm()
    const order = (doc_no: string, given: Partial<Parameters<typeof anOrder>[0]>) =>
      anOrder({ id: newId(), customer_id: firm.customer.id, owner_id: firm.mia.id, doc_no, ...given })
    await plant(firm.tenantId, {
      order: [
        order('today', { planned_finish: '2026-10-20' }),
        order('late', { planned_finish: '2026-10-12' }),
        order('later', { planned_finish: '2026-10-21' }),
        order('fresh', { exec_status: 'not_started', order_date: '2026-10-16' }),
        order('undated', { planned_finish: null }),
        order('cancelled', { planned_finish: '2026-10-12', status: 'cancelled' }),
        order('of somebody else', { planned_finish: '2026-10-12', owner_id: firm.david.id }),
      ],
    })
    const { summary, title, tone } = section(await home(firm), 'deadlines')
    expect([title, tone]).toEqual(['My deadlines today (3)', 'danger'])
    expect(summary).toMatchObject([
      { lines: ['Production finished: 2026-10-12 (8 days late)', firm.customer.name], tone: 'danger' },
      { lines: ['Order material: 2026-10-19 (1 day late)', firm.customer.name], tone: 'danger' },
      { lines: ['Production finished: 2026-10-20 (today)', firm.customer.name], tone: 'warning' },
    ])
    expect(summary[0].open.type).toBe('order')
  })

  test('an order that waits for its deposit is due with the deposit', async () => {
    const firm = await aFirm()
    const order = anOrder({
      id: newId(),
      customer_id: firm.customer.id,
      owner_id: firm.mia.id,
      exec_status: 'waiting_deposit',
    })
    const deposit = anInstallment({
      id: newId(),
      order_id: order.id,
      customer_id: firm.customer.id,
      guards: 'production_start',
      due_date: '2026-10-19',
    })
    await plant(firm.tenantId, { order: [order], installment: [deposit] })
    expect(JSON.stringify(section(await home(firm), 'deadlines'))).toContain('Deposit: 2026-10-19 (1 day late)')
    const path = `/v1/installments/${deposit.id}`
    await firm.call('PATCH', path, { due_date: '2026-10-30' }, { headers: { 'If-Match': '"1"' } })
    expect(titles(await home(firm), 'deadlines')).toEqual([])
  })

  test('whoever follows an order for a colleague finds it too, and once if it is theirs as well', async () => {
    const firm = await aFirm()
    const due = { customer_id: firm.customer.id, merchandiser_id: firm.mia.id, planned_finish: '2026-10-12' }
    await plant(firm.tenantId, {
      order: [
        anOrder({ id: newId(), doc_no: 'followed', owner_id: firm.david.id, total: null, ...due }),
        anOrder({ id: newId(), doc_no: 'both', owner_id: firm.mia.id, total: null, ...due }),
        anOrder({ id: newId(), doc_no: 'of nobody', owner_id: null, total: null, ...due }),
      ],
    })
    const answer = await home(firm)
    expect(titles(answer, 'deadlines').sort()).toEqual(['both', 'followed', 'of nobody'])
    expect(section(answer, 'deadlines').title).toBe('My deadlines today (3)')
  })

  test('of more than six the rest is counted', async () => {
    const firm = await aFirm()
    const late = Array.from({ length: 9 }, () =>
      anOrder({ id: newId(), customer_id: firm.customer.id, owner_id: firm.mia.id, planned_finish: '2026-10-12' }),
    )
    await plant(firm.tenantId, { order: late })
    const { summary, full, title } = section(await home(firm), 'deadlines')
    expect(title).toBe('My deadlines today (9)')
    expect([summary.length, summary.at(-1).text]).toEqual([6, '4 more'])
    expect([full.length, full.at(-1).text]).toEqual([7, '3 more'])
  })
})

describe('recently opened', () => {
  const open = (firm: Firm, record: object, more: object = {}) =>
    firm.call('POST', '/v1/panel', { record, ...more }, { as: 'mia' })

  test('the customers and orders I opened, by mail or by name, the last first, each once', async () => {
    const firm = await aFirm()
    const other = aCustomer({ id: newId(), name: 'Another', domains: [], owner_id: firm.mia.id })
    await plant(firm.tenantId, { customer: [other] })
    await firm.call(
      'POST',
      '/v1/panel',
      { message: { from: { address: 'thiago.nunes@trilhasul.example' }, subject: 'x' } },
      { as: 'mia' },
    )
    await open(firm, { type: 'order', id: firm.order.id })
    await open(firm, { type: 'customer', id: other.id })
    const { name } = firm.customer
    expect(titles(await home(firm), 'recent')).toEqual(['Another', firm.order.doc_no, name])
    await open(firm, { type: 'customer', id: firm.customer.id })
    expect(titles(await home(firm), 'recent')).toEqual([name, 'Another', firm.order.doc_no])
    expect(titles(await home(firm, 'david'), 'recent')).toEqual([])
  })

  test('looking again at what is open is no opening, and costs the panel nothing either way', async () => {
    const firm = await aFirm()
    const record = { type: 'customer', id: firm.customer.id }
    expect((await open(firm, record, { have: { who: 'x' } })).trips).toBe(2)
    expect(await count('openings', firm.tenantId)).toBe(0)
    expect((await open(firm, record, { have: {} })).trips).toBe(2)
    expect(await count('openings', firm.tenantId)).toBe(1)
  })

  test('what is not there, is nobody’s customer yet, or is home, is no opening', async () => {
    const firm = await aFirm()
    await open(firm, { type: 'customer', id: newId() })
    await firm.call('POST', '/v1/panel', { message: { from: { address: 'x@unknown.example' } } }, { as: 'mia' })
    await home(firm)
    expect(await count('openings', firm.tenantId)).toBe(0)
  })

  test('six are shown and twenty kept', async () => {
    const firm = await aFirm()
    const customers = Array.from({ length: 23 }, (_, n) =>
      aCustomer({ id: newId(), name: `Customer ${n}`, domains: [], owner_id: firm.mia.id }),
    )
    await plant(firm.tenantId, { customer: customers })
    for (const { id } of customers) await open(firm, { type: 'customer', id })
    const last = [22, 21, 20, 19, 18, 17].map((n) => `Customer ${n}`)
    expect(titles(await home(firm), 'recent')).toEqual(last)
    expect(await count('openings', firm.tenantId)).toBe(20)
  })
})

describe('what is not for the reader is not there', () => {
  /** The same firm, in which Mia has another post. */
  async function withPost(role: string): Promise<Firm> {
    const firm = await aFirm()
    const { mia, customer } = firm
    await env.DB.prepare('UPDATE users SET roles = ? WHERE tenant_id = ? AND id = ?')
      .bind(JSON.stringify([role]), firm.tenantId, mia.id)
      .run()
    await plant(firm.tenantId, {
      inquiry: [anInquiry({ id: newId() }), anInquiry({ id: newId(), status: 'assigned', owner_id: mia.id })],
      interaction: [anInteraction({ id: newId(), customer_id: customer.id, kind: 'mail', direction: 'in' })],
      order: [anOrder({ id: newId(), customer_id: customer.id, owner_id: mia.id, planned_finish: '2026-10-12' })],
    })
    return firm
  }

  test.each([
    ['sales_rep', 3, 1],
    ['finance', 2, 1],
    ['merchandiser', 1, 1],
    ['planner', 0, 1],
    ['admin', 0, 0],
    ['dpo', 0, 0],
  ])('%s: so much waits, so much is due', async (role, waiting, due) => {
    const firm = await withPost(role)
    const answer = await home(firm)
    expect([titles(answer, 'answer_now').length, titles(answer, 'deadlines').length]).toEqual([waiting, due])
  })

  test('production sees its orders without customer and price', async () => {
    const firm = await withPost('planner')
    await firm.call('POST', '/v1/panel', { record: { type: 'order', id: firm.order.id } }, { as: 'mia' })
    const answer = await home(firm)
    expect(titles(answer, 'recent')).toEqual([firm.order.doc_no])
    expect(answer.text).toContain('Production finished: 2026-10-12')
    expect(answer.text).not.toContain(firm.customer.name)
    expect(answer.text).not.toContain('USD')
  })

  test('a customer given away is no longer among those opened last', async () => {
    const firm = await aFirm()
    const record = { type: 'customer', id: firm.customer.id }
    await firm.call('POST', '/v1/panel', { record }, { as: 'mia' })
    const give = { owner_id: firm.david.id }
    await firm.call('PATCH', `/v1/orders/${firm.order.id}`, give, { headers: { 'If-Match': '"1"' } })
    expect(titles(await home(firm), 'recent')).toEqual([firm.customer.name])
    await firm.call('PATCH', `/v1/customers/${firm.customer.id}`, give, { headers: { 'If-Match': '"1"' } })
    expect(titles(await home(firm), 'recent')).toEqual([])
  })
})

describe('nothing to do is a good message', () => {
  test.each([
    ['en', ['Nobody waits for your answer.', 'No step of your orders is due today.', 'Choose a mail to see']],
    ['zh-CN', ['没有人在等您答复。', '今天没有到期的订单节点。', '选择一封邮件']],
  ])('%s', async (language, sentences) => {
    const firm = await aFirm()
    const answer = await home(firm, 'david', { 'Accept-Language': language })
    for (const sentence of sentences) expect(answer.text).toContain(sentence)
    expect(['answer_now', 'deadlines'].map((key) => section(answer, key).summary[0].tone)).toEqual(['good', 'good'])
    expect(answer.body.subtitle).toContain('David Chen')
  })
})

describe('an inquiry opened by itself', () => {
  test('says who asks, what, whose it is and by when to claim it', async () => {
    const firm = await aFirm()
    const inquiry = anInquiry({ id: newId(), status: 'pooled', team_id: firm.team.id, message: 'Please quote.' })
    await plant(firm.tenantId, { inquiry: [inquiry] })
    const answer = await firm.call('POST', '/v1/panel', { record: { type: 'inquiry', id: inquiry.id } })
    expect(answer.body).toMatchObject({
      title: 'Trail & Timber Co.',
      subtitle: 'United States · Mon 21:00 · back in 12 h',
      order: ['inquiry', 'request', 'desk'],
    })
    expect(section(answer, 'inquiry').summary).toMatchObject([
      { title: 'Gwen Abbott', badge: 'In the pool' },
      { label: 'To be claimed by', value: '2026-10-21 08:00', detail: '23 h to claim', tone: 'neutral' },
      { label: 'Owner', value: 'nobody', detail: 'Americas' },
      { action: 'claim-inquiry', target: { id: inquiry.id, version: 1 } },
      { action: 'assign-inquiry', target: { id: inquiry.id, version: 1 } },
    ])
    expect(JSON.stringify(section(answer, 'request'))).toContain('Please quote.')
  })

  test('is claimed from its own panel, and waits no more', async () => {
    const firm = await aFirm()
    const inquiry = anInquiry({ id: newId() })
    await plant(firm.tenantId, { inquiry: [inquiry] })
    const target = { type: 'inquiry', id: inquiry.id, version: 1 }
    const headers = { 'Idempotency-Key': 'claim' }
    const claimed = await firm.call('POST', '/v1/actions/claim-inquiry', { target }, { as: 'mia', headers })
    expect([claimed.status, claimed.trips]).toEqual([200, 3])
    expect(titles(await home(firm), 'answer_now')).toEqual([])
    const answer = await firm.call('POST', '/v1/panel', { record: { type: 'inquiry', id: inquiry.id } }, { as: 'mia' })
    expect(section(answer, 'inquiry').summary).toMatchObject([{ badge: 'Claimed' }, { value: 'Mia Zhao' }])
  })

  test('of another team is not there for a sales person', async () => {
    const firm = await aFirm()
    const elsewhere = aTeam({ id: newId(), key: 'europe' })
    const inquiry = anInquiry({ id: newId(), team_id: elsewhere.id })
    await plant(firm.tenantId, { team: [elsewhere], inquiry: [inquiry] })
    const ask = (as: 'mia' | 'david') =>
      firm.call('POST', '/v1/panel', { record: { type: 'inquiry', id: inquiry.id } }, { as })
    expect([(await ask('mia')).status, (await ask('david')).status]).toEqual([404, 200])
  })

  test('has no claim to make once it is claimed, and leads to its customer', async () => {
    const firm = await aFirm()
    const inquiry = anInquiry({
      id: newId(),
      status: 'claimed',
      owner_id: firm.mia.id,
      customer_id: firm.customer.id,
    })
    await plant(firm.tenantId, { inquiry: [inquiry] })
    const answer = await firm.call('POST', '/v1/panel', { record: { type: 'inquiry', id: inquiry.id } })
    expect(section(answer, 'inquiry').summary).toMatchObject([
      { badge: 'Claimed' },
      { label: 'Owner', value: 'Mia Zhao' },
      { title: firm.customer.name, open: { type: 'customer', id: firm.customer.id } },
    ])
  })

  test('another firm’s is not there', async () => {
    const [ours, theirs] = [await aFirm(), await aFirm()]
    const inquiry = anInquiry({ id: newId() })
    await plant(ours.tenantId, { inquiry: [inquiry] })
    expect((await theirs.call('POST', '/v1/panel', { record: { type: 'inquiry', id: inquiry.id } })).status).toBe(404)
  })
})
