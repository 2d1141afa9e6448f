import { afterEach, describe, expect, test } from 'vitest'
import { anOrder as anOrderOf, type Order, putAway } from './an-order.ts'
import type { Opening } from './open.ts'
import { type Sheet, sheetOf } from './sheet.ts'
import { api, openWorkbench } from './workbench.ts'

/** A spreadsheet that the add-on has filled with the open orders. */
async function openSheet(opening: Opening): Promise<Sheet> {
  const sheet = sheetOf(await openWorkbench({ ...opening, room: 'sheets' }))
  await sheet.filled()
  return sheet
}

const made: Order[] = []

async function anOrder(): Promise<Order> {
  const order = await anOrderOf({ buyer_po_no: 'PO-1' })
  made.push(order)
  return order
}

const stored = async ({ id }: Order) => (await api('mia.zhao', 'GET', `/v1/orders/${id}`)).json()
const history = async ({ id }: Order) => (await (await api('mia.zhao', 'GET', `/v1/orders/${id}/events`)).json()).events

// The next test finds the demo as it was.
afterEach(async () => {
  for (const order of made.splice(0)) await putAway(order)
})

const text = async (sheet: Sheet, order: Order, header: string) => (await sheet.cell(order.doc_no, header)).innerText()

test('a new spreadsheet is filled with the open orders, and what is changed in it is stored', async () => {
  const order = await anOrder()
  const mia = await openSheet({ as: 'mia.zhao' })
  expect(await text(mia, order, 'Promised date')).toBe('2026-02-01')
  await mia.type(order.doc_no, 'Promised date', '2026-03-05')
  await mia.type(order.doc_no, 'Remark', '=not a formula, but a remark')
  await mia.sidebar.getByRole('button', { name: 'Send changes (2)' }).waitFor()
  await mia.press('send')
  expect(await mia.status()).toBe('2 saved.')
  expect(await stored(order)).toMatchObject({
    promised_date: '2026-03-05',
    remark: '=not a formula, but a remark',
    version: 2,
  })
  expect((await history(order))[0]).toMatchObject({ surface: 'sheets', action: 'edited' })
})

describe('two people in the same order', () => {
  test('at one cell: the second is told what the first put there, who and when, and decides', async () => {
    const order = await anOrder()
    const [david, mia] = [await openSheet({ as: 'david.chen' }), await openSheet({ as: 'mia.zhao' })]
    await david.type(order.doc_no, "Buyer's PO no.", 'PO-DAVID')
    await david.press('send')
    await mia.type(order.doc_no, "Buyer's PO no.", 'PO-MIA')
    await mia.type(order.doc_no, 'Named place', 'Shekou')
    await mia.press('send')
    expect(await mia.status()).toBe('1 saved. 1 not saved, see below.')
    const [conflict = ''] = await mia.findings()
    expect(conflict).toContain(order.doc_no)
    expect(conflict).toMatch(/David Chen, 2026-\d\d-\d\d \d\d:\d\d: PO-DAVID/)
    expect(conflict).toContain('Yours: PO-MIA')
    expect(await text(mia, order, "Buyer's PO no.")).toBe('PO-MIA')
    expect(await (await mia.cell(order.doc_no, "Buyer's PO no.")).getAttribute('title')).toContain('David Chen')

    await mia.sidebar.getByRole('button', { name: 'Keep mine' }).click()
    expect(await mia.status()).toBe('1 saved.')
    expect(await mia.findings()).toEqual([])
    expect(await mia.sidebar.locator('#send').evaluate((button) => button === document.activeElement)).toBe(true)
    expect(await stored(order)).toMatchObject({ buyer_po_no: 'PO-MIA', named_place: 'Shekou' })
    expect(await (await mia.cell(order.doc_no, "Buyer's PO no.")).getAttribute('title')).toBeNull()

    // David, who knows nothing of it, gets it with the next pull.
    await david.press('get-order')
    expect(await text(david, order, "Buyer's PO no.")).toBe('PO-MIA')
    expect((await history(order)).map(({ surface }: { surface: string }) => surface)).toEqual([
      'sheets',
      'sheets',
      'sheets',
      'api',
    ])
  })

  test('at one cell: with "theirs" the sheet says what is stored, and nothing is left to send', async () => {
    const order = await anOrder()
    const [david, mia] = [await openSheet({ as: 'david.chen' }), await openSheet({ as: 'mia.zhao' })]
    await david.type(order.doc_no, 'Promised date', '2026-03-01')
    await david.press('send')
    await mia.type(order.doc_no, 'Promised date', '2026-04-01')
    await mia.press('send')
    await mia.sidebar.getByRole('button', { name: 'Take theirs' }).click()
    await mia.sidebar.getByRole('button', { name: 'Send changes', exact: true }).waitFor()
    expect([await text(mia, order, 'Promised date'), await mia.findings()]).toEqual(['2026-03-01', []])
    expect(await stored(order)).toMatchObject({ promised_date: '2026-03-01', version: 2 })
  })

  test('at different cells: both are stored', async () => {
    const order = await anOrder()
    const [david, mia] = [await openSheet({ as: 'david.chen' }), await openSheet({ as: 'mia.zhao' })]
    await david.type(order.doc_no, "Buyer's PO no.", 'PO-2')
    await mia.type(order.doc_no, 'Promised date', '2026-05-01')
    await david.press('send')
    await mia.press('send')
    expect([await david.status(), await mia.status()]).toEqual(['1 saved.', '1 saved.'])
    expect(await stored(order)).toMatchObject({ buyer_po_no: 'PO-2', promised_date: '2026-05-01', version: 3 })
  })
})

test('a push whose answer is lost is sent again under the same key: nothing happens twice, nothing is lost', async () => {
  const order = await anOrder()
  const mia = await openSheet({ as: 'mia.zhao' })
  const keys: (string | undefined)[] = []
  await mia.workbench.page.route('**/v1/sheets/pushes', async (route) => {
    keys.push(route.request().headers()['idempotency-key'])
    if (keys.length > 1) return route.continue()
    // The Worker commits, and its answer never arrives.
    await route.fetch()
    await route.abort()
  })
  await mia.type(order.doc_no, 'Promised date', '2026-03-05')
  await mia.press('send')
  expect(await mia.status()).toContain('Nothing is lost')
  expect([await text(mia, order, 'Promised date'), (await stored(order)).version]).toEqual(['2026-03-05', 2])

  // Even after the sidebar was closed and opened again.
  await mia.workbench.page.getByRole('button', { name: 'Close the sidebar' }).click()
  await mia.workbench.page.getByRole('button', { name: 'Open Quayside' }).click()
  await mia.sidebar.getByRole('button', { name: 'Send changes (1)' }).waitFor()
  await mia.press('send')
  expect(await mia.status()).toBe('1 saved.')
  expect(keys[0]).toBeTruthy()
  expect(keys[1]).toBe(keys[0])
  expect((await history(order)).map(({ action }: { action: string }) => action)).toEqual(['edited', 'created'])
  await mia.sidebar.getByRole('button', { name: 'Send changes', exact: true }).waitFor()
})

test('each cell that cannot be kept says why; the good ones of the same rows are stored, and no letter is lost', async () => {
  const [order, other] = [await anOrder(), await anOrder()]
  const mia = await openSheet({ as: 'mia.zhao' })
  const bad = {
    'Promised date': '20.11.2026',
    'Order date': '=2026+1',
    Incoterm: 'FOBB',
    'Named place': '',
    Execution: 'Shipped',
  } as const
  for (const [header, content] of Object.entries(bad)) await mia.type(order.doc_no, header, content)
  await mia.type(order.doc_no, 'Remark', 'good')
  await mia.type(other.doc_no, "Buyer's PO no.", 'PO-GOOD')
  await mia.press('send')
  expect(await mia.status()).toBe('2 saved. 5 not saved, see below.')
  expect(await stored(order)).toMatchObject({
    remark: 'good',
    order_date: '2026-01-02',
    promised_date: '2026-02-01',
    incoterm: 'FOB',
    named_place: 'Yantian',
    exec_status: 'not_started',
  })
  expect(await stored(other)).toMatchObject({ buyer_po_no: 'PO-GOOD' })
  const findings = await mia.findings()
  for (const [header, content] of Object.entries(bad)) {
    expect(findings.filter((finding) => finding.includes(`· ${header}\n`))).toHaveLength(1)
    const cell = await mia.cell(order.doc_no, header)
    expect(await cell.getAttribute('title')).toContain('Quayside: ')
    expect(await cell.innerText()).toBe(content.startsWith('=') ? '1905-07-19' : content)
  }
  await mia.sidebar.getByRole('button', { name: /Show the cell:.*Promised date/ }).click()
  await expect.poll(() => mia.workbench.page.locator('.cell-content').inputValue()).toBe('20.11.2026')

  // Put right, it is stored, and its mark goes.
  await mia.type(order.doc_no, 'Promised date', '2026-11-20')
  await mia.press('send')
  expect(await stored(order)).toMatchObject({ promised_date: '2026-11-20' })
  expect(await (await mia.cell(order.doc_no, 'Promised date')).getAttribute('title')).toBeNull()
})

test('a comma in the place of the point is not guessed at, in the lines of orders', async () => {
  const order = await anOrder()
  const line = {
    order_id: order.id,
    seq: 1,
    description: 'Lantern',
    qty: 10_000,
    unit: 'C62',
    currency: 'USD',
    unit_price: 1_250_000,
  }
  const { id } = await (await api('mia.zhao', 'POST', '/v1/order_lines', line)).json()
  const mia = await openSheet({ as: 'mia.zhao' })
  await mia.press('get-order_line')
  await mia.type(order.doc_no, 'Quantity', '12,5')
  await mia.type(order.doc_no, 'Unit price', '1.5')
  await mia.press('send')
  expect(await mia.status()).toBe('1 saved. 1 not saved, see below.')
  expect((await mia.findings()).join()).toContain('Quantity')
  expect(await text(mia, order, 'Quantity')).toBe('12,5')
  expect(await (await api('mia.zhao', 'GET', `/v1/order_lines/${id}`)).json()).toMatchObject({
    qty: 10_000,
    unit_price: 1_500_000,
  })
})

test('a row that is in the sheet twice, and one that nobody knows, are told as such; the others are stored', async () => {
  const [order, other, lost, good] = [await anOrder(), await anOrder(), await anOrder(), await anOrder()]
  const mia = await openSheet({ as: 'mia.zhao' })
  // Hidden columns take their part of what is copied and pasted.
  await select(mia, order, 6)
  await copyOnto(mia, other)
  await pasteOnto(mia, lost, `${lost.doc_no}\t01K8Z000000000000000000000`)
  await mia.type(order.doc_no, "Buyer's PO no.", 'PO-TWICE')
  await mia.type(lost.doc_no, "Buyer's PO no.", 'PO-LOST')
  await mia.type(good.doc_no, "Buyer's PO no.", 'PO-GOOD')
  await mia.press('send')
  expect(await mia.status()).toBe('1 saved. 3 not saved, see below.')
  const findings = (await mia.findings()).join()
  expect(findings.match(/This row is in the sheet twice/g)).toHaveLength(2)
  expect(findings).toContain('There is no such record for you any more')
  expect(await text(mia, lost, "Buyer's PO no.")).toBe('PO-LOST')
  for (const one of [order, other, lost]) expect(await stored(one)).toMatchObject({ buyer_po_no: 'PO-1', version: 1 })
  expect(await stored(good)).toMatchObject({ buyer_po_no: 'PO-GOOD' })
})

/** The cells from the number of an order on, this many of them seen. */
async function select(sheet: Sheet, order: Order, cells: number): Promise<void> {
  const { page } = sheet.workbench
  await (await sheet.cell(order.doc_no, 'Order no.')).click()
  for (let at = 1; at < cells; at++) await page.keyboard.press('Shift+ArrowRight')
}

async function copyOnto(sheet: Sheet, order: Order): Promise<void> {
  const copied = await sheet.workbench.page.locator('.grid').evaluate((grid) => {
    const clipboardData = new DataTransfer()
    grid.dispatchEvent(new ClipboardEvent('copy', { clipboardData }))
    return clipboardData.getData('text/plain')
  })
  await pasteOnto(sheet, order, copied)
}

async function pasteOnto(sheet: Sheet, order: Order, text: string): Promise<void> {
  await (await sheet.cell(order.doc_no, 'Order no.')).click()
  await sheet.workbench.page.locator('.grid').evaluate((grid, text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    grid.dispatchEvent(new ClipboardEvent('paste', { clipboardData }))
  }, text)
}

test('the panel beside a row is the order’s own, as beside a mail; a line shows its order', async () => {
  const mia = await openSheet({ as: 'mia.zhao' })
  const first = mia.workbench.page.locator('[data-cell="A2"]')
  const name = await first.innerText()
  await first.click()
  await mia.sidebar.locator('#beside', { hasText: name }).waitFor()
  await mia.sidebar.locator('main[aria-busy="false"]').waitFor()
  const { records } = await (await api('mia.zhao', 'GET', `/v1/orders?limit=1&doc_no=${name}`)).json()
  const asked = { record: { type: 'order', id: records[0].id } }
  const panel = await (await api('mia.zhao', 'POST', '/v1/panel', asked)).json()
  const keys = await mia.sidebar.locator('#panel > section').evaluateAll((all) => all.map((one) => one.dataset.key))
  expect(keys).toEqual(panel.sections.map(({ key }: { key: string }) => key))
  expect(await mia.sidebar.locator('#title').innerText()).toBe(panel.title)

  await mia.press('get-order_line')
  await mia.workbench.page.locator('.tabs button', { hasText: 'Order lines' }).waitFor()
  const line = mia.workbench.page.locator('[data-cell="A2"]')
  const order = await line.innerText()
  await line.click()
  await mia.sidebar.locator('#beside', { hasText: order }).waitFor()
  await mia.sidebar.locator('#panel', { hasText: order }).waitFor()
})

test('a field of the firm’s own is a column like any other', async () => {
  const order = await anOrder()
  const field = {
    entity: 'order',
    key: 'sheet_mark',
    label_en: 'Sheet mark',
    label_zh: '表格标记',
    kind: 'text',
    access: 'sales',
  }
  expect((await api('fang.yuan', 'POST', '/v1/definitions/fields', field)).status).toBe(201)
  const mia = await openSheet({ as: 'mia.zhao' })
  await mia.type(order.doc_no, 'Sheet mark', 'both sides')
  await mia.press('send')
  expect(await mia.status()).toBe('1 saved.')
  expect(await stored(order)).toMatchObject({ custom: { sheet_mark: 'both sides' } })
})

describe('when something does not answer', () => {
  test('the network: the sheet is as it was, and says how to go on', async () => {
    const order = await anOrder()
    const mia = await openSheet({ as: 'mia.zhao' })
    await mia.type(order.doc_no, 'Remark', 'typed offline')
    await mia.workbench.page.getByText('Cut the network').click()
    await mia.press('get-order')
    expect(await mia.status()).toContain('The sheet is as it was')
    await mia.press('send')
    expect(await mia.status()).toContain('Nothing is lost')
    await mia.workbench.page.getByText('Cut the network').click()
    await mia.press('send')
    expect(await mia.status()).toBe('1 saved.')
    expect(await stored(order)).toMatchObject({ remark: 'typed offline' })
  })

  test('Google, after the Worker has stored: it is told again, and stored once', async () => {
    const order = await anOrder()
    const mia = await openSheet({ as: 'mia.zhao' })
    const mood = (failing: readonly string[]) =>
      mia.workbench.page.evaluate(
        (failing) => postMessage({ channel: 'quayside-workbench', kind: 'script', failing }, location.origin),
        failing,
      )
    await mia.type(order.doc_no, 'Remark', 'once')
    await mood(['writeResults'])
    await mia.press('send')
    expect(await mia.status()).toContain('Google Sheets did not do it')
    await mood([])
    await mia.press('send')
    expect(await mia.status()).toBe('1 saved.')
    expect((await history(order)).length).toBe(2)
  })
})

test('whoever is signed out is told so, and finds the way in', async () => {
  const { page } = await openWorkbench({ room: 'sheets', as: 'none' })
  const sidebar = page.frameLocator('iframe[src="/workbench/sheets/sidebar.html"]')
  await sidebar.locator('#sign-in').waitFor()
  await sidebar.getByRole('button', { name: 'Get orders' }).click()
  await sidebar.locator('#sheet-status', { hasText: 'You are signed out' }).waitFor()
})

test('with the keyboard alone an order is changed and sent', async () => {
  const order = await anOrder()
  const mia = await openSheet({ as: 'mia.zhao' })
  const { page } = mia.workbench
  const cell = await mia.cell(order.doc_no, 'Named place')
  await cell.focus()
  await cell.click()
  await page.keyboard.type('Nansha')
  await page.keyboard.press('Enter')
  await mia.sidebar.getByRole('button', { name: 'Send changes (1)' }).focus()
  await page.keyboard.press('Enter')
  await mia.sidebar.locator('#sheet-status', { hasText: '1 saved' }).waitFor()
  expect(await mia.sidebar.locator('#send').evaluate((button) => button === document.activeElement)).toBe(true)
  expect(await stored(order)).toMatchObject({ named_place: 'Nansha' })
})
