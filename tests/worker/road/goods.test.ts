import { env } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { NOW, newId } from '../firm.ts'
import { aContract, anOrderedDeal } from './a-contract.ts'
import { type ADeal, aDeal } from './a-signed-deal.ts'
import { depositPaid, made, moves, onBoard, orderOf, partOf, partPaid, ship, storesNothing } from './goods-steps.ts'

const shippedOf = async (deal: ADeal) =>
  (await deal.rows('order_line')).map(({ sku, qty_shipped }) => `${sku} ${(qty_shipped ?? 0) / 1000}`)

test('a signature makes the order with all of it in one write, or nothing', async () => {
  const deal = await aContract()
  const { id } = await deal.one('contract')
  const signed = { signed_file: 'SC-1-signed.pdf' }
  const term = (status: string) =>
    env.DB.prepare('UPDATE payment_terms SET status = ? WHERE tenant_id = ?').bind(status, deal.tenantId).run()
  await term('retired')
  await storesNothing(deal, async () => {
    expect(await deal.refused('mia', 'advance-contract:sign', 'contract', id, signed)).toEqual([
      'The payment term is missing or no longer in use.',
    ])
  })
  await term('active')
  const { trips } = await deal.does('mia', 'advance-contract:sign', 'contract', id, signed)
  expect(trips).toBe(3)
  expect(await orderOf(deal)).toMatchObject({
    contract_id: id,
    total: 1_234_567,
    lines_total: 1_230_000,
    charges: 4_567,
  })
  expect(await deal.rows('order_line')).toHaveLength(2)
  expect(await deal.rows('production_order')).toHaveLength(2)
  expect((await deal.ofDeal('installment', { deal_id: deal.dealId })).map(({ amount }) => amount)).toEqual([
    370_370, 864_197,
  ])
})

describe('production', () => {
  test('is reported by who makes it, and seen by who sold it with its risk', async () => {
    const deal = await anOrderedDeal()
    await depositPaid(deal)
    const [chairs] = await deal.ofDeal('production_order', { description: 'Camp chair' })
    const id = String(chairs?.id)
    await storesNothing(deal, async () => {
      expect(await deal.refused('planner', 'report-progress', 'production_order', id, { progress_pct: '10' })).toEqual([
        'It is not being made: release it first.',
      ])
    })
    await moves(
      deal,
      'production_order',
      'release',
      id,
      { planned_start: '2026-10-16', planned_finish: '2026-12-10' },
      'planner',
    )
    await deal.does('planner', 'report-progress', 'production_order', id, {
      progress_pct: '40',
      qty_produced: '240',
      readiness_date: '2026-10-21',
    })
    expect(await deal.one('production_order', { id })).toMatchObject({
      progress_pct: 40,
      qty_produced: 240_000,
      risk: 'amber',
    })
    expect(await deal.one('order_line', { sku: 'BW-C600' })).toMatchObject({ qty_produced: 240_000 })
    await deal.does('merchandiser', 'report-progress', 'production_order', id, {
      progress_pct: '45',
      missing_parts: 'webbing',
    })
    const { full } = await deal.panel('mia')
    expect(full).toContainEqual({
      kind: 'fact',
      label: 'Camp chair',
      value: '45 % · 240 / 600 H87',
      detail: 'Missing: webbing',
      tone: 'danger',
    })
    expect(full.map(({ action }: { action?: string }) => action)).not.toContain('report-progress')
    await storesNothing(deal, async () => {
      const told = await deal.act('mia', 'report-progress', { type: 'production_order', id }, { progress_pct: '100' })
      expect(told.status).toBe(403)
    })
  })

  test('a planner acts within a deal without a word of who it is with', async () => {
    const deal = await anOrderedDeal()
    await depositPaid(deal)
    const [one] = await deal.rows('production_order')
    const answer = await moves(deal, 'production_order', 'release', String(one?.id), {}, 'planner')
    expect(await deal.one('production_order', { id: one?.id })).toMatchObject({ status: 'released' })
    expect(answer.text).not.toMatch(/Trilha|DL-2026|600 camp chairs|12,345|Thiago/)
  })
})

describe('shipments', () => {
  test('an order leaves in two, and has left when all of it has', async () => {
    const deal = await anOrderedDeal()
    await depositPaid(deal)
    await made(deal)
    expect(await orderOf(deal)).toMatchObject({ exec_status: 'ready', cargo_ready_on: '2026-10-20' })

    const first = await ship(deal, 'BW-C600; 400\nBW-T200; 200')
    const { full } = await deal.panel('logistics')
    const planned = full.find(({ action }: { action?: string }) => action === 'create-shipment')
    expect(planned.fields[0]).toMatchObject({ key: 'lines', value: 'BW-C600; 200' })

    await onBoard(deal, first, '2026-10-20')
    expect(await orderOf(deal)).toMatchObject({ exec_status: 'ready', shipped_on: null })
    expect(await shippedOf(deal)).toEqual(['BW-C600 400', 'BW-T200 200'])
    expect(await partOf(deal, 2)).toMatchObject({
      due_date: '2026-10-27',
      status: 'scheduled',
    })

    await storesNothing(deal, async () => {
      const tooMany = { lines: 'BW-C600; 231' }
      expect(await deal.refused('logistics', 'create-shipment', 'order', (await orderOf(deal)).id, tooMany)).toEqual([
        'BW-C600: at most 230 H87 are left.',
      ])
    })
    const second = await ship(deal, 'BW-C600; 215')
    await onBoard(deal, second, '2026-10-25')
    expect(await orderOf(deal)).toMatchObject({ exec_status: 'shipped', shipped_on: '2026-10-25' })
    expect(await shippedOf(deal)).toEqual(['BW-C600 615', 'BW-T200 200'])
    // What is paid against the first vessel does not wait for the second. 15 chairs more are 232.50 more.
    expect(await partOf(deal, 2)).toMatchObject({ due_date: '2026-10-27', amount: 864_197 + 23_250 })
    expect(await orderOf(deal)).toMatchObject({ lines_total: 1_230_000, charges: 27_817, total: 1_257_817 })
    const { text } = await deal.call('POST', '/v1/panel', { record: { type: 'customer', id: deal.customer.id } })
    expect(text).toContain('Total USD 12,345.67 → USD 12,578.17: shipped BW-C600 615/600 H87')

    for (const id of [first, second]) await moves(deal, 'shipment', 'arrive-on_board', id, { ata: '2026-11-20' })
    await moves(deal, 'shipment', 'deliver', first)
    expect(await orderOf(deal)).toMatchObject({ exec_status: 'shipped', delivered_on: null })
    await moves(deal, 'shipment', 'deliver', second)
    expect(await orderOf(deal)).toMatchObject({ exec_status: 'closed', delivered_on: '2026-10-20' })
    expect(await deal.rows('survey')).toHaveLength(2)
  })

  test('a shipment that is cancelled leaves its goods to another', async () => {
    const deal = await anOrderedDeal()
    await depositPaid(deal)
    await made(deal)
    const id = await ship(deal, 'BW-C600; 600\nBW-T200; 200')
    await storesNothing(deal, async () => {
      const { id: orderId } = await orderOf(deal)
      expect(
        await deal.refused('logistics', 'create-shipment', 'order', orderId, { lines: 'BW-T200; 10.001' }),
      ).toEqual(['BW-T200: at most 10 H87 are left.'])
    })
    await moves(deal, 'shipment', 'cancel-planned', id)
    await ship(deal, 'BW-C600; 630\nBW-T200; 210')
  })

  test.each([
    ['BW-X; 5', 'Row 1: the order has no such line.'],
    ['BW-C600; 5\n\nBW-C600; 6', 'Row 3: this line stands there already.'],
    ['BW-C600', 'Row 1: should look like BW-C600; 600.'],
    ['BW-C600; 1,000', 'Row 1: should look like BW-C600; 600.'],
    ['BW-C600; -5', 'Row 1: should look like BW-C600; 600.'],
    ['BW-C600; 0', 'Nothing goes with it.'],
  ])('%j is refused with its row', async (lines, sentence) => {
    const deal = await anOrderedDeal()
    const { id } = await orderOf(deal)
    await storesNothing(deal, async () => {
      expect(await deal.refused('logistics', 'create-shipment', 'order', id, { lines })).toEqual([sentence])
    })
  })

  test('a container has its check digit, and weighs no less than its cargo', async () => {
    const deal = await anOrderedDeal()
    const id = await ship(deal, 'BW-C600; 600')
    await moves(deal, 'shipment', 'book-planned', id, { booking_no: 'B1', etd: '2026-11-01' })
    await storesNothing(deal, async () => {
      const add = (input: object) => deal.refused('logistics', 'add-container', 'shipment', id, input)
      expect(await add({ no: 'CSQU3054384' })).toEqual([
        'A container number with its check digit, such as CSQU3054383.',
      ])
      expect(await add({ no: 'CSQU3054383', vgm_kg: '9000', gross_kg: '9001' })).toEqual([
        'The VGM cannot be less than the gross weight of the cargo.',
      ])
    })
    await deal.does('logistics', 'add-container', 'shipment', id, {
      no: 'CSQU3054383',
      iso_code: '45G1',
      seal_no: 'ML-CN0012345',
      vgm_kg: '9200',
      vgm_method: '1',
      gross_kg: '9000',
    })
    expect(await deal.one('container')).toMatchObject({ shipment_id: id, no: 'CSQU3054383', vgm_kg: 9_200_000 })
    const twice = await deal.act('logistics', 'add-container', { type: 'shipment', id }, { no: 'CSQU3054383' })
    expect(twice.status).toBe(409)
  })
})

describe('dates that slip', () => {
  const anchored = () =>
    aDeal('shipment', ({ customer_id, deal_id }) => {
      const order_id = newId()
      const part = (seq: number, anchor: string, offset_days: number, given = {}) => ({
        order_id,
        customer_id,
        deal_id,
        seq,
        currency: 'USD',
        amount: 100_000,
        anchor,
        offset_days,
        status: 'awaiting_anchor',
        ...given,
      })
      return {
        order: [
          {
            id: order_id,
            deal_id,
            customer_id,
            currency: 'USD',
            order_date: '2026-09-01',
            incoterm: 'FOB',
            named_place: 'Yantian',
            exec_status: 'ready',
          },
        ],
        order_line: [
          {
            order_id,
            seq: 1,
            sku: 'A',
            description: 'A',
            qty: 1_000,
            unit: 'H87',
            currency: 'USD',
            unit_price: 1_000_000,
          },
        ],
        production_order: [{ deal_id, order_id, qty: 1_000, status: 'inspected' }],
        installment: [
          part(1, 'etd', -3),
          part(2, 'eta', -5),
          part(3, 'etd', -3, { amount: 50_000, paid_amount: 50_000, status: 'paid', due_date: '2026-10-01' }),
          part(4, 'delivered', 10),
        ],
        shipment: [{ deal_id, customer_id, order_id, pol: 'CNYTN', pod: 'BRSSZ' }],
      }
    })

  const dues = async (deal: ADeal) =>
    (await deal.rows('installment'))
      .filter(({ deal_id }) => deal_id === deal.dealId)
      .map(({ due_date, status }) => `${due_date} ${status}`)

  test('move what hangs on them and is not settled, and are told in the timeline', async () => {
    const deal = await anchored()
    const { id } = await deal.one('shipment')
    const told = async () =>
      (await deal.rows('interaction')).filter(({ kind }) => kind === 'system').map(({ snippet }) => snippet)
    expect(await dues(deal)).toEqual([
      'null awaiting_anchor',
      'null awaiting_anchor',
      '2026-10-01 paid',
      'null awaiting_anchor',
    ])
    await moves(deal, 'shipment', 'book-planned', id, { booking_no: 'B1', etd: '2026-11-01', eta: '2026-12-01' })
    const booked = ['2026-10-29 scheduled', '2026-11-26 scheduled', '2026-10-01 paid', 'null awaiting_anchor']
    expect(await dues(deal)).toEqual(booked)
    expect(await told()).toEqual([])

    const milestone = (input: object) =>
      deal.does('logistics', 'add-milestone', 'shipment', id, { reported_by: 'carrier', ...input })
    // A transhipment port says nothing of the arrival.
    await milestone({ type: 'ARRI', classifier: 'EST', on: '2026-11-15', location: 'SGSIN' })
    expect(await dues(deal)).toEqual(booked)
    await milestone({ type: 'DEPA', classifier: 'EST', on: '2026-11-06', location: 'CNYTN' })
    await milestone({ type: 'ARRI', classifier: 'EST', on: '2026-12-08', location: 'BRSSZ', time: '06:30' })
    expect(await dues(deal)).toEqual([
      '2026-11-03 scheduled',
      '2026-12-03 scheduled',
      '2026-10-01 paid',
      'null awaiting_anchor',
    ])
    expect(await told()).toEqual(['etd:2026-11-01>2026-11-06', 'eta:2026-12-01>2026-12-08'])
    expect(await deal.one('shipment')).toMatchObject({ first_eta: '2026-12-01', eta: '2026-12-08' })
    const arrival = (await deal.rows('milestone')).at(-1)
    expect(arrival?.at).toBe(Date.parse('2026-12-08T06:30:00-03:00'))

    await storesNothing(deal, async () => {
      const early = { type: 'ARRI', classifier: 'ACT', on: '2026-12-08', reported_by: 'manual' }
      expect(await deal.refused('logistics', 'add-milestone', 'shipment', id, early)).toEqual([
        'What has not come yet is planned or expected.',
      ])
    })
    // Without a vessel nobody knows when it leaves.
    await moves(deal, 'shipment', 'roll-booked', id)
    await moves(deal, 'shipment', 'cancel-rolled', id)
    expect((await dues(deal)).slice(0, 2)).toEqual(['null awaiting_anchor', 'null awaiting_anchor'])
  })
  test('are what a buyer is told who asks where the order is', async () => {
    const deal = await anchored()
    const { id } = await deal.one('shipment')
    await onBoard(deal, id, '2026-10-20')
    const answered = async () => {
      const { body } = await deal.act('mia', 'write-status', { type: 'order', id: (await orderOf(deal)).id })
      return body.reply.text
    }
    expect(await answered()).toContain('20 de novembro de 2026')
    const late = { type: 'ARRI', classifier: 'EST', on: '2026-12-02', location: 'BRSSZ', reported_by: 'carrier' }
    await deal.does('logistics', 'add-milestone', 'shipment', id, late)
    expect(await orderOf(deal)).toMatchObject({ eta: '2026-12-02' })
    expect(await answered()).toContain('2 de dezembro de 2026')
    expect(await answered()).not.toContain('20 de novembro de 2026')
  })
})

describe('documents', () => {
  test('that are filed are ticked off, and the last of them lets the road go on', async () => {
    const deal = await anOrderedDeal()
    await depositPaid(deal)
    await made(deal)
    const missing = async () =>
      (await deal.panel('doc_clerk')).full
        .filter(({ value, kind }: { value?: string; kind: string }) => kind === 'fact' && value === 'Missing')
        .map(({ label }: { label: string }) => label)
    expect(await missing()).toEqual(['Inspection report'])
    const file = (type: string, number: string | null = null) =>
      deal.does('doc_clerk', 'add-document', 'deal', deal.dealId, {
        type,
        issued_on: '2026-10-20',
        ...(number ? { number } : {}),
      })
    await file('inspection_report')
    expect(await deal.one('deal', { id: deal.dealId })).toMatchObject({ stage: 'shipment' })
    const id = await ship(deal, 'BW-C600; 600\nBW-T200; 200')
    expect(await missing()).toEqual(['Commercial invoice', 'Packing list', 'Bill of lading', 'Export declaration'])
    await onBoard(deal, id, '2026-10-20')
    expect(await missing()).toEqual(['Commercial invoice', 'Packing list'])
    await file('commercial_invoice', 'CI-1')
    await file('commercial_invoice', 'CI-1')
    const versions = await deal.ofDeal('document', { number: 'CI-1' })
    expect(versions.map(({ version_no, status }) => `${version_no} ${status}`)).toEqual(['1 superseded', '2 issued'])
    await file('packing_list')
    expect(await deal.one('deal', { id: deal.dealId })).toMatchObject({ stage: 'collection' })
  })
  test('go out when what they wait for is paid, once, and the goods stay where they are', async () => {
    const deal = await anOrderedDeal()
    await depositPaid(deal)
    await made(deal)
    const id = await ship(deal, 'BW-C600; 600\nBW-T200; 200')
    await onBoard(deal, id, '2026-10-20')
    const send = 'advance-shipment:send_docs-on_board'
    await storesNothing(deal, async () => {
      expect(await deal.refused('finance', send, 'shipment', id)).toEqual(['Payment USD 8,641.97 not received yet.'])
      expect(await deal.refused('doc_clerk', send, 'shipment', id)).toEqual(['Payment … not received yet.'])
    })
    await partPaid(deal, 2)
    await deal.does('doc_clerk', send, 'shipment', id, { bl_type: 'original' })
    const sent = { status: 'on_board', release_status: 'originals_sent', docs_sent_at: NOW }
    expect(await deal.one('shipment', { id })).toMatchObject(sent)
    await storesNothing(deal, async () => {
      expect(await deal.refused('doc_clerk', send, 'shipment', id)).toEqual(['The documents have been sent already.'])
    })
  })
})
