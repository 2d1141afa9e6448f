import type { AnyRecord } from '#shared/record/record-type.ts'
import { type Answer, aFirm, newId, plant } from '../firm.ts'

/** A payment term as a firm has it: 30 % in advance, the rest before the B/L is released. */
export const aTerm = (given: object = {}): AnyRecord => ({
  id: newId(),
  version: 1,
  custom: {},
  created_at: 0,
  created_by: newId(),
  updated_at: 0,
  updated_by: newId(),
  source: 'api',
  code: 'TT30-70',
  name: 'T/T 30/70',
  name_zh: '电汇 30/70',
  lines: JSON.stringify([
    { pct: '30', anchor: 'order_confirmed', days: 0 },
    { rest: true, anchor: 'bl_date', days: 0 },
  ]),
  grace_days: 0,
  deposit_before_production: true,
  balance_before: 'bl_release',
  risk_class: 2,
  status: 'active',
  ...given,
})

/** The mail with which a stranger asks. */
const MAIL = {
  messageId: '<new-1@buyer.example>',
  from: { name: 'Jo Buyer', address: 'jo@buyer.example' },
  to: [{ address: 'sales@bluewhale-outdoor.example' }],
  subject: 'RFQ: camp chairs',
  sentAt: '2026-10-20T00:30:00Z',
}

type Acting = {
  readonly as?: 'david' | 'mia'
  readonly key?: string
  readonly mail?: object | null
}

/** A firm with a payment term, in which people act from a panel. */
export async function aSellingFirm() {
  const firm = await aFirm()
  const term = aTerm()
  await plant(firm.tenantId, { payment_term: [term] })

  const act = (
    action: string,
    target: object,
    input: object = {},
    { as = 'mia', key = newId(), mail = null }: Acting = {},
  ) =>
    firm.call(
      'POST',
      `/v1/actions/${action}`,
      { host: 'outlook', target, input, ...(mail ? { message: mail } : {}) },
      { as, headers: { 'Idempotency-Key': key } },
    )
  const get = async (path: string, as: 'david' | 'mia' = 'mia') =>
    (await firm.call('GET', `/v1/${path}`, undefined, { as })).body
  const list = async (plural: string, as: 'david' | 'mia' = 'mia'): Promise<AnyRecord[]> =>
    (await get(plural, as)).records

  /** A deal with the firm's customer. */
  async function aDeal() {
    const panel = { host: 'outlook', target: { type: 'deal', id: 'new' }, input: { subject: '600 chairs' } }
    const message = { ...MAIL, from: { name: 'Rosa', address: (firm.contact.emails as string[])[0] } }
    const begun = await firm.call(
      'POST',
      '/v1/actions/start-deal',
      { ...panel, message },
      {
        as: 'mia',
        headers: { 'Idempotency-Key': newId() },
      },
    )
    if (begun.status !== 200) throw new Error(begun.text)
    return deal()
  }

  /** The deal of the firm as it is now. */
  const deal = async () => (await list('deals'))[0] as AnyRecord

  /** A deal that a stranger's mail began, whose inquiry Mia has claimed and answered. */
  async function aStrangersDeal() {
    const asked = {
      subject: 'RFQ',
      company_name: 'Buyer Ltd',
      contact_name: 'Jo',
      email: 'jo@buyer.example',
      country: 'US',
    }
    await act('create-inquiry', { type: 'inquiry', id: 'new' }, asked, { mail: MAIL })
    const [inquiry] = await list('inquiries')
    await act('claim-inquiry', { type: 'inquiry', id: inquiry?.id, version: 1 })
    await act('advance-inquiry:answer', { type: 'inquiry', id: inquiry?.id, version: 2 })
    return deal()
  }

  return { ...firm, term, act, get, list, deal, aDeal, aStrangersDeal, on }
}

export type SellingFirm = Awaited<ReturnType<typeof aSellingFirm>>

export const on = (type: string, { id, version }: AnyRecord) => ({ type, id, version })

/** What a form of a quotation says when all is well: 600 chairs and 100 tables, EUR 17,700 in all. */
export const anOffer = (given: object = {}) => ({
  lines: 'BW-C100; Camp chair; 600 pcs; 12.50\nBW-T200; Camp table; 100 sets; USD 102/set',
  currency: 'USD',
  fx_rate: '7.15',
  incoterm: 'FOB',
  named_place: 'Yantian',
  place_locode: 'CNYTN',
  valid_until: '2026-11-19',
  lead_time_days: '35',
  ...given,
})

export const problemsOf = ({ body }: Answer): Record<string, string> =>
  Object.fromEntries(body.problems.map(({ field, code }: { field: string; code: string }) => [field, code]))

export const road = ({ body }: Answer) => body.sections.find(({ key }: { key: string }) => key === 'road')
