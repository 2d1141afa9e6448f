import { expect, test } from 'vitest'
import type { AnyRecord } from '#shared/record/record-type.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'
import { aUser } from '../../fixtures/builders.ts'
import { filled } from '../../fixtures/canaries.ts'
import { aFirm, type Firm, newId, plant } from '../firm.ts'

const LISTS = [
  'customer',
  'contact',
  'interaction',
  'inquiry',
  'access_request',
  'order',
  'order_line',
  'installment',
  'deal',
  'quotation',
  'quotation_line',
  'sample',
  'contract',
  'approval',
  'task',
  'production_order',
  'shipment',
  'shipment_line',
  'container',
  'milestone',
  'document',
  'receipt',
  'allocation',
  'after_sales_case',
  'survey',
] as const

type Owned = { readonly [T in TypeName]?: AnyRecord[] }

/** Customers of somebody with one of everything each, an inquiry of theirs and one of another team. */
function belongings(firm: Firm, owner_id: string, count: number): Owned {
  const made = Array.from({ length: count }, () => {
    const put = (type: TypeName, given: object) => filled(type, firm.tenantId, { ...given, id: newId() })
    const customer = put('customer', { owner_id, co_owner_ids: null, team_id: null })
    const order = put('order', { customer_id: customer.id, owner_id })
    const part = { customer_id: customer.id, order_id: order.id }
    const deal = put('deal', { owner_id, customer_id: customer.id })
    const along = { deal_id: deal.id, customer_id: customer.id }
    const quotation = put('quotation', along)
    const shipment = put('shipment', along)
    const receipt = put('receipt', along)
    const packed = { shipment_id: shipment.id }
    return {
      customer,
      order,
      contact: put('contact', { customer_id: customer.id }),
      interaction: put('interaction', { customer_id: customer.id }),
      inquiry: put('inquiry', { owner_id }),
      access_request: put('access_request', { customer_id: customer.id, asked_by: firm.david.id }),
      order_line: put('order_line', part),
      installment: put('installment', part),
      deal,
      quotation,
      quotation_line: put('quotation_line', { quotation_id: quotation.id }),
      sample: put('sample', along),
      contract: put('contract', along),
      approval: put('approval', { ...along, requested_by: owner_id }),
      task: put('task', { ...along, assignee_id: owner_id }),
      production_order: put('production_order', { ...part, ...along }),
      shipment,
      shipment_line: put('shipment_line', packed),
      container: put('container', packed),
      milestone: put('milestone', packed),
      document: put('document', along),
      receipt,
      allocation: put('allocation', { receipt_id: receipt.id }),
      after_sales_case: put('after_sales_case', along),
      survey: put('survey', along),
    }
  })
  return Object.fromEntries(LISTS.map((type) => [type, made.map((one) => one[type])]))
}

/** A firm where Mia has three customers, and a stranger to her that many. */
async function aFirmWith(others: number): Promise<Firm> {
  const firm = await aFirm()
  const stranger = aUser({ id: newId(), email: 'stranger@bluewhale-outdoor.example', team_id: newId() })
  await plant(firm.tenantId, { user: [stranger], ...belongings(firm, stranger.id, others) })
  await plant(firm.tenantId, belongings(firm, firm.mia.id, 3))
  return firm
}

test("what a rep's list reads follows from what is theirs, not from the firm", async () => {
  const firms = [await aFirmWith(3), await aFirmWith(120)]
  for (const type of LISTS) {
    const lists = firms.map((firm) => firm.call('GET', `/v1/${TYPES[type].plural}`, undefined, { as: 'mia' }))
    const [small, large] = (await Promise.all(lists)).map(({ body, rowsRead }) => ({ ids: idsOf(body), rowsRead }))
    expect([type, large?.ids.size]).toEqual([type, small?.ids.size])
    expect(small?.ids.size).toBeGreaterThanOrEqual(3)
    // Where rows lie on the pages of a tree may cost a few more; a walk through the firm would cost hundreds.
    expect([type, Math.max(0, (large?.rowsRead ?? 0) - (small?.rowsRead ?? 0) - 3)]).toEqual([type, 0])
  }
})

/** Each of them once. */
function idsOf({ records }: { readonly records: readonly { readonly id: string }[] }): ReadonlySet<string> {
  const ids = new Set(records.map(({ id }) => id))
  expect(ids.size).toBe(records.length)
  return ids
}
