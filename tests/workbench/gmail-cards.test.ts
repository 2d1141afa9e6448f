import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { notified } from '../../gmail-addon/src/navigation.ts'
import { aSection } from '../shared/panel/panels.ts'
import { anAddOn } from './an-add-on.ts'
import { focusedOn, headline, held, mails, NOTE, panel, panelCalled, press, showing } from './gmail-page.ts'
import { type Workbench, workbenchStage } from './page-stage.ts'

vi.setConfig({ testTimeout: 30_000 })

let workbench: Workbench
beforeAll(async () => {
  workbench = await workbenchStage(mails)
}, 60_000)
beforeEach(() => {
  workbench.addOn = anAddOn(panel)
})
afterAll(() => workbench.close())

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
