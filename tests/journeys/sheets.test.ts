import { afterEach, describe, expect, test } from 'vitest'
import { openSheet, type Sheet } from './sheet.ts'
import { api, openWorkbench } from './workbench.ts'

interface Order {
  readonly id: string
  readonly doc_no: string
}

const made: Order[] = []

/** An open order of Trilha Sul for one test; promised so early that it comes first. */
async function anOrder(): Promise<Order> {
  const message = { from: { address: 'thiago.nunes@trilhasul.example' } }
  const panel = await (await api('mia.zhao', 'POST', '/v1/panel', { message })).json()
  const known = panel.sections.find((one: { key: string }) => one.key === 'orders').full[0].open.id
  const { customer_id } = await (await api('mia.zhao', 'GET', `/v1/orders/${known}`)).json()
  const body = {
    customer_id,
    order_date: '2026-01-02',
    promised_date: '2026-02-01',
    currency: 'USD',
    incoterm: 'FOB',
    named_place: 'Yantian',
    buyer_po_no: 'PO-1',
  }
  const order = await (await api('mia.zhao', 'POST', '/v1/orders', body)).json()
  made.push(order)
  return order
}

const stored = async ({ id }: Order) => (await api('mia.zhao', 'GET', `/v1/orders/${id}`)).json()
const history = async ({ id }: Order) => (await (await api('mia.zhao', 'GET', `/v1/orders/${id}/events`)).json()).events

// The next test finds the demo as it was.
afterEach(async () => {
  for (const { id } of made.splice(0)) {
    const etag = (await api('mia.zhao', 'GET', `/v1/orders/${id}`)).headers.get('ETag') ?? ''
    await api('mia.zhao', 'PATCH', `/v1/orders/${id}`, { status: 'cancelled' }, { 'If-Match': etag })
  }
})

const text = async (sheet: Sheet, order: Order, header: string) => (await sheet.cell(order.doc_no, header)).innerText()

test('a new spreadsheet is filled with the open orders, and what is changed in it is stored', async () => {
  const order = await anOrder()
  const mia = await openSheet({ as: 'mia.zhao' })
  expect(await text(mia, order, 'Promised date')).toBe('2026-02-01')
  await mia.type(order.doc_no, 'Promised date', '2026-03-05')
  await mia.type(order.doc_no, 'Remark', '=not a formula, but a remark')
  await mia.sidebar.getByRole('button', { name: 'Send changes (2)' }).waitFor()
  await mia.press('Send changes')
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
    await david.press('Send changes')
    await mia.type(order.doc_no, "Buyer's PO no.", 'PO-MIA')
    await mia.type(order.doc_no, 'Named place', 'Shekou')
    await mia.press('Send changes')
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
    expect(await stored(order)).toMatchObject({ buyer_po_no: 'PO-MIA', named_place: 'Shekou' })
    expect(await (await mia.cell(order.doc_no, "Buyer's PO no.")).getAttribute('title')).toBeNull()

    // David, who knows nothing of it, gets it with the next pull.
    await david.press('Get orders')
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
    await david.press('Send changes')
    await mia.type(order.doc_no, 'Promised date', '2026-04-01')
    await mia.press('Send changes')
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
    await david.press('Send changes')
    await mia.press('Send changes')
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
  await mia.press('Send changes')
  expect(await mia.status()).toContain('Nothing is lost')
  expect([await text(mia, order, 'Promised date'), (await stored(order)).version]).toEqual(['2026-03-05', 2])

  // Even after the sidebar was closed and opened again.
  await mia.workbench.page.getByRole('button', { name: 'Close the sidebar' }).click()
  await mia.workbench.page.getByRole('button', { name: 'Open Quayside' }).click()
  await mia.sidebar.getByRole('button', { name: 'Send changes (1)' }).waitFor()
  await mia.press('Send changes')
  expect(await mia.status()).toBe('1 saved.')
  expect(keys[0]).toBeTruthy()
  expect(keys[1]).toBe(keys[0])
  expect((await history(order)).map(({ action }: { action: string }) => action)).toEqual(['edited', 'created'])
  await mia.sidebar.getByRole('button', { name: 'Send changes', exact: true }).waitFor()
})

test('each cell that cannot be kept says why; the good ones of the same rows are stored, and no letter is lost', async () => {
  const [order, other, gone] = [await anOrder(), await anOrder(), await anOrder()]
  const mia = await openSheet({ as: 'mia.zhao' })
  const bad = {
    'Promised date': '20.11.2026',
    Commission: '12,5',
    Execution: 'Shipped',
    Incoterm: 'FOBB',
    'Order date': '=DATE(2026)',
  } as const
  const headers = Object.keys(bad) as (keyof typeof bad)[]
  const present: (keyof typeof bad)[] = []
  for (const header of headers) {
    const here = await mia.cell(order.doc_no, header).catch(() => null)
    if (!here) continue
    present.push(header)
    await mia.type(order.doc_no, header, bad[header])
  }
  await mia.type(order.doc_no, 'Remark', 'good')
  await mia.type(other.doc_no, "Buyer's PO no.", 'PO-GOOD')
  await mia.press('Send changes')
  expect(await mia.status()).toBe(`2 saved. ${present.length} not saved, see below.`)
  expect(await stored(order)).toMatchObject({ remark: 'good', promised_date: '2026-02-01', incoterm: 'FOB' })
  expect(await stored(other)).toMatchObject({ buyer_po_no: 'PO-GOOD' })
  const findings = await mia.findings()
  for (const header of present) {
    expect(findings.some((finding) => finding.includes(`${header}\n`))).toBe(true)
    const cell = await mia.cell(order.doc_no, header)
    expect(await cell.getAttribute('title')).toContain('Quayside: ')
    if (!bad[header].startsWith('=')) expect(await cell.innerText()).toBe(bad[header])
  }
  await mia.sidebar.getByRole('button', { name: /Show the cell:.*Promised date/ }).click()
  expect(await mia.workbench.page.locator('.cell-content').inputValue()).toBe('20.11.2026')

  // Put right, it is stored, and its mark goes.
  await mia.type(order.doc_no, 'Promised date', '2026-11-20')
  await mia.press('Send changes')
  expect(await stored(order)).toMatchObject({ promised_date: '2026-11-20' })
  expect(await (await mia.cell(order.doc_no, 'Promised date')).getAttribute('title')).toBeNull()
  expect(gone.id).toBeTruthy()
}, 60_000)

test('a row that is in the sheet twice, and one that nobody knows, are told as such and change nothing', async () => {
  const [order, other] = [await anOrder(), await anOrder()]
  const mia = await openSheet({ as: 'mia.zhao' })
  const { page } = mia.workbench
  // A block with its hidden columns, copied over the row of another order.
  const copied = await mia.cell(order.doc_no, 'Order no.')
  const onto = await mia.cell(other.doc_no, 'Order no.')
  await copied.click()
  await page.evaluate(() => {
    const cells = document.querySelector('.grid')
    const data = new DataTransfer()
    const select = (key: string) =>
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey: true, bubbles: true }))
    for (let at = 0; at < 6; at++) select('ArrowRight')
    cells?.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true }))
    Object.assign(window, { copied: data.getData('text/plain') })
  })
  await onto.click()
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/plain', (window as unknown as { copied: string }).copied)
    document.querySelector('.grid')?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
  })
  await mia.type(order.doc_no, "Buyer's PO no.", 'PO-TWICE')
  await mia.press('Send changes')
  expect(await mia.status()).toMatch(/^0 saved\. [12] not saved/)
  expect((await mia.findings()).join()).toContain('This row is in the sheet twice')
  expect(await stored(order)).toMatchObject({ buyer_po_no: 'PO-1', version: 1 })
  expect(await stored(other)).toMatchObject({ buyer_po_no: 'PO-1', version: 1 })
})

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

  await mia.press('Get lines')
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
  await mia.press('Send changes')
  expect(await mia.status()).toBe('1 saved.')
  expect(await stored(order)).toMatchObject({ custom: { sheet_mark: 'both sides' } })
})

describe('when something does not answer', () => {
  test('the network: the sheet is as it was, and says how to go on', async () => {
    const order = await anOrder()
    const mia = await openSheet({ as: 'mia.zhao' })
    await mia.type(order.doc_no, 'Remark', 'typed offline')
    await mia.workbench.page.getByText('Cut the network').click()
    await mia.press('Get orders')
    expect(await mia.status()).toContain('The sheet is as it was')
    await mia.press('Send changes')
    expect(await mia.status()).toContain('Nothing is lost')
    await mia.workbench.page.getByText('Cut the network').click()
    await mia.press('Send changes')
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
    await mia.press('Send changes')
    expect(await mia.status()).toContain('Google Sheets did not do it')
    await mood([])
    await mia.press('Send changes')
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
