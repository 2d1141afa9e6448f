import type { Frame, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { colourFindings, findings } from './findings.ts'
import { SHEETS_STATES } from './sheets-states.ts'
import { openWorkbench } from './workbench.ts'

const sidebarFrame = (page: Page): Frame =>
  page.frames().find((frame) => frame.url().endsWith('/workbench/sheets/sidebar.html')) ?? page.mainFrame()

describe.each(SHEETS_STATES)('$name', ({ opening, reach }) => {
  test('is accessible in English, light and with more contrast', async () => {
    const workbench = await openWorkbench({ ...opening, theme: 'light', language: 'en' })
    await reach(workbench)
    expect(await findings(sidebarFrame(workbench.page))).toEqual([])
    await workbench.page.emulateMedia({ contrast: 'more' })
    await sidebarFrame(workbench.page).locator('body[data-theme=contrast]').waitFor()
    expect(await colourFindings(sidebarFrame(workbench.page))).toEqual([])
  })

  test('is accessible in Chinese and dark, and fits a sidebar of 300 px: nothing to scroll sideways', async () => {
    const workbench = await openWorkbench({ ...opening, theme: 'dark', language: 'zh-CN' })
    await reach(workbench)
    const sidebar = sidebarFrame(workbench.page)
    expect(await findings(sidebar)).toEqual([])
    const [whole, seen] = await sidebar.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ])
    expect(whole).toBeLessThanOrEqual(seen ?? 0)
    expect(seen).toBeLessThanOrEqual(300)
  })
})

test('the sheet beside it is accessible in light and dark, and at 320 px', async () => {
  const { page } = await openWorkbench({ room: 'sheets', as: 'mia.zhao', theme: 'light', width: 320, height: 700 })
  await page.locator('[data-cell="A2"]:not(:empty)').waitFor()
  expect(await findings(page)).toEqual([])
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.check('#theme-dark', { force: true })
  expect(await findings(page)).toEqual([])
})
