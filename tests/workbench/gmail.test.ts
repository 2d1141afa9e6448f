import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Card } from '#shared/panel/render/card-json.ts'
import { notified, opened, pushed } from '../../gmail-addon/src/navigation.ts'
import type { GmailCall } from '../../workbench/src/gmail/gmail-call.ts'
import { aForm, aPanel, aSection } from '../shared/panel/panels.ts'
import { aMail } from './a-mail.ts'
import { anAddOn, READ_MAIL } from './an-add-on.ts'
import { listening, paneOf, type Workbench, workbenchStage } from './page-stage.ts'

/** Gmail as the host: what becomes of the add-on's answers, in a real browser. The answers are the real ones. */

const NOTE = aForm({
  action: 'add-note',
  label: 'Add a note',
  folded: true,
  fields: [
    { key: 'note', label: 'Note', input: 'lines', required: true },
    { key: 'due', label: 'Due', input: 'date', value: '2026-10-20' },
  ],
})
const panel = aPanel({
  title: 'Trilha Sul',
  subtitle: 'B · Brazil',
  sections: [
    aSection({
      summary: [
        { kind: 'fact', label: 'Unpaid', value: 'USD 18,400.00', tone: 'warning' },
        { ...NOTE, primary: true },
      ],
      full: [
        { kind: 'item', title: 'SO-1', lines: ['CIF Santos'], open: { type: 'order', id: '01K1' } },
        { kind: 'link', label: 'All orders', href: 'https://quayside.example/desk' },
      ],
    }),
  ],
})
const panelCalled = (title: string) => anAddOn({ ...panel, title })

/** Of a widget that is not for Gmail. */
const BROKEN = {
  name: 'panel',
  header: { title: 'Trilha Sul' },
  sections: [{ widgets: [{ carousel: {} }] }],
} as unknown as Card

const mails = [
  aMail({ id: 'newest', headers: { Date: 'Tue, 20 Oct 2026 08:00:00 +0800', Subject: 'The newest' } }),
  aMail({ id: 'second', headers: { Date: 'Mon, 19 Oct 2026 08:00:00 +0800', Subject: 'The second' } }),
]

vi.setConfig({ testTimeout: 30_000 })

let workbench: Workbench
beforeAll(async () => {
  workbench = await workbenchStage(mails)
}, 60_000)
beforeEach(() => {
  workbench.addOn = anAddOn(panel)
})
afterEach(() => workbench.closePages())
afterAll(() => workbench.close())

/** The headline of the card that is seen. */
const headline = (page: Page) => page.locator('.card h2')
const showing = (page: Page, title: string) => page.locator('.card h2', { hasText: title }).waitFor()
const press = (page: Page, name: string) => page.locator('.gmail').getByRole('button', { name, exact: true }).click()
const focusedOn = (page: Page) =>
  page.evaluate(() => [document.activeElement?.tagName, document.activeElement?.textContent])

/** An add-on that answers when it is let go. */
function held(answered = anAddOn(panel)) {
  const { promise: free, resolve: letGo } = Promise.withResolvers<void>()
  const addOn = async (call: GmailCall) => {
    await free
    return answered(call)
  }
  return { letGo, addOn }
}

describe('the host', () => {
  test('is chosen beside the mail: Gmail has the card where Outlook has the pane', async () => {
    const page = await workbench.open()
    await page.check('#host-gmail', { force: true })
    await showing(page, 'Trilha Sul')
    expect(paneOf(page)).toBeUndefined()
    expect(await page.getAttribute(':focus', 'id')).toBe('host-gmail')
    expect(await page.textContent('h2.subject')).toBe('The newest')
    await page.check('#host-outlook', { force: true })
    await listening(page)
    expect(await page.locator('.card').count()).toBe(0)
  })

  test('is in the address, so that a reload shows the same', async () => {
    const page = await workbench.openGmail()
    await page.click('[data-mail="second"]')
    await expect.poll(() => page.url()).toContain('host=gmail')
    await page.reload()
    await showing(page, 'Trilha Sul')
    expect(workbench.calls.map((call) => 'mailId' in call && call.mailId)).toEqual(['newest', 'second', 'second'])
  })

  test('nothing is pinned in Gmail: the panel stays for the next mail, whatever Outlook would do', async () => {
    const page = await workbench.openGmail('?pinned=0')
    workbench.addOn = panelCalled('Baumann')
    await page.click('[data-mail="second"]')
    await showing(page, 'Baumann')
    expect(await page.locator('#pin').count()).toBe(0)
  })
})

describe('the add-on is called', () => {
  test('for the mail that is opened, by whoever is signed in, in the language of the page', async () => {
    const page = await workbench.openGmail('?as=david.chen&language=zh-CN')
    await showing(page, 'Trilha Sul')
    expect(workbench.calls).toEqual([
      {
        occasion: 'message',
        mailId: 'newest',
        as: 'david.chen@bluewhale.example',
        locale: 'zh-CN',
        timezone: await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone),
      },
    ])
  })

  test('for its homepage when no mail is open', async () => {
    const page = await workbench.openGmail()
    await page.click('#select-nothing')
    await expect.poll(() => workbench.calls.map(({ occasion }) => occasion)).toEqual(['message', 'home'])
  })

  test('anew for another person', async () => {
    const page = await workbench.openGmail()
    await page.selectOption('#person', 'david.chen')
    await expect.poll(() => workbench.calls.map(({ as }) => as.split('@')[0])).toEqual(['mia.zhao', 'david.chen'])
  })

  test('and the answer for a mail that was left is not waited for', async () => {
    const late = held(panelCalled('Too late'))
    workbench.addOn = late.addOn
    const page = await workbench.open()
    await page.check('#host-gmail', { force: true })
    await expect.poll(() => workbench.calls.length).toBe(1)
    workbench.addOn = anAddOn(panel)
    const givenUp = page.waitForEvent('requestfailed')
    await page.click('[data-mail="second"]')
    expect((await givenUp).postDataJSON().mailId).toBe('newest')
    await showing(page, 'Trilha Sul')
    late.letGo()
  })

  test('meanwhile the panel says so, and takes no second press', async () => {
    const page = await workbench.openGmail()
    const waiting = held()
    workbench.addOn = waiting.addOn
    await press(page, 'More: Orders')
    await page.getByRole('progressbar', { name: 'Loading' }).waitFor()
    await press(page, 'Add a note')
    waiting.letGo()
    await showing(page, 'Orders')
    expect(await page.getByRole('progressbar').count()).toBe(0)
    expect(workbench.calls).toHaveLength(2)
  })

  test('by nobody while nobody is signed in, and then by whoever signs in', async () => {
    const page = await workbench.openGmail('?as=none')
    expect(await page.textContent('.notice p')).toBe('Nobody is signed in to Gmail.')
    expect(workbench.calls).toEqual([])
    await press(page, 'Sign in')
    await page.click('dialog button:has-text("David Chen")')
    await showing(page, 'Trilha Sul')
  })

  test('not while the panel is closed', async () => {
    const page = await workbench.openGmail()
    await press(page, 'Close the side panel')
    await page.click('[data-mail="second"]')
    await expect.poll(() => page.textContent('h2.subject')).toBe('The second')
    expect(await page.isVisible('.gmail')).toBe(false)
    await page.click('#open-pane')
    await showing(page, 'Trilha Sul')
    expect(workbench.calls).toHaveLength(2)
  })
})

describe('a card', () => {
  test('comes on top with the focus on it, and the arrow leads back to what was pressed', async () => {
    const page = await workbench.openGmail()
    expect(await page.isVisible('#panel-back')).toBe(false)
    await press(page, 'More: Orders')
    await showing(page, 'Orders')
    expect((await focusedOn(page))[0]).toBe('ARTICLE')
    await page.focus('#panel-back')
    await page.keyboard.press('Enter')
    expect(await headline(page).textContent()).toBe('Trilha Sul')
    expect(await focusedOn(page)).toEqual(['BUTTON', 'More'])
    expect(await page.isVisible('#panel-back')).toBe(false)
    expect(workbench.calls).toHaveLength(2)
  })

  test('keeps what was typed on it while another lies on top', async () => {
    const page = await workbench.openGmail()
    workbench.addOn = anAddOn({
      ...panel,
      sections: [aSection({ summary: [{ ...NOTE, folded: undefined }], full: [] })],
    })
    await page.click('[data-mail="second"]')
    await page.getByLabel('Note (required)').fill('Called Thiago')
    await press(page, 'More: Orders')
    await page.click('#panel-back')
    expect(await page.getByLabel('Note (required)').inputValue()).toBe('Called Thiago')
  })

  test('sends what stands in its form, and what was saved is said below for a moment', async () => {
    const page = await workbench.openGmail()
    await press(page, 'Add a note')
    await showing(page, 'Add a note')
    await page.getByLabel('Note (required)').fill('Called Thiago')
    await page.clock.install()
    workbench.addOn = panelCalled('Trilha Sul, anew')
    await press(page, 'Add a note')
    await showing(page, 'Trilha Sul, anew')
    expect(await page.isVisible('#panel-back')).toBe(false)
    const name = (key: string) => `add-note/${NOTE.target.id}/${key}`
    expect(workbench.calls.at(-1)).toMatchObject({
      occasion: 'press',
      mailId: 'newest',
      inputs: {
        [name('note')]: { stringInputs: { value: ['Called Thiago'] } },
        [name('due')]: { dateInput: { msSinceEpoch: String(Date.UTC(2026, 9, 20)) } },
      },
    })
    const toast = page.locator('.toast[role=status]')
    expect(await toast.textContent()).toBe('Saved')
    await page.clock.fastForward(6_000)
    expect(await toast.textContent()).toBe('')
  })

  test('stays where it is, with the focus, when only something is said', async () => {
    const page = await workbench.openGmail()
    workbench.addOn = () => notified('The file is on its way.')
    await press(page, 'More: Orders')
    await page.getByText('The file is on its way.').waitFor()
    expect(await headline(page).textContent()).toBe('Trilha Sul')
    expect(await focusedOn(page)).toEqual(['BUTTON', 'More'])
  })

  test('leaves the focus with whoever has gone elsewhere before it came', async () => {
    const page = await workbench.openGmail()
    const waiting = held()
    workbench.addOn = waiting.addOn
    await press(page, 'More: Orders')
    await page.focus('#search')
    waiting.letGo()
    await showing(page, 'Orders')
    expect(await page.getAttribute(':focus', 'id')).toBe('search')
  })

  test('has a menu behind three dots, for the keyboard too', async () => {
    const page = await workbench.openGmail()
    const item = page.getByRole('button', { name: 'Refresh' })
    await page.focus('.gmail summary')
    await page.keyboard.press('Enter')
    await item.waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Escape')
    expect(await item.isVisible()).toBe(false)
    expect((await focusedOn(page))[0]).toBe('SUMMARY')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    workbench.addOn = panelCalled('Trilha Sul, anew')
    await page.keyboard.press('Enter')
    await showing(page, 'Trilha Sul, anew')
    expect(await page.isVisible('#panel-back')).toBe(false)
  })

  test('opens a page in a tab of its own', async () => {
    const page = await workbench.openGmail()
    await page.context().route('https://quayside.example/**', (route) => route.fulfill({ body: 'The desk' }))
    await press(page, 'More: Orders')
    const tab = page.context().waitForEvent('page')
    await press(page, 'All orders')
    expect((await tab).url()).toBe('https://quayside.example/desk')
  })

  test('of another mail is announced, and takes no focus', async () => {
    const page = await workbench.openGmail()
    workbench.addOn = panelCalled('Baumann')
    await page.click('[data-mail="second"]')
    await page.locator('[role=status]', { hasText: 'Baumann' }).waitFor({ state: 'attached' })
    expect((await focusedOn(page))[0]).not.toBe('ARTICLE')
  })
})

describe('consent', () => {
  test('is asked for in words, once for a person, and then the mail is read', async () => {
    const page = await workbench.openGmail('?consent=0')
    const sheet = page.getByRole('dialog')
    await sheet.getByText('Read the mail that is open while the add-on runs').waitFor()
    expect(await sheet.textContent()).toContain('mia.zhao@bluewhale.example')
    await sheet.getByRole('button', { name: 'Allow' }).click()
    await showing(page, 'Trilha Sul')
    await page.click('[data-mail="second"]')
    await expect.poll(() => workbench.calls.length).toBe(3)
    expect(workbench.calls.map(({ authorizedScopes }) => authorizedScopes?.includes(READ_MAIL) ?? true)).toEqual([
      false,
      true,
      true,
    ])
    await page.selectOption('#person', 'david.chen')
    await sheet.getByText('david.chen@bluewhale.example').waitFor()
  })

  test('that is not given leaves the mail unread, and can be given later', async () => {
    const page = await workbench.openGmail('?consent=0')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    expect(await page.textContent('.notice p')).toBe('Quayside needs your permission to read the open mail.')
    expect(await page.locator('.card').count()).toBe(0)
    await press(page, 'Authorize access')
    await page.getByRole('dialog').getByRole('button', { name: 'Allow' }).click()
    await showing(page, 'Trilha Sul')
    expect(await page.locator('.notice').textContent()).toBe('')
  })

  test('is not asked for otherwise', async () => {
    const page = await workbench.openGmail()
    await showing(page, 'Trilha Sul')
    expect(workbench.calls.every((call) => !('authorizedScopes' in call))).toBe(true)
  })
})

describe('when something is wrong', () => {
  test('with the network cut the panel says so, keeps what was typed, and sends it when it is back', async () => {
    const page = await workbench.openGmail()
    await press(page, 'Add a note')
    await page.getByLabel('Note (required)').fill('Called Thiago')
    await page.check('#cut-network')
    await press(page, 'Add a note')
    await page.getByRole('alert').getByText('Not sent: Gmail cannot reach Quayside.').waitFor()
    expect(await page.getByLabel('Note (required)').inputValue()).toBe('Called Thiago')
    expect(workbench.calls).toHaveLength(2)
    await page.uncheck('#cut-network')
    await press(page, 'Try again')
    await page.getByText('Saved').waitFor()
    expect(JSON.stringify(workbench.calls.at(-1))).toContain('Called Thiago')
  })

  test('a mail opened meanwhile has no card of another mail beside it', async () => {
    const page = await workbench.openGmail()
    await page.check('#cut-network')
    await page.click('[data-mail="second"]')
    await page.getByRole('alert').getByText('Gmail cannot reach Quayside.').waitFor()
    expect(await page.locator('.card').count()).toBe(0)
    await page.uncheck('#cut-network')
    await press(page, 'Try again')
    await showing(page, 'Trilha Sul')
    expect((await focusedOn(page))[0]).toBe('ARTICLE')
  })

  test.each([
    ['an answer that Gmail does not know', { action: { navigations: [] } }, 'Gmail cannot show what Quayside answered'],
    ['a widget that Gmail may not show', opened(BROKEN), 'no widget of a card: carousel'],
  ])('%s is said, and nothing of it is shown', async (_, answer, said) => {
    workbench.addOn = () => answer
    const page = await workbench.openGmail()
    await page.getByRole('alert').getByText(said).waitFor()
    expect(await page.locator('.card').count()).toBe(0)
  })

  test('a card that cannot be shown leaves the one that was pressed', async () => {
    const page = await workbench.openGmail()
    workbench.addOn = () => pushed({ ...BROKEN, name: 'broken' })
    await press(page, 'More: Orders')
    await page.getByRole('alert').getByText('no widget of a card: carousel').waitFor()
    expect(await headline(page).textContent()).toBe('Trilha Sul')
    expect(await page.isVisible('#panel-back')).toBe(false)
    workbench.addOn = anAddOn(panel)
    await press(page, 'Add a note')
    await showing(page, 'Add a note')
    expect(await page.locator('.notice').textContent()).toBe('')
  })

  test('an error of Quayside is told with its status', async () => {
    const page = await workbench.openGmail()
    await page.route('**/local/gmail', (route) => route.fulfill({ status: 503, body: '' }))
    await page.click('[data-mail="second"]')
    await page.getByRole('alert').getByText('Quayside answered Gmail with an error (503).').waitFor()
  })
})

describe('on any screen, for anyone', async () => {
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  const findings = async (page: Page) => {
    await page.evaluate(axe)
    return page.evaluate(
      'axe.run(document, { iframes: false }).then(({ violations }) => violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]))',
    )
  }

  test.each([
    ['light', 320],
    ['dark', 320],
    ['light', 1366],
    ['dark', 1366],
    ['contrast', 1366],
  ] as const)('%s at %i px: nothing scrolls sideways, and axe finds no fault', async (theme, width) => {
    const page = await workbench.openGmail(`?theme=${theme}`, {
      viewport: { width, height: 768 },
      reducedMotion: 'reduce',
    })
    if (width < 960) await page.click('#view-quayside')
    const fits = () => page.evaluate(() => document.documentElement.scrollWidth)
    const fault = async () => [(await fits()) > width, await findings(page)]
    expect(await fault()).toEqual([false, []])
    expect(await page.locator('.card').evaluate((card) => card.clientWidth)).toBe(300)
    await press(page, 'Add a note')
    await showing(page, 'Add a note')
    await page.getByLabel('Note (required)').fill('Called Thiago')
    await press(page, 'Add a note')
    await page.getByText('Saved').waitFor()
    await page.click('.gmail summary')
    expect(await fault()).toEqual([false, []])
    await page.evaluate(() => document.querySelector<HTMLInputElement>('#cut-network')?.click())
    await press(page, 'More: Orders')
    await page.getByRole('alert').getByText('Try again').waitFor()
    expect(await fault()).toEqual([false, []])
  })

  test.each(['light', 'dark'])('the question for consent is as accessible, in %s', async (theme) => {
    const page = await workbench.openGmail(`?consent=0&theme=${theme}`, { viewport: { width: 320, height: 640 } })
    await page.getByRole('dialog').waitFor()
    expect(await findings(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  })

  test('Gmail has no high contrast of its own: there it is dark', async () => {
    const paper = async (theme: string) => {
      const page = await workbench.openGmail(`?theme=${theme}`)
      return page.locator('.gmail').evaluate((side) => getComputedStyle(side).backgroundColor)
    }
    expect(await paper('contrast')).toBe(await paper('dark'))
    expect(await paper('light')).not.toBe(await paper('dark'))
  })
})
