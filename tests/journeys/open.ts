import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright-core'
import { PATIENCE_MS } from './browser.ts'

/** What a journey starts with; see the workbench's own address. */
export interface Opening {
  readonly as?: string
  readonly mail?: string
  readonly host?: 'outlook' | 'gmail'
  readonly room?: 'mail' | 'sheets' | 'outbox' | 'clock'
  readonly theme?: 'light' | 'dark' | 'contrast'
  readonly language?: 'en' | 'zh-CN'
  readonly pinned?: '0' | '1'
  readonly width?: number
  readonly height?: number
}

export interface Workbench {
  readonly context: BrowserContext
  readonly page: Page
  /** The Quayside pane in its frame. */
  readonly pane: FrameLocator
  /** The top card of Gmail's side panel, in the pane's place. */
  readonly card: Locator
  /** Chooses a mail in the list. */
  choose(mail: string): Promise<void>
  /** Waits until the headline of pane or card says that. */
  showing(title: string | RegExp): Promise<void>
}

/** Opens the workbench in a browser context of its own, as another person at another desk would. */
export async function open(browser: Browser, url: string, opening: Opening): Promise<Workbench> {
  const { width = 1366, height = 768, ...scene } = opening
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scene.theme === 'dark' ? 'dark' : 'light',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await context.newPage()
  const asked = { as: 'david.chen', language: 'en', theme: 'light', ...scene }
  await page.goto(`${url}/?${new URLSearchParams(asked)}`)
  const pane = page.frameLocator('iframe[src="/outlook/pane.html"]')
  const card = page.locator('.gmail .card')
  return {
    context,
    page,
    pane,
    card,
    choose: (mail) => page.locator(`[data-mail="${mail}"]`).click(),
    showing: async (title) => {
      if (scene.host === 'gmail') return card.locator('h2', { hasText: title }).waitFor()
      await pane.locator('#title', { hasText: title }).waitFor()
      await pane.locator('main[aria-busy="false"]').waitFor()
    },
  }
}
