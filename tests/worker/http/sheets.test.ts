import { env } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { anOrder } from '../../fixtures/builders.ts'
import { aFirm, NOW, newId, plant } from '../firm.ts'
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
})
