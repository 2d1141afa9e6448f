import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { anOrder, putAway } from './an-order.ts'
import { api, openDesk, openWorkbench } from './workbench.ts'

const TRILHA = '03_br_resposta_cotacao'
const url = inject('stageUrl')

const signInAs = (page: Page, name: string) => page.locator('.account', { hasText: name }).click()

/** The tab that a press opens. */
async function opened(page: Page, press: () => Promise<void>): Promise<Page> {
  const [tab] = await Promise.all([page.context().waitForEvent('page'), press()])
  return tab
}

describe('an order on its own page', () => {
  test('is reached by a pasted address while signed out: one signs in and lands there, moves it, and reads who did it', async () => {
    const order = await anOrder()
    const path = `/desk/orders/${order.id}`
    const { page } = await openDesk({ path })
    await page.getByRole('heading', { name: 'Sign in to see this page' }).waitFor()
    await signInAs(page, 'Mia Zhao')
    await page.locator('#kind', { hasText: `Order ${order.doc_no}` }).waitFor()
    expect(page.url()).toBe(url + path)
    expect(await page.title()).toBe(`${order.doc_no} · Quayside`)

    const step = page.locator('[data-key=next_step]')
    await step.locator('summary').click()
    await step.locator('[name=material_due]').fill('2026-11-02')
    await step.locator('button[type=submit]').click()
    const newest = page.locator('.event').first()
    await newest.getByText('Moved to the next step').waitFor()
    expect(await newest.innerText()).toContain('Mia Zhao · Desk')
    const changes = (await newest.locator('.change').allInnerTexts()).map((line) => line.replace(/\s+/g, ' '))
    expect(changes).toContainEqual(expect.stringMatching(/Execution: .*Not started.*→.*Waiting for material/))
    const { events } = await (await api('mia.zhao', 'GET', `/v1/orders/${order.id}/events`)).json()
    expect(events[0]).toMatchObject({ surface: 'desk', action: 'advance-order' })

    await page.locator('#sign-out').click()
    await page.getByRole('heading', { name: 'Sign in to see this page' }).waitFor()
    expect(await page.locator('body').innerText()).not.toContain(order.doc_no)
    await page.goBack()
    await page.reload()
    expect(await page.locator('body').innerText()).not.toContain(order.doc_no)
    await putAway(order)
  })

  test('is one press away from the pane beside a mail', async () => {
    const { page, pane, showing } = await openWorkbench({ mail: TRILHA, as: 'mia.zhao' })
    await showing('Trilha Sul')
    await pane.locator('[data-key=orders] .summary .open').first().click()
    await pane.locator('#back').waitFor()
    await pane.locator('[data-key=desk] a', { hasText: 'order' }).waitFor()
    const tab = await opened(page, () => pane.locator('[data-key=desk] a').click())
    await signInAs(tab, 'Mia Zhao')
    await tab.locator('#kind', { hasText: /^Order SO-/ }).waitFor()
    await tab.locator('#history').waitFor()
  })

  test('and from a card in Gmail', async () => {
    const { page, card, showing } = await openWorkbench({ mail: TRILHA, as: 'mia.zhao', host: 'gmail' })
    await showing('Trilha Sul')
    const tab = await opened(page, () =>
      card.getByRole('button', { name: 'Open the customer with its history' }).click(),
    )
    await signInAs(tab, 'Mia Zhao')
    await tab.locator('#kind', { hasText: 'Customer Trilha Sul' }).waitFor()
  })

  test('leads to its neighbours by a real way, so that the way back leads back', async () => {
    const { page, showing } = await openDesk({ as: 'mia.zhao', path: '/desk/' })
    await showing('Quayside')
    await page.locator('.open').first().click()
    await page.waitForURL(/\/desk\/(customers|orders|inquiries)\//)
    await page.locator('#history').waitFor()
    await page.goBack()
    await page.waitForURL(`${url}/desk/`)
    await page.locator('[data-key=answer_now], [data-key=recent]').first().waitFor()
  })
})

describe('what is not for somebody', () => {
  test('is not there: an order of nobody, another’s and none at all are told in the same words', async () => {
    const order = await anOrder()
    const told = async (as: string, path: string) => {
      const { page } = await openDesk({ as, path })
      await page.locator('#trouble:not([hidden])').waitFor()
      expect(await page.locator('#history').isVisible()).toBe(false)
      return (await page.locator('body').innerText()).replace(/[0-9A-Z]{26}/, '')
    }
    const absent = await told('leo.sun', '/desk/orders/01K00000000000000000000000')
    expect(await told('leo.sun', `/desk/orders/${order.id}`)).toBe(absent)
    expect(absent).toContain('There is nothing here.')
    await putAway(order)
  })

  test('a mistyped address says so, signed in or not', async () => {
    const { page } = await openDesk({ path: '/desk/orders/SO-2026-0177' })
    await page.getByText('There is nothing here.').waitFor()
    expect((await fetch(`${url}/desk/orders/x`)).status).toBe(404)
  })
})

test('two people in two browsers are two people', async () => {
  const order = await anOrder()
  const path = `/desk/orders/${order.id}`
  const [mia, david] = [await openDesk({ as: 'mia.zhao', path }), await openDesk({ as: 'david.chen', path })]
  await Promise.all([mia.showing('Trilha Sul'), david.showing('Trilha Sul')])
  expect(await mia.page.locator('#person').innerText()).toBe('Mia Zhao')
  expect(await david.page.locator('#person').innerText()).toBe('David Chen')
  await putAway(order)
})

test('once the session has ended nothing stays on the page, and what was typed is there after signing in', async () => {
  const order = await anOrder()
  const { page, context, showing } = await openDesk({ as: 'mia.zhao', path: `/desk/orders/${order.id}` })
  await showing('Trilha Sul')
  await page.locator('summary:visible', { hasText: 'Add a note' }).click()
  await page.locator('[name=note]:visible').fill('Half a thought')
  await context.clearCookies()
  await page.locator('#refresh').click()
  await page.getByText('You are signed out').waitFor()
  expect(await page.locator('body').innerText()).not.toContain(order.doc_no)
  await page.locator('#sign-in').click()
  await signInAs(page, 'Mia Zhao')
  await page.locator('#history').waitFor()
  await page.locator('summary:visible', { hasText: 'Add a note' }).waitFor()
  expect(await page.locator('[name=note]:visible').inputValue()).toBe('Half a thought')
  await putAway(order)
})

test('no page of another frames the desk, no script reads the cookie, and the page breaks none of its own rules', async () => {
  const { page, showing } = await openDesk({ as: 'mia.zhao', path: '/desk/' })
  const refused: string[] = []
  page.on('console', (message) => /Content Security Policy/.test(message.text()) && refused.push(message.text()))
  await page.reload()
  await showing('Quayside')
  expect(await page.evaluate(() => document.cookie)).toBe('')
  expect(refused).toEqual([])
  const { headers } = await fetch(`${url}/desk/`)
  expect(headers.get('Content-Security-Policy')).toBe(
    "default-src 'none'; base-uri 'none'; form-action 'self'; script-src 'self'; style-src 'self'; " +
      "img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'",
  )
  expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin')
  expect(headers.get('Referrer-Policy')).toBe('no-referrer')
  await page.setContent(`<iframe src="${url}/desk/"></iframe>`)
  const frame = page.frames().at(-1)
  await page.waitForLoadState('networkidle')
  expect(await frame?.locator('#bar').count()).toBe(0)
})

test('the workbench leads to the desk, signed in as nobody in particular', async () => {
  const { page } = await openWorkbench({ mail: TRILHA })
  const tab = await opened(page, () => page.locator('#desk-link').click())
  await tab.getByRole('heading', { name: 'Sign in to see this page' }).waitFor()
})

test('where nobody can be signed in by a browser yet, the page says so and what to do', async () => {
  const { page } = await openDesk({ path: '/desk/not-a-page' })
  await page.route('**/desk/settings.json', (route) => route.fulfill({ json: { signIn: [] } }))
  await page.goto(`${url}/desk/`)
  await page.getByText('Open Quayside in Outlook or Gmail').waitFor()
  expect(await page.locator('.account').count()).toBe(0)
})

test('older changes are one press away, and the focus goes where they begin', async () => {
  const order = await anOrder()
  for (let version = 1; version <= 55; version++) {
    const path = `/v1/orders/${order.id}`
    await api('mia.zhao', 'PATCH', path, { remark: `remark ${version}` }, { 'If-Match': `"${version}"` })
  }
  const { page, showing } = await openDesk({ as: 'mia.zhao', path: `/desk/orders/${order.id}` })
  await showing('Trilha Sul')
  await page.locator('.event').nth(49).waitFor()
  await page.getByRole('button', { name: 'Show older' }).click()
  await page.locator('.event').nth(55).waitFor()
  expect(await page.locator('.event').count()).toBe(56)
  expect(await page.locator('.event').last().innerText()).toContain('Created')
  expect(await page.getByRole('button', { name: 'Show older' }).isVisible()).toBe(false)
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('remark 5')
  await putAway(order)
})
