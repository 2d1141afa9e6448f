import { expect, test } from 'vitest'
import { anOrderedDeal } from './a-contract.ts'
import { made, moves, onBoard, orderOf, partOf, ship, storesNothing } from './goods-steps.ts'

const stageOf = async (deal: Awaited<ReturnType<typeof anOrderedDeal>>) =>
  deal.one('deal', { id: deal.dealId }).then(({ status, stage }) => `${status} ${stage}`)

test('from the signature to the last receipt: two vessels, a short payment, a complaint and two visits', async () => {
  const deal = await anOrderedDeal()
  const { dealId: id } = deal
  expect(await stageOf(deal)).toBe('open production')

  // The deposit: told by sales, confirmed by finance, and nothing is made before.
  const [first] = await deal.rows('production_order')
  await storesNothing(deal, async () => {
    expect(
      await deal.refused('merchandiser', 'advance-production-order:release', 'production_order', first?.id),
    ).toEqual(['Deposit … not received yet.'])
  })
  const paid = { received_date: '2026-10-20', payer_name: deal.customer.name, currency: 'USD' }
  await deal.does('mia', 'register-advice', 'deal', id, { ...paid, amount: '3703.70', reference: 'PI-1' })
  const advice = await deal.one('receipt')
  const seen = { received_date: '2026-10-20', gross_amount: '3703.70' }
  await deal.does('finance', 'advance-receipt:verify-claimed', 'receipt', advice.id, seen)
  expect(await partOf(deal, 1)).toMatchObject({ status: 'paid' })

  await made(deal)
  await deal.does('doc_clerk', 'add-document', 'deal', id, { type: 'inspection_report', issued_on: '2026-10-20' })
  expect(await stageOf(deal)).toBe('open shipment')

  // A part now, the rest a week later; the road goes on with the first one and its papers.
  const one = await ship(deal, 'BW-C600; 400\nBW-T200; 200')
  await onBoard(deal, one, '2026-10-20')
  for (const type of ['commercial_invoice', 'packing_list']) {
    await deal.does('doc_clerk', 'add-document', 'deal', id, { type, issued_on: '2026-10-20', about: one })
  }
  expect(await stageOf(deal)).toBe('open collection')
  const other = await ship(deal, 'BW-C600; 200')
  await onBoard(deal, other, '2026-10-27')
  expect(await orderOf(deal)).toMatchObject({ exec_status: 'shipped', status: 'confirmed' })
  for (const shipment of [one, other]) {
    await moves(deal, 'shipment', 'arrive-on_board', shipment, { ata: '2026-11-20' })
    await moves(deal, 'shipment', 'deliver', shipment)
  }

  // The balance comes short of what the banks have kept.
  await deal.does('finance', 'register-receipt', 'deal', id, { ...paid, amount: '8621.97', method: 'tt' })
  const receipt = await deal.one('receipt', { gross_amount: 862_197 })
  await deal.does('finance', 'advance-receipt:verify-registered', 'receipt', receipt.id, {
    received_date: '2026-10-20',
    gross_amount: '8621.97',
  })
  const balance = await partOf(deal, 2)
  await deal.does('finance', 'allocate-receipt', 'receipt', receipt.id, { [`part_${balance.id}`]: '8621.97' })
  await deal.does('finance', 'write-off', 'installment', balance.id)
  expect(await orderOf(deal)).toMatchObject({ exec_status: 'closed', pay_status: 'paid', status: 'completed' })

  // A complaint, within what sales may offer and beyond it.
  await deal.does('mia', 'open-case', 'deal', id, {
    kind: 'shortage',
    description: '36 chairs short',
    claimed_qty: '36',
    claimed_amount: '558.00',
    about: one,
  })
  const found = await deal.one('after_sales_case')
  expect(found).toMatchObject({ shipment_id: one, owner_id: deal.mia.id, claimed_amount: 55_800, currency: 'USD' })
  const way = (as: 'mia' | 'david', name: string, input = {}) =>
    deal.does(as, `advance-after-sales-case:${name}`, 'after_sales_case', found.id, input)
  await way('mia', 'triage-opened', { severity: '3', responsible: 'us' })
  await storesNothing(deal, async () => {
    const propose = (input: object, name = 'propose') =>
      deal.refused('mia', `advance-after-sales-case:${name}-triaged`, 'after_sales_case', found.id, input)
    const sentence = ['Over USD 500, or a credit note: a manager proposes it.']
    expect(await propose({ settlement: 'refund', settlement_amount: '500.01' })).toEqual(sentence)
    expect(await propose({ settlement: 'credit_note', settlement_amount: '10' })).toEqual(sentence)
    expect(await propose({ settlement: 'refund', settlement_amount: '558.01' })).toContain(
      'More than the buyer claims.',
    )
    expect(await propose({ settlement: 'refund', settlement_amount: '510' }, 'propose-more')).toHaveLength(1)
  })
  await way('david', 'propose-more-triaged', { settlement: 'refund', settlement_amount: '558.00' })
  await way('mia', 'agree')

  // Two visits, of which one is answered badly: that is another complaint.
  const surveys = await deal.rows('survey')
  expect(surveys.map(({ shipment_id }) => shipment_id).sort()).toEqual([one, other].sort())
  await deal.does('mia', 'advance-survey:answer-planned', 'survey', surveys[0]?.id, { nps: '9' })
  expect(await stageOf(deal)).toBe('open collection')
  await way('mia', 'close-agreed')
  expect(await stageOf(deal)).toBe('won ')
  const { state } = await deal.one('deal', { id })
  expect(
    JSON.parse(state)
      .passed.map(({ node }: { node: string }) => node)
      .slice(-3),
  ).toEqual(['production', 'shipment', 'collection'])
})
