import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Frame, Page } from 'playwright-core'
import { buildWorkbench } from '../../workbench/build.ts'
import type { GmailCall } from '../../workbench/src/gmail/gmail-call.ts'
import { GmailCallBody } from '../../workbench/src/local/gmail-door.ts'
import type { MailSource } from '../../workbench/src/mailbox/mail.ts'
import type { FromTest } from '../../workbench/src/outlook/protocol.ts'
import { theBrowser } from '../journeys/browser.ts'

/** The workbench page in a real browser, with a few mails, two members of staff and a pane that does nothing by itself. */

const ORIGIN = 'https://workbench.example'

const STAFF = [
  { email: 'mia.zhao@bluewhale.example', name: '赵敏', alias: 'Mia Zhao', roles: ['sales_rep'], team: 'americas' },
  { email: 'david.chen@bluewhale.example', name: '陈国栋', alias: 'David Chen', roles: ['sales_manager'], team: null },
]

const PANE = `<!doctype html><html lang="en"><title>Pane</title><script src="/workbench/office.js"></script>
<script>
  window.events = []
  Office.onReady(() => {
    for (const type of [Office.EventType.ItemChanged, Office.EventType.OfficeThemeChanged]) {
      Office.context.mailbox.addHandlerAsync(type, (event) => events.push(event), () => (window.listening = true))
    }
  })
</script><h1>Pane</h1></html>`

export interface Workbench {
  /** The page at an address such as `?mail=first`, once its pane listens. */
  open(query?: string, options?: BrowserContextOptions): Promise<Page>
  /** The pane's own page, in no workbench. */
  openPaneAlone(): Promise<Page>
  /** The page with Gmail as the host, once the add-on has answered or cannot. */
  openGmail(query?: string, options?: BrowserContextOptions): Promise<Page>
  /** Answers what Gmail calls. */
  addOn: (call: GmailCall) => unknown
  /** What Gmail called since the page was opened. */
  readonly calls: GmailCall[]
  /** Every request that a page made since it was opened. */
  readonly requests: string[]
  close(): Promise<void>
}

export async function workbenchStage(mails: readonly MailSource[]): Promise<Workbench> {
  const folder = await mkdtemp(join(tmpdir(), 'quayside-workbench-'))
  await buildWorkbench(folder, { mails })
  const browser = await theBrowser()
  const requests: string[] = []
  const stage: Workbench = {
    requests,
    calls: [],
    addOn: () => null,
    async open(query = '', options = {}) {
      const page = await newPage(browser, folder, stage, options)
      await page.goto(`${ORIGIN}/${query}`)
      await listening(page)
      return page
    },
    async openGmail(query = '', options = {}) {
      const page = await newPage(browser, folder, stage, options)
      await page.goto(
        `${ORIGIN}/?${new URLSearchParams({ host: 'gmail', ...Object.fromEntries(new URLSearchParams(query)) })}`,
      )
      await page.locator('.gmail .cards:not([aria-busy=true])').waitFor({ state: 'attached' })
      return page
    },
    async openPaneAlone() {
      const page = await newPage(browser, folder, stage, {})
      await page.goto(`${ORIGIN}/outlook/pane.html`)
      return page
    },
    close: () => rm(folder, { recursive: true }),
  }
  return stage
}

async function newPage(
  browser: Browser,
  folder: string,
  stage: Workbench,
  options: BrowserContextOptions,
): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'en', ...options })
  stage.requests.length = stage.calls.length = 0
  await page.route('**/*', async (route) => {
    const { origin, pathname } = new URL(route.request().url())
    stage.requests.push(`${origin}${pathname}`)
    if (origin !== ORIGIN) return route.abort()
    if (pathname === '/local/staff') return route.fulfill({ json: { staff: STAFF } })
    if (pathname === '/local/sign-in')
      return route.fulfill({ json: { token: `token of ${route.request().postDataJSON().email}` } })
    if (pathname === '/local/gmail') {
      const call = GmailCallBody.parse(route.request().postDataJSON())
      stage.calls.push(call)
      return route.fulfill({ json: await stage.addOn(call) })
    }
    if (pathname === '/outlook/pane.html') return route.fulfill({ contentType: 'text/html', body: PANE })
    const file = pathname === '/' ? '/workbench/index.html' : pathname
    const contentType = TYPES[file.split('.').at(-1) ?? ''] ?? ''
    const body = await readFile(join(folder, file)).catch(() => null)
    return body ? route.fulfill({ body, contentType }) : route.fulfill({ status: 404 })
  })
  return page
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  eml: 'message/rfc822',
}

/** The frame that the pane runs in; undefined while it is closed. */
export function paneOf(page: Page): Frame | undefined {
  return page.frames().find((frame) => frame.url().endsWith('/outlook/pane.html'))
}

/** Waits until there is a pane and its handlers are in place. */
export async function listening(page: Page): Promise<Frame> {
  const element = await page.waitForSelector('.pane iframe', { state: 'attached' })
  const frame = await element.contentFrame()
  if (!frame) throw new Error('the pane has no frame')
  await frame.waitForFunction('window.listening')
  return frame
}

/** Evaluates an expression in the pane; `call(f)` there gives the result that `f` calls back with. */
export function inPane<Value>(page: Page, expression: string): Promise<Value> {
  const frame = paneOf(page)
  if (!frame) throw new Error('the pane is closed')
  return frame.evaluate<Value>(`(() => {
    const { mailbox } = Office.context
    const call = (begin) => new Promise((done) => begin(done))
    return ${expression}
  })()`)
}

/** Has a method of the host fail from now on, or heals it. */
export async function fail(page: Page, method: FromTest['method'], failure: FromTest['failure']): Promise<void> {
  await page.evaluate((message) => postMessage(message, location.origin), {
    channel: 'quayside-workbench',
    kind: 'failure',
    method,
    failure,
  })
}
