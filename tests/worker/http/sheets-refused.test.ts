import { env } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import type { CellContent } from '#shared/sheet/api.ts'
import { anOrder, anOrderLine } from '../../fixtures/builders.ts'
import { type Answer, aFirm, count, type Firm, newId, plant, wholeDatabase } from '../firm.ts'
import { aColleague, anAdministrator } from '../own-fields.ts'
import { aSheet } from '../sheet.ts'

const first = ({ body }: Answer) => body.rows[0]

describe('a cell that is not right', () => {
  const CASES: readonly (readonly [string, string, CellContent, string, string])[] = [
    ['a formula', 'remark', { formula: '=HYPERLINK("x")' }, 'formula', 'A formula is not kept'],
    ['an error', 'remark', { error: '#N/A' }, 'sheet_error', 'error of the sheet'],
    ['a day in another form', 'eta', '20/10/2026', 'date', 'A date such as 2026-11-20.'],
    ['a day in words', 'eta', 'Nov 3', 'date', 'A date such as 2026-11-20.'],
    ['a day as a number', 'eta', 46_000, 'date', 'A date such as 2026-11-20.'],
    ['a decimal comma', 'custom.weight', '1.234,56', 'number', 'A number such as 1234.5.'],
    ['too many decimals', 'custom.weight', 0.0001, 'decimals', 'At most 3 decimals.'],
    ['another kind', 'custom.weight', true, 'number', 'A number such as 1234.5.'],
    ['an unknown choice', 'incoterm', 'By air', 'choice', 'One of: EXW Ex Works, FCA Free Carrier'],
    ['a text that is too long', 'bl_no', 'x'.repeat(41), 'too_long', 'At most 40'],
    ['a forbidden character', 'remark', 'a\0b', 'characters', 'cannot be stored'],
    ['half a letter', 'remark', '\ud83d', 'characters', 'cannot be stored'],
    ['a required one emptied', 'named_place', '', 'required', 'This is required.'],
    ['an unknown column', 'nonsense', 'x', 'unknown', 'There is no such field.'],
  ]

  test.each(CASES)(
    '%s: has a code and says what is expected, and the rest of the row is stored',
    async (_, key, to, code, says) => {
      const firm = await aFirm()
      await (await anAdministrator(firm)).add({ entity: 'order', key: 'weight', kind: 'number' })
      const sheet = await aSheet(firm)
      const answer = await sheet.change(firm.order.id, { [key]: to, product_line: 'Stored' })
      const { outcome, cells } = first(answer)
      expect([answer.status, outcome, cells[key].outcome, cells[key].code]).toEqual([200, 'partly', 'invalid', code])
      expect(cells[key].message).toContain(says)
      expect(cells.product_line.outcome).toBe('saved')
      // In the other language it is another sentence.
      const chinese = await aSheet(firm, 'order', 'david', 'zh-CN')
      expect(first(await chinese.change(firm.order.id, { [key]: to })).cells[key].message).toMatch(/[\u4e00-\u9fff]/)
    },
  )

  test('a quantity and a price that make too large an amount are refused, never a failure', async () => {
    const firm = await aFirm()
    const order = anOrder({ id: newId(), customer_id: firm.customer.id })
    const line = anOrderLine({ id: newId(), order_id: order.id })
    await plant(firm.tenantId, { order: [order], order_line: [line] })
    const sheet = await aSheet(firm, 'order_line')
    const { cells, version } = first(
      await sheet.change(line.id, { qty: 1e10, unit_price: 1e7, description: 'Lantern, large' }),
    )
    expect([cells.qty.code, cells.unit_price.code, cells.description.outcome]).toEqual(['amount', 'amount', 'saved'])
    expect(version).toBe(2)
    const { cells: lower } = first(await sheet.change(line.id, { qty: -1, unit_price: -0.01 }))
    expect([lower.qty.message, lower.unit_price.message]).toEqual(['At least 0.001.', 'At least 0.'])
  })

  test.skipIf(env.NAUGHTY.length === 0)(
    'every naughty string is stored to the letter or refused, and never a failure',
    async () => {
      const firm = await aFirm()
      const orders = env.NAUGHTY.map(() => anOrder({ id: newId(), customer_id: firm.customer.id, promised_date: null }))
      await plant(firm.tenantId, { order: orders })
      const { push } = await aSheet(firm)
      const rows = env.NAUGHTY.map((to, index) => ({
        key: `row ${index}`,
        id: orders[index]?.id,
        version: 1,
        changes: { remark: { from: null, to }, eta: { from: null, to }, incoterm: { from: 'CIF', to } },
      }))
      const answers = [await push(rows.slice(0, 300)), await push(rows.slice(300))]
      expect(answers.map(({ status }) => status)).toEqual([200, 200])
      const { results } = await env.DB.prepare('SELECT id, remark FROM orders WHERE tenant_id = ?')
        .bind(firm.tenantId)
        .all<{ id: string; remark: string | null }>()
      const stored = new Map(results.map(({ id, remark }) => [id, remark]))
      for (const [index, { cells, id }] of answers.flatMap(({ body }) => body.rows).entries()) {
        const sent = env.NAUGHTY[index] as string
        if (cells.remark.outcome === 'saved') expect(stored.get(id)).toBe(sent.replace(/\r\n?/g, '\n'))
        else expect([stored.get(id), sent === '' ? 'same' : 'invalid']).toEqual([null, cells.remark.outcome])
        expect(cells.incoterm.outcome).toBe('invalid')
      }
    },
  )
})

describe('a row that is not right', () => {
  /** What came of one row beside a good one. */
  async function pushed(firm: Firm, ...rows: object[]) {
    const { push, edited } = await aSheet(firm)
    const answer = await push([...rows, edited(firm.order.id, { remark: 'Good' })])
    expect(answer.body.rows.at(-1).outcome).toBe('saved')
    return answer.body.rows.map(({ outcome, code }: { outcome: string; code?: string }) => [outcome, code])
  }
  const changes = { remark: { from: null, to: 'x' } }

  test('without an id is refused, for new records are not made in a sheet yet', async () => {
    expect((await pushed(await aFirm(), { key: 'a', changes }, { key: 'b', id: '', changes })).slice(0, 2)).toEqual([
      ['rejected', 'new_row'],
      ['rejected', 'new_row'],
    ])
  })

  test.each([undefined, 0, -1, 1.5, 1e300])('of version %s is refused', async (version) => {
    const firm = await aFirm()
    const other = anOrder({ id: newId(), customer_id: firm.customer.id })
    await plant(firm.tenantId, { order: [other] })
    expect((await pushed(firm, { key: 'a', id: other.id, version, changes }))[0]).toEqual([
      'rejected',
      'version_missing',
    ])
  })

  test('of a version that is not there yet is refused', async () => {
    const firm = await aFirm()
    const other = anOrder({ id: newId(), customer_id: firm.customer.id })
    await plant(firm.tenantId, { order: [other] })
    expect((await pushed(firm, { key: 'a', id: other.id, version: 2, changes }))[0]).toEqual([
      'rejected',
      'version_ahead',
    ])
  })

  test('that is there twice, by its key or its record, is refused both times', async () => {
    const firm = await aFirm()
    const [one, two, three] = [1, 2, 3].map(() => anOrder({ id: newId(), customer_id: firm.customer.id }))
    const row = (key: string, order?: { id: string }) => ({ key, id: order?.id, version: 1, changes })
    await plant(firm.tenantId, { order: [one, two, three] as never })
    const outcomes = await pushed(firm, row('a', one), row('a', two), row('b', three), row('c', three))
    expect(outcomes.slice(0, 4)).toEqual(Array(4).fill(['rejected', 'twice']))
    expect(await count('events', firm.tenantId)).toBe(1)
  })

  test('of another firm, of nobody, or not for this person, is gone, all alike', async () => {
    const [firm, other] = [await aFirm(), await aFirm()]
    const davids = anOrder({ id: newId(), customer_id: newId(), owner_id: firm.david.id })
    await plant(firm.tenantId, { order: [davids] })
    const sheet = await aSheet(firm, 'order', 'mia')
    const ids = [other.order.id, davids.id, newId(), 'nonsense', 'x'.repeat(5_000)]
    const before = await Promise.all([firm, other].map(({ tenantId }) => wholeDatabase(tenantId)))
    const { body } = await sheet.push(ids.map((id, index) => ({ key: `${index}`, id, version: 1, changes })))
    for (const [index, { key: _, ...row }] of body.rows.entries()) {
      expect(row).toMatchObject({ id: ids[index], outcome: 'gone', version: null, cells: {}, code: 'gone' })
    }
    expect(new Set(body.rows.map(({ message }: { message: string }) => message)).size).toBe(1)
    expect(await Promise.all([firm, other].map(({ tenantId }) => wholeDatabase(tenantId)))).toEqual(before)
  })
})

describe('whoever may not', () => {
  test('change an order stores nothing; who carries it out changes its execution and nothing else', async () => {
    const firm = await aFirm()
    const [inspector, purchaser] = [await aColleague(firm, 'qc'), await aColleague(firm, 'purchaser')]
    const before = await aSheet(firm, 'order', purchaser)
    const keys = before.pull.columns.map(({ key }) => key)
    for (const hidden of ['total', 'remark', 'buyer_po_no']) expect(keys).not.toContain(hidden)
    expect(before.pull.columns.filter(({ editable }) => editable)).toEqual([])
    const whole = await wholeDatabase(firm.tenantId)
    const denied = first(await before.change(firm.order.id, { eta: '2026-12-01', remark: 'x' }))
    expect([denied.outcome, denied.cells.eta.code, denied.cells.remark.code]).toEqual([
      'rejected',
      'not_allowed',
      'unknown',
    ])
    expect(await wholeDatabase(firm.tenantId)).toBe(whole)

    const sheet = await aSheet(firm, 'order', inspector)
    const { cells } = first(await sheet.change(firm.order.id, { eta: '2026-12-01', product_line: 'x' }))
    expect([cells.eta.outcome, cells.product_line.outcome]).toEqual(['saved', 'forbidden'])
  })

  test('see a customer has a blank where its name is', async () => {
    const firm = await aFirm()
    const sheet = await aSheet(firm, 'order', await aColleague(firm, 'purchaser'))
    expect(sheet.rowOf(firm.order.id)?.cells).toMatchObject({ customer_id: null, owner_id: 'Mia Zhao' })
  })

  test('see any order is given no sheet of them, and no pull is kept', async () => {
    const firm = await aFirm()
    const { answer } = await aSheet(firm, 'order', await aColleague(firm, 'admin'))
    expect([answer.status, answer.body.code, await count('sheet_pulls', firm.tenantId)]).toEqual([
      403,
      'not_allowed',
      0,
    ])
  })

  test('knows no pull of another firm; a colleague pushes with it in its words', async () => {
    const [firm, other] = [await aFirm(), await aFirm()]
    const sheet = await aSheet(firm, 'order', 'david', 'zh-CN')
    const row = sheet.edited(firm.order.id, { incoterm: 'FCA 货交承运人' })
    const foreign = await other.call(
      'POST',
      '/v1/sheets/pushes',
      { pullId: sheet.pull.pullId, rows: [] },
      { headers: { 'Idempotency-Key': 'k' } },
    )
    expect([foreign.status, foreign.body.code]).toEqual([404, 'not_found'])
    expect(first(await sheet.push([row], { as: 'mia' })).cells.incoterm).toEqual({
      outcome: 'saved',
      value: 'FCA 货交承运人',
    })
  })
})
