import { describe, expect, test } from 'vitest'
import { stepsOn } from '#shared/deal/steps.ts'
import { takeStep } from '#shared/deal/take-step.ts'
import { withChanges } from '#shared/deal/with-changes.ts'
import type { Values } from '#shared/record/change.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import type { WayType } from '#shared/workflow/standard/index.ts'
import { anInstallment, anOrder, anOrderLine } from '../../fixtures/builders.ts'
import { aDealFile, aView, DEAL, NOW } from '../../fixtures/deal-file.ts'
import { a } from '../../fixtures/road.ts'

type DealFile = ReturnType<typeof aDealFile>

const ofDeal = { deal_id: DEAL, customer_id: 'C' }

const recordOf = (file: DealFile, type: WayType) => (file.parts[type] as readonly AnyRecord[])[0] as AnyRecord

/** What somebody of a post can do with the first record of a type, by the standard way. */
const possible = (file: DealFile, type: WayType): string[] =>
  stepsOn(file, type, recordOf(file, type), aView()).flatMap(({ way }) => (way.held.length === 0 ? [way.key] : []))

/** The record after a step, or the sentences that refuse it. */
function taking(file: DealFile, type: WayType, way: string, { role = 'manager', input = {} as Values } = {}) {
  const by = { id: 'U', roles: [role], is: role === 'manager' ? (['manager'] as const) : [] }
  const taken = takeStep({ file, type, record: recordOf(file, type), way, input, by, view: aView() })
  return 'problems' in taken
    ? taken.problems.map(({ message }) => message)
    : recordOf(withChanges(file, taken.changes), type)
}

describe('a shipment', () => {
  const at = (status: string, given: object = {}, installment: ReturnType<typeof anInstallment>[] = []) =>
    aDealFile({
      parts: {
        order: [anOrder({ id: 'O', ...ofDeal })],
        shipment: [a.shipment({ id: 'S', ...ofDeal, order_id: 'O', status: status as never, ...given })],
        installment,
      },
    })
  const part = (given: object) => anInstallment({ id: 'N', order_id: 'O', ...ofDeal, guards: 'bl_release', ...given })

  test.each(['on_board', 'in_transit', 'arrived', 'delivered'])('has its documents sent once while %s', (status) => {
    const way = `send_docs-${status}`
    expect(taking(at(status), 'shipment', way, { role: 'doc_clerk' })).toMatchObject({ status, docs_sent_at: NOW })
    expect(taking(at(status), 'shipment', way, { role: 'finance' })).toMatchObject({ status })
    expect(taking(at(status, { docs_sent_at: 1 }), 'shipment', way)).toEqual(['The documents have been sent already.'])
    expect(possible(at(status, { docs_sent_at: 1 }), 'shipment')).not.toContain(way)
    expect(taking(at(status), 'shipment', way, { role: 'planner' })).toHaveLength(1)
  })

  test.each(['planned', 'booked', 'loaded', 'customs_released', 'closed', 'cancelled'])(
    'has none to send while %s',
    (status) => {
      expect(possible(at(status), 'shipment').filter((key) => key.startsWith('send_docs'))).toEqual([])
    },
  )

  test('keeps its documents until what they wait for is paid', () => {
    const open = part({ amount: 1_000_00, paid_amount: 400_00 })
    expect(taking(at('on_board', {}, [open]), 'shipment', 'send_docs-on_board')).toEqual([
      'Payment USD 600.00 not received yet.',
    ])
    const paid = part({ amount: 1_000_00, paid_amount: 1_000_00, status: 'paid' })
    const other = part({ id: 'M', guards: 'loading' })
    expect(taking(at('on_board', {}, [paid, other]), 'shipment', 'send_docs-on_board')).toMatchObject({
      docs_sent_at: NOW,
    })
  })

  test.each(['docs_presented', 'docs_accepted'] as const)(
    'sends them to the bank that collects against them, with %s',
    (anchor) => {
      const collected = part({ anchor, status: 'awaiting_anchor' })
      expect(taking(at('on_board', {}, [collected]), 'shipment', 'send_docs-on_board')).toMatchObject({
        docs_sent_at: NOW,
      })
    },
  )

  describe('of which the bank collects against acceptance', () => {
    const SENT = { docs_sent_at: 1 }
    const drawn = (given: object = {}) =>
      part({ anchor: 'docs_accepted', status: 'awaiting_anchor', due_date: null, offset_days: 60, ...given })
    const accept = (file: DealFile, way = 'accept_docs-arrived', role = 'finance') =>
      taking(file, 'shipment', way, { role, input: { docs_accepted_on: '2026-10-19' } })

    test.each(['on_board', 'in_transit', 'arrived', 'delivered'])(
      'says when the buyer accepted, while %s',
      (status) => {
        const accepted = { status, docs_accepted_on: '2026-10-19' }
        expect(accept(at(status, SENT, [drawn()]), `accept_docs-${status}`)).toMatchObject(accepted)
        expect(accept(at(status, SENT, [drawn()]), `accept_docs-${status}`, 'merchandiser')).toMatchObject(accepted)
        expect(accept(at(status, SENT, [drawn()]), `accept_docs-${status}`, 'planner')).toHaveLength(1)
      },
    )

    test('is asked for nothing of the kind where nothing waits for it, or nothing has been sent', () => {
      const waits = ['No draft waits for acceptance: nothing is due by it, or the documents have not been sent.']
      expect(accept(at('arrived', {}, [drawn()]))).toEqual(waits)
      expect(accept(at('arrived', SENT, [part({})]))).toEqual(waits)
      expect(accept(at('arrived', SENT, [drawn({ order_id: 'X' })]))).toEqual(waits)
      expect(accept(at('arrived', SENT, [drawn({ due_date: '2026-12-18', status: 'scheduled' })]))).toEqual(waits)
      expect(possible(at('arrived', SENT, [part({})]), 'shipment')).not.toContain('accept_docs-arrived')
      expect(possible(at('arrived', SENT, [drawn()]), 'shipment')).toContain('accept_docs-arrived')
    })

    test('is not closed before that, for nobody could say it any more', () => {
      const close = (given: object, parts: ReturnType<typeof part>[]) =>
        taking(at('delivered', given, parts), 'shipment', 'close')
      expect(close({}, [drawn()])).toEqual([
        'The documents are still to be sent to the bank: what it collects is due by them.',
      ])
      expect(close({}, [drawn({ anchor: 'docs_presented' })])).toHaveLength(1)
      expect(close(SENT, [drawn()])).toEqual([
        'When the buyer accepted the draft has not been noted: what is owed is due by it.',
      ])
      expect(close(SENT, [drawn({ status: 'cancelled' })])).toMatchObject({ status: 'closed' })
      expect(close(SENT, [part({})])).toMatchObject({ status: 'closed' })
    })
  })

  test.each([
    ['original', 'originals_sent'],
    ['telex', 'surrendered'],
    ['seaway', 'released'],
    ['ebl', 'released'],
  ])('is released by its B/L: %s, %s', (bl_type, release_status) => {
    expect(taking(at('arrived'), 'shipment', 'send_docs-arrived', { input: { bl_type } })).toMatchObject({
      bl_type,
      release_status,
    })
  })

  test.each(['booked', 'docs_preparing', 'loaded', 'customs_declared', 'customs_inspection', 'customs_released'])(
    'is rolled to a later vessel while %s, and booked anew',
    (status) => {
      expect(taking(at(status), 'shipment', `roll-${status}`, { role: 'logistics' })).toMatchObject({
        status: 'rolled',
      })
    },
  )

  test.each([
    ['booked', 'prepare'],
    ['docs_preparing', 'load-docs_preparing'],
    ['loaded', 'declare'],
    ['customs_declared', 'clear-customs_declared'],
    ['customs_inspection', 'clear-customs_inspection'],
    ['customs_released', 'sail'],
  ])('goes on first of all while %s: %s', (status, way) => {
    expect(possible(at(status), 'shipment')[0]).toBe(way)
  })

  test.each(['planned', 'on_board', 'in_transit', 'arrived', 'delivered'])('is not rolled while %s', (status) => {
    expect(possible(at(status), 'shipment').filter((key) => key.startsWith('roll'))).toEqual([])
  })

  test('that was rolled is booked anew, and goes the same way with what is known of it', () => {
    const booked = { booking_no: 'B2', etd: '2026-11-08' }
    expect(taking(at('rolled'), 'shipment', 'book-rolled', { input: booked })).toMatchObject({
      status: 'booked',
      ...booked,
    })
    expect(taking(at('loaded', { declaration_no: '5301' }), 'shipment', 'declare')).toMatchObject({
      status: 'customs_declared',
    })
  })
})

describe('one of several orders of a deal', () => {
  const order = (id: string) => anOrder({ id, ...ofDeal })
  const owed = (order_id: string, guards: string, given: object = {}) =>
    anInstallment({
      id: `${guards} of ${order_id}`,
      order_id,
      ...ofDeal,
      guards: guards as never,
      amount: 500_00,
      ...given,
    })
  const line = (id: string, order_id: string) => anOrderLine({ id, order_id })
  const file = (
    installment: ReturnType<typeof owed>[],
    given: { status: string; order_id?: string | null; lines?: string[] },
  ) =>
    aDealFile({
      parts: {
        order: [order('O'), order('P')],
        order_line: [line('L', 'O'), line('M', 'P')],
        shipment: [
          a.shipment({
            id: 'S',
            ...ofDeal,
            order_id: given.order_id === undefined ? 'O' : given.order_id,
            status: given.status as never,
          }),
        ],
        shipment_line: (given.lines ?? []).map((id) =>
          a.shipment_line({ id: `of ${id}`, shipment_id: 'S', seq: 1, order_line_id: id, qty: 1_000 }),
        ),
        production_order: [a.production_order({ id: 'W', deal_id: DEAL, order_id: 'O', status: 'planned' })],
        installment,
      },
    })

  test.each([
    ['booked', 'load-booked', 'loading', { status: 'loaded' }],
    ['on_board', 'send_docs-on_board', 'bl_release', { docs_sent_at: NOW }],
  ])('its shipment, %s, waits for its own money and for no other: %s', (status, way, guards, done) => {
    const waits = ['Payment USD 500.00 not received yet.']
    expect(taking(file([owed('P', guards)], { status }), 'shipment', way)).toMatchObject(done)
    expect(taking(file([owed('O', guards), owed('P', guards)], { status }), 'shipment', way)).toEqual(waits)
    // One that carries something of both waits for both, and one of which nothing is known for all.
    const both = { status, lines: ['L', 'M'] }
    expect(taking(file([owed('P', guards)], both), 'shipment', way)).toEqual(waits)
    expect(taking(file([owed('P', guards)], { status, order_id: null }), 'shipment', way)).toEqual(waits)
  })

  test('what is made for it waits for its own deposit', () => {
    const at = { status: 'planned' }
    expect(taking(file([owed('P', 'production_start')], at), 'production_order', 'release')).toMatchObject({
      status: 'released',
    })
    expect(
      taking(file([owed('O', 'production_start'), owed('P', 'production_start')], at), 'production_order', 'release'),
    ).toEqual(['Deposit USD 500.00 not received yet.'])
  })
})

describe('a production order', () => {
  const at = (status: string, given: object = {}, order: object = {}) =>
    aDealFile({
      parts: {
        order: [anOrder({ id: 'O', ...ofDeal, ...order })],
        production_order: [
          a.production_order({ id: 'P', deal_id: DEAL, order_id: 'O', status: status as never, ...given }),
        ],
      },
    })
  const begun = { actual_start: '2026-10-01' }

  test('goes on where it was paused, and began when it began', () => {
    expect(possible(at('paused'), 'production_order')).toContain('resume')
    expect(possible(at('paused'), 'production_order')).not.toContain('continue')
    expect(taking(at('paused'), 'production_order', 'resume')).toMatchObject({ status: 'released', actual_start: null })
    expect(possible(at('paused', begun), 'production_order')).toContain('continue')
    expect(possible(at('paused', begun), 'production_order')).not.toContain('resume')
    expect(taking(at('paused', begun), 'production_order', 'continue')).toMatchObject({ status: 'running', ...begun })
  })

  test('says where it goes on instead', () => {
    const [running, released] = ['From here it goes on to "Running".', 'From here it goes on to "Released".']
    expect(taking(at('paused', begun), 'production_order', 'resume')).toEqual([running])
    expect(taking(at('paused'), 'production_order', 'continue')).toEqual([released])
  })

  test('is not made further while its order is on hold', () => {
    const held = { status: 'on_hold', hold_kind: 'quality' }
    expect(taking(at('paused', begun, held), 'production_order', 'continue')).toEqual(['The order is on hold.'])
  })

  test('that is started once more has the day on which it began', () => {
    expect(taking(at('material_ready'), 'production_order', 'start')).toMatchObject({ actual_start: '2026-10-20' })
    expect(taking(at('material_ready', begun), 'production_order', 'start')).toMatchObject(begun)
  })
})

describe('a quotation', () => {
  const at = (status: string, valid_until: string | null) =>
    aDealFile({ parts: { quotation: [a.quotation({ id: 'Q', ...ofDeal, status, valid_until } as never)] } })

  test.each(['sent', 'negotiating'])('is accepted as long as it is valid, its last day too, while %s', (status) => {
    for (const until of ['2026-10-20', '2026-11-30', null])
      expect(taking(at(status, until), 'quotation', `accept-${status}`)).toMatchObject({ status: 'accepted' })
    expect(taking(at(status, '2026-10-19'), 'quotation', `accept-${status}`)).toEqual([
      'It was valid until 2026-10-19: revise it.',
    ])
    expect(possible(at(status, '2026-10-19'), 'quotation')).not.toContain(`accept-${status}`)
  })
})

describe('a sample', () => {
  const at = (status: string) =>
    aDealFile({ parts: { sample: [a.sample({ id: 'S', ...ofDeal, status: status as never })] } })

  test.each(['requested', 'approved', 'making', 'ready', 'dispatched', 'delivered', 'changes_requested', 'rejected'])(
    'is cancelled while %s',
    (status) => {
      expect(possible(at(status), 'sample')).toContain(`cancel-${status}`)
      expect(taking(at(status), 'sample', `cancel-${status}`)).toMatchObject({ status: 'cancelled' })
    },
  )

  test('that was rejected goes nowhere else, and one that was approved or cancelled nowhere', () => {
    expect(possible(at('rejected'), 'sample')).toEqual(['cancel-rejected'])
    expect(possible(at('approved_by_customer'), 'sample')).toEqual([])
    expect(possible(at('cancelled'), 'sample')).toEqual([])
  })
})
