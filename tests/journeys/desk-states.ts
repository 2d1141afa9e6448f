import type { Desk, DeskOpening } from './open-desk.ts'

/** A state of the desk that a person can meet: how to get there, and how one sees that it is reached. */
export interface DeskState {
  readonly name: string
  readonly opening: DeskOpening
  readonly reach: (desk: Desk) => Promise<void>
}

const HOME: DeskOpening = { as: 'mia.zhao', path: '/desk/' }

/** From the desk's home to the page of what is called so there. */
const follow =
  (...names: readonly string[]) =>
  async ({ page }: Desk) => {
    for (const name of names) {
      await page.locator('.open:visible', { hasText: name }).first().click()
      await page.locator('#history').waitFor()
    }
    await page.locator('.event').first().waitFor()
    await page.locator('main[aria-busy="false"]').waitFor()
  }

/** A deal by its number, with one of its forms open. */
const deal =
  (number: string) =>
  async ({ page, showing }: Desk) => {
    await showing('Quayside')
    const id = await page.evaluate(async (number) => {
      const answer = await fetch(`/v1/deals?doc_no=${number}`)
      return (await answer.json()).records[0].id
    }, number)
    await page.goto(new URL(`/desk/deals/${id}`, page.url()).href)
    await page.locator('.event').first().waitFor()
    await page.locator('[data-key=road] details.folded > summary').first().click()
  }

export const DESK_STATES: readonly DeskState[] = [
  { name: 'desk-home', opening: HOME, reach: ({ showing }) => showing('Quayside') },
  { name: 'desk-customer', opening: HOME, reach: follow('Trilha Sul') },
  { name: 'desk-order', opening: HOME, reach: follow('Trilha Sul', 'SO-2026-') },
  { name: 'desk-inquiry', opening: HOME, reach: follow('Trail & Timber Co.') },
  { name: 'desk-deal-to-be-quoted', opening: { as: 'david.chen', path: '/desk/' }, reach: deal('DL-2026-0006') },
  { name: 'desk-deal-with-a-sample', opening: { as: 'david.chen', path: '/desk/' }, reach: deal('DL-2026-0020') },
  { name: 'desk-deal-to-be-signed', opening: { as: 'david.chen', path: '/desk/' }, reach: deal('DL-2026-0021') },
  {
    name: 'desk-board',
    opening: { ...HOME, path: '/desk/board' },
    reach: ({ page }) => page.locator('.card').first().waitFor(),
  },
  {
    name: 'desk-board-empty',
    opening: { ...HOME, path: '/desk/board?product_line=-' },
    reach: ({ page }) => page.locator('.board > .note').waitFor(),
  },
  {
    name: 'desk-layout',
    opening: { as: 'fang.yuan', path: '/desk/panel-layout' },
    // One that was moved is where it was moved to, and so is who moved it.
    async reach({ page }) {
      await page.locator('.place').nth(8).locator('.down').click()
      await page.locator('.place').nth(9).locator('.down:focus').waitFor()
    },
  },
  {
    name: 'desk-access',
    opening: { as: 'fang.yuan', path: '/desk/access' },
    async reach({ page }) {
      const preview = page.locator('[data-part=preview]')
      await preview.locator('button.primary').click()
      await preview.locator('.access-side').waitFor()
    },
  },
  {
    name: 'desk-form',
    opening: HOME,
    async reach(desk) {
      await follow('Trilha Sul')(desk)
      await desk.page.locator('[data-key=who] details.folded > summary', { hasText: /^(Edit|编辑)/ }).click()
    },
  },
  {
    name: 'desk-signed-out',
    opening: { path: '/desk/' },
    reach: ({ page }) => page.locator('.account').first().waitFor(),
  },
  {
    name: 'desk-session-ended',
    opening: HOME,
    async reach({ context, page, showing }) {
      await showing('Quayside')
      await context.clearCookies()
      await page.locator('#refresh').click()
      await page.locator('#sign-in').waitFor()
    },
  },
  {
    name: 'desk-not-found',
    opening: { ...HOME, path: '/desk/orders/01K00000000000000000000000' },
    reach: ({ page }) => page.locator('#trouble').waitFor(),
  },
  {
    name: 'desk-unreachable',
    opening: HOME,
    async reach({ page }) {
      await page.route('**/desk/session', (route) => route.abort())
      await page.reload()
      await page.locator('#retry').waitFor()
    },
  },
]
