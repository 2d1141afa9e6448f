import { describe, expect, test } from 'vitest'
import { aCustomer, anOrder } from '../../fixtures/builders.ts'
import { aFirm, type Firm, newId, plant } from '../firm.ts'
import { aColleague, anAdministrator } from '../own-fields.ts'

const edit = (firm: Firm, path: string, version: number, values: object) =>
  firm.call('PATCH', path, values, { headers: { 'If-Match': `"${version}"` } })

const historyOf = (firm: Firm, path: string, { as = 'david', language = 'en' } = {}) =>
  firm.call('GET', `${path}/events`, undefined, { as, headers: { 'Accept-Language': language } })

/** What each change of the newest event says: `City: São Paulo -> Santos`. */
async function said(firm: Firm, path: string, who?: Parameters<typeof historyOf>[2]): Promise<string[]> {
  const { events } = (await historyOf(firm, path, who)).body
  return events[0].changes.map(
    ({ label, oldText, newText }: { label: string; oldText: string | null; newText: string | null }) =>
      `${label}: ${oldText} -> ${newText}`,
  )
}

describe('a history says what was done, by whom, when on the firm’s clock, and where', () => {
  test.each([
    ['en', ['Edited', '2026-10-20 09:00', 'David Chen', 'API'], 'Order'],
    ['zh-CN', ['修改', '2026-10-20 09:00', 'David Chen', 'API'], '订单'],
  ])('in %s', async (language, words, label) => {
    const firm = await aFirm()
    const path = `/v1/orders/${firm.order.id}`
    await edit(firm, path, 1, { promised_date: '2026-12-01' })
    const { record, events } = (await historyOf(firm, path, { language })).body
    expect(record).toEqual({ label, title: firm.order.doc_no })
    const { title, atText, actorName, surfaceText } = events[0]
    expect([title, atText, actorName, surfaceText]).toEqual(words)
  })

  test('each field by its name and each value as people read it', async () => {
    const firm = await aFirm()
    const path = `/v1/orders/${firm.order.id}`
    await edit(firm, path, 1, { promised_date: null, cost_total: 1_234_500, incoterm: 'FOB', fx_rate: 720_000_000 })
    expect(new Set(await said(firm, path))).toEqual(
      new Set([
        'Incoterm: CIF Cost, Insurance and Freight -> FOB Free On Board',
        'Promised date: 2026-11-20 -> null',
        'Exchange rate: 7.15 -> 7.2',
        'Cost: CNY 180,000.00 -> CNY 12,345.00',
      ]),
    )
  })

  test('people by their names, whoever they were before', async () => {
    const firm = await aFirm()
    const path = `/v1/customers/${firm.customer.id}`
    await edit(firm, path, 1, { owner_id: firm.david.id })
    expect(await said(firm, path)).toEqual(['Owner: Mia Zhao -> David Chen'])
    expect(await said(firm, path, { language: 'zh-CN' })).toEqual(['负责人: Mia Zhao -> David Chen'])
  })

  test('the firm’s own fields like any other', async () => {
    const firm = await aFirm()
    const admin = await anAdministrator(firm)
    await admin.add({ entity: 'order', key: 'laser_logo', kind: 'boolean' })
    const path = `/v1/orders/${firm.order.id}`
    await edit(firm, path, 1, { custom: { laser_logo: true } })
    expect(await said(firm, path)).toEqual(['Laser logo: null -> Yes'])
    expect(await said(firm, path, { language: 'zh-CN' })).toEqual(['激光LOGO: null -> 是'])
  })
})

describe('a history tells nothing that its reader may not see', () => {
  test('a customer is named to who sees customers, and to nobody else', async () => {
    const firm = await aFirm()
    const made = await firm.call('POST', '/v1/orders', {
      customer_id: firm.customer.id,
      order_date: '2026-10-20',
      currency: 'USD',
      incoterm: 'FOB',
      named_place: 'Yantian',
    })
    const path = `/v1/orders/${made.body.id}`
    expect(await said(firm, path)).toContain(`Customer: null -> ${firm.customer.name}`)
    const purchaser = await aColleague(firm, 'purchaser')
    expect(await said(firm, path, { as: purchaser })).toContain('Customer: null -> (not yours to see)')
    expect((await historyOf(firm, path, { as: purchaser })).text).not.toContain(firm.customer.name)
  })

  test('a class of fields that is not theirs is absent', async () => {
    const firm = await aFirm()
    const path = `/v1/orders/${firm.order.id}`
    await edit(firm, path, 1, { cost_total: 1_234_500 })
    expect(await said(firm, path, { as: 'mia' })).toEqual([])
  })

  test('an id of another firm’s, typed into a text, is the name of nothing', async () => {
    const [ours, theirs] = [await aFirm(), await aFirm()]
    const path = `/v1/orders/${ours.order.id}`
    await edit(ours, path, 1, { remark: theirs.mia.id })
    const { text } = await historyOf(ours, path)
    expect(text).toContain(theirs.mia.id)
    expect(text).not.toContain('Mia Zhao')
  })
})

describe('a long history', () => {
  /** An order that was changed sixty times. */
  async function aLongHistory(others = 0) {
    const firm = await aFirm()
    const customers = Array.from({ length: others }, (_, at) => aCustomer({ id: newId(), name: `Customer ${at}` }))
    const orders = customers.map((one) => anOrder({ id: newId(), customer_id: one.id }))
    await plant(firm.tenantId, { customer: customers, order: orders })
    const path = `/v1/orders/${firm.order.id}`
    for (let version = 1; version <= 60; version++) await edit(firm, path, version, { remark: `${version}` })
    return { firm, path }
  }

  test('comes in pages, the newest first, until there is none', async () => {
    const { firm, path } = await aLongHistory()
    const first = (await historyOf(firm, path)).body
    expect([first.events.length, first.events[0].version, first.next]).toEqual([50, 61, 12])
    const second = (await firm.call('GET', `${path}/events?before=${first.next}`)).body
    expect([second.events.length, second.events[0].version, second.next]).toEqual([10, 11, null])
  })

  test('costs two round trips, and no more rows in a larger firm', async () => {
    const [small, large] = [await aLongHistory(), await aLongHistory(100)]
    const [few, many] = [await historyOf(small.firm, small.path), await historyOf(large.firm, large.path)]
    expect([few.trips, many.trips]).toEqual([2, 2])
    expect(many.rowsRead).toBeLessThanOrEqual(few.rowsRead + 3)
    console.info(`history: ${few.trips} round trips, ${few.rowsRead} rows read for 50 changes`)
  })
})
