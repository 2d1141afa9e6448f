import { env } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { PART_NAMES } from '#shared/deal/parts.ts'
import { type Change, versionAfter } from '#shared/record/change.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import { openDatabase } from '../../../worker/src/store/database.ts'
import { readRoad, roadsOfFirm } from '../../../worker/src/store/deal-road.ts'
import { commit } from '../../../worker/src/store/write.ts'
import { aFirm, type Firm, NOW, newId } from '../firm.ts'

const writerIn = ({ tenantId, mia }: Firm) => ({
  tenantId,
  userId: mia.id,
  now: NOW,
  surface: 'api' as const,
  action: 'edited',
  period: '2026',
})

const made = (type: Change['type'], values: object): Change => ({
  kind: 'create',
  type,
  id: newId(),
  values: { ...values },
})

async function aDeal() {
  const firm = await aFirm()
  const deal = made('deal', { subject: '600 chairs', customer_id: firm.customer.id, owner_id: firm.mia.id })
  await commit(openDatabase(env.DB), writerIn(firm), [deal], null)
  const write = (changes: readonly Change[], revision?: number) =>
    commit(
      openDatabase(env.DB),
      writerIn(firm),
      changes,
      null,
      [],
      revision === undefined ? null : { dealId: idOf(deal), revision },
    )
  return { firm, id: idOf(deal), write }
}

const idOf = (change: Change): string => (change.kind === 'create' ? change.id : change.before.id)

async function roads(tenantId: string) {
  const { results } = await env.DB.prepare('SELECT deal_id, revision, road FROM deal_roads WHERE tenant_id = ?')
    .bind(tenantId)
    .all<{ deal_id: string; revision: number; road: string }>()
  return results
}

const aQuotation = (deal_id: string) =>
  made('quotation', { deal_id, currency: 'USD', incoterm: 'FOB', named_place: 'Yantian', remarks: 'long' })

describe('the road of a deal', () => {
  test('has every record of it after the write that made it, and counts the writes', async () => {
    const { firm, id, write } = await aDeal()
    const quotation = aQuotation(id)
    await write([quotation])
    await write([
      made('shipment', { deal_id: id }),
      made('task', { deal_id: id, title: 'Call', assignee_id: firm.mia.id }),
    ])
    const [kept, ...more] = await roads(firm.tenantId)
    expect(more).toEqual([])
    expect(kept).toMatchObject({ deal_id: id, revision: 2 })
    const road = readRoad(kept?.road ?? '')
    expect(Object.keys(road).sort()).toEqual([...PART_NAMES].sort())
    expect(road.quotation).toMatchObject([
      { id: idOf(quotation), version: 1, doc_no: 'QT-2026-0001', status: 'draft', custom: {} },
    ])
    expect(road.shipment).toHaveLength(1)
    expect(road.task).toMatchObject([{ title: 'Call' }])
    // Long texts are on the record itself.
    expect(road.quotation[0]).not.toHaveProperty('remarks')
  })

  test('sees what belongs to it over an order, and follows a record that goes to another deal', async () => {
    const { firm, id, write } = await aDeal()
    const order: AnyRecord = firm.order
    await write([{ kind: 'update', type: 'order', before: order, values: { deal_id: id } }])
    const line = made('order_line', {
      order_id: order.id,
      seq: 7,
      description: 'Chair',
      qty: 1000,
      unit: 'H87',
      currency: 'USD',
      unit_price: 1_000_000,
    })
    await write([line])
    expect(readRoad((await roads(firm.tenantId))[0]?.road ?? '').order_line).toMatchObject([{ id: idOf(line) }])
    const other = made('deal', { subject: 'another' })
    await write([other])
    await write([
      {
        kind: 'update',
        type: 'order',
        before: { ...order, version: 2, deal_id: id },
        values: { deal_id: idOf(other) },
      },
    ])
    const byDeal = new Map((await roads(firm.tenantId)).map(({ deal_id, road }) => [deal_id, readRoad(road)]))
    expect(byDeal.get(id)?.order).toEqual([])
    expect(byDeal.get(idOf(other))?.order_line).toHaveLength(1)
  })

  test('refuses a write that was decided on an older road, and keeps nothing of it', async () => {
    const { firm, id, write } = await aDeal()
    await write([aQuotation(id)], 0)
    const [{ revision } = { revision: 0 }] = await roads(firm.tenantId)
    const outcomes = await Promise.allSettled([write([aQuotation(id)], revision), write([aQuotation(id)], revision)])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(readRoad((await roads(firm.tenantId))[0]?.road ?? '').quotation).toHaveLength(2)
    await expect(write([aQuotation(id)], revision)).rejects.toMatchObject({ table: 'deal_roads' })
  })

  test('is counted once for a write that was decided on it, however many of its parts are parts of parts', async () => {
    const { firm, id, write } = await aDeal()
    const shipment = made('shipment', { deal_id: id })
    await write([shipment])
    const box = made('container', { shipment_id: idOf(shipment), no: 'CSQU3054383' })
    const other = made('shipment', { deal_id: id })
    await write([box, other, made('container', { shipment_id: idOf(other), no: 'CSQU3054383' })], 1)
    const [kept, ...more] = await roads(firm.tenantId)
    expect(more).toEqual([])
    expect(readRoad(kept?.road ?? '').container).toHaveLength(2)
  })

  test('takes a write that begins with a part of something of it, as long as nobody was faster', async () => {
    const { firm, id, write } = await aDeal()
    const quotation = aQuotation(id)
    await write([quotation])
    const [{ revision } = { revision: 0 }] = await roads(firm.tenantId)
    const line = made('quotation_line', {
      quotation_id: idOf(quotation),
      seq: 1,
      description: 'Chair',
      qty: 1000,
      unit: 'H87',
      currency: 'USD',
      unit_price: 1_000_000,
    })
    await write([line, aQuotation(id)], revision)
    expect(readRoad((await roads(firm.tenantId))[0]?.road ?? '').quotation_line).toHaveLength(1)
  })

  test('worked out anew for a whole firm is what the writes have kept', async () => {
    const { firm, id, write } = await aDeal()
    const quotation = aQuotation(id)
    await write([quotation, made('sample', { deal_id: id, owner_id: firm.mia.id, description: 'Chair', qty: 1000 })])
    const before = {
      ...(quotation as { values: object }).values,
      id: idOf(quotation),
      version: 1,
      custom: {},
    } as unknown as AnyRecord
    const change: Change = { kind: 'update', type: 'quotation', before, values: { status: 'sent', sent_at: NOW } }
    expect(versionAfter(change)).toBe(2)
    await write([change])
    const kept = (await roads(firm.tenantId)).map(({ road }) => JSON.parse(road))
    await openDatabase(env.DB).batch(roadsOfFirm(firm.tenantId))
    expect((await roads(firm.tenantId)).map(({ road }) => JSON.parse(road))).toEqual(kept)
  })
})
