import { env } from 'cloudflare:test'
import { describe, expect, test, vi } from 'vitest'
import { type Order, TYPES, type TypeName } from '#shared/trade/index.ts'
import { anInstallment, anOrder, anOrderLine } from '../../fixtures/builders.ts'
import { a } from '../../fixtures/road.ts'
import { change } from '../access/change.ts'
import { type Answer, aFirm, count, type Firm, newId, plant, wholeDatabase } from '../firm.ts'
import { aRecord } from '../road/a-signed-deal.ts'
import { aSheet } from '../sheet.ts'

/** What actions decide of, nobody writes beside them: neither through the API nor from a sheet. */

const edit = (firm: Firm, type: TypeName, id: string, body: object, version = 1): Promise<Answer> =>
  firm.call('PATCH', `/v1/${TYPES[type].plural}/${id}`, body, { headers: { 'If-Match': `"${version}"` } })

const codes = ({ body }: Answer): string[] =>
  body.problems.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`)

/** Refused, and nothing is there that was not there before. */
async function refused(firm: Firm, make: () => Promise<Answer>, status = 422): Promise<Answer> {
  const before = await wholeDatabase(firm.tenantId)
  const answer = await make()
  expect([answer.status, await wholeDatabase(firm.tenantId)]).toEqual([status, before])
  return answer
}

async function anOrderThat(status: Order['status'], deal_id: string | null = newId()) {
  const firm = await aFirm()
  const ofMia = { customer_id: firm.customer.id, owner_id: firm.mia.id }
  const order = anOrder({ id: newId(), ...ofMia, deal_id, status })
  await plant(firm.tenantId, { order: [order], deal: deal_id ? [a.deal({ id: deal_id, ...ofMia })] : [] })
  return { firm, id: order.id }
}

describe('the status of an order', () => {
  test.each([
    ['on_hold', 'confirmed'],
    ['confirmed', 'on_hold'],
    ['confirmed', 'cancelled'],
    ['confirmed', 'completed'],
    ['on_hold', 'cancelled'],
    ['cancelled', 'confirmed'],
  ] as const)('goes from %s to %s by its action alone', async (from, status) => {
    const { firm, id } = await anOrderThat(from)
    const answer = await refused(firm, () => edit(firm, 'order', id, { status, remark: 'x' }))
    expect(codes(answer)).toEqual(['status by_action'])
    expect(answer.body.problems[0].message).toBe('The step for it changes this, and nobody by hand.')
  })

  test.each([
    ['draft', 'confirmed'],
    ['draft', 'cancelled'],
    ['completed', 'archived'],
  ] as const)('goes from %s to %s by hand, for no action does that', async (from, status) => {
    const { firm, id } = await anOrderThat(from)
    expect((await edit(firm, 'order', id, { status })).body).toMatchObject({ status, version: 2 })
  })

  test.each(['confirmed', 'on_hold'] as const)(
    'goes from %s to cancelled by hand where no deal knows what is paid and made',
    async (from) => {
      const { firm, id } = await anOrderThat(from, null)
      expect(codes(await refused(firm, () => edit(firm, 'order', id, { status: 'completed' })))).toEqual([
        'status by_action',
      ])
      const { body } = await edit(firm, 'order', id, { status: 'cancelled' })
      expect(body).toMatchObject({ status: 'cancelled', version: 2 })
    },
  )

  test('that is repeated is no change', async () => {
    const { firm, id } = await anOrderThat('on_hold')
    expect((await edit(firm, 'order', id, { status: 'on_hold', remark: 'x' })).status).toBe(200)
  })

  test('and what it is held for are kept in a sheet', async () => {
    const { firm, id } = await anOrderThat('on_hold')
    const sheet = await aSheet(firm, 'order', 'mia')
    expect(sheet.pull.columns.find(({ key }) => key === 'status')).toMatchObject({ editable: false })
    const [row] = (await refused(firm, () => sheet.push([sheet.edited(id, { status: 'Confirmed' })]), 200)).body.rows
    expect(row.cells.status).toMatchObject({ outcome: 'forbidden', code: 'fixed', value: 'On hold' })
    for (const values of [{ hold_kind: 'customer' }, { hold_reason: 'x' }]) {
      await refused(firm, () => edit(firm, 'order', id, values), 400)
    }
  })

  test('is said of one that is brought along, with what it is held for', async () => {
    const firm = await aFirm()
    const { customer_id, order_date, currency, incoterm, named_place } = firm.order
    const held = { status: 'on_hold', hold_kind: 'credit', hold_reason: 'Limit used up' }
    const body = { customer_id, order_date, currency, incoterm, named_place, ...held }
    expect(await firm.call('POST', '/v1/orders', body)).toMatchObject({ status: 201, body: held })
  })
})

describe('an installment', () => {
  const part = async (status: string) => {
    const firm = await aFirm()
    await change(firm.tenantId, 'installment', firm.balance.id, { status, due_date: '2026-11-01' })
    return { firm, write: (body: object) => edit(firm, 'installment', firm.balance.id, body, 2) }
  }

  test('has received what receipts have paid of it', async () => {
    const { firm, write } = await part('scheduled')
    await refused(firm, () => write({ paid_amount: 2_159_500 }), 400)
  })

  test('comes to what its order’s price was divided into', async () => {
    const { firm, write } = await part('scheduled')
    for (const amount of [0, 1, 9_000_000]) await refused(firm, () => write({ amount }), 400)
  })

  test.each([
    ['scheduled', 'written_off'],
    ['scheduled', 'paid'],
    ['scheduled', 'cancelled'],
    ['disputed', 'written_off'],
    ['disputed', 'cancelled'],
    ['written_off', 'disputed'],
    ['cancelled', 'disputed'],
  ])('goes from %s to %s by its action alone', async (from, status) => {
    const { firm, write } = await part(from)
    expect(codes(await refused(firm, () => write({ status })))).toEqual(['status by_action'])
  })

  test.each([
    ['overdue', 'disputed'],
    ['disputed', 'scheduled'],
  ])('goes from %s to %s by hand', async (from, status) => {
    const { write } = await part(from)
    expect((await write({ status })).body).toMatchObject({ status, version: 3 })
  })
})

test.each(['proposal_sent', 'agreed', 'executing', 'closed'] as const)(
  'what was proposed for a complaint that is %s stays, and all else of it may change',
  async (status) => {
    const firm = await aFirm()
    const values = { customer_id: firm.customer.id, kind: 'shortage', opened_at: 0, description: '36 pieces short' }
    const settled = { currency: 'USD', settlement: 'refund', settlement_amount: 40_000 }
    const one = aRecord('after_sales_case', { ...values, ...settled, status })
    await plant(firm.tenantId, { after_sales_case: [one as never] })
    const more = { settlement: 'credit_note', settlement_amount: 4_000_000, currency: 'EUR', severity: 1 }
    expect(codes(await refused(firm, () => edit(firm, 'after_sales_case', one.id, more))).sort()).toEqual([
      'currency frozen',
      'settlement frozen',
      'settlement_amount frozen',
    ])
    expect((await edit(firm, 'after_sales_case', one.id, { severity: 1 })).status).toBe(200)
  },
)

describe('the price of an order', () => {
  /** An order with a line, and one that is divided into installments with another. */
  async function both() {
    const firm = await aFirm()
    const free = anOrder({ id: newId(), customer_id: firm.customer.id, owner_id: firm.mia.id })
    const [line, of] = [free, firm.order].map(({ id }) => anOrderLine({ id: newId(), order_id: id }))
    await plant(firm.tenantId, { order: [free], order_line: [line as never, of as never] })
    return { firm, free, line: line as { id: string }, divided: of as { id: string } }
  }

  test('that is divided into installments is left to amending it', async () => {
    const { firm, divided } = await both()
    const answer = await refused(firm, () => edit(firm, 'order', firm.order.id, { charges: 1_000, remark: 'x' }))
    expect(codes(answer)).toEqual(['charges divided'])
    expect(answer.body.problems[0].message).toContain('amend the order')
    const values = { qty: 2_000, unit_price: 1, discount: 9_999, description: 'x' }
    expect(codes(await refused(firm, () => edit(firm, 'order_line', divided.id, values))).sort()).toEqual([
      'discount divided',
      'qty divided',
      'unit_price divided',
    ])
    expect((await edit(firm, 'order_line', divided.id, { description: 'x' })).status).toBe(200)
    expect((await edit(firm, 'order', firm.order.id, { remark: 'x' })).status).toBe(200)
  })

  test('that is divided takes no further line', async () => {
    const { firm, free } = await both()
    const add = (order_id: string) => firm.call('POST', '/v1/order_lines', aLine(order_id))
    const answer = await refused(firm, () => add(firm.order.id))
    expect(codes(answer)).toEqual(['order_id divided'])
    expect(await add(free.id)).toMatchObject({ status: 201, trips: 3 })
  })

  const aLine = (order_id: string) => {
    const { id, seq, description, qty, unit, currency, unit_price } = anOrderLine({ id: newId(), order_id, seq: 7 })
    return id && { order_id, seq, description, qty, unit, currency, unit_price }
  }

  test('that is not divided is changed like anything else, in as many round trips', async () => {
    const { firm, free, line } = await both()
    expect(await edit(firm, 'order', free.id, { charges: 1_000 })).toMatchObject({ status: 200, trips: 3 })
    expect(await edit(firm, 'order_line', line.id, { qty: 2_000 })).toMatchObject({ status: 200, trips: 3 })
  })

  test('is so in a sheet as well, row by row', async () => {
    const { firm, line, divided } = await both()
    const sheet = await aSheet(firm, 'order_line', 'mia')
    const rows = [line, divided].map(({ id }) => sheet.edited(id, { qty: 3, description: 'Lantern, red' }))
    const [free, kept] = (await sheet.push(rows)).body.rows
    expect([free.outcome, kept.outcome, kept.cells.description.outcome]).toEqual(['saved', 'partly', 'saved'])
    expect(kept.cells.qty).toMatchObject({ outcome: 'forbidden', code: 'divided', value: 1000 })
  })

  /** Installments are made between what a call reads and what it stores. */
  async function dividedMeanwhile(firm: Firm, order_id: string, at: number, make: () => Promise<Answer>) {
    const part = anInstallment({ id: newId(), order_id, customer_id: firm.customer.id })
    const batch = env.DB.batch.bind(env.DB)
    let calls = 0
    const spy = vi.spyOn(env.DB, 'batch').mockImplementation(async (statements) => {
      calls += 1
      if (calls === at) {
        spy.mockRestore()
        await plant(firm.tenantId, { installment: [part] })
      }
      return batch(statements)
    })
    const answer = await make().finally(() => spy.mockRestore())
    expect(calls).toBeGreaterThanOrEqual(at)
    return answer
  }

  test('that is divided while somebody changes it stays what it was', async () => {
    const { firm, free, line } = await both()
    const answer = await dividedMeanwhile(firm, free.id, 3, () => edit(firm, 'order_line', line.id, { qty: 2_000 }))
    expect([answer.status, ...codes(answer)]).toEqual([422, 'qty divided'])
    expect((await firm.call('GET', `/v1/order_lines/${line.id}`)).body).toMatchObject({ version: 1 })
  })

  test('that is divided while somebody adds a line takes none', async () => {
    const { firm, free } = await both()
    const answer = await dividedMeanwhile(firm, free.id, 3, () =>
      firm.call('POST', '/v1/order_lines', aLine(free.id) as object),
    )
    expect([answer.status, ...codes(answer)]).toEqual([422, 'order_id divided'])
    expect(await count('order_lines', firm.tenantId)).toBe(2)
  })

  test('that is divided while a sheet is pushed stays what it was', async () => {
    const { firm, free, line } = await both()
    const sheet = await aSheet(firm, 'order_line', 'mia')
    const row = sheet.edited(line.id, { qty: 3 })
    const answer = await dividedMeanwhile(firm, free.id, 4, () => sheet.push([row]))
    expect(answer.body.rows[0].cells.qty).toMatchObject({ outcome: 'forbidden', code: 'divided' })
    expect((await firm.call('GET', `/v1/order_lines/${line.id}`)).body).toMatchObject({ version: 1 })
  })
})

describe('what is of a deal', () => {
  test.each(['order', 'quotation', 'installment', 'contract', 'shipment'] as const)(
    'stays of it, and one of none may become of one: %s',
    async (type) => {
      const firm = await aFirm()
      const ofMia = { customer_id: firm.customer.id, owner_id: firm.mia.id }
      const [one, other] = [a.deal({ id: newId(), ...ofMia }), a.deal({ id: newId(), ...ofMia })]
      const values = { id: newId(), ...ofMia, doc_no: newId(), currency: 'USD', status: 'draft' } as const
      const made = type === 'order' ? anOrder(values) : aRecord(type, values)
      const free = type === 'installment' ? firm.balance : made
      await plant(firm.tenantId, { deal: [one, other], ...(type === 'installment' ? {} : { [type]: [free as never] }) })
      const put = (deal_id: string | null, version: number) => edit(firm, type, free.id, { deal_id }, version)
      expect(await put(one.id, 1)).toMatchObject({ status: 200, body: { deal_id: one.id } })
      for (const to of [other.id, null]) {
        expect(codes(await refused(firm, () => put(to, 2)))).toEqual(['deal_id fixed'])
      }
      expect((await put(one.id, 2)).status).toBe(200)
    },
  )
})
