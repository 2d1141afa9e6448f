import { env } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { NOW, newId, plant } from '../firm.ts'
import { aBookedDeal, aSource, BY_BOOKING, LATE } from './a-hook.ts'
import { type ADeal, aRecord } from './a-signed-deal.ts'
import { storesNothing } from './goods-steps.ts'

const shipmentOf = (deal: ADeal) => deal.one('shipment')
const dues = async (deal: ADeal) =>
  (await deal.ofDeal('installment', { deal_id: deal.dealId })).map((one) => one.due_date)
const unsettled = async ({ tenantId }: ADeal) =>
  (
    await env.DB.prepare('SELECT count(*) AS n FROM deal_work WHERE tenant_id = ?')
      .bind(tenantId)
      .first<{ n: number }>()
  )?.n
const eventsOf = async (deal: ADeal, id: unknown) =>
  (
    await env.DB.prepare('SELECT * FROM events WHERE tenant_id = ? AND record_id = ? ORDER BY version')
      .bind(deal.tenantId, id)
      .all()
  ).results

test('what a carrier tells is a milestone, the dates follow, and the deal goes on in the same write', async () => {
  const deal = await aBookedDeal({ status: 'in_transit', atd: '2026-10-19' })
  const source = await aSource(deal)
  const before = await unsettled(deal)
  const answer = await source.tell({ shipment: BY_BOOKING, events: [LATE] })
  expect([answer.status, answer.body]).toEqual([200, { stored: 1, known: 0 }])
  expect(answer.trips).toBe(3)
  expect(answer.rowsRead).toBeLessThan(400)
  expect(await deal.one('milestone')).toMatchObject({
    type: 'ARRI',
    classifier: 'EST',
    at: Date.parse('2026-12-08T09:30:00Z'),
    location: 'BRSSZ',
    reported_by: 'carrier',
    hook_id: source.id,
    hook_name: 'Ocean Line',
    source: 'webhook',
    created_by: source.id,
  })
  expect(await shipmentOf(deal)).toMatchObject({ eta: '2026-12-08', first_eta: '2026-12-01', etd: '2026-11-01' })
  expect(await dues(deal)).toEqual(['2026-10-29', '2026-12-03'])
  expect(await deal.one('order', { deal_id: deal.dealId })).toMatchObject({ eta: '2026-12-08' })
  const told = (await deal.rows('interaction')).filter(({ kind }) => kind === 'system').map(({ snippet }) => snippet)
  expect(told).toEqual(['eta:2026-12-01>2026-12-08'])
  // Nobody has to look at the deal again.
  expect(await unsettled(deal)).toBe(before)
})

test('who told it is in the history, in the API and on the panel, in both languages', async () => {
  const deal = await aBookedDeal()
  const source = await aSource(deal, 'forwarder', 'Swift Freight')
  await source.tell({ shipment: { number: 'SH-2026-0001' }, events: [LATE] })
  const { id } = await shipmentOf(deal)
  const { events } = (await deal.call('GET', `/v1/shipments/${id}/events`)).body
  expect(events[0]).toMatchObject({
    action: 'tell-milestones',
    title: 'Told by webhook',
    actor: source.id,
    actorName: 'Swift Freight',
    surface: 'webhook',
    surfaceText: 'Webhook',
  })
  const { records } = (await deal.call('GET', '/v1/milestones')).body
  expect(records).toMatchObject([
    { reported_by: 'forwarder', hook_id: source.id, hook_name: 'Swift Freight', source: 'webhook' },
  ])
  expect((await deal.panel('logistics')).full).toContainEqual({
    kind: 'fact',
    label: 'Arrived BRSSZ',
    value: '2026-12-08 06:30 · estimated',
    detail: 'Told by: the forwarder · Swift Freight',
  })
  const body = { record: { type: 'deal', id: deal.dealId } }
  const chinese = await deal.call('POST', '/v1/panel', body, { headers: { 'Accept-Language': 'zh-CN' } })
  expect(chinese.text).toContain('"detail":"来源: 货代 · Swift Freight"')
})

test('what we noted ourselves is shown as ours beside it, and what is actual is not put back by a forecast', async () => {
  const deal = await aBookedDeal()
  const source = await aSource(deal)
  const { id } = await shipmentOf(deal)
  const gate = { type: 'GTIN', classifier: 'ACT', at: '2026-10-19T10:00:00+08:00', location: 'CNYTN' }
  await source.tell({ shipment: BY_BOOKING, events: [gate] })
  await source.tell({ shipment: BY_BOOKING, events: [{ ...gate, classifier: 'EST', at: '2026-10-21T10:00:00+08:00' }] })
  await deal.does('logistics', 'add-milestone', 'shipment', id, {
    type: 'STUF',
    classifier: 'ACT',
    on: '2026-10-18',
    reported_by: 'manual',
  })
  const details = (await deal.panel('logistics')).full
    .filter(({ label }: { label?: string }) => label === 'Stuffed' || label === 'Gate in CNYTN')
    .map(({ label, value, detail }: Record<string, string>) => `${label}: ${value}, ${detail}`)
  expect(details).toEqual([
    'Stuffed: 2026-10-18 12:00 · actual, Told by: us',
    'Gate in CNYTN: 2026-10-19 10:00 · actual, Told by: the carrier · Ocean Line',
  ])
})

describe('the same', () => {
  test('message again is answered as the first time and stored once, whatever has come since', async () => {
    const deal = await aBookedDeal()
    const source = await aSource(deal)
    const id = 'msg_1'
    const said = { shipment: BY_BOOKING, events: [LATE] }
    const first = await source.tell(said, { id })
    await source.tell({ shipment: BY_BOOKING, events: [{ ...LATE, at: '2026-12-10T06:30:00-03:00' }] })
    await storesNothing(deal, async () => {
      // Sent again it is signed anew.
      const again = await source.tell(said, { id, at: NOW + 60_000 })
      expect([again.status, again.body]).toEqual([first.status, first.body])
      expect(again.trips).toBe(1)
      expect((await source.tell({ ...said, events: [] }, { id })).body.code).toBe('key_reused')
    })
    expect(await shipmentOf(deal)).toMatchObject({ eta: '2026-12-10' })
  })

  test('message at once, many times, is stored once', async () => {
    const deal = await aBookedDeal()
    const source = await aSource(deal)
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => source.tell({ shipment: BY_BOOKING, events: [LATE] }, { id: 'msg_2' })),
    )
    expect(answers.map(({ status, body }) => [status, body])).toEqual(answers.map(() => [200, { stored: 1, known: 0 }]))
    expect(await deal.rows('milestone')).toHaveLength(1)
  })

  test('event in other messages is stored once, also twice in one and from two at once', async () => {
    const deal = await aBookedDeal()
    const source = await aSource(deal)
    const utc = { ...LATE, at: '2026-12-08T09:30:00.000Z' }
    expect((await source.tell({ shipment: BY_BOOKING, events: [LATE, utc] })).body).toEqual({ stored: 1, known: 1 })
    const more = { ...LATE, type: 'DISC' }
    const both = await Promise.all([1, 2].map(() => source.tell({ shipment: { bl_no: 'BL1' }, events: [LATE, more] })))
    expect(both.map(({ body }) => body.stored).sort()).toEqual([0, 1])
    expect(await deal.rows('milestone')).toHaveLength(2)
    const other = await aSource(deal, 'platform', 'Track Co')
    expect((await other.tell({ shipment: BY_BOOKING, events: [LATE] })).body).toEqual({ stored: 1, known: 0 })
  })
})

describe('days', () => {
  test.each([
    ['as written where it is', { ...LATE, at: '2026-12-08T23:30:00-03:00' }, '2026-12-08'],
    ['of UTC in the zone of the place', { ...LATE, at: '2026-12-09T02:30:00Z' }, '2026-12-08'],
    [
      'of UTC without a place in the zone of the port',
      { ...LATE, location: null, at: '2026-12-09T02:30:00Z' },
      '2026-12-08',
    ],
    ['of a port on the way not at all', { ...LATE, location: 'SGSIN' }, '2026-12-01'],
  ])('%s', async (_, event, eta) => {
    const deal = await aBookedDeal()
    await (await aSource(deal)).tell({ shipment: BY_BOOKING, events: [event] })
    expect(await shipmentOf(deal)).toMatchObject({ eta })
    expect(await deal.rows('milestone')).toHaveLength(1)
  })

  test('several in one message count in the order of the telling', async () => {
    const deal = await aBookedDeal()
    const departed = { type: 'DEPA', classifier: 'ACT', at: '2026-10-19T22:00:00+08:00', location: 'CNYTN' }
    const answer = await (await aSource(deal)).tell({
      shipment: BY_BOOKING,
      events: [LATE, departed, { ...LATE, at: '2026-12-06T06:30:00-03:00' }],
    })
    expect(answer.body).toEqual({ stored: 3, known: 0 })
    const { id, version } = await shipmentOf(deal)
    expect(await shipmentOf(deal)).toMatchObject({ atd: '2026-10-19', eta: '2026-12-06', version: 2 })
    expect(await eventsOf(deal, id)).toHaveLength(version - 1)
  })
})

describe('which shipment is meant', () => {
  const other = (deal: ADeal, given: object) => {
    const shipment = aRecord('shipment', { doc_no: `SH-${newId()}`, customer_id: deal.customer.id, ...given })
    const container = aRecord('container', { shipment_id: shipment.id, no: 'CSQU3054383' })
    return plant(deal.tenantId, { shipment: [shipment], container: [container] })
  }

  test.each([{ number: 'SH-2026-0001' }, { booking_no: 'B1' }, { bl_no: 'BL1' }, { container_no: 'CSQU3054383' }])(
    'is told by %j',
    async (shipment) => {
      const deal = await aBookedDeal()
      await other(deal, { status: 'closed', booking_no: 'OLD' })
      await other(deal, { status: 'cancelled', booking_no: 'B1' })
      const answer = await (await aSource(deal)).tell({ shipment, events: [LATE] })
      expect([answer.status, answer.trips]).toEqual([200, 3])
      expect((await deal.one('milestone')).shipment_id).toBe(
        (await deal.one('shipment', { doc_no: 'SH-2026-0001' })).id,
      )
    },
  )

  test.each([
    [{ booking_no: 'B2' }, 'none'],
    [{ number: 'SH-2026-0001', bl_no: 'BL2' }, 'none'],
    [{ booking_no: 'TWO' }, 'several'],
    [{ container_no: 'CSQU3054383' }, 'several'],
  ])('%j: %s, and nothing is stored', async (shipment, code) => {
    const deal = await aBookedDeal()
    await other(deal, { status: 'booked', booking_no: 'TWO' })
    await other(deal, { status: 'booked', booking_no: 'TWO' })
    const source = await aSource(deal)
    await storesNothing(deal, async () => {
      const { status, body } = await source.tell({ shipment, events: [LATE] })
      expect([status, body.problems]).toMatchObject([422, [{ field: 'shipment', code }]])
    })
  })

  test('of one that is closed late papers are noted, but its container has travelled on', async () => {
    const deal = await aBookedDeal({ status: 'closed' })
    const source = await aSource(deal)
    const back = { type: 'DROP', classifier: 'ACT', at: '2026-10-19T10:00:00Z' }
    expect((await source.tell({ shipment: { container_no: 'CSQU3054383' }, events: [back] })).status).toBe(422)
    const both = { container_no: 'CSQU3054383', booking_no: 'B1' }
    expect((await source.tell({ shipment: both, events: [back] })).status).toBe(200)
  })

  test('another firm’s is not there', async () => {
    const [deal, stranger] = [await aBookedDeal({ booking_no: 'B9' }), await aBookedDeal()]
    const source = await aSource(deal)
    await storesNothing(stranger, async () => {
      expect((await source.tell({ shipment: BY_BOOKING, events: [LATE] })).status).toBe(422)
    })
  })

  test('one of no deal has its milestones and dates all the same', async () => {
    const deal = await aBookedDeal()
    await other(deal, { status: 'booked', booking_no: 'LONE', pod: 'BRSSZ' })
    expect((await (await aSource(deal)).tell({ shipment: { booking_no: 'LONE' }, events: [LATE] })).status).toBe(200)
    expect(await deal.one('shipment', { booking_no: 'LONE' })).toMatchObject({ eta: '2026-12-08' })
  })
})

test.each([
  ['a cancelled shipment', { status: 'cancelled' }, [LATE], 'shipment', 'The shipment is cancelled.'],
  [
    'what has not come yet',
    {},
    [LATE, { ...LATE, classifier: 'ACT' }],
    'events.1.at',
    'What has not come yet is planned or expected.',
  ],
])('%s is refused whole', async (_, given, events, field, message) => {
  const deal = await aBookedDeal(given)
  const source = await aSource(deal)
  await storesNothing(deal, async () => {
    const { status, body } = await source.tell({ shipment: BY_BOOKING, events })
    expect([status, body.problems]).toMatchObject([422, [{ field, message }]])
  })
})

test.each([
  [{ events: [LATE] }, 'shipment'],
  [{ shipment: {}, events: [LATE] }, 'shipment'],
  [{ shipment: { booking_no: ' ' }, events: [LATE] }, 'shipment.booking_no'],
  [{ shipment: { container_no: 'CSQU3054384' }, events: [LATE] }, 'shipment.container_no'],
  [{ shipment: BY_BOOKING, events: [] }, 'events'],
  [{ shipment: BY_BOOKING, events: Array.from({ length: 21 }, () => LATE) }, 'events'],
  [{ shipment: BY_BOOKING, events: [{ ...LATE, type: 'GONE' }] }, 'events.0.type'],
  [{ shipment: BY_BOOKING, events: [{ ...LATE, classifier: 'REQ' }] }, 'events.0.classifier'],
  [{ shipment: BY_BOOKING, events: [{ ...LATE, at: '2026-12-08T06:30:00' }] }, 'events.0.at'],
  [{ shipment: BY_BOOKING, events: [{ ...LATE, at: '2026-02-30T06:30:00Z' }] }, 'events.0.at'],
  [{ shipment: BY_BOOKING, events: [{ ...LATE, at: '1926-12-08T06:30:00Z' }] }, 'events.0.at'],
  [{ shipment: BY_BOOKING, events: [{ ...LATE, location: 'Santos' }] }, 'events.0.location'],
  [{ shipment: BY_BOOKING, events: [{ ...LATE, reported_by: 'manual' }] }, 'events.0.reported_by'],
  [{ shipment: BY_BOOKING, events: [LATE], tenant: 'x' }, 'tenant'],
])('%j is refused by its field', async (said, field) => {
  const deal = await aBookedDeal()
  const source = await aSource(deal)
  await storesNothing(deal, async () => {
    const { status, body, headers } = await source.tell(said)
    expect([status, headers.get('Content-Type')]).toEqual([422, 'application/problem+json; charset=utf-8'])
    expect([...new Set(body.problems.map((one: { field: string }) => one.field))]).toEqual([field])
  })
})

test.each([BY_BOOKING, { container_no: 'CSQU3054383' }, { bl_no: 'BL1' }])(
  '%j costs the same beside hundreds of others',
  async (shipment) => {
    const deal = await aBookedDeal()
    const source = await aSource(deal)
    const ask = async () => {
      const answer = await source.tell({ shipment, events: [LATE, { ...LATE, type: 'DISC' }] })
      expect(answer.trips).toBe(2 + Number(answer.status === 200))
      return answer.rowsRead
    }
    const many = Array.from({ length: 300 }, (_, at) =>
      aRecord('shipment', {
        doc_no: `SH-${at}`,
        customer_id: deal.customer.id,
        status: 'booked',
        booking_no: 'B1',
        bl_no: 'BL1',
      }),
    )
    const theirs = many.map(({ id }) => aRecord('container', { shipment_id: id, no: 'CSQU3054383' }))
    await plant(deal.tenantId, { shipment: many.slice(0, 30), container: theirs.slice(0, 30) })
    const few = await ask()
    await plant(deal.tenantId, { shipment: many.slice(30), container: theirs.slice(30) })
    expect(await ask()).toBe(few)
    expect(few).toBeLessThanOrEqual(200)
  },
)
