import { api } from './workbench.ts'

export interface Quoted {
  readonly id: string
  readonly doc_no: string
  readonly deal_id: string
}

const made = async (path: string, body: object) => {
  const response = await api('mia.zhao', 'POST', path, body)
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
  return response.json()
}

/** A quotation to Trilha Sul that may be sent: a deal, two lines, and approved as its rules have it. */
export async function aQuotation(): Promise<Quoted> {
  const message = { from: { address: 'thiago.nunes@trilhasul.example' } }
  const panel = await (await api('mia.zhao', 'POST', '/v1/panel', { message })).json()
  const known = panel.sections.find((one: { key: string }) => one.key === 'orders').full[0].open.id
  const { customer_id } = await (await api('mia.zhao', 'GET', `/v1/orders/${known}`)).json()
  const { records: terms } = await (await api('mia.zhao', 'GET', '/v1/payment_terms')).json()
  const deal = await made('/v1/deals', { subject: 'Cadeiras 2027', customer_id })
  const quotation = await made('/v1/quotations', {
    deal_id: deal.id,
    customer_id,
    currency: 'USD',
    incoterm: 'FOB',
    incoterm_year: 2020,
    named_place: 'Yantian',
    payment_term_id: terms[0].id,
    valid_until: '2027-12-31',
    freight: 20_000,
  })
  const line = { quotation_id: quotation.id, unit: 'H87', currency: 'USD' }
  await made('/v1/quotation_lines', {
    ...line,
    seq: 1,
    description: 'Camp chair 露营椅',
    qty: 400_000,
    unit_price: 10_000_000,
  })
  await made('/v1/quotation_lines', {
    ...line,
    seq: 2,
    description: 'Folding table',
    qty: 40_000,
    unit_price: 20_000_000,
  })
  const { version } = await (await api('mia.zhao', 'GET', `/v1/quotations/${quotation.id}`)).json()
  const target = { type: 'quotation', id: quotation.id, version }
  const ready = await api(
    'mia.zhao',
    'POST',
    '/v1/actions/advance-quotation:finish',
    { target },
    { 'Idempotency-Key': crypto.randomUUID() },
  )
  if (!ready.ok) throw new Error(await ready.text())
  return quotation
}
