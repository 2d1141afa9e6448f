import { createExecutionContext, env } from 'cloudflare:test'
import { describe, expect, test, vi } from 'vitest'
import { anOrder } from '../../fixtures/builders.ts'
import { type Answer, aFirm, app, count, type Firm, newId, plant, wholeDatabase } from '../firm.ts'
import { aSheet } from '../sheet.ts'

const first = ({ body }: Answer) => body.rows[0]

/** A firm with that many more open orders, and a sheet in which the remark of each was changed. */
async function aLongSheet(rows: number) {
  const firm = await aFirm()
  const orders = Array.from({ length: rows }, () => anOrder({ id: newId(), customer_id: firm.customer.id }))
  await plant(firm.tenantId, { order: orders })
  const sheet = await aSheet(firm)
  const edits = orders.map(({ id }) => ({
    key: id,
    id,
    version: 1,
    changes: { remark: { from: null, to: 'Checked' } },
  }))
  return { firm, sheet, edits }
}

const saved = (firm: Firm) => count('orders', firm.tenantId, "remark = 'Checked'")

describe('a key', () => {
  test('is needed to store anything, and not for a look at what would be stored', async () => {
    const firm = await aFirm()
    const { push, edited } = await aSheet(firm)
    const whole = await wholeDatabase(firm.tenantId)
    const rows = [edited(firm.order.id, { remark: 'x', eta: 'Nov 3' })]
    const answer = await push(rows, { key: null })
    expect([answer.status, answer.body.code]).toEqual([400, 'key_missing'])
    expect((await push(rows, { key: 'no spaces' })).body.code).toBe('key_invalid')
    const dry = await push(rows, { key: null, dryRun: true })
    expect(first(dry)).toMatchObject({
      outcome: 'partly',
      version: 1,
      cells: { remark: { outcome: 'saved', value: 'x' } },
    })
    expect(first(await push(rows, { dryRun: true }))).toEqual(first(dry))
    expect(await wholeDatabase(firm.tenantId)).toBe(whole)
    // A look uses no key up, and is right.
    const { version, ...rest } = first(await push(rows))
    expect([version, rest]).toEqual([2, expect.objectContaining({ cells: first(dry).cells })])
  })

  test('makes the same push once, with the same answer, whatever has happened since', async () => {
    const firm = await aFirm()
    const [mias, { push, edited }] = [await aSheet(firm, 'order', 'mia'), await aSheet(firm)]
    await mias.change(firm.order.id, { bl_no: 'Hers' })
    const rows = [edited(firm.order.id, { remark: 'His', bl_no: 'His', eta: 'Nov 3', incoterm: 'CIF' })]
    const one = await push(rows, { key: 'k' })
    expect(first(one)).toMatchObject({ outcome: 'partly', version: 3 })
    const whole = await wholeDatabase(firm.tenantId)
    expect((await push(rows, { key: 'k' })).body).toEqual(one.body)
    expect((await push(rows, { key: '"k"' })).body).toEqual(one.body)
    expect(await wholeDatabase(firm.tenantId)).toBe(whole)
    // What came back to what was pulled is not changed by an answer that was only late.
    await firm.call('PATCH', `/v1/orders/${firm.order.id}`, { bl_no: null }, { headers: { 'If-Match': '"3"' } })
    const late = first(await push(rows, { key: 'k' }))
    expect([late.version, late.cells.remark.outcome, late.cells.bl_no.outcome]).toEqual([3, 'saved', 'conflict'])
    expect(await count('events', firm.tenantId)).toBe(3)
  })

  test('repeated when its rows are no longer theirs tells nothing of them', async () => {
    const firm = await aFirm()
    const order = anOrder({ id: newId(), customer_id: newId(), owner_id: firm.mia.id })
    await plant(firm.tenantId, { order: [order] })
    const { push, edited } = await aSheet(firm, 'order', 'mia')
    const rows = [edited(order.id, { remark: 'Hers' })]
    expect(first(await push(rows, { key: 'k' })).outcome).toBe('saved')
    const given = { owner_id: firm.david.id }
    await firm.call('PATCH', `/v1/orders/${order.id}`, given, { headers: { 'If-Match': '"2"' } })
    expect(first(await push(rows, { key: 'k' }))).toMatchObject({ outcome: 'gone', version: null, cells: {} })
  })

  test('repeated tells what stands there by now, and nothing of a column that its person does not see any more', async () => {
    const firm = await aFirm()
    const { push, edited, rowOf } = await aSheet(firm)
    const rows = [edited(firm.order.id, { incoterm: 'FOB', remark: 'His' })]
    expect(first(await push(rows, { key: 'k' })).cells.remark).toEqual({ outcome: 'saved', value: 'His' })
    await firm.call('PATCH', `/v1/orders/${firm.order.id}`, { incoterm: 'CIF' }, { headers: { 'If-Match': '"2"' } })
    const incoterm = { outcome: 'saved', value: rowOf(firm.order.id)?.cells.incoterm }
    expect(first(await push(rows, { key: 'k' })).cells).toEqual({
      incoterm,
      remark: { outcome: 'saved', value: 'His' },
    })
    await env.DB.prepare('UPDATE users SET roles = ? WHERE id = ?').bind('["purchaser"]', firm.david.id).run()
    expect(first(await push(rows, { key: 'k' })).cells).toEqual({ incoterm, remark: { outcome: 'saved' } })
  })

  test('used for something else is refused; a colleague’s is another', async () => {
    const firm = await aFirm()
    const { push, edited } = await aSheet(firm)
    await push([edited(firm.order.id, { remark: 'One' })], { key: 'k' })
    const whole = await wholeDatabase(firm.tenantId)
    const other = [edited(firm.order.id, { bl_no: 'Two' })]
    const answer = await push(other, { key: 'k' })
    expect([answer.status, answer.body.code]).toEqual([422, 'key_reused'])
    expect(await wholeDatabase(firm.tenantId)).toBe(whole)
    expect(first(await push(other, { key: 'k', as: 'mia' })).outcome).toBe('saved')
    expect(first(await push(other, { key: 'k2' })).cells.bl_no.outcome).toBe('same')
  })

  test('pushed ten times at once is stored once, and answered the same each time', async () => {
    const { firm, sheet, edits } = await aLongSheet(10)
    const answers = await Promise.all(Array.from({ length: 10 }, () => sheet.push(edits, { key: 'k' })))
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect(first(answers[0] as Answer)).toMatchObject({ outcome: 'saved', version: 2 })
    expect([await saved(firm), await count('events', firm.tenantId)]).toEqual([10, 10])
  })
})

describe('a push that is cut off', () => {
  /** The database as it fails at one round trip, before or after it has stored what it was given. */
  function failing(trip: number, when: 'before' | 'after'): D1Database {
    let trips = 0
    const batch = async (statements: D1PreparedStatement[]) => {
      trips += 1
      const results = trips === trip && when === 'before' ? [] : await env.DB.batch(statements)
      if (trips === trip) throw new Error('D1_ERROR: the connection was lost')
      return results
    }
    return { prepare: (sql: string) => env.DB.prepare(sql), batch } as unknown as D1Database
  }

  test.each([3, 4, 5, 6, 7].flatMap((trip) => (['before', 'after'] as const).map((when) => [when, trip] as const)))(
    '%s round trip %i is finished by the same push: each row stored once',
    async (when, trip) => {
      const { firm, sheet, edits } = await aLongSheet(500)
      const body = { pullId: sheet.pull.pullId, dryRun: false, rows: edits }
      const request = {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${firm.tokens.david}`,
          'Content-Type': 'application/json',
          'Accept-Language': 'en',
          'Idempotency-Key': 'k',
        },
        body: JSON.stringify(body),
      }
      const log = vi.spyOn(console, 'error').mockReturnValue()
      const bindings = { DB: failing(trip, when), ASSETS: undefined as never }
      const cut = await app.request('/v1/sheets/pushes', request, bindings, createExecutionContext())
      expect([cut.status, log.mock.calls.length]).toEqual([500, 1])
      log.mockRestore()
      // Chunks of 125 rows are stored or not, never in part; the first is stored in the fourth trip.
      const chunks = Math.max(0, trip - 4 + (when === 'after' ? 1 : 0))
      expect(await saved(firm)).toBe(chunks * 125)
      const { body: whole } = await sheet.push(edits, { key: 'k' })
      expect(
        whole.rows.map(({ outcome, version }: { outcome: string; version: number }) => `${outcome} ${version}`),
      ).toEqual(edits.map(() => 'saved 2'))
      expect([await saved(firm), await count('events', firm.tenantId)]).toEqual([500, 500])
    },
  )
})

describe('many people at once', () => {
  test('twenty at one cell: one is stored, the others learn what stands there', async () => {
    const firm = await aFirm()
    const { push, edited } = await aSheet(firm)
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => push([edited(firm.order.id, { remark: `Person ${index}` })])),
    )
    const cells = answers.map((answer) => first(answer).cells.remark)
    const outcomes = cells.map(({ outcome }) => outcome)
    expect(outcomes.filter((outcome) => outcome === 'saved')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'conflict')).toHaveLength(19)
    const stored = await env.DB.prepare('SELECT remark FROM orders WHERE id = ?')
      .bind(firm.order.id)
      .first<{ remark: string }>()
    expect(new Set(cells.map(({ value }) => value))).toEqual(new Set([stored?.remark]))
    expect(await count('events', firm.tenantId)).toBe(1)
  })

  test('twenty who put the same there: all is as they sent it, and it is one change', async () => {
    const firm = await aFirm()
    const { push, edited } = await aSheet(firm)
    const rows = [edited(firm.order.id, { remark: 'The same' })]
    const answers = await Promise.all(Array.from({ length: 20 }, () => push(rows)))
    expect(answers.map((answer) => first(answer).outcome)).toEqual(Array(20).fill('saved'))
    expect(await count('events', firm.tenantId)).toBe(1)
  })

  test('each at a cell of their own of one row: all of it is stored, or said to be still to push', async () => {
    const firm = await aFirm()
    const { push, edited } = await aSheet(firm)
    const all = {
      remark: 'a',
      bl_no: 'b',
      eta: '2026-12-01',
      product_line: 'c',
      buyer_po_no: 'd',
      incoterm: 'FOB',
      named_place: 'e',
    }
    let waiting = Object.entries(all)
    for (let round = 0; waiting.length > 0 && round < all.remark.length + 6; round += 1) {
      const answers = await Promise.all(waiting.map(([key, to]) => push([edited(firm.order.id, { [key]: to })])))
      waiting = waiting.filter((_, index) => {
        const { outcome, code } = first(answers[index] as Answer)
        expect(['saved', 'rejected busy']).toContain(code ? `${outcome} ${code}` : outcome)
        return outcome !== 'saved'
      })
    }
    const order = (await firm.call('GET', `/v1/orders/${firm.order.id}`)).body
    expect(order).toMatchObject({ ...all, version: 1 + Object.keys(all).length })
  })
})
