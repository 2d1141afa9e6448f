import type { Frame, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { colourFindings, findings } from './findings.ts'
import { GMAIL_STATES, STATES } from './states.ts'
import { openWorkbench } from './workbench.ts'

const paneFrame = (page: Page): Frame =>
  page.frames().find((frame) => frame.url().endsWith('/outlook/pane.html')) ?? page.mainFrame()

describe.each(STATES)('$name', ({ opening, reach }) => {
  test('is accessible in English, light and in high contrast', async () => {
    const workbench = await openWorkbench({ ...opening, theme: 'light', language: 'en' })
    await reach(workbench)
    const pane = paneFrame(workbench.page)
    expect(await findings(pane)).toEqual([])
    await workbench.page.check('#theme-contrast', { force: true })
    await pane.locator('body[data-theme=contrast]').waitFor()
    expect(await colourFindings(pane)).toEqual([])
  })

  test('is accessible in Chinese and dark, and fits a pane of 320 px: nothing to scroll sideways', async () => {
    const workbench = await openWorkbench({ ...opening, theme: 'dark', language: 'zh-CN' })
    await reach(workbench)
    const pane = paneFrame(workbench.page)
    expect(await findings(pane)).toEqual([])
    const [whole, seen] = await pane.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ])
    expect(whole).toBeLessThanOrEqual(seen ?? 0)
    expect(seen).toBeLessThanOrEqual(320)
  })
})

describe.each(GMAIL_STATES)('$name', ({ opening, reach }) => {
  test('is accessible in English and light', async () => {
    const workbench = await openWorkbench({ ...opening, theme: 'light', language: 'en' })
    await reach(workbench)
    expect(await findings(workbench.page)).toEqual([])
  })

  test('is accessible in Chinese and dark, and fits a card of 300 px: nothing to scroll sideways', async () => {
    const workbench = await openWorkbench({ ...opening, theme: 'dark', language: 'zh-CN' })
    await reach(workbench)
    expect(await findings(workbench.page)).toEqual([])
    const [whole, seen] = await workbench.card.evaluate((card) => [card.scrollWidth, card.clientWidth])
    expect(whole).toBeLessThanOrEqual(seen ?? 0)
    expect(seen).toBeLessThanOrEqual(300)
  })
})

test.each(['light', 'dark'] as const)('the workbench itself is accessible in %s, wide and at 320 px', async (theme) => {
  const wide = await openWorkbench({ mail: '03_br_resposta_cotacao', theme })
  await wide.showing('Trilha Sul')
  expect(await findings(wide.page)).toEqual([])
  const narrow = await openWorkbench({ mail: '03_br_resposta_cotacao', theme, width: 320, height: 700 })
  await narrow.page.locator('[data-mail]').first().waitFor()
  expect(await findings(narrow.page)).toEqual([])
})

test('the checker itself finds what is wrong', async () => {
  const { page, showing } = await openWorkbench({ mail: '02_de_anfrage' })
  await showing('Baumann')
  const pane = paneFrame(page)
  await pane.evaluate(() => document.body.append(document.createElement('button')))
  expect((await findings(pane)).join()).toContain('button-name')
})

describe('with the keyboard alone', () => {
  test('a mail is chosen, and its order is moved', async () => {
    const { page, pane, showing } = await openWorkbench({ mail: '02_de_anfrage' })
    await showing('Baumann')
    await page.locator('[data-mail="02_de_anfrage"]').focus()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowDown')
    await showing('Baumann')
    const fold = pane.locator('summary:visible', { hasText: 'Add a note' })
    await fold.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Typed without a mouse')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await pane.locator('[data-key=timeline] .item:visible', { hasText: 'Typed without a mouse' }).waitFor()
  })

  test('the new customer is announced, and the focus stays where it was', async () => {
    const { page, pane, showing, choose } = await openWorkbench({ mail: '02_de_anfrage' })
    await showing('Baumann')
    await choose('03_br_resposta_cotacao')
    await showing('Trilha Sul')
    expect(await pane.locator('[role=status]').allInnerTexts()).toContainEqual(expect.stringContaining('Trilha Sul'))
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('IFRAME')
  })
})

test('Chinese and Arabic are drawn with glyphs, not with boxes', async () => {
  const { page } = await openWorkbench({ mail: '06_ar_sa_inquiry', language: 'zh-CN' })
  const widths = await page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d')
    const width = (text: string) => {
      if (context) context.font = '40px sans-serif'
      const { width, actualBoundingBoxAscent, actualBoundingBoxRight } = context?.measureText(text) ?? new TextMetrics()
      return [width, actualBoundingBoxAscent, actualBoundingBoxRight].join()
    }
    // A missing glyph has the same box whatever the letter.
    return {
      chinese: new Set(['一', '龍', '口', '鲸'].map(width)).size,
      arabic: new Set(['م', 'ا', 'ل', 'ن'].map(width)).size,
    }
  })
  expect(widths.chinese).toBeGreaterThan(2)
  expect(widths.arabic).toBeGreaterThan(2)
})
