import { describe, expect, test } from 'vitest'
import { DESK_STATES } from './desk-states.ts'
import { colourFindings, findings } from './findings.ts'
import { openDesk } from './workbench.ts'

describe.each(DESK_STATES)('$name', ({ opening, reach }) => {
  test('is accessible in English, light and in high contrast', async () => {
    const desk = await openDesk({ ...opening, theme: 'light', language: 'en' })
    await reach(desk)
    expect(await findings(desk.page)).toEqual([])
    await desk.page.emulateMedia({ contrast: 'more' })
    await desk.page.locator('body[data-theme=contrast]').waitFor()
    expect(await colourFindings(desk.page)).toEqual([])
  })

  test('is accessible in Chinese and dark, and fits 320 px: nothing to scroll sideways', async () => {
    const desk = await openDesk({ ...opening, theme: 'dark', language: 'zh-CN', width: 320 })
    await reach(desk)
    expect(await findings(desk.page)).toEqual([])
    const [whole, seen] = await desk.page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ])
    expect(whole).toBeLessThanOrEqual(seen ?? 0)
  })
})
