import type { Page, Route } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { anOrder, putAway } from './an-order.ts'
import { colourFindings, findings } from './findings.ts'
import { api, openDesk, openWorkbench } from './workbench.ts'

const url = inject('stageUrl')
const BOARD = '/desk/board'
const column = (page: Page, stage: string) => page.locator(`.column[data-stage=${stage}]`)
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent)
const titlesIn = (page: Page, stage: string) => column(page, stage).locator('.card > a').allInnerTexts()

/** The board as somebody finds it. */
async function aBoard(opening: { readonly as?: string; readonly path?: string; readonly width?: number } = {}) {
  const { page, context } = await openDesk({ as: 'david.chen', path: BOARD, ...opening })
  await page.locator('.column').first().waitFor()
  return { page, context }
}

/** Does something that asks for the board anew, and waits until it is there. */
async function anew(page: Page, act: () => Promise<unknown>): Promise<void> {
  const answered = page.waitForResponse((response) => response.url().includes('/v1/board'))
  await act()
  await answered
  await page.locator('.board[aria-busy=false]').waitFor()
}

test('is reached from the desk’s own bar and from the pane; a card leads to its order, and the way back to the board', async () => {
  const order = await anOrder()
  const { page, showing } = await openDesk({ as: 'mia.zhao', path: '/desk/' })
  await showing('Quayside')
  await page.locator('#to-board').click()
  await page.waitForURL(url + BOARD)
  const card = column(page, 'not_started').locator('.card').first()
  await card.filter({ hasText: order.doc_no }).waitFor()
  expect(await card.innerText()).toMatch(/\d+ days late · 01-05/)
  await card.locator('a').click()
  await page.locator('#kind', { hasText: `Order ${order.doc_no}` }).waitFor()
  await page.locator('[data-key=where_it_stands]', { hasText: 'since today · Mia Zhao' }).waitFor()
  await page.goBack()
  await column(page, 'not_started').waitFor()
  expect(await page.title()).toBe('Board · Quayside')
  await putAway(order)

  const { pane } = await openWorkbench({ mail: 'none', as: 'mia.zhao' })
  await pane.locator(`[data-key=desk] a[href="${url}${BOARD}"]`).waitFor()
})

test('is narrowed by a form whose choices stand in the address; it can be sent to somebody, and the way back widens it', async () => {
  const { page } = await aBoard()
  const before = await titlesIn(page, 'in_production')
  await anew(page, () => page.getByLabel('Owner').selectOption({ label: 'Mia Zhao' }))
  expect(new Set(await page.locator('.card .line bdi:last-child').allInnerTexts())).toEqual(new Set(['Mia Zhao']))
  expect(await page.locator('#subtitle').innerText()).toContain('Mia Zhao')
  await anew(page, () => page.getByLabel('Product line').selectOption('Lanterns'))
  const narrowed = new URL(page.url())
  expect([...narrowed.searchParams.keys()]).toEqual(['owner', 'product_line'])
  const there = await aBoard({ path: narrowed.pathname + narrowed.search })
  expect(await titlesIn(there.page, 'in_production')).toEqual(await titlesIn(page, 'in_production'))
  expect(await there.page.getByLabel('Owner').locator('option:checked').innerText()).toBe('Mia Zhao')

  await anew(page, () => page.goBack())
  await anew(page, () => page.goBack())
  expect(page.url()).toBe(url + BOARD)
  expect(await page.getByLabel('Owner').inputValue()).toBe('')
  expect(await titlesIn(page, 'in_production')).toEqual(before)

  await page.goto(`${url}${BOARD}?product_line=No+such+line`)
  await page.getByText('No open order fits what you have chosen.').waitFor()
  await anew(page, () => page.getByRole('button', { name: 'Show all' }).click())
  expect(await focused(page)).toContain('Everybody')
  expect(await titlesIn(page, 'in_production')).toEqual(before)
})

test('a column goes on in its place, and whoever reads by keyboard goes on with it', async () => {
  const { page } = await aBoard()
  const shipped = column(page, 'shipped')
  expect(await shipped.locator('.card').count()).toBe(10)
  await shipped.locator('.more').focus()
  await page.keyboard.press('Enter')
  await shipped.locator('.card').nth(19).waitFor()
  const titles = await titlesIn(page, 'shipped')
  expect(new Set(titles).size).toBe(20)
  expect(await focused(page)).toBe(titles[10])
  expect(await page.locator('#announcement').innerText()).toBe('10 more: Shipped')
  await page.keyboard.press('ArrowDown')
  expect(await focused(page)).toBe(titles[11])
  await page.keyboard.press('ArrowLeft')
  expect(await titlesIn(page, 'ready')).toContain(await focused(page))
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('.column')?.getAttribute('data-stage'))).toBe(
    'shipped',
  )
})

describe('while Quayside is far away', () => {
  test('a slow answer shows that it is coming; without one what was there stays, and the next one mends it', async () => {
    const { page } = await aBoard()
    const held: Route[] = []
    const next = async () => {
      await expect.poll(() => held.length).toBe(1)
      return held.pop()
    }
    await page.route('**/v1/board*', (route) => {
      held.push(route)
    })
    await page.getByLabel('Owner').selectOption({ label: 'Mine and those I follow' })
    const narrowed = await next()
    expect(await page.locator('.board').getAttribute('aria-busy')).toBe('true')
    await narrowed?.abort()
    await page.getByText(/Quayside cannot be reached. You see what was known at \d/).waitFor()
    expect(await page.locator('.card').count()).toBeGreaterThan(10)
    const more = column(page, 'shipped').locator('.more')
    await more.click()
    const further = await next()
    expect(await more.innerText()).toBe('Loading…')
    await further?.abort()
    await page.locator('#notice[data-tone=danger]').waitFor()
    expect(await more.innerText()).toBe('More')
    await page.unroute('**/v1/board*')
    await anew(page, () => page.locator('#retry').click())
    expect(await page.locator('#trouble').isVisible()).toBe(false)
    expect(await page.locator('#subtitle').innerText()).toContain('Mine')
  })

  test('the first answer that does not come is said in its place, and one that ends the session clears the page', async () => {
    const { page, context } = await openDesk({ as: 'david.chen', path: '/desk/' })
    await page.route('**/v1/board*', (route) => route.abort())
    await page.goto(url + BOARD)
    await page.getByText('Quayside cannot be reached.').waitFor()
    await page.unroute('**/v1/board*')
    await anew(page, () => page.locator('#retry').click())
    await context.clearCookies()
    await page.locator('#refresh').click()
    await page.getByText('You are signed out').waitFor()
    expect(await page.locator('.card').count()).toBe(0)
  })
})

test('who may see no orders has no board, and is told so', async () => {
  const staff = (await (await fetch(`${url}/local/staff`)).json()) as { staff: { email: string; roles?: string[] }[] }
  const boards = await Promise.all(
    staff.staff.map(async ({ email }) => {
      const as = email.split('@')[0] ?? ''
      return { as, status: (await api(as, 'GET', '/v1/board')).status }
    }),
  )
  const without = boards.find(({ status }) => status === 403)
  const { page } = await openDesk({ as: without?.as ?? '', path: BOARD })
  await page.getByText('Your post does not allow this.').waitFor()
})

test('is accessible wide and dark, and at 320 px in light, where a stage is chosen and nothing scrolls sideways', async () => {
  const { page } = await aBoard()
  expect(await findings(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.locator('body[data-theme=dark]').waitFor()
  expect(await colourFindings(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 320, height: 700 })
  expect(await findings(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await page.getByRole('navigation', { name: 'Stages' }).getByRole('link', { name: 'Shipped' }).click()
  await expect
    .poll(() => column(page, 'shipped').evaluate((one) => Math.abs(one.getBoundingClientRect().top) < 60))
    .toBe(true)
  expect(new URL(page.url()).search).toBe('')
})
