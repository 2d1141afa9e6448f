import type { FrameLocator, Locator } from 'playwright-core'
import type { Workbench } from './open.ts'

/** What a person does with a sheet and the sidebar beside it. */
export interface Sheet {
  readonly workbench: Workbench
  readonly sidebar: FrameLocator
  /** The cell of a column, in the row of an order. */
  cell(order: string, header: string): Promise<Locator>
  type(order: string, header: string, content: string): Promise<void>
  press(button: 'get-order' | 'get-order_line' | 'send'): Promise<void>
  /** Waits until nothing is under way, and says what is said then. */
  status(): Promise<string>
  /** Waits until the add-on has filled the sheet. */
  filled(): Promise<void>
  /** What was not saved, as it is listed. */
  findings(): Promise<string[]>
}

export const SIDEBAR = 'iframe[src="/workbench/sheets/sidebar.html"]'

export function sheetOf(workbench: Workbench): Sheet {
  const { page } = workbench
  const sidebar = page.frameLocator(SIDEBAR)
  const idle = () => sidebar.locator('#sheet[aria-busy=false]').waitFor()

  async function cell(order: string, header: string): Promise<Locator> {
    const name = await page.locator('.grid table').evaluate(
      (table, [order, header]) => {
        const rows = [...table.querySelectorAll('tbody tr')].map((row) => [...row.querySelectorAll('td')])
        const column = rows[0]?.findIndex((one) => one.textContent === header) ?? -1
        return rows.find(([first]) => first?.textContent === order)?.[column]?.dataset.cell
      },
      [order, header],
    )
    if (name === undefined) throw new Error(`no cell ${header} of ${order}`)
    return page.locator(`[data-cell="${name}"]`)
  }

  return {
    workbench,
    sidebar,
    cell,
    async type(order, header, content) {
      const place = await cell(order, header)
      await place.dblclick()
      await place.locator('input').fill(content)
      await page.keyboard.press('Enter')
    },
    async press(button) {
      await idle()
      await sidebar.locator(`#${button}`).click()
      await idle()
    },
    async status() {
      await idle()
      return sidebar.locator('#sheet-status').innerText()
    },
    filled: () => sidebar.locator('#sheet-status', { hasText: /up to date|已是最新/ }).waitFor(),
    findings: () => sidebar.locator('#sheet-results > li').allInnerTexts(),
  }
}
