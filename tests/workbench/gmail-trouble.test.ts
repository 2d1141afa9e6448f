import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Card } from '#shared/panel/render/card-json.ts'
import { opened, pushed } from '../../gmail-addon/src/navigation.ts'
import { anAddOn, READ_MAIL } from './an-add-on.ts'
import { focusedOn, headline, mails, panel, press, showing } from './gmail-page.ts'
import { type Workbench, workbenchStage } from './page-stage.ts'

/** Of a widget that is not for Gmail. */
const BROKEN = {
  name: 'panel',
  header: { title: 'Trilha Sul' },
  sections: [{ widgets: [{ carousel: {} }] }],
} as unknown as Card

vi.setConfig({ testTimeout: 30_000 })

let workbench: Workbench
beforeAll(async () => {
  workbench = await workbenchStage(mails)
}, 60_000)
beforeEach(() => {
  workbench.addOn = anAddOn(panel)
})
afterAll(() => workbench.close())

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
