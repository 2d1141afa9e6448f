import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { anAddOn } from './an-add-on.ts'
import { held, mails, panel, panelCalled, press, showing } from './gmail-page.ts'
import { listening, paneOf, type Workbench, workbenchStage } from './page-stage.ts'

vi.setConfig({ testTimeout: 30_000 })

let workbench: Workbench
beforeAll(async () => {
  workbench = await workbenchStage(mails)
}, 60_000)
beforeEach(() => {
  workbench.addOn = anAddOn(panel)
})
afterAll(() => workbench.close())

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
