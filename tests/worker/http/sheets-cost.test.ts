import { expect, test } from 'vitest'
import { SHEET_ROWS_MAX } from '#shared/sheet/api.ts'
import { aCustomer, anOrder, anOrderLine } from '../../fixtures/builders.ts'
import { type Answer, aFirm, type Firm, newId, plant } from '../firm.ts'
import { aSheet } from '../sheet.ts'

const many = <T>(length: number, make: (index: number) => T): T[] => Array.from({ length }, (_, index) => make(index))

/** A firm in which Mia owns that many orders, others those of another thirty customers, each order with a line. */
async function aFirmWith(own: number, others: number): Promise<Firm> {
  const firm = await aFirm()
  const customers = many(30, () => aCustomer({ id: newId(), owner_id: firm.david.id, domains: [] }))
  const theirs = many(others, (i) =>
    anOrder({
      id: newId(),
      customer_id: String(customers[i % 30]?.id),
      owner_id: firm.david.id,
      promised_date: '2026-10-21',
    }),
  )
  const mine = many(own - 1, () => anOrder({ id: newId(), customer_id: firm.customer.id, owner_id: firm.mia.id }))
  const lines = [...mine, ...theirs, firm.order].map(({ id }) => anOrderLine({ id: newId(), order_id: id }))
  await plant(firm.tenantId, { customer: customers, order: [...theirs, ...mine], order_line: lines })
  return firm
}

const edits = (sheet: Awaited<ReturnType<typeof aSheet>>, rows: number, to: string) =>
  sheet.pull.rows.slice(0, rows).map(({ id }) => sheet.edited(id, { remark: to }))

const outcomes = ({ body }: Answer) => new Set(body.rows.map(({ outcome }: { outcome: string }) => outcome))

test('a push of 500 rows takes seven round trips, eight where cells are in conflict', async () => {
  const sheet = await aSheet(await aFirmWith(2, 498))
  const answer = await sheet.push(edits(sheet, 500, 'Checked'))
  expect([answer.trips, outcomes(answer)]).toEqual([7, new Set(['saved'])])
  const rows = sheet.pull.rows.map(({ id }) => sheet.edited(id, { remark: 'Too late', bl_no: 'OOLU1' }))
  const late = await sheet.push(rows)
  expect([late.trips, outcomes(late)]).toEqual([8, new Set(['partly'])])
  const dry = await sheet.push(edits(sheet, 500, 'Checked'), { dryRun: true, key: null })
  expect([dry.trips, outcomes(dry)]).toEqual([3, new Set(['saved'])])
  console.info(
    `push of 500 rows: ${answer.trips} round trips, ${answer.rowsRead} rows read; ${late.rowsRead} in conflict`,
  )
})

test('what a push reads grows with its rows and not with the firm', async () => {
  const read = async (firm: Firm, rows: number) => {
    const sheet = await aSheet(firm, 'order', 'mia')
    const answer = await sheet.push(edits(sheet, rows, 'Checked'))
    expect(outcomes(answer)).toEqual(new Set(['saved']))
    return answer.rowsRead
  }
  const [small, large] = [await read(await aFirmWith(100, 10), 20), await read(await aFirmWith(100, 900), 20)]
  expect(large).toBeLessThanOrEqual(small + 3)
  const whole = await read(await aFirmWith(100, 10), 100)
  expect(whole).toBeLessThanOrEqual(small * 5)
})

test.each(['order', 'order_line'] as const)(
  'a sheet of 500 rows of %s says that there are more, and reads no more of them',
  async (type) => {
    const some = await aSheet(await aFirmWith(2, 400), type)
    expect([some.pull.rows.length, some.pull.isWhole]).toEqual([402, true])
    const [full, large] = [await aSheet(await aFirmWith(2, 600), type), await aSheet(await aFirmWith(2, 3_000), type)]
    expect([full.pull.rows.length, full.pull.isWhole, full.answer.trips]).toEqual([SHEET_ROWS_MAX, false, 2])
    expect(large.answer.rowsRead).toBeLessThanOrEqual(full.answer.rowsRead + 3)
    console.info(`sheet of ${type}: ${full.answer.rowsRead} rows read for 500`)
  },
)

test.each(['order', 'order_line'] as const)(
  'somebody’s sheet of %s costs what is theirs, in a firm of any size',
  async (type) => {
    const [small, large] = await Promise.all(
      [10, 2_000].map(async (others) => aSheet(await aFirmWith(20, others), type, 'mia')),
    )
    expect([small?.pull.rows.length, large?.pull.rows.length]).toEqual([20, 20])
    expect(large?.answer.rowsRead).toBeLessThanOrEqual(Number(small?.answer.rowsRead) + 3)
  },
)

test('a push may have two megabytes, and no more; other calls less', async () => {
  const firm = await aFirm()
  const { push, edited } = await aSheet(firm)
  const row = (length: number) => [
    edited(firm.order.id, { remark: 'x'.repeat(49_000) }),
    ...many(length, (i) => edited(`${i}`, { remark: 'x'.repeat(49_000) })),
  ]
  expect((await push(row(30))).status).toBe(200)
  expect((await push(row(45))).status).toBe(413)
  const other = await firm.call('POST', '/v1/sheets/pulls', { type: 'order', more: 'x'.repeat(300_000) })
  expect(other.status).toBe(413)
})
