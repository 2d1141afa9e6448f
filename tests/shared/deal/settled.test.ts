import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dealClocks } from '#shared/deal/deal-clocks.ts'
import { dealFacts } from '#shared/deal/deal-facts.ts'
import { missingDocuments } from '#shared/deal/papers.ts'
import { settled } from '#shared/deal/settled.ts'
import { started } from '#shared/deal/started.ts'
import { takeStep } from '#shared/deal/take-step.ts'
import { withChanges } from '#shared/deal/with-changes.ts'
import { type Change, changedId } from '#shared/record/change.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import { officeHours } from '#shared/time/office-hours.ts'
import type { Workflow } from '#shared/workflow/definition/workflow.ts'
import { clocksOf } from '#shared/workflow/engine/clocks.ts'
import { STANDARD_ROAD } from '#shared/workflow/standard/index.ts'
import { anInquiry, anInstallment, anOrder, anOrderLine } from '../../fixtures/builders.ts'
import { aDealFile, aView, DEAL, MIA, NOW, published, standingAt } from '../../fixtures/deal-file.ts'
import { a } from '../../fixtures/road.ts'

const changesOf = (effected: ReturnType<typeof settled>): readonly Change[] => {
  if ('problems' in effected) throw new Error(JSON.stringify(effected.problems))
  return effected.changes
}

const valuesOf = (changes: readonly Change[], type: Change['type']) =>
  changes.flatMap((change) => (change.type === type && change.kind !== 'remove' ? [change.values] : []))

const ofDeal = { deal_id: DEAL, customer_id: 'C' }
const STAGES = STANDARD_ROAD.nodes.filter(({ type }) => type === 'stage').map(({ key }) => key)

/** Deals in any state of their records, standing anywhere. */
const anyFile = fc
  .record({
    stage: fc.constantFrom(...STAGES),
    inquiry: fc.constantFrom('received', 'claimed', 'contacted', 'qualified', 'lost'),
    answered: fc.boolean(),
    need_sample: fc.constantFrom(true, false, null),
    quotation: fc.constantFrom('draft', 'sent', 'negotiating', 'accepted'),
    contract: fc.constantFrom('draft', 'approved', 'signed', 'in_execution'),
    approval: fc.constantFrom('pending', 'approved', 'rejected'),
    released: fc.boolean(),
    made: fc.constantFrom('planned', 'running', 'finished', 'inspected', 'paused', 'cancelled'),
    shipment: fc.constantFrom('planned', 'booked', 'on_board', 'arrived', 'delivered', 'closed', 'cancelled'),
    paid: fc.constantFrom('scheduled', 'paid', 'awaiting_anchor'),
    survey: fc.constantFrom('planned', 'answered'),
    papers: fc.subarray(['inspection_report', 'commercial_invoice', 'packing_list', 'sample_photo']),
  })
  .map((is) =>
    aDealFile({
      deal: { state: standingAt(is.stage), stage: is.stage, need_sample: is.need_sample, customer_id: 'C' },
      parts: {
        inquiry: [
          anInquiry({
            id: 'I',
            ...ofDeal,
            status: is.inquiry as never,
            claimed_at: NOW,
            first_response_at: is.answered ? NOW : null,
          }),
        ],
        quotation: [a.quotation({ id: 'Q', ...ofDeal, status: is.quotation as never, sent_at: NOW })],
        contract: [
          a.contract({ id: 'K', ...ofDeal, status: is.contract as never, signed_file: 'f', approval_id: 'A' }),
        ],
        approval: [a.approval({ id: 'A', deal_id: DEAL, policy: 'contract', status: is.approval as never })],
        order: [anOrder({ id: 'O', ...ofDeal, exec_status: 'waiting_deposit', owner_id: MIA })],
        order_line: [anOrderLine({ id: 'L', order_id: 'O', inspection_result: is.released ? 'accept' : null })],
        production_order: [
          a.production_order({ id: 'P', deal_id: DEAL, order_id: 'O', order_line_id: 'L', status: is.made as never }),
        ],
        shipment: [
          a.shipment({
            id: 'S',
            ...ofDeal,
            order_id: 'O',
            status: is.shipment as never,
            bl_no: 'B',
            declaration_no: 'D',
          }),
        ],
        installment: [
          anInstallment({
            id: 'N',
            order_id: 'O',
            ...ofDeal,
            status: is.paid as never,
            paid_amount: is.paid === 'paid' ? 100_000 : 0,
          }),
        ],
        survey: [a.survey({ id: 'V', ...ofDeal, status: is.survey as never })],
        document: is.papers.map((type) =>
          a.document({ id: type, deal_id: DEAL, type: type as never, status: 'issued' }),
        ),
      },
    }),
  )

describe('what follows from a write, for its deal', () => {
  test('is all of it: nothing follows from what has followed', () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        const first = changesOf(settled(file, [], aView()))
        expect(changesOf(settled(withChanges(file, first), [], aView()))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('is written once for each record, on the version that is stored', () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        const [order] = file.parts.order
        const given: Change = { kind: 'update', type: 'order', before: order as AnyRecord, values: { remark: 'x' } }
        const changes = changesOf(settled(file, [given], aView()))
        expect(changes.map(changedId)).toEqual([...new Set(changes.map(changedId))])
        for (const change of changes) if (change.kind === 'update') expect(change.before.version).toBe(1)
      }),
    )
  })

  test('is nothing when an order of another deal is moved', () => {
    const file = aDealFile({
      deal: { state: standingAt('production') },
      parts: {
        order: [anOrder({ id: 'O', ...ofDeal })],
        document: [a.document({ id: 'D', deal_id: DEAL, type: 'inspection_report' as never })],
      },
    })
    const settledFile = withChanges(file, changesOf(settled(file, [], aView())))
    const other = anOrder({ id: 'X', customer_id: 'C', cargo_ready_on: null })
    const given: Change = { kind: 'update', type: 'order', before: other, values: { cargo_ready_on: '2026-10-20' } }
    expect(changesOf(settled(settledFile, [given], aView()))).toEqual([given])
  })
})

describe('an order under way', () => {
  const order = anOrder({ id: 'O', ...ofDeal, exec_status: 'shipped', eta: '2026-11-20' })
  const sailing = (id: string, given: object) =>
    a.shipment({ id, ...ofDeal, order_id: 'O', status: 'on_board', eta: '2026-11-20', ...given } as never)
  const etaAfter = (shipments: ReturnType<typeof sailing>[], values: object, eta = order.eta) => {
    const file = aDealFile({
      deal: { state: standingAt('collection') },
      parts: { order: [{ ...order, eta }], order_line: [anOrderLine({ id: 'L', order_id: 'O' })], shipment: shipments },
    })
    const given: Change = { kind: 'update', type: 'shipment', before: shipments[0] as never, values: { ...values } }
    const after = withChanges(file, changesOf(settled(file, [given], aView())))
    return after.parts.order[0]?.eta
  }

  test('arrives when its shipment does, whatever was said when it sailed', () => {
    expect(etaAfter([sailing('S', {})], { eta: '2026-12-02' })).toBe('2026-12-02')
    expect(etaAfter([sailing('S', {})], { ata: '2026-11-18' })).toBe('2026-11-18')
    expect(etaAfter([sailing('S', {})], { eta: null })).toBeNull()
    expect(etaAfter([sailing('S', { status: 'customs_released' })], { status: 'on_board' }, null)).toBe('2026-11-20')
  })

  test('is all there with the last of its shipments, of those that have left', () => {
    const later = sailing('T', { eta: '2026-12-10' })
    expect(etaAfter([sailing('S', {}), later], { eta: '2026-12-02' }, '2026-12-10')).toBe('2026-12-10')
    expect(etaAfter([sailing('S', {}), later], { eta: '2026-12-24' }, '2026-12-10')).toBe('2026-12-24')
    expect(etaAfter([sailing('S', {}), { ...later, status: 'booked' }], { eta: '2026-12-02' })).toBe('2026-12-02')
  })

  test('keeps the date that somebody has set by hand until its shipments have another', () => {
    expect(etaAfter([sailing('S', {})], { vessel: 'MV Example' }, '2026-11-25')).toBe('2026-11-25')
    expect(etaAfter([sailing('S', { status: 'booked' })], { eta: '2026-12-02' }, '2026-11-25')).toBe('2026-11-25')
  })
})

describe('an installment that counts from the documents', () => {
  const part = (given: object) =>
    anInstallment({
      id: 'N',
      order_id: 'O',
      ...ofDeal,
      anchor: 'docs_presented',
      offset_days: 5,
      status: 'awaiting_anchor',
      due_date: null,
      ...given,
    } as never)
  /** The papers of the second of two shipments, or of both, are sent: half past midnight on the 21st in Shanghai. */
  const SENT = Date.parse('2026-10-20T16:30:00Z')
  const dueAfter = (given: object, sent: { first?: number; second: number } = { second: SENT }) => {
    const shipment = ['S', 'T'].map((id) =>
      a.shipment({ id, ...ofDeal, order_id: 'O', status: 'in_transit', bl_date: '2026-10-10' } as never),
    )
    const parts = { order: [anOrder({ id: 'O', ...ofDeal })], shipment, installment: [part(given)] }
    const sending = (at: number, docs_sent_at: number): Change => ({
      kind: 'update',
      type: 'shipment',
      before: shipment[at] as never,
      values: { docs_sent_at },
    })
    const changes = [...(sent.first ? [sending(0, sent.first)] : []), sending(1, sent.second)]
    return valuesOf(
      changesOf(settled(aDealFile({ deal: { state: standingAt('collection') }, parts }), changes, aView())),
      'installment',
    )
  }

  test('is due so many days after they went to the bank, by the firm’s day', () => {
    expect(dueAfter({})).toEqual([{ due_date: '2026-10-26', status: 'scheduled' }])
    expect(dueAfter({ eom: true })).toEqual([{ due_date: '2026-10-31', status: 'scheduled' }])
  })

  test('is due with the first of them', () => {
    expect(dueAfter({}, { first: SENT - 86_400_000, second: SENT })).toEqual([
      { due_date: '2026-10-25', status: 'scheduled' },
    ])
  })

  test('is due so many days after the buyer accepted the draft, and with the first that they accepted', () => {
    const shipment = ['S', 'T'].map((id) =>
      a.shipment({ id, ...ofDeal, order_id: 'O', status: 'arrived', docs_sent_at: SENT } as never),
    )
    const drawn = part({ anchor: 'docs_accepted', offset_days: 60 })
    const parts = { order: [anOrder({ id: 'O', ...ofDeal })], shipment, installment: [drawn] }
    const file = aDealFile({ deal: { state: standingAt('collection') }, parts })
    const accepted = (at: number, docs_accepted_on: string): Change => ({
      kind: 'update',
      type: 'shipment',
      before: shipment[at] as never,
      values: { docs_accepted_on },
    })
    const dues = (...changes: Change[]) => valuesOf(changesOf(settled(file, changes, aView())), 'installment')
    expect(dues()).toEqual([])
    expect(dues(accepted(1, '2026-11-05'))).toEqual([{ due_date: '2027-01-04', status: 'scheduled' }])
    expect(dues(accepted(1, '2026-11-05'), accepted(0, '2026-11-01'))).toEqual([
      { due_date: '2026-12-31', status: 'scheduled' },
    ])
    // A deal that was kept before there was such a date knows nothing of it.
    const { docs_accepted_on: _, ...older } = shipment[0] as (typeof shipment)[number]
    const before = { ...file, parts: { ...file.parts, shipment: [older as (typeof shipment)[number]] } }
    expect(valuesOf(changesOf(settled(before, [], aView())), 'installment')).toEqual([])
  })

  test('leaves alone what counts from something else, or is paid', () => {
    expect(dueAfter({ anchor: 'docs_accepted' })).toEqual([])
    expect(dueAfter({ status: 'paid', paid_amount: 100_000 })).toEqual([])
  })
})

describe('an order of which another quantity has left than was ordered', () => {
  const CONTRACT = a.contract({ id: 'K', ...ofDeal, status: 'signed', tolerance: 500 })
  const order = anOrder({
    id: 'O',
    ...ofDeal,
    contract_id: 'K',
    exec_status: 'ready',
    charges: 85_000,
    lines_total: 3_000_000,
    total: 3_085_000,
  })
  const lines = [
    anOrderLine({ id: 'L', order_id: 'O', seq: 1, sku: 'BW-C600', qty: 600_000, unit_price: 40_000_000 }),
    anOrderLine({ id: 'M', order_id: 'O', seq: 2, sku: 'BW-T200', qty: 200_000, unit_price: 30_000_000 }),
  ]
  const part = (seq: number, pct: number, amount: number, paid: number, given = {}) =>
    anInstallment({
      id: `N${seq}`,
      order_id: 'O',
      ...ofDeal,
      seq,
      pct,
      amount,
      paid_amount: paid,
      status: paid === amount ? 'paid' : 'scheduled',
      ...given,
    })
  const deposit = part(1, 3_000, 925_500, 925_500)
  const balance = (paid = 0) => part(2, 7_000, 2_159_500, paid, { anchor: 'bl_date', offset_days: 7 })

  /** The deal after the last shipment has left with so much of each line. */
  function afterSailing(gone: readonly [number, number], installment = [deposit, balance()], given: object = {}) {
    const shipment = a.shipment({
      id: 'S',
      ...ofDeal,
      order_id: 'O',
      status: 'customs_released',
      bl_date: '2026-10-20',
    })
    const file = aDealFile({
      deal: { state: standingAt('shipment'), customer_id: 'C' },
      parts: {
        contract: [CONTRACT],
        order: [{ ...order, ...given }],
        order_line: lines,
        shipment: [shipment],
        shipment_line: lines.map(({ id }, at) =>
          a.shipment_line({ id: `S${id}`, shipment_id: 'S', seq: at + 1, order_line_id: id, qty: gone[at] ?? 0 }),
        ),
        installment,
      },
    })
    const sails: Change = { kind: 'update', type: 'shipment', before: shipment, values: { status: 'on_board' } }
    const changes = changesOf(settled(file, [sails], aView()))
    return { after: withChanges(file, changes), changes }
  }

  const amountsIn = ({ parts }: ReturnType<typeof aDealFile>) =>
    parts.installment.map(({ seq, amount, status }) => `${seq}: ${amount} ${status}`).sort()
  const toldIn = (changes: readonly Change[]) => valuesOf(changes, 'interaction').map(({ snippet }) => snippet)

  test('owes what has left, and the timeline tells by what', () => {
    const { after, changes } = afterSailing([588_000, 200_000])
    expect(amountsIn(after)).toEqual(['1: 925500 paid', '2: 2111500 scheduled'])
    expect(after.parts.installment.find(({ seq }) => seq === 2)).toMatchObject({ due_date: '2026-10-27' })
    expect(after.parts.order[0]).toMatchObject({ exec_status: 'shipped', total: 3_037_000, charges: 37_000 })
    expect(after.parts.order_line.map(({ qty }) => qty)).toEqual([600_000, 200_000])
    expect(toldIn(changes)).toEqual(['shipped:USD 30,850.00>USD 30,370.00:BW-C600 588/600 H87'])
    expect(changesOf(settled(after, [], aView()))).toEqual([])
  })

  test('owes more where more has left, with a part of its own where all was paid', () => {
    expect(amountsIn(afterSailing([610_000, 200_000]).after)).toEqual(['1: 925500 paid', '2: 2199500 scheduled'])
    const { after, changes } = afterSailing([610_000, 190_000], [deposit, balance(2_159_500)])
    expect(amountsIn(after)).toEqual(['1: 925500 paid', '2: 2159500 paid', '3: 10000 scheduled'])
    expect(toldIn(changes)).toEqual(['shipped:USD 30,850.00>USD 30,950.00:BW-C600 610/600 H87, BW-T200 190/200 H87'])
  })

  test('that was paid is paid beyond it, which is told', () => {
    const { after, changes } = afterSailing([588_000, 200_000], [deposit, balance(2_159_500)])
    expect(amountsIn(after)).toEqual(['1: 925500 paid', '2: 2111500 paid'])
    expect(after.parts.installment.map(({ paid_amount }) => paid_amount).sort()).toEqual([2_159_500, 925_500])
    expect(toldIn(changes).at(-1)).toBe('credit:')
  })

  test('owes what was agreed where all has left, where it is short beyond the tolerance, or is not divided', () => {
    for (const { after, changes } of [
      afterSailing([600_000, 200_000]),
      afterSailing([560_000, 200_000]),
      afterSailing([588_000, 200_000], []),
      afterSailing([588_000, 200_000], [deposit, balance()], { total: null }),
    ]) {
      expect(valuesOf(changes, 'installment').filter((values) => 'amount' in values)).toEqual([])
      expect(toldIn(changes)).toEqual([])
      expect(after.parts.order[0]?.charges).toBe(85_000)
    }
  })

  test('comes to what it is divided into, whatever has left and was paid', () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.integer({ min: 570_000, max: 630_000 }), fc.integer({ min: 190_000, max: 210_000 })),
        fc.integer({ min: 0, max: 925_500 }),
        fc.integer({ min: 0, max: 2_159_500 }),
        (gone, first, second) => {
          const { after } = afterSailing(gone, [part(1, 3_000, 925_500, first), balance(second)])
          const sum = after.parts.installment.reduce((all, { amount }) => all + amount, 0)
          expect(sum).toBe(after.parts.order[0]?.total)
          expect(after.parts.order[0]?.total).toBe(gone[0] * 4 + gone[1] * 3 + 85_000)
          expect(changesOf(settled(after, [], aView()))).toEqual([])
        },
      ),
    )
  })
})

describe('a deal', () => {
  const begun = (inquiry: ReturnType<typeof anInquiry>, road = null as Parameters<typeof started>[0]['road']) =>
    changesOf(
      started(
        {
          id: DEAL,
          values: { subject: 'x', owner_id: MIA, inquiry_id: inquiry.id },
          changes: [{ kind: 'update', type: 'inquiry', before: inquiry, values: { deal_id: DEAL } }],
          customer: null,
          road,
        },
        aView(),
      ),
    )

  test('begins where its inquiry stands', () => {
    const stageOf = (inquiry: ReturnType<typeof anInquiry>) => valuesOf(begun(inquiry), 'deal')[0]?.stage
    expect(stageOf(anInquiry({ id: 'I', status: 'received' }))).toBe('lead')
    expect(stageOf(anInquiry({ id: 'I', status: 'claimed', claimed_at: NOW }))).toBe('lead')
    const answered = { status: 'contacted', claimed_at: NOW, first_response_at: NOW } as const
    expect(stageOf(anInquiry({ id: 'I', ...answered }))).toBe('quotation')
  })

  describe('of a buyer who has ordered before', () => {
    const at = (stage: string | null, lastOrderDate: string | null) => {
      const inquiry = anInquiry({ id: 'I', ...ofDeal, status: 'claimed', claimed_at: NOW })
      const deal = stage === null ? { state: null, stage: null } : { state: standingAt(stage), stage }
      return aDealFile({ deal: { ...deal, customer_id: 'C' }, parts: { inquiry: [inquiry] }, lastOrderDate })
    }

    test('begins with its inquiry like any other, also when it was made over the API', () => {
      const file = at(null, '2026-10-01')
      expect(withChanges(file, changesOf(settled(file, [], aView()))).deal.stage).toBe('lead')
    })

    test.each(['lead', 'quotation'])(
      'goes from its %s straight to the contract, if somebody says so within 90 days',
      (stage) => {
        const stages = (lastOrderDate: string | null) => {
          const file = at(stage, lastOrderDate)
          const by = { id: MIA, roles: [], is: ['owner' as const] }
          const way = `repeat-${stage}`
          const taken = takeStep({ file, type: 'deal', record: file.deal, way, input: {}, by, view: aView() })
          return 'problems' in taken
            ? taken.problems.map(({ message }) => message)
            : withChanges(file, changesOf(settled(file, taken.changes, aView()))).deal.stage
        }
        expect(stages('2026-07-22')).toBe('contract')
        const late = ['The buyer has ordered nothing within the last 90 days.']
        expect(stages('2026-07-21')).toEqual(late)
        expect(stages(null)).toEqual(late)
      },
    )
  })

  test('takes the standard road where the one that is published cannot be read any more', () => {
    const broken = { key: 'ours', version: 3, subject: 'deal', nodes: 'none', edges: [] }
    const [values] = valuesOf(begun(anInquiry({ id: 'I', status: 'received' }), published(broken)), 'deal')
    expect(values).toMatchObject({
      workflow: STANDARD_ROAD.key,
      workflow_version: STANDARD_ROAD.version,
      stage: 'lead',
    })
  })

  test('that was paid in advance and has sailed is not kept from being collected and closed', () => {
    const file = aDealFile({
      deal: { state: standingAt('shipment') },
      parts: {
        shipment: [a.shipment({ id: 'S', ...ofDeal, status: 'closed', bl_no: 'B', declaration_no: 'D' })],
        installment: [anInstallment({ id: 'N', order_id: 'O', ...ofDeal, paid_amount: 100_000, status: 'paid' })],
        survey: [a.survey({ id: 'V', ...ofDeal, status: 'answered' })],
        document: ['commercial_invoice', 'packing_list'].map((type) =>
          a.document({ id: type, deal_id: DEAL, type: type as never, status: 'issued' }),
        ),
      },
    })
    expect(valuesOf(changesOf(settled(file, [], aView())), 'deal')).toMatchObject([{ status: 'won', closed_at: NOW }])
  })

  test('is not won while one of its orders has not left', () => {
    const whole = (exec_status: 'shipped' | 'ready') =>
      aDealFile({
        deal: { state: standingAt('collection') },
        parts: {
          order: [
            anOrder({ id: 'O', ...ofDeal, exec_status: 'closed' }),
            anOrder({ id: 'P', ...ofDeal, exec_status }),
            anOrder({ id: 'X', ...ofDeal, exec_status: 'in_production', status: 'cancelled' }),
          ],
          survey: [a.survey({ id: 'V', ...ofDeal, status: 'answered' })],
        },
      })
    const statusOf = (file: ReturnType<typeof aDealFile>) =>
      valuesOf(changesOf(settled(file, [], aView())), 'deal')[0]?.status
    expect(statusOf(whole('ready'))).toBeUndefined()
    expect(statusOf(whole('shipped'))).toBe('won')
  })

  test('waits for no photo and no parcel of samples that were all cancelled', () => {
    const stageWith = (...statuses: string[]) => {
      const file = aDealFile({
        deal: { state: standingAt('sample') },
        parts: {
          quotation: [a.quotation({ id: 'Q', ...ofDeal, status: 'accepted', sent_at: NOW })],
          sample: statuses.map((status, at) => a.sample({ id: `S${at}`, ...ofDeal, status: status as never })),
        },
      })
      const after = withChanges(file, changesOf(settled(file, [], aView())))
      return [after.deal.stage, missingDocuments(file)]
    }
    expect(stageWith('cancelled', 'cancelled')).toEqual(['contract', []])
    expect(stageWith('cancelled', 'approved_by_customer')).toEqual(['lead', ['sample_photo', 'tracking_no']])
  })

  test('that is lost leaves no inquiry in somebody’s hand', () => {
    const inquiry = (id: string, status: 'contacted' | 'duplicate') => anInquiry({ id, ...ofDeal, status })
    const file = aDealFile({
      deal: { state: standingAt('quotation') },
      parts: { inquiry: [inquiry('I', 'contacted'), inquiry('D', 'duplicate')] },
    })
    const lost: Change = {
      kind: 'update',
      type: 'deal',
      before: file.deal,
      values: {
        status: 'lost',
        lost_reason: 'price',
        state: { ...standingAt('quotation'), tokens: [], finished: 'end_lost' },
      },
    }
    const changes = changesOf(settled(file, [lost], aView())).filter(({ type }) => type === 'inquiry')
    expect(changes.map((change) => [changedId(change), change.kind === 'update' && change.values])).toEqual([
      ['I', { status: 'lost', lost_reason: 'price' }],
    ])
  })

  test.each(['production', 'shipment', 'collection'])(
    'at its %s reminds of money that is owed, and of no other',
    (stage) => {
      const part = (id: string, given: object) =>
        anInstallment({ id, order_id: 'O', ...ofDeal, amount: 100, due_date: '2026-10-25', ...given })
      const file = aDealFile({
        deal: { state: standingAt(stage) },
        parts: {
          order: [anOrder({ id: 'O', ...ofDeal, exec_status: 'in_production' })],
          installment: [
            part('owed', {}),
            part('paid', { paid_amount: 100, status: 'paid' }),
            part('disputed', { status: 'disputed' }),
            part('with-the-bank', { anchor: 'docs_presented' }),
            part('accepted', { anchor: 'docs_accepted' }),
          ],
        },
      })
      const keys = dealClocks(file, aView()).clocks?.map(({ key }) => key) ?? []
      expect(keys.filter((key) => /overdue|pay_reminder/.test(key)).sort()).toEqual([
        'installment.overdue:accepted',
        'installment.overdue:owed',
        'installment.pay_reminder:accepted',
        'installment.pay_reminder:owed',
      ])
    },
  )
  test('that stands at two stages at once would be reminded of the same money once', () => {
    const file = aDealFile({
      parts: { installment: [anInstallment({ id: 'N', order_id: 'O', ...ofDeal, due_date: '2026-10-25' })] },
    })
    const [view, state] = [aView(), standingAt('shipment', 'collection')]
    const clocks = clocksOf(file.road as Workflow, state, dealFacts(file, view), view, officeHours(view.timezone))
    expect(clocks.map(({ key }) => key).filter((key) => key.startsWith('installment'))).toEqual([
      'installment.pay_reminder:N',
      'installment.overdue:N',
    ])
  })

  test('is not kept in production by the lines of an order that was cancelled, nor goes on by them alone', () => {
    const stageWith = (second: object) => {
      const order = [
        anOrder({ id: 'O', ...ofDeal, status: 'cancelled', cargo_ready_on: '2026-10-01' }),
        anOrder({ id: 'P', ...ofDeal, cargo_ready_on: '2026-10-19', ...second }),
      ]
      const order_line = [
        anOrderLine({ id: 'L', order_id: 'O', inspection_result: null }),
        anOrderLine({ id: 'M', order_id: 'P', inspection_result: 'accept' }),
      ]
      const document = [a.document({ id: 'D', deal_id: DEAL, type: 'inspection_report', status: 'issued' } as never)]
      const file = aDealFile({
        deal: { state: standingAt('production'), stage: 'production' },
        parts: { order, order_line, document },
      })
      return withChanges(file, changesOf(settled(file, [], aView()))).deal.stage
    }
    expect(stageWith({})).toBe('shipment')
    expect(stageWith({ status: 'cancelled' })).toBe('production')
  })
})
