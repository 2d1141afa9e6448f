import { expect } from 'vitest'
import { change } from '../access/change.ts'
import { wholeDatabase } from '../firm.ts'
import type { ADeal, As } from './a-signed-deal.ts'

/** Steps of a deal's goods that several tests walk. */

export const orderOf = (deal: ADeal) => deal.one('order', { deal_id: deal.dealId })

export const partOf = (deal: ADeal, seq: number) => deal.one('installment', { deal_id: deal.dealId, seq })

/** The deposit is there, so that production may begin. */
export const depositPaid = (deal: ADeal) => partPaid(deal, 1)

/** The money of a part is there. */
export async function partPaid(deal: ADeal, seq: number) {
  const { id, amount } = await partOf(deal, seq)
  await change(deal.tenantId, 'installment', id, { paid_amount: amount })
}

export const moves = (
  deal: ADeal,
  type: 'production_order' | 'shipment',
  name: string,
  id: string,
  input = {},
  as: As = type === 'shipment' ? 'logistics' : 'merchandiser',
) => deal.does(as, `advance-${type.replace('_', '-')}:${name}`, type, id, input)

/** Everything is made and inspected. */
export async function made(deal: ADeal) {
  for (const { id } of await deal.rows('production_order')) {
    for (const name of ['release', 'material', 'start', 'finish']) await moves(deal, 'production_order', name, id)
    const result = { inspection_result: 'accept', inspected_on: '2026-10-20' }
    await moves(deal, 'production_order', 'inspect', id, result, 'qc')
  }
}

/** Plans a shipment of these lines; its id. */
export async function ship(deal: ADeal, lines: string) {
  await deal.does('logistics', 'create-shipment', 'order', (await orderOf(deal)).id, { lines })
  return String((await deal.rows('shipment')).at(-1)?.id)
}

/** From the booking to the ship. */
export async function onBoard(deal: ADeal, id: string, bl_date: string) {
  const step = (name: string, input = {}) => moves(deal, 'shipment', name, id, input)
  await step('book-planned', { booking_no: 'B1', etd: '2026-10-20', eta: '2026-11-20' })
  await step('load-booked')
  await step('declare', { declaration_no: '530120260000000001' })
  await step('clear-customs_declared')
  await step('sail', { bl_no: `BL-${id.slice(-4)}`, bl_date, eta: '2026-11-20' })
}

/** Nothing of the firm is other than before, in no table. */
export async function storesNothing(deal: ADeal, what: () => Promise<unknown>) {
  const before = await wholeDatabase(deal.tenantId)
  await what()
  expect(await wholeDatabase(deal.tenantId)).toBe(before)
}
