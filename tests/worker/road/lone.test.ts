import { expect, test } from 'vitest'
import type { TypeName } from '#shared/trade/index.ts'
import { anInquiry } from '../../fixtures/builders.ts'
import { change } from '../access/change.ts'
import { aFirm, newId, plant } from '../firm.ts'
import { type As, aDeal } from './a-signed-deal.ts'

/** What is of no deal goes its own way all the same. */

test('an inquiry that is claimed is answered before any deal begins', async () => {
  const firm = await aFirm()
  const inquiry = anInquiry({ id: newId(), status: 'claimed', owner_id: firm.mia.id })
  await plant(firm.tenantId, { inquiry: [inquiry] })
  const answer = await firm.call(
    'POST',
    '/v1/actions/advance-inquiry:answer',
    { target: { type: 'inquiry', id: inquiry.id, version: inquiry.version } },
    { as: 'mia', headers: { 'Idempotency-Key': newId() } },
  )
  expect([answer.status, answer.trips <= 3]).toEqual([200, true])
  expect((await firm.call('GET', `/v1/inquiries/${inquiry.id}`)).body).toMatchObject({
    status: 'contacted',
    version: inquiry.version + 1,
  })
})

const RECEIPT = { payer_name: 'TRILHA SUL', received_date: '2026-10-20', currency: 'USD', gross_amount: 100_000 }

const INSPECTED = { inspection_result: 'accept', inspected_on: '2026-10-20' }
const PAID = { received_date: '2026-10-20', gross_amount: '1000' }

test.each<[TypeName, string, As, object, object, string]>([
  ['receipt', 'verify-claimed', 'finance', { ...RECEIPT, status: 'claimed' }, PAID, 'verified'],
  ['sample', 'dispatch', 'mia', { description: 'Lid', status: 'ready' }, { tracking_no: '123' }, 'dispatched'],
  ['production_order', 'inspect', 'qc', { order_id: newId(), qty: 1_000, status: 'finished' }, INSPECTED, 'inspected'],
  ['survey', 'answer-sent', 'mia', { status: 'sent' }, { nps: '3', comment: 'Late' }, 'answered'],
  ['shipment', 'arrive-in_transit', 'logistics', { status: 'in_transit' }, { ata: '2026-10-20' }, 'arrived'],
])('a %s of no deal: %s', async (type, step, as, given, input, status) => {
  const known = ({ customer_id }: { customer_id: string }) => ({ [type]: [{ customer_id, ...given }] })
  const deal = await aDeal(
    'lead',
    type === 'sample' || type === 'production_order' ? () => ({ [type]: [given] }) : known,
  )
  const { id } = await deal.one(type)
  if (as === 'mia') await change(deal.tenantId, type, id, { owner_id: deal.mia.id })
  await deal.does(as, `advance-${type.replace('_', '-')}:${step}`, type, id, input)
  expect(await deal.one(type, { id })).toMatchObject({ status, deal_id: null })
  const made = [...(await deal.rows('after_sales_case')), ...(await deal.rows('survey'))]
  expect(made.map(({ deal_id }) => deal_id)).toEqual(made.map(() => null))
  expect(made.length).toBe({ survey: 2, shipment: 1 }[type as string] ?? 0)
})
