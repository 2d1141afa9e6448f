import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import type { MailToRead } from '#shared/archive/mail-to-read.ts'
import { pageAt } from '#shared/desk/path.ts'
import { buildDesk } from '../../../desk/build.ts'
import { OF_MAIL } from '../../../worker/src/http/desk-headers.ts'
import { theBrowser } from '../../journeys/browser.ts'

/** The built pages of the desk in a real browser, under the policy that they are served with. No Worker runs. */

const ORIGIN = 'https://quayside.example'
const ID = '01K00000000000000000000001'

export interface Read {
  readonly page: Page
  /** Every address that the browser has asked for, but for the page itself and what it is made of. */
  readonly asked: readonly string[]
  /** Of a script that ran, wherever: each of the hostile ones would say so. */
  readonly ran: () => Promise<readonly string[]>
}

export const aMailToRead = (more: Partial<MailToRead> = {}): MailToRead => ({
  id: ID,
  subject: 'Tents for the season',
  occurred_at: Date.parse('2026-10-19T12:05:00Z'),
  customer: { id: ID, name: 'Acme Outdoor' },
  participants: [
    { role: 'from', address: 'ana@acme.example', name: 'Ana Souza' },
    { role: 'to', address: 'mia.zhao@bluewhale-outdoor.example', name: 'Mia Zhao' },
  ],
  attachments: [],
  filed_by_name: 'Mia Zhao',
  filed_at: Date.parse('2026-10-19T12:10:00Z'),
  filed_how: 'manual',
  visibility: 'team',
  kept: 'full',
  body: { kind: 'text', text: 'Dear Mia' },
  shortened: false,
  ...more,
})

/** A mail with that HTML and those pictures. */
export const withHtml = (html: string, pictures: Readonly<Record<string, string>> = {}): MailToRead =>
  aMailToRead({ body: { kind: 'html', html, pictures } })

/** The pages for the tests of one file. */
export function useMailPage() {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quayside-mail-'))
    await buildDesk(folder)
  }, 60_000)
  afterAll(() => rm(folder, { recursive: true }))

  return {
    /** The page of a mail, once it is shown. */
    read: (mail: MailToRead, options: BrowserContextOptions = {}) => open(folder, mail, `/desk/mails/${ID}`, options),
    /** The page that says where a link leads. */
    leave: (hash: string) => open(folder, aMailToRead(), `/desk/leave#${hash}`, {}),
  }
}

async function open(folder: string, mail: MailToRead, path: string, options: BrowserContextOptions): Promise<Read> {
  const browser = await theBrowser()
  const context = await browser.newContext({
    viewport: { width: 320, height: 640 },
    locale: 'en',
    timezoneId: 'Asia/Shanghai',
    ...options,
  })
  const asked: string[] = []
  const said: string[] = []
  await context.route('**/*', async (route) => {
    const { origin, pathname } = new URL(route.request().url())
    if (origin !== ORIGIN) {
      asked.push(route.request().url())
      return route.fulfill({ body: '' })
    }
    if (pathname === '/desk/session') return route.fulfill({ json: { id: ID, alias: 'Mia Zhao', language: 'en' } })
    if (pathname === `/v1/mails/${ID}`) return route.fulfill({ json: mail })
    const name = pageAt(pathname) ? `/desk/${pageAt(pathname)}.html` : pathname
    const body = name.startsWith('/desk/') ? await readFile(join(folder, name)).catch(() => null) : null
    if (body === null) {
      asked.push(route.request().url())
      return route.fulfill({ status: 404, body: '' })
    }
    return route.fulfill({ body, contentType: TYPES[name.split('.').at(-1) ?? ''] ?? '', headers: OF_MAIL })
  })
  const page = await context.newPage()
  page.on('dialog', async (dialog) => {
    said.push(dialog.message())
    await dialog.dismiss()
  })
  page.on('console', (message) => message.text().startsWith('ran') && said.push(message.text()))
  await page.goto(ORIGIN + path)
  await page.locator('main[aria-busy="false"]').waitFor()
  return {
    page,
    asked,
    async ran() {
      const marks = await page.evaluate(() => (window as unknown as { ran?: string }).ran)
      return [...said, ...(marks === undefined ? [] : [marks])]
    },
  }
}

const TYPES: Readonly<Record<string, string>> = { html: 'text/html', css: 'text/css', js: 'text/javascript' }
