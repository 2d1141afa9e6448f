import { env } from 'cloudflare:test'
import { describe, expect, test, vi } from 'vitest'
import type { RecordType } from '#shared/record/record-type.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'
import { aUser } from '../../fixtures/builders.ts'
import { change } from '../access/change.ts'
import { type Answer, aFirm, anIdentity, type Firm, newId, plant, wholeDatabase } from '../firm.ts'

const create = (firm: Firm, type: TypeName, body: object, as?: 'mia'): Promise<Answer> =>
  firm.call('POST', `/v1/${TYPES[type].plural}`, body, as ? { as } : {})

const edit = (firm: Firm, type: TypeName, { id, version }: Answer['body'], body: object): Promise<Answer> =>
  firm.call('PATCH', `/v1/${TYPES[type].plural}/${id}`, body, { headers: { 'If-Match': `"${version}"` } })

const read = async (firm: Firm, type: TypeName, id: string) =>
  (await firm.call('GET', `/v1/${TYPES[type].plural}/${id}`)).body

const codes = ({ body }: Answer) =>
  body.problems.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`)

/** Refused, and nothing is there that was not there before. */
async function refused(firm: Firm, make: () => Promise<Answer>, status: number): Promise<Answer> {
  const before = await wholeDatabase(firm.tenantId)
  const answer = await make()
  expect(answer.status).toBe(status)
  expect(await wholeDatabase(firm.tenantId)).toBe(before)
  return answer
}

/** A firm with a deal, and what stands nearest to each type of its road. */
async function aRoad() {
  const firm = await aFirm()
  const customer_id = firm.customer.id
  const made = async (type: TypeName, body: object) => {
    const answer = await create(firm, type, body)
    expect([type, answer.status, answer.text]).toEqual([type, 201, answer.text])
    return answer.body
  }
  const deal = await made('deal', { subject: 'Lanterns for spring', customer_id, owner_id: firm.mia.id })
  const quotation = await made('quotation', { deal_id: deal.id, customer_id, currency: 'USD' })
  const shipment = await made('shipment', { deal_id: deal.id, customer_id })
  return { firm, made, deal, quotation, shipment, customer_id }
}

type Road = Awaited<ReturnType<typeof aRoad>>

/** The least that makes one, and a change of it. */
const BODIES: { readonly [T in TypeName]?: (road: Road) => readonly [body: object, change: object] } = {
  deal: () => [{ subject: 'Grills' }, { subject: 'Grills and lanterns', lost_reason: 'moq' }],
  product: () => [
    { code: 'BW-L800', name: 'Lantern' },
    { name: 'Camping lantern', unit: 'SET', hs_code: '9405490090' },
  ],
  certificate: () => [
    { kind: 'un38_3', number: 'UN-25-118', product_line: 'lanterns', expires_on: '2026-08-31' },
    { issuer: 'A laboratory', issued_on: '2024-09-01', expires_on: '2026-09-30' },
  ],
  payment_term: () => [
    {
      code: 'TT30',
      name: 'T/T 30/70',
      lines: [
        { pct: '30', anchor: 'order_confirmed', days: 7 },
        { anchor: 'bl_copy_sent', days: 7 },
      ],
    },
    { name: 'T/T 30/70 copy B/L' },
  ],
  lead_pool: () => [{ name: 'Americas' }, { max_hold: 30 }],
  assignment_rule: () => [
    { name: 'Brazil', priority: 1, match: { country: ['BR'] }, strategy: 'least_open' },
    { match: { country: ['BR', 'AR'], amount_from: 100_000 } },
  ],
  quotation: ({ deal }) => [
    { deal_id: deal.id, currency: 'USD' },
    { incoterm: 'CIF', named_place: 'Santos', port_discharge: 'BRSSZ', valid_until: '2026-11-30' },
  ],
  quotation_line: ({ quotation }) => [
    {
      quotation_id: quotation.id,
      seq: 1,
      currency: 'USD',
      description: 'Lantern',
      qty: 1_000,
      unit: 'H87',
      unit_price: 5_400_000,
    },
    { qty: 2_000 },
  ],
  sample: ({ deal }) => [{ deal_id: deal.id, description: 'Lantern, darker lid' }, { promised_ready: '2026-11-02' }],
  contract: ({ deal, customer_id }) => [
    { deal_id: deal.id, customer_id, currency: 'USD' },
    { amount: 3_085_000, latest_shipment_date: '2026-11-20' },
  ],
  task: ({ deal }) => [{ deal_id: deal.id, title: 'Call about the lid' }, { priority: 1 }],
  production_order: ({ firm }) => [
    { order_id: firm.order.id, qty: 1_000 },
    { planned_start: '2026-11-01', progress_pct: 20 },
  ],
  shipment: ({ deal }) => [{ deal_id: deal.id }, { pol: 'CNYTN', pod: 'BRSSZ', etd: '2026-11-25' }],
  shipment_line: ({ shipment }) => [{ shipment_id: shipment.id, seq: 1, qty: 1_000 }, { cartons: 12 }],
  container: ({ shipment }) => [{ shipment_id: shipment.id, no: 'CSQU3054383' }, { seal_no: 'CN12345' }],
  milestone: ({ shipment }) => [
    { shipment_id: shipment.id, type: 'DEPA', classifier: 'PLN', at: Date.parse('2026-11-25T00:00:00Z') },
    { classifier: 'EST', location: 'CNYTN' },
  ],
  document: ({ deal }) => [{ deal_id: deal.id, type: 'commercial_invoice' }, { issued_on: '2026-11-25' }],
  receipt: ({ customer_id }) => [
    { customer_id, received_date: '2026-10-20', payer_name: 'TRILHA SUL', currency: 'USD', gross_amount: 925_500 },
    { bank_charge: 2_500 },
  ],
  after_sales_case: ({ customer_id }) => [
    { customer_id, kind: 'shortage', opened_at: 0, description: '36 pieces short' },
    { severity: 2, claimed_qty: 36_000 },
  ],
  survey: ({ deal }) => [{ deal_id: deal.id }, { nps: 9 }],
}

describe('every type along the road', () => {
  test.each(Object.keys(BODIES) as TypeName[])('%s is made, changed and remembered', async (type) => {
    const road = await aRoad()
    const [body, values] = BODIES[type]?.(road) ?? [{}, {}]
    const made = await create(road.firm, type, body)
    expect([made.status, made.body]).toMatchObject([201, body])
    const changed = await edit(road.firm, type, made.body, values)
    expect([changed.status, changed.body]).toMatchObject([200, { ...body, ...values, version: 2 }])
    const { events } = (await road.firm.call('GET', `/v1/${TYPES[type].plural}/${made.body.id}/events`)).body
    expect(events.map(({ action }: { action: string }) => action)).toEqual(['edited', 'created'])
    expect(await refused(road.firm, () => edit(road.firm, type, made.body, values), 412)).toBeTruthy()
  })

  const moved = (Object.keys(TYPES) as TypeName[]).filter((type) => {
    const { fields, writable }: RecordType = TYPES[type]
    return writable && fields.status?.computed && BODIES[type]
  })

  test.each(moved)('the status of a %s is moved by nobody who writes fields', async (type) => {
    const road = await aRoad()
    const [body] = BODIES[type]?.(road) ?? [{}]
    const { fields }: RecordType = TYPES[type]
    const [status] = fields.status?.kind === 'choice' ? Object.keys(fields.status.choices).slice(-1) : []
    expect(codes(await refused(road.firm, () => create(road.firm, type, { ...body, status }), 400))).toEqual([
      'status unknown',
    ])
    const made = await create(road.firm, type, body)
    expect(made.body.status).toBe(fields.status?.initial)
    expect(codes(await refused(road.firm, () => edit(road.firm, type, made.body, { status }), 400))).toEqual([
      'status unknown',
    ])
  })

  test.each<TypeName>(['workflow', 'approval', 'allocation'])('no %s is written field by field', async (type) => {
    const firm = await aFirm()
    expect((await create(firm, type, {})).status).toBe(404)
    expect((await firm.call('GET', `/v1/${TYPES[type].plural}`)).body).toEqual({ records: [], next: null })
  })
})

describe('a quotation', () => {
  test('is worth its lines, freight and insurance, less its discount, whichever of them changes', async () => {
    const { firm, quotation, made } = await aRoad()
    const line = { quotation_id: quotation.id, currency: 'USD', description: 'Lantern', unit: 'H87' }
    const first = await made('quotation_line', { ...line, seq: 1, qty: 300_000, unit_price: 9_999_000, discount: 500 })
    await made('quotation_line', { ...line, seq: 2, qty: 1_200_000, unit_price: 18_750_000 })
    expect(first.line_total).toBe(284_972)
    const priced = await edit(firm, 'quotation', quotation, { freight: 215_000, insurance: 1_200, discount: 50_000 })
    expect(priced.body).toMatchObject({ lines_total: 2_534_972, total: 2_534_972 + 215_000 + 1_200 - 50_000 })
    await edit(firm, 'quotation_line', first, { qty: 600_000 })
    expect((await read(firm, 'quotation', quotation.id)).total).toBe(569_943 + 2_250_000 + 166_200)
  })

  test('tells in its history the names of everything it refers to, of however many types', async () => {
    const road = await aRoad()
    const term = await road.made('payment_term', BODIES.payment_term?.(road)?.[0] ?? {})
    const { id } = await road.made('quotation', {
      deal_id: road.deal.id,
      customer_id: road.customer_id,
      contact_id: road.firm.contact.id,
      owner_id: road.firm.mia.id,
      payment_term_id: term.id,
      previous_id: road.quotation.id,
      currency: 'USD',
    })
    const { events } = (await road.firm.call('GET', `/v1/quotations/${id}/events`)).body
    const told = events[0].changes.map(({ field, newText }: { field: string; newText: string }) => [field, newText])
    expect(Object.fromEntries(told)).toMatchObject({
      deal_id: 'DL-2026-0001',
      customer_id: road.firm.customer.name,
      contact_id: road.firm.contact.full_name,
      owner_id: 'Mia Zhao',
      payment_term_id: 'TT30',
      previous_id: 'QT-2026-0001',
    })
  })

  test('has one row for each version under one number', async () => {
    const { firm, quotation, made, deal } = await aRoad()
    const next = {
      deal_id: deal.id,
      currency: 'USD',
      doc_no: quotation.doc_no,
      previous_id: quotation.id,
      version_no: 2,
    }
    expect(await made('quotation', next)).toMatchObject({ doc_no: 'QT-2026-0001', version_no: 2 })
    expect((await refused(firm, () => create(firm, 'quotation', next), 409)).body.code).toBe('duplicate')
    expect(await made('quotation', { deal_id: deal.id, currency: 'USD' })).toMatchObject({ doc_no: 'QT-2026-0002' })
  })
})

/** Somebody sends the quotation between what another call reads and what it stores. */
async function sentMeanwhile(firm: Firm, id: string, make: () => Promise<Answer>): Promise<Answer> {
  const batch = env.DB.batch.bind(env.DB)
  let calls = 0
  const spy = vi.spyOn(env.DB, 'batch').mockImplementation(async (statements) => {
    calls += 1
    // Who it is, what there is, what is stored.
    if (calls === 3) await change(firm.tenantId, 'quotation', id, { status: 'sent' })
    return batch(statements)
  })
  const answer = await make().finally(() => spy.mockRestore())
  expect(calls).toBeGreaterThan(3)
  return answer
}

describe('what has left the house', () => {
  const sent = async () => {
    const road = await aRoad()
    const [body] = BODIES.quotation_line?.(road) ?? [{}]
    const line = await road.made('quotation_line', body)
    await change(road.firm.tenantId, 'quotation', road.quotation.id, { status: 'sent' })
    return { ...road, line, body, quotation: await read(road.firm, 'quotation', road.quotation.id) }
  }

  test('is changed by nobody, and each field says so', async () => {
    const { firm, quotation } = await sent()
    const answer = await refused(
      firm,
      () => edit(firm, 'quotation', quotation, { valid_until: '2026-12-31', freight: 1, currency: undefined }),
      422,
    )
    expect(codes(answer)).toEqual(['valid_until frozen', 'freight frozen'])
    expect(answer.body.problems[0].message).toBe('It has left the house and stays as it is.')
    const chinese = await firm.call(
      'PATCH',
      `/v1/quotations/${quotation.id}`,
      { freight: 1 },
      {
        headers: { 'If-Match': `"${quotation.version}"`, 'Accept-Language': 'zh-CN' },
      },
    )
    expect(chinese.body.problems[0].message).toBe('已发出或已定稿，不能再修改。')
  })

  test('has no line changed, and none added', async () => {
    const { firm, line, body } = await sent()
    expect(
      codes(await refused(firm, () => edit(firm, 'quotation_line', line, { qty: 5, description: 'X' }), 422)),
    ).toEqual(['description frozen', 'qty frozen'])
    expect(codes(await refused(firm, () => create(firm, 'quotation_line', { ...body, seq: 2 }), 422))).toEqual([
      'quotation_id frozen',
    ])
  })

  test('while a line is being written keeps that line out, and nothing is left half done', async () => {
    const { firm, made, deal } = await aRoad()
    const quotation = await made('quotation', { deal_id: deal.id, currency: 'USD' })
    const [body] = BODIES.quotation_line?.({ quotation } as Road) ?? [{}]
    const line = await made('quotation_line', body)
    const writes = [
      () => edit(firm, 'quotation_line', line, { qty: 9_000 }),
      () => create(firm, 'quotation_line', { ...body, seq: 2 }),
    ]
    for (const write of writes) {
      await change(firm.tenantId, 'quotation', quotation.id, { status: 'draft' })
      const answer = await sentMeanwhile(firm, quotation.id, write)
      expect(answer.status).toBe(422)
      expect(answer.body.problems.map(({ code }: { code: string }) => code)).toEqual(['frozen'])
      const { records } = (await firm.call('GET', `/v1/quotation_lines?quotation_id=${quotation.id}`)).body
      expect(records).toEqual([line])
      expect(await read(firm, 'quotation', quotation.id)).toMatchObject({ status: 'sent', total: line.line_total })
    }
  })

  test('may still become somebody else’s, and repeating what it says is no change', async () => {
    const { firm, quotation } = await sent()
    const owner_id = firm.david.id
    expect((await edit(firm, 'quotation', quotation, { valid_until: quotation.valid_until })).status).toBe(200)
    expect((await edit(firm, 'quotation', quotation, { owner_id })).body).toMatchObject({ owner_id, status: 'sent' })
  })

  test('costs a change no further round trip', async () => {
    const { firm, line, deal } = await sent()
    const draft = (await create(firm, 'quotation', { deal_id: deal.id, currency: 'USD' })).body
    const free = await create(firm, 'quotation_line', {
      ...(BODIES.quotation_line?.({ quotation: draft } as Road)?.[0] ?? {}),
    })
    expect((await edit(firm, 'quotation_line', free.body, { qty: 3_000 })).trips).toBe(3)
    expect((await edit(firm, 'quotation_line', line, { qty: 3_000 })).trips).toBe(2)
  })

  test.each<[TypeName, string, object]>([
    ['contract', 'signed', { amount: 1 }],
    ['contract', 'pending_approval', { amount: 1 }],
    ['document', 'issued', { issuer: 'X' }],
    ['receipt', 'verified', { gross_amount: 1 }],
  ])('a %s that is %s', async (type, status, values) => {
    const road = await aRoad()
    const made = await road.made(type, BODIES[type]?.(road)?.[0] ?? {})
    await change(road.firm.tenantId, type, made.id, { status })
    const now = await read(road.firm, type, made.id)
    const answer = await refused(road.firm, () => edit(road.firm, type, now, values), 422)
    expect(codes(answer)).toEqual(Object.keys(values).map((field) => `${field} frozen`))
  })
})

describe('a certificate', () => {
  test('that would end before it was issued is refused, whichever day is written, and may be looked for by its kind', async () => {
    const { firm, made } = await aRoad()
    const whole = { kind: 'un38_3', number: 'UN-25-118', issued_on: '2024-09-01', expires_on: '2026-08-31' }
    const wrong = { ...whole, expires_on: '2024-08-31' }
    expect(codes(await refused(firm, () => create(firm, 'certificate', wrong), 400))).toEqual(['expires_on too_early'])
    const good = await made('certificate', whole)
    await made('certificate', { kind: 'reach', number: 'R-1' })
    const late = () => edit(firm, 'certificate', good, { issued_on: '2026-09-01' })
    expect(codes(await refused(firm, late, 400))).toEqual(['expires_on too_early'])
    const { records } = (await firm.call('GET', '/v1/certificates?kind=un38_3')).body
    expect(records.map(({ id }: { id: string }) => id)).toEqual([good.id])
  })

  test('is seen by a rep and kept by others', async () => {
    const { firm } = await aRoad()
    const body = { kind: 'reach', number: 'R-1' }
    expect((await refused(firm, () => create(firm, 'certificate', body, 'mia'), 403)).status).toBe(403)
    await create(firm, 'certificate', body)
    const { records } = (await firm.call('GET', '/v1/certificates', undefined, { as: 'mia' })).body
    expect(records).toMatchObject([body])
  })
})

describe('codes of the trade', () => {
  test.each<[TypeName, object, string]>([
    ['quotation', { incoterm: 'DDU' }, 'incoterm choice'],
    ['quotation', { port_loading: 'CN TN' }, 'port_loading locode'],
    ['quotation', { port_loading: 'cnytn' }, 'port_loading locode'],
    ['shipment', { pol: 'CN0TN' }, 'pol locode'],
    ['quotation_line', { unit: 'PCS' }, 'unit unit'],
    ['product', { unit: 'h87' }, 'unit unit'],
    ['container', { no: 'CSQU3054384' }, 'no container'],
    ['container', { no: 'CSQU305438' }, 'no container'],
    ['milestone', { type: 'LEFT' }, 'type choice'],
    ['document', { type: 'invoice' }, 'type choice'],
    ['payment_term', { lines: [] }, 'lines too_small'],
    ['payment_term', { lines: [{ pct: '101', anchor: 'eta', days: 1 }] }, 'lines.0.pct percentage'],
    [
      'payment_term',
      {
        lines: [
          { anchor: 'eta', days: 1 },
          { anchor: 'eta', days: 2 },
        ],
      },
      'lines parts',
    ],
    ['payment_term', { lines: [{ pct: '100', anchor: 'full_moon', days: 1 }] }, 'lines.0.anchor choice'],
    ['payment_term', { lines: 'all' }, 'lines type'],
    ['assignment_rule', { match: { planet: ['Mars'] } }, 'match.planet unknown'],
    ['assignment_rule', { match: { country: Array.from({ length: 100 }, () => 'x'.repeat(80)) } }, 'match too_much'],
  ])('%s with %j', async (type, wrong, problem) => {
    const road = await aRoad()
    const [body] = BODIES[type]?.(road) ?? [{}]
    expect(codes(await refused(road.firm, () => create(road.firm, type, { ...body, ...wrong }), 400))).toEqual([
      problem,
    ])
  })

  test('a document knows its UN/ECE code, a receipt what came in, a case whether it is open', async () => {
    const road = await aRoad()
    const of = (type: TypeName) => road.made(type, BODIES[type]?.(road)?.[0] ?? {})
    expect((await of('document')).code).toBe('380')
    expect((await edit(road.firm, 'receipt', await of('receipt'), { bank_charge: 2_500 })).body.net_amount).toBe(
      923_000,
    )
    const { id, open } = await of('after_sales_case')
    await change(road.firm.tenantId, 'after_sales_case', id, { status: 'closed' })
    expect([open, (await read(road.firm, 'after_sales_case', id)).open]).toEqual([true, false])
  })

  test('the first expected arrival stays what it was', async () => {
    const { firm, shipment } = await aRoad()
    const first = await edit(firm, 'shipment', shipment, { eta: '2026-12-20' })
    const later = await edit(firm, 'shipment', first.body, { eta: '2026-12-27' })
    expect(later.body).toMatchObject({ eta: '2026-12-27', first_eta: '2026-12-20' })
  })
})

describe('data', () => {
  test('is JSON in the API and nothing to filter or sort by', async () => {
    const { firm, made } = await aRoad()
    await made('payment_term', BODIES.payment_term?.({} as Road)?.[0] ?? {})
    const [term] = (await firm.call('GET', '/v1/payment_terms')).body.records
    expect(term.lines[1]).toEqual({ anchor: 'bl_copy_sent', days: 7 })
    expect(codes(await firm.call('GET', '/v1/payment_terms?lines=x'))).toEqual(['lines unknown'])
    expect(codes(await firm.call('GET', '/v1/payment_terms?sort=-lines'))).toEqual(['sort unknown'])
  })

  test('is told in the history to have changed, and not what it holds', async () => {
    const { firm, deal } = await aRoad()
    await change(firm.tenantId, 'deal', deal.id, { state: { tokens: [{ node: 'lead', since: 0 }] }, stage: 'lead' })
    expect((await read(firm, 'deal', deal.id)).state).toEqual({ tokens: [{ node: 'lead', since: 0 }] })
    const { events } = (await firm.call('GET', `/v1/deals/${deal.id}/events`)).body
    expect(events[0].changes).toMatchObject([
      { field: 'state', new: {}, newText: '(content)' },
      { field: 'stage', old: null, new: 'lead' },
    ])
  })
})

describe('the two walls', () => {
  test('who makes the goods sees what is to be made, and neither for whom nor what it costs', async () => {
    const road = await aRoad()
    const { firm, deal } = road
    const planner = aUser({ id: newId(), email: 'victor.he@bluewhale-outdoor.example', roles: ['planner'] })
    await plant(firm.tenantId, { user: [planner] })
    const token = await anIdentity(firm.tenantId, planner)
    const { id } = await road.made('production_order', BODIES.production_order?.(road)?.[0] ?? {})
    const status = async (path: string) => (await firm.call('GET', path, undefined, { as: token })).status
    expect(await status(`/v1/production_orders/${id}`)).toBe(200)
    expect(await status(`/v1/deals/${deal.id}`)).toBe(404)
    expect(await status(`/v1/quotations/${road.quotation.id}`)).toBe(404)
  })

  test('a rep has the whole of their own deal, but for what it costs', async () => {
    const road = await aRoad()
    const { firm, quotation } = road
    const line = await road.made('quotation_line', {
      ...(BODIES.quotation_line?.(road)?.[0] ?? {}),
      cost_price: 3_000_000,
    })
    const seen = await firm.call('GET', `/v1/quotation_lines/${line.id}`, undefined, { as: 'mia' })
    expect(seen.body).toMatchObject({ unit_price: 5_400_000 })
    expect(Object.keys(seen.body)).not.toContain('cost_price')
    const own = await firm.call('GET', `/v1/quotations/${quotation.id}`, undefined, { as: 'mia' })
    expect([own.status, Object.hasOwn(own.body, 'expected_margin')]).toEqual([200, false])
  })
})
