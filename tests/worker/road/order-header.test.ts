import { env } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { anOrderedDeal } from './a-contract.ts'
import type { ADeal } from './a-signed-deal.ts'
import { depositPaid, moves, orderOf, partOf, ship, storesNothing } from './goods-steps.ts'

const told = async (deal: ADeal) =>
  (await deal.rows('interaction')).filter(({ kind }) => kind === 'system').map(({ snippet }) => snippet)

describe('an order on hold', () => {
  const hold = (deal: ADeal, id: string, as: 'finance' | 'qc' | 'david', kind: string) =>
    deal.does(as, 'hold-order', 'order', id, { hold_kind: kind, hold_reason: 'Limit used up' })

  test('is not made and not loaded, and goes on by whose hold it was', async () => {
    const deal = await anOrderedDeal()
    await depositPaid(deal)
    const { id } = await orderOf(deal)
    const [first] = await deal.rows('production_order')
    await hold(deal, id, 'finance', 'credit')
    expect(await orderOf(deal)).toMatchObject({ status: 'on_hold', hold_kind: 'credit', hold_reason: 'Limit used up' })
    await storesNothing(deal, async () => {
      expect(
        await deal.refused('merchandiser', 'advance-production-order:release', 'production_order', first?.id),
      ).toEqual(['The order is on hold.'])
      expect(await deal.refused('logistics', 'create-shipment', 'order', id, { lines: 'BW-C600; 1' })).toEqual([
        'The order is not confirmed, or it is on hold.',
      ])
      for (const as of ['mia', 'qc', 'sales_manager'] as const) {
        const answer = await deal.act(as, 'release-order', { type: 'order', id })
        expect([as, answer.status]).toEqual([as, as === 'sales_manager' ? 404 : 422])
      }
      expect(await deal.refused('finance', 'hold-order', 'order', id, held('credit'))).toEqual([
        'The order is not open, or it is on hold already.',
      ])
    })
    await deal.does('finance', 'release-order', 'order', id)
    expect(await orderOf(deal)).toMatchObject({ status: 'confirmed', hold_kind: null, hold_reason: null })
    await moves(deal, 'production_order', 'release', String(first?.id))
    expect(await told(deal)).toEqual(['hold:credit:Limit used up', 'released:'])
    const { text } = await deal.call('POST', '/v1/panel', { record: { type: 'customer', id: deal.customer.id } })
    expect(text).toContain('On hold (credit): Limit used up')
  })

  test('is held by each post for what it answers for', async () => {
    const deal = await anOrderedDeal()
    const { id } = await orderOf(deal)
    await storesNothing(deal, async () => {
      const wrong = [
        ['finance', 'quality'],
        ['qc', 'credit'],
        ['mia', 'customer'],
      ] as const
      for (const [as, kind] of wrong) {
        const answer = await deal.act(as, 'hold-order', { type: 'order', id }, held(kind))
        expect([as, answer.status]).toEqual([as, 422])
      }
    })
    await hold(deal, id, 'qc', 'quality')
    await deal.does('david', 'release-order', 'order', id)
  })

  const held = (hold_kind: string) => ({ hold_kind, hold_reason: 'x' })
})

test('an order whose container was rolled is cancelled once logistics have cancelled the shipment', async () => {
  const deal = await anOrderedDeal()
  const { id } = await orderOf(deal)
  const shipment = await ship(deal, 'BW-C600; 100')
  await moves(deal, 'shipment', 'book-planned', shipment, { booking_no: 'B1', etd: '2026-10-20' })
  await moves(deal, 'shipment', 'load-booked', shipment)
  await moves(deal, 'shipment', 'roll-loaded', shipment)
  await storesNothing(deal, async () => {
    expect(await deal.refused('david', 'cancel-order', 'order', id, { reason: 'x' })).toEqual([
      'A container of it was rolled and may be packed: logistics cancel its shipment first.',
    ])
  })
  await moves(deal, 'shipment', 'cancel-rolled', shipment)
  await deal.does('david', 'cancel-order', 'order', id, { reason: 'x' })
  expect(await orderOf(deal)).toMatchObject({ status: 'cancelled' })
})

describe('a deposit that is not there', () => {
  const release = 'advance-production-order:release'
  const reason = 'A buyer of ten years'

  test('is done without for now by the general manager, who says why; it stays owed', async () => {
    const deal = await anOrderedDeal()
    const { id } = await orderOf(deal)
    const [first, second] = await deal.rows('production_order')
    await storesNothing(deal, async () => {
      expect(await deal.refused('merchandiser', release, 'production_order', first?.id)).toEqual([
        'Deposit … not received yet.',
      ])
      for (const as of ['mia', 'finance'] as const) {
        const { status, body } = await deal.act(as, 'waive-deposit', { type: 'order', id }, { reason })
        expect([as, status]).toEqual([as, as === 'mia' ? 422 : 403])
        if (as === 'mia')
          expect(body.problems[0].message).toBe('The general manager lets production start before the deposit.')
      }
      expect((await deal.act('david', 'waive-deposit', { type: 'order', id }, { reason: ' ' })).status).toBe(422)
    })
    const offered = async (as: 'mia' | 'david') =>
      (await deal.panel(as)).full.filter(({ action }: { action?: string }) => action === 'waive-deposit').length
    expect([await offered('mia'), await offered('david')]).toEqual([0, 1])
    const { trips } = await deal.does('david', 'waive-deposit', 'order', id, { reason })
    expect(trips).toBeLessThanOrEqual(3)
    expect(await orderOf(deal)).toMatchObject({ deposit_waiver: reason, pay_status: 'unpaid' })
    expect(await partOf(deal, 1)).toMatchObject({ paid_amount: 0, status: 'scheduled', guards: 'production_start' })
    expect(await told(deal)).toEqual([`deposit_waived:${reason}`])
    expect(await offered('david')).toBe(0)
    await storesNothing(deal, async () => {
      expect(await deal.refused('david', 'waive-deposit', 'order', id, { reason })).toEqual([
        'No deposit keeps its production waiting.',
      ])
    })
    for (const one of [first, second]) await moves(deal, 'production_order', 'release', String(one?.id))
    expect(await orderOf(deal)).toMatchObject({ exec_status: 'waiting_material' })
    const { text } = await deal.call('POST', '/v1/panel', { record: { type: 'customer', id: deal.customer.id } })
    expect(text).toContain('Production may start before the deposit: A buyer of ten years')
    const { results } = await env.DB.prepare('SELECT actor, action FROM events WHERE record_id = ? AND version = 2')
      .bind(id)
      .all()
    expect(results).toEqual([{ actor: deal.david.id, action: 'waive-deposit' }])
  })
})

test('an order of no deal is not judged by another one of its buyer', async () => {
  const deal = await anOrderedDeal()
  // Its deposit is paid, which the deal beside it does not know.
  await storesNothing(deal, async () => {
    const refused = (action: string, input: object) => deal.refused('david', action, 'order', deal.order.id, input)
    expect(await refused('cancel-order', { reason: 'x' })).toEqual(['It belongs to no deal.'])
    expect(await refused('amend-order', { lines: 'BW-C600; 1; 1', reason: 'x' })).toEqual(['It belongs to no deal.'])
  })
})

describe('an order that is cancelled', () => {
  test('takes with it what is open, planned and not begun, and its deal may end', async () => {
    const deal = await anOrderedDeal()
    const { id } = await orderOf(deal)
    await storesNothing(deal, async () => {
      expect(await deal.refused('mia', 'cancel-order', 'order', id, { reason: 'x' })).toEqual([
        'A manager cancels an order.',
      ])
      const lost = { lost_reason: 'price' }
      const key = 'advance-deal:production-end_lost'
      expect(await deal.refused('mia', key, 'deal', deal.dealId, lost)).toEqual(['The order is not cancelled.'])
    })
    await deal.does('david', 'cancel-order', 'order', id, { reason: 'Buyer went bankrupt' })
    expect(await orderOf(deal)).toMatchObject({ status: 'cancelled' })
    const ofDeal = (type: 'installment' | 'production_order') => deal.ofDeal(type, { deal_id: deal.dealId })
    for (const type of ['installment', 'production_order'] as const) {
      expect((await ofDeal(type)).map(({ status }) => status)).toEqual(['cancelled', 'cancelled'])
    }
    expect(await told(deal)).toEqual(['cancelled::Buyer went bankrupt'])
    await deal.does('mia', 'advance-deal:production-end_lost', 'deal', deal.dealId, { lost_reason: 'price' })
    expect(await deal.one('deal', { id: deal.dealId })).toMatchObject({ status: 'lost', stage: '' })
  })

  test('with a deposit takes the general manager, who says what becomes of it', async () => {
    const deal = await anOrderedDeal()
    await depositPaid(deal)
    const { id } = await orderOf(deal)
    const [first, second] = await deal.rows('production_order')
    await moves(deal, 'production_order', 'release', String(first?.id))
    const shipment = await ship(deal, 'BW-C600; 100')
    for (const name of ['material', 'start']) await moves(deal, 'production_order', name, String(first?.id))
    await storesNothing(deal, async () => {
      const refused = (input: object) => deal.refused('david', 'cancel-order', 'order', id, input)
      expect(await refused({ reason: 'x' })).toEqual(['One of: refund, credit, forfeit.'])
      expect(await refused({ reason: 'x', deposit: 'refund' })).toEqual([
        'Something of it is being made: pause its production first.',
      ])
    })
    await moves(deal, 'production_order', 'pause-running', String(first?.id))
    await deal.does('david', 'cancel-order', 'order', id, { reason: 'Changed their mind', deposit: 'refund' })
    expect(await partOf(deal, 1)).toMatchObject({ status: 'paid' })
    expect(await partOf(deal, 2)).toMatchObject({ status: 'cancelled' })
    expect(await deal.one('shipment', { id: shipment })).toMatchObject({ status: 'cancelled' })
    expect(await deal.one('production_order', { id: second?.id })).toMatchObject({ status: 'cancelled' })
    expect(await deal.one('task', { subject_id: id })).toMatchObject({
      assignee_id: deal.mia.id,
      title: expect.stringMatching(/: refund what was received \/ 退还已收款项$/),
    })
  })
})
