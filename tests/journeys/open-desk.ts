import type { Browser, BrowserContext, Page } from 'playwright-core'
import { PATIENCE_MS } from './browser.ts'

/** What a visit to the desk starts with. */
export interface DeskOpening {
  /** Signed out without one. */
  readonly as?: string
  readonly path: string
  readonly theme?: 'light' | 'dark' | 'contrast'
  readonly language?: 'en' | 'zh-CN'
  readonly width?: number
  readonly height?: number
}

export interface Desk {
  readonly context: BrowserContext
  readonly page: Page
  /** Waits until the headline says that, and panel and history are there. */
  showing(title: string | RegExp): Promise<void>
}

/** Opens a page of the desk in a browser context of its own, as another person at another desk would. */
export async function openDesk(browser: Browser, url: string, opening: DeskOpening): Promise<Desk> {
  const { as, path, theme = 'light', language = 'en', width = 1280, height = 900 } = opening
  const context = await browser.newContext({
    viewport: { width, height },
    locale: language,
    colorScheme: theme === 'dark' ? 'dark' : 'light',
    contrast: theme === 'contrast' ? 'more' : 'no-preference',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(PATIENCE_MS)
  if (as) await signIn(context, url, as)
  const page = await context.newPage()
  await page.goto(url + path)
  return {
    context,
    page,
    async showing(title) {
      await page.locator('#title', { hasText: title }).waitFor()
      await page.locator('main[aria-busy="false"]').waitFor()
      await page.locator('.panel section').first().waitFor()
      if (path !== '/desk/') await page.locator('#history').waitFor()
    },
  }
}

/** Begins a session without the page, as if they had signed in before. */
async function signIn({ request }: BrowserContext, url: string, as: string): Promise<void> {
  const email = `${as}@bluewhale-outdoor.example`
  const { token } = await (await request.post(`${url}/local/sign-in`, { data: { email } })).json()
  await request.post(`${url}/desk/session`, { headers: { Authorization: `Bearer ${token}` } })
}
