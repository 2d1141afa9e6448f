import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { findings } from './findings.ts'
import { openDesk } from './workbench.ts'

const PAGE = '/desk/access'

/** The page about who may see what, as somebody finds it. */
async function thePage(as: string, width = 1280): Promise<Page> {
  const { page } = await openDesk({ as, path: PAGE, width })
  await page.locator('[data-part=overview]').waitFor()
  return page
}

const part = (page: Page, name: string) => page.locator(`[data-part=${name}]`)
const item = (page: Page, about: string) => part(page, 'proposals').locator('.access-item', { hasText: about }).first()

test('an administrator proposes, management looks at what it would come to, and one of two agrees', async () => {
  const { page: home, showing } = await openDesk({ as: 'mia.zhao', path: '/desk/' })
  await showing('Quayside')
  expect(await home.locator('#to-access').isVisible()).toBe(false)

  const admin = await thePage('fang.yuan')
  const form = part(admin, 'post')
  await form.getByLabel('Post to change').selectOption({ label: 'sales rep' })
  const order = form.getByRole('group', { name: 'Order', exact: true })
  for (const select of await order.locator('select').all()) await select.selectOption('')
  await form.getByRole('button', { name: 'Propose this' }).click()
  const proposed = item(admin, 'sales rep')
  await proposed.getByText('Order, see: their own → no').waitFor()
  await proposed.getByText('Somebody else has to agree: you proposed it.').waitFor()
  expect(await proposed.getByRole('button', { name: /^Agree/ }).count()).toBe(0)

  const preview = part(admin, 'preview')
  await preview.getByLabel('Person').selectOption({ label: 'Mia Zhao · 赵敏' })
  await preview.getByLabel('With the change').selectOption({ index: 1 })
  await preview.getByRole('button', { name: 'Show' }).click()
  await preview.locator('.access-side').nth(1).waitFor()
  const values = await preview.locator('.access-side .value').allInnerTexts()
  expect(new Set(values)).toEqual(new Set(['…']))
  expect(await findings(admin)).toEqual([])

  const chief = await thePage('frank.lin')
  const theirs = part(chief, 'preview')
  await theirs.getByLabel('Person').selectOption({ label: 'Mia Zhao · 赵敏' })
  await theirs.getByLabel('Find a customer').fill('Trilha Sul')
  await theirs.getByLabel('Find a customer').press('Tab')
  await theirs.locator('option:checked', { hasText: 'Trilha Sul' }).waitFor({ state: 'attached' })
  await theirs.getByLabel('With the change').selectOption({ index: 1 })
  await theirs.getByRole('button', { name: 'Show' }).click()
  const [today, then] = [theirs.locator('.access-side').nth(0), theirs.locator('.access-side').nth(1)]
  await then.waitFor()
  expect(await today.locator('[data-key=before-orders]').textContent()).toContain('SO-2026-')
  // In the history the buyer's own words stay what they are.
  expect(await then.locator('[data-key=after-orders]').textContent()).not.toContain('SO-2026-')
  expect(await today.locator('[data-change=changed], [data-change=gone]').count()).toBeGreaterThan(0)
  await item(chief, 'sales rep')
    .getByRole('button', { name: /^Withdraw/ })
    .click()
  await chief.getByText('Withdrawn.', { exact: true }).waitFor()

  await form.getByLabel('Post to change').selectOption('')
  await form.getByLabel(/^Key/).fill('own_guest')
  await form.getByLabel('Name in English').fill('guest')
  await form.getByLabel('Name in Chinese').fill('访客')
  await form.getByRole('button', { name: 'Propose this' }).click()
  await item(admin, 'guest').waitFor()
  await chief.locator('#refresh').click()
  await item(chief, 'guest').getByRole('button', { name: 'Agree: guest' }).click()
  await part(chief, 'overview').getByRole('rowheader', { name: 'guest' }).waitFor()
  expect(await findings(chief)).toEqual([])
})
