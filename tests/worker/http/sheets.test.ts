import { env } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { anOrder, anOrderLine } from '../../fixtures/builders.ts'
import { aFirm, NOW, newId, plant } from '../firm.ts'
import { anAdministrator } from '../own-fields.ts'
import { aSheet } from '../sheet.ts'

describe('a pull', () => {
  test('has open orders as people read them, the earliest promise first and those without one last', async () => {
    const firm = await aFirm()
    const late = anOrder({ id: newId(), customer_id: firm.customer.id, promised_date: '2026-12-24' })
    const early = anOrder({ id: newId(), customer_id: firm.customer.id, promised_date: '2026-10-21' })
    const unpromised = anOrder({ id: newId(), customer_id: firm.customer.id, promised_date: null })
    const closed = anOrder({ id: newId(), customer_id: firm.customer.id, exec_status: 'closed' })
    await plant(firm.tenantId, { order: [unpromised, late, early, closed] })
    const { answer, pull } = await aSheet(firm)
    expect([answer.status, answer.trips, pull.isWhole]).toEqual([200, 2, true])
    expect(pull.rows.map(({ id }) => id)).toEqual([early.id, firm.order.id, late.id, unpromised.id])
    expect(pull.rows[1]).toMatchObject({
      version: 1,
      cells: {
        customer_id: 'Trilha Sul Comércio Ltda.',
        owner_id: 'Mia Zhao',
        merchandiser_id: null,
        exec_status: 'In production',
        currency: 'USD',
        total: 30_850,
        promised_date: '2026-11-20',
      },
    })
  })
})

test('a pull of lines has those of open orders, in the order of their orders and within each', async () => {
  const firm = await aFirm()
  const customer_id = firm.customer.id
  const [early, late] = ['2026-10-21', null].map((promised_date) =>
    anOrder({ id: newId(), customer_id, promised_date }),
  )
  const bare = Array.from({ length: 600 }, () => anOrder({ id: newId(), customer_id, promised_date: '2026-10-01' }))
  const lines = [late, firm.order, early].flatMap((order) =>
    [2, 1].map((seq) => anOrderLine({ id: newId(), order_id: String(order?.id), seq })),
  )
  await plant(firm.tenantId, { order: [early, late, ...bare] as never, order_line: lines })
  const { pull } = await aSheet(firm, 'order_line')
  expect(pull.rows.map(({ cells }) => [cells.order_id, cells.seq])).toEqual(
    [early, firm.order, late].flatMap((order) => [1, 2].map((seq) => [order?.doc_no, seq])),
  )
  expect(pull.isWhole).toBe(true)
})

describe('a push', () => {
  test('stores the right cells of a row as one change by way of sheets, and says of each other one why not', async () => {
    const firm = await aFirm()
    const sheet = await aSheet(firm)
    const { body } = await sheet.change(firm.order.id, {
      remark: 'Hello',
      incoterm: 'FOB',
      total: 1,
      eta: '20/10/2026',
    })
    expect(body.rows).toEqual([
      {
        key: firm.order.id,
        id: firm.order.id,
        outcome: 'partly',
        version: 2,
        cells: {
          remark: { outcome: 'saved', value: 'Hello' },
          incoterm: { outcome: 'saved', value: 'FOB Free On Board' },
          total: { outcome: 'forbidden', code: 'fixed', message: 'This cannot be changed here.', value: 30_850 },
          eta: { outcome: 'invalid', code: 'date', message: 'A date such as 2026-11-20.', value: null },
        },
      },
    ])
    const history = await firm.call('GET', `/v1/orders/${firm.order.id}/events`)
    expect(history.body.events).toMatchObject([
      { version: 2, action: 'edited', surface: 'sheets', actor: firm.david.id },
    ])
    expect(history.body.events[0].changes).toHaveLength(2)
  })

  test('of a cell that somebody else changed meanwhile is a conflict with what they put there, who and when', async () => {
    const firm = await aFirm()
    const [davids, mias] = [await aSheet(firm), await aSheet(firm, 'order', 'mia')]
    await mias.change(firm.order.id, { remark: 'Hers' })
    await firm.call('PATCH', `/v1/orders/${firm.order.id}`, { bl_no: 'X' }, { headers: { 'If-Match': '"2"' } })
    const { body } = await davids.change(firm.order.id, { remark: 'His', eta: '2026-12-01' })
    expect(body.rows[0]).toMatchObject({
      outcome: 'partly',
      version: 4,
      cells: {
        remark: { outcome: 'conflict', theirs: 'Hers', by: 'Mia Zhao', at: NOW },
        eta: { outcome: 'saved', value: '2026-12-01' },
      },
    })
    const stored = await env.DB.prepare('SELECT remark, eta, bl_no FROM orders WHERE id = ?')
      .bind(firm.order.id)
      .first()
    expect(stored).toEqual({ remark: 'Hers', eta: '2026-12-01', bl_no: 'X' })
  })

  test('of two people at different cells of one row keeps both, and the history says who did what from where', async () => {
    const firm = await aFirm()
    const [davids, mias] = [await aSheet(firm), await aSheet(firm, 'order', 'mia')]
    await mias.change(firm.order.id, { promised_date: '2026-12-01' })
    const { body } = await davids.change(firm.order.id, { remark: 'His' })
    expect(body.rows[0]).toMatchObject({ outcome: 'saved', version: 3 })
    const { events } = (await firm.call('GET', `/v1/orders/${firm.order.id}/events`)).body
    expect(events).toMatchObject([
      { actor: firm.david.id, surface: 'sheets', changes: [{ field: 'remark', old: null, new: 'His' }] },
      {
        actor: firm.mia.id,
        surface: 'sheets',
        changes: [{ field: 'promised_date', old: '2026-11-20', new: '2026-12-01' }],
      },
    ])
  })

  test('of a choice typed before a colleague pulled anew in another language is stored, and no conflict with anybody', async () => {
    const firm = await aFirm()
    const chinese = (await aSheet(firm, 'order', 'david', 'zh-CN')).edited(firm.order.id, {
      incoterm: 'FCA 货交承运人',
    })
    const { body } = await (await aSheet(firm, 'order', 'mia')).push([chinese], { as: 'david' })
    expect(body.rows[0].cells.incoterm).toEqual({ outcome: 'saved', value: 'FCA Free Carrier' })
  })

  test('once more from the same sheet, with versions that are past, changes nothing', async () => {
    const firm = await aFirm()
    const sheet = await aSheet(firm)
    await sheet.change(firm.order.id, { remark: 'His', eta: '2026-12-01' })
    const { body, trips } = await sheet.change(firm.order.id, { remark: 'His', eta: '2026-12-01' })
    expect(body.rows[0]).toMatchObject({
      outcome: 'saved',
      version: 2,
      cells: { remark: { outcome: 'same', value: 'His' }, eta: { outcome: 'same', value: '2026-12-01' } },
    })
    expect(trips).toBe(3)
  })

  test('of order lines changes what follows from them: the amount, and the total of the order', async () => {
    const firm = await aFirm()
    const order = anOrder({ id: newId(), customer_id: firm.customer.id, owner_id: firm.mia.id })
    const line = anOrderLine({ id: newId(), order_id: order.id })
    await plant(firm.tenantId, { order: [order], order_line: [line] })
    const sheet = await aSheet(firm, 'order_line', 'mia')
    expect(sheet.rowOf(line.id)?.cells).toEqual({
      order_id: order.doc_no,
      seq: 1,
      sku: 'LX-200',
      buyer_sku: null,
      description: 'Camping lantern',
      qty: 1000,
      unit: 'H87',
      currency: 'USD',
      unit_price: 5,
      line_total: 5000,
      promised_date: null,
      qty_shipped: null,
    })
    const { body } = await sheet.change(line.id, { qty: '1200.5', unit_price: 0.1 + 0.2 })
    expect(body.rows[0].cells).toEqual({
      qty: { outcome: 'saved', value: 1200.5 },
      unit_price: { outcome: 'saved', value: 0.3 },
    })
    const after = await aSheet(firm, 'order_line', 'mia')
    expect(after.rowOf(line.id)?.cells).toMatchObject({ qty: 1200.5, unit_price: 0.3, line_total: 360.15 })
    expect((await aSheet(firm)).rowOf(order.id)?.cells.total).toBe(360.15)
  })

  test('has the fields that the firm has added as columns like others, those of a class for those who see it', async () => {
    const firm = await aFirm()
    const house = await anAdministrator(firm)
    await house.add({ entity: 'order', key: 'logo', kind: 'choice', options: ['none', '1 side'] })
    await house.add({ entity: 'order', key: 'freight', kind: 'money', currency: 'JPY', access: 'cost' })
    const [sheet, mias] = [await aSheet(firm), await aSheet(firm, 'order', 'mia', 'zh-CN')]
    expect(sheet.pull.columns.slice(-2)).toEqual([
      { key: 'custom.logo', label: 'Laser logo', kind: 'choice', editable: true, choices: ['none', '1 side'] },
      { key: 'custom.freight', label: 'Laser logo', kind: 'number', editable: true, decimals: 0 },
    ])
    expect(mias.pull.columns.at(-1)).toMatchObject({ key: 'custom.logo', label: '激光LOGO' })
    const { body } = await sheet.change(firm.order.id, { 'custom.logo': '1 side', 'custom.freight': 5000 })
    expect(body.rows[0].outcome).toBe('saved')
    const hers = (await mias.change(firm.order.id, { 'custom.logo': 'none', 'custom.freight': 1 })).body.rows[0].cells
    expect(hers['custom.logo']).toMatchObject({ outcome: 'conflict', theirs: '1 side', by: 'David Chen' })
    expect(hers['custom.freight']).toEqual({ outcome: 'invalid', code: 'unknown', message: '没有这个字段。' })
    const { custom } = (await firm.call('GET', `/v1/orders/${firm.order.id}`)).body
    expect(custom).toEqual({ logo: '1 side', freight: 5000 })
  })
})
