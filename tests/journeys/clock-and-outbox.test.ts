import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { theBrowser } from './browser.ts'
import { findings } from './findings.ts'
import { type Opening, open } from './open.ts'
import { type Running, startWorkbench } from './stage.ts'

/** A workbench of its own: whoever moves the clock moves it for everybody. */
let stage: Running

beforeAll(async () => {
  stage = await startWorkbench()
})
afterAll(() => stage.stop())

async function room(name: 'outbox' | 'clock', opening: Opening = {}): Promise<Page> {
  const workbench = await open(await theBrowser(), stage.url, { mail: 'none', room: name, ...opening })
  await workbench.page.locator(`.room.${name}`).waitFor()
  return workbench.page
}

test('before the first tick the outbox is empty, and says how mails come to be there', async () => {
  const page = await room('outbox')
  await page.getByText('No mail has been written yet.').waitFor()
  expect(await findings(page)).toEqual([])
})

test('with the keyboard alone: the clock is moved on, the work is done, and a reminder is read', async () => {
  const page = await room('clock')
  await page.locator('#clock-now', { hasText: 'Tue 2026-10-20 09:0' }).waitFor()
  const next = page.locator('.due tbody tr').first()
  await next.locator('td', { hasText: 'due now' }).waitFor()

  await page.focus('#clock-hour')
  await page.keyboard.press('Enter')
  await page.locator('#clock-now', { hasText: 'Tue 2026-10-20 10:0' }).waitFor()
  await page.focus('#clock-tick')
  await page.keyboard.press('Enter')
  await page
    .locator('[role=status]', { hasText: /^[1-9]\d* clocks moved on, [1-9]\d* mails written; [1-9]\d* sent, \d+ / })
    .waitFor()

  await page.focus('#room-outbox')
  await page.keyboard.press('Enter')
  const mails = page.locator('.letters li button')
  await mails.first().waitFor()
  await mails.first().focus()
  await page.keyboard.press('Enter')
  const subject = await mails.first().locator('.subject').innerText()
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(subject)
  expect(await mails.first().getAttribute('aria-current')).toBe('true')
  const letter = page.locator('.letter')
  expect(await letter.locator('.text a').getAttribute('href')).toMatch(
    /^http:\/\/127\.0\.0\.1:\d+\/desk\/(?:inquiries|deals)\/\w{26}$/,
  )
  await letter.locator('summary').click()
  expect(await letter.innerText()).toContain('auto-generated')
})

test('the clock goes by any length of time, and to a moment on the firm’s own clock', async () => {
  const page = await room('clock')
  await page.fill('#clock-amount', '2')
  await page.selectOption('#clock-unit', 'days')
  await page.getByRole('button', { name: 'Move', exact: true }).click()
  await page.locator('#clock-now', { hasText: 'Thu 2026-10-22 10:0' }).waitFor()
  await page.fill('#clock-moment', '2026-11-02T07:30')
  await page.getByRole('button', { name: 'Set' }).click()
  await page.locator('#clock-now', { hasText: 'Mon 2026-11-02 07:30' }).waitFor()
})

test.each([
  ['light', 'en', 1366],
  ['dark', 'zh-CN', 320],
  ['contrast', 'en', 800],
] as const)(
  'both rooms are accessible in %s and %s, %i pixels wide: nothing to scroll sideways',
  async (theme, language, width) => {
    const opening = { theme, language, width, height: 700 }
    const outbox = await room('outbox', opening)
    await outbox.locator('.letters li button').first().click()
    const clock = await room('clock', opening)
    await clock.locator('.due tr').first().waitFor({ state: 'attached' })
    for (const page of [outbox, clock]) {
      expect(await findings(page)).toEqual([])
      const [whole, seen] = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.querySelector('.room') ?? document.body
        return [scrollWidth, clientWidth]
      })
      expect(whole).toBeLessThanOrEqual(seen ?? 0)
    }
  },
)

test('a workbench that has stopped is said, not passed over', async () => {
  const page = await room('clock')
  await page.locator('.due table').waitFor()
  await page.route('**/local/**', (route) => route.abort())
  await page.click('#clock-tick')
  await page.getByText('That could not be done.').waitFor()
  await page.click('#room-outbox')
  await page.getByText('The outbox could not be loaded.').waitFor()
})
