import { env } from 'cloudflare:test'
import { expect, test } from 'vitest'
import { rebuildFacts } from '../../../worker/src/store/bulk.ts'
import { openDatabase } from '../../../worker/src/store/database.ts'
import { change } from '../access/change.ts'
import { aSellingFirm, road, type SellingFirm } from './a-deal.ts'

async function pricesOf({ tenantId, customer }: SellingFirm) {
  const row = await env.DB.prepare('SELECT prices FROM last_prices WHERE tenant_id = ? AND customer_id = ?')
    .bind(tenantId, customer.id)
    .first<{ prices: string }>()
  return JSON.parse(row?.prices ?? '[]') as Record<string, unknown>[]
}

const post = (firm: SellingFirm, plural: string, body: object) =>
  firm.call('POST', `/v1/${plural}`, body, { as: 'mia' })

const anOrder = async (firm: SellingFirm, order_date: string) =>
  (
    await post(firm, 'orders', {
      customer_id: firm.customer.id,
      owner_id: firm.mia.id,
      order_date,
      currency: 'USD',
      incoterm: 'FOB',
      named_place: 'Yantian',
      payment_term: 'T/T',
    })
  ).body

const aLine = (firm: SellingFirm, order_id: string, seq: number, sku: string, unit_price: number) =>
  post(firm, 'order_lines', {
    order_id,
    seq,
    sku,
    description: `${sku} chair`,
    qty: 600_000,
    unit: 'H87',
    currency: 'USD',
    unit_price,
  })

test('the price of an article is that of the newest order, whatever order they are written in', async () => {
  const firm = await aSellingFirm()
  const newer = await anOrder(firm, '2026-09-01')
  const older = await anOrder(firm, '2026-03-01')
  await aLine(firm, newer.id, 1, 'BW-C100', 12_500_000)
  await aLine(firm, older.id, 1, 'BW-C100', 11_000_000)
  await aLine(firm, older.id, 2, 'BW-T200', 90_000_000)
  const kept = await pricesOf(firm)
  expect(kept.map(({ sku, unit_price, order_no, date }) => [sku, unit_price, order_no, date])).toEqual([
    ['BW-C100', 12_500_000, newer.doc_no, '2026-09-01'],
    ['BW-T200', 90_000_000, older.doc_no, '2026-03-01'],
  ])
  // An order that was cancelled tells no price.
  await change(firm.tenantId, 'order', newer.id, { status: 'cancelled' })
  expect((await pricesOf(firm)).find(({ sku }) => sku === 'BW-C100')).toMatchObject({ unit_price: 11_000_000 })
  const written = await pricesOf(firm)
  await openDatabase(env.DB).batch(rebuildFacts(firm.tenantId))
  expect(await pricesOf(firm)).toEqual(written)
})

test('a quotation begins with what the buyer ordered last, for those who may know the prices', async () => {
  const firm = await aSellingFirm()
  const order = await anOrder(firm, '2026-09-01')
  await aLine(firm, order.id, 1, 'BW-C100', 12_500_000)
  await firm.aDeal()
  const panel = async (as: 'mia' | 'david') =>
    firm.call('POST', '/v1/panel', { host: 'outlook', record: { type: 'customer', id: firm.customer.id } }, { as })
  const form = road(await panel('mia')).full.find(({ action }: { action?: string }) => action === 'create-quotation')
  expect(form.hint).toContain(order.doc_no)
  const values = Object.fromEntries(form.fields.map(({ key, value }: { key: string; value?: string }) => [key, value]))
  expect(values).toMatchObject({
    lines: 'BW-C100; BW-C100 chair; 600 pcs; 12.5',
    currency: 'USD',
    valid_until: '2026-11-19',
    payment_term_id: firm.term.id,
  })
  // What is read of them is one row more, whatever was ordered.
  const before = (await panel('mia')).rowsRead
  await aLine(firm, order.id, 2, 'BW-T200', 90_000_000)
  expect((await panel('mia')).rowsRead).toBe(before)
  expect(
    road(await panel('mia')).full.find(({ action }: { action?: string }) => action === 'create-quotation').fields[0]
      .value,
  ).toContain('BW-T200')
})

test('who has the deal and not the customer is told neither the prices nor the usual terms', async () => {
  const firm = await aSellingFirm()
  const order = await anOrder(firm, '2026-09-01')
  await aLine(firm, order.id, 1, 'BW-C100', 12_500_000)
  const deal = await firm.aDeal()
  const panel = async () =>
    (await firm.call('POST', '/v1/panel', { host: 'outlook', record: { type: 'deal', id: deal.id } }, { as: 'mia' }))
      .text
  expect(await panel()).toContain('BW-C100 chair')
  const { customer, david, tenantId } = firm
  for (const table of ['customers', 'orders']) {
    await env.DB.prepare(`UPDATE ${table} SET owner_id = ? WHERE tenant_id = ?`).bind(david.id, tenantId).run()
  }
  await openDatabase(env.DB).batch(rebuildFacts(tenantId))
  const seen = await panel()
  expect(seen).toContain('create-quotation')
  for (const told of ['BW-C100 chair', order.doc_no, customer.default_place, customer.name]) {
    expect(seen).not.toContain(String(told))
  }
})
