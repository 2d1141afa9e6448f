import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page, Request } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import type { ActionAsk, Message, PanelAsk } from '#shared/api.ts'
import { etagOf } from '#shared/panel/etag.ts'
import type { Panel } from '#shared/panel/panel.ts'
import { renderSectionHtml } from '#shared/panel/render/html.ts'
import { buildOutlook } from '../../outlook-addin/build.ts'
import { theBrowser } from '../journeys/browser.ts'
import { type NestedOutlook, nestedScript } from './nested-bridge.ts'

/** The real pane in a real browser, between an Outlook and a Worker that do what a test says. */

const ORIGIN = 'https://quayside.example'

/** As the pane is served: a style or a script in the page would not work here either. */
const CSP =
  "default-src 'none'; script-src 'self' https://appsforoffice.microsoft.com https://ajax.aspnetcdn.com; " +
  "style-src 'self'; img-src 'self' data:; connect-src 'self'"

/** What the Worker says: an answer with a status, or `no-network`. */
export type Said = { readonly status?: number; readonly body: object } | 'no-network'

export interface WorkerScript {
  panel(ask: PanelAsk, request: Request): Said | Promise<Said>
  search?(query: string): Said | Promise<Said>
  act?(action: string, ask: ActionAsk, key: string): Said | Promise<Said>
  file?(query: URLSearchParams, mail: string): Said | Promise<Said>
}

export interface Outlook {
  readonly message?: Message | null
  readonly language?: string
  readonly theme?: { readonly bodyBackgroundColor: string; readonly bodyForegroundColor: string }
  readonly signedOut?: boolean
  /** An Outlook that signs in for the pages it shows. */
  readonly nested?: NestedOutlook
  /** On the web by default. */
  readonly platform?: 'OfficeOnline' | 'PC'
  /** The text of every mail; none where Outlook does not give it. */
  readonly letter?: string
  /** Every mail as it is; none where Outlook does not give it. */
  readonly raw?: string
  /** The headers of every mail as they came; `silence` is an Outlook that never answers. */
  readonly headers?: string
  /** What comes of asking for a reply form; `older` is an Outlook from before it told. */
  readonly reply?: 'opens' | 'refuses' | 'missing' | 'older' | 'no_files'
}

/** Chromium with the built pane; {@link open} gives a fresh page of it. Close it when done. */
export async function paneStage() {
  const folder = await mkdtemp(join(tmpdir(), 'quayside-pane-'))
  await buildOutlook(folder)
  const browser = await theBrowser()
  return {
    open: (worker: WorkerScript, outlook: Outlook = {}, options: BrowserContextOptions = {}) =>
      openPane(browser, folder, worker, outlook, options),
    close: () => rm(folder, { recursive: true }),
  }
}

/** The stage for the tests of one file. */
export function usePane() {
  let stage: Awaited<ReturnType<typeof paneStage>>
  beforeAll(async () => {
    stage = await paneStage()
  }, 60_000)
  afterAll(() => stage.close())

  const open: typeof stage.open = (...given) => stage.open(...given)
  return {
    /** A fresh pane. */
    open,
    /** One that shows a panel already, beside a mail from Thiago unless a test says otherwise. */
    async opened(worker: WorkerScript, outlook: Outlook = {}): Promise<Page> {
      const page = await open(worker, { message: mail('Thiago'), ...outlook })
      await page.waitForSelector('#panel section')
      return page
    },
  }
}

async function openPane(
  browser: Browser,
  folder: string,
  worker: WorkerScript,
  outlook: Outlook,
  options: BrowserContextOptions,
): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 320, height: 570 }, ...options })
  await page.route('**/*', async (route) => {
    const { hostname, pathname } = new URL(route.request().url())
    if (hostname === 'appsforoffice.microsoft.com') {
      return route.fulfill({ contentType: 'text/javascript', body: officeScript(outlook) })
    }
    if (pathname === '/outlook/settings.json') {
      return route.fulfill({ json: { clientId: outlook.nested?.clientId ?? null } })
    }
    if (pathname.startsWith('/outlook/')) {
      const body = await readFile(join(folder, pathname))
      return route.fulfill({
        body,
        contentType: TYPES[pathname.split('.').at(-1) ?? ''] ?? '',
        headers: { 'Content-Security-Policy': CSP },
      })
    }
    const said = await answer(worker, route.request(), pathname)
    if (said === 'no-network') return route.abort().catch(() => {})
    const { status = 200, body } = said
    const contentType = status < 400 ? 'application/json' : 'application/problem+json'
    // The page may be closed while a test holds an answer back.
    await route.fulfill({ status, contentType, body: JSON.stringify(body) }).catch(() => {})
  })
  await page.goto(`${ORIGIN}/outlook/pane.html`)
  return page
}

const TYPES: Readonly<Record<string, string>> = { html: 'text/html', css: 'text/css', js: 'text/javascript' }

async function answer(worker: WorkerScript, request: Request, path: string): Promise<Said> {
  if (path === '/v1/panel') return worker.panel(request.postDataJSON(), request)
  const nothing = { status: 404, body: {} }
  if (path === '/v1/search') {
    return (await worker.search?.(new URL(request.url()).searchParams.get('q') ?? '')) ?? nothing
  }
  if (path === '/v1/mails') {
    return (await worker.file?.(new URL(request.url()).searchParams, request.postData() ?? '')) ?? nothing
  }
  const action = path.slice('/v1/actions/'.length)
  const key = request.headers()['idempotency-key'] ?? ''
  return (await worker.act?.(action, request.postDataJSON(), key)) ?? { status: 404, body: {} }
}

/** A mail from somebody of that name. */
export const mail = (name: string): Message => ({
  messageId: `<${name}@trilhasul.example>`,
  from: { name, address: `${name.toLowerCase()}@trilhasul.example` },
  subject: `From ${name}`,
  sentAt: '2026-10-19T09:00:00.000Z',
})

/** A panel as the Worker answers it: drawn, and without what the asker has. */
export function drawn(panel: Panel, asked: { readonly have?: Readonly<Record<string, string>> | undefined } = {}) {
  const sections = panel.sections.flatMap((section) => {
    const etag = etagOf(section)
    const known = asked.have?.[section.key] === etag
    return known ? [] : [{ key: section.key, etag, html: renderSectionHtml(section, etag, panel.language) }]
  })
  return { ...panel, order: panel.sections.map(({ key }) => key), sections }
}

/** Somebody chooses another mail, or none. */
export function select(page: Page, message: Message | null): Promise<void> {
  return page.evaluate((chosen) => (window as unknown as { select(message: unknown): void }).select(chosen), message)
}

/** An Outlook of the few members the pane uses. */
function officeScript(outlook: Outlook): string {
  const {
    message = null,
    language = 'en-US',
    theme,
    signedOut = false,
    platform = 'OfficeOnline',
    nested,
    reply = 'opens',
    letter,
    headers,
    raw,
  } = outlook
  const settings = JSON.stringify({
    message,
    language,
    theme,
    signedOut,
    platform,
    nested,
    reply,
    letter,
    headers,
    raw,
  })
  return `(${office})(${settings});${nested ? nestedScript(nested) : ''}`
}

function office(settings: Outlook & { readonly message: Message | null }): void {
  const handlers: Record<string, (event: unknown) => void> = {}
  const person = (one: { name?: string | null; address: string } | null | undefined) =>
    one ? { displayName: one.name ?? '', emailAddress: one.address } : undefined
  const replies: { to: string; html: string; files?: string[] }[] = []
  const formsFor = (message: Message) => {
    const open = (form: string | { htmlBody: string; attachments: { type: string; name: string; url: string }[] }) => {
      const to = message.from?.address ?? ''
      if (typeof form === 'string') return replies.push({ to, html: form })
      return replies.push({
        to,
        html: form.htmlBody,
        files: form.attachments.map((one) => `${one.type} ${one.name} ${one.url}`),
      })
    }
    if (settings.reply === 'older') return { displayReplyForm: open }
    if (settings.reply === 'missing') return {}
    return {
      displayReplyFormAsync(form: Parameters<typeof open>[0], done: (result: object) => void) {
        const refused = settings.reply === 'refuses' || (settings.reply === 'no_files' && typeof form !== 'string')
        if (!refused) open(form)
        setTimeout(() => done(refused ? { status: 'failed', error: { code: 5001 } } : { status: 'succeeded' }))
      },
    }
  }
  const given = (value: string) => ({ status: 'succeeded', value })
  const { letter, headers, raw } = settings
  const more = {
    ...(raw !== undefined && {
      getAsFileAsync: (done: (result: object) => void) => setTimeout(() => done(given(btoa(raw)))),
    }),
    ...(letter !== undefined && {
      body: {
        getAsync: (_: string, done: (result: object) => void) => setTimeout(() => done(given(letter))),
      },
    }),
    ...(headers !== undefined && {
      getAllInternetHeadersAsync: (done: (result: object) => void) => {
        if (headers !== 'silence') setTimeout(() => done(given(headers)))
      },
    }),
  }
  const itemOf = (message: Message | null) =>
    message && {
      ...formsFor(message),
      ...more,
      itemType: 'message',
      internetMessageId: message.messageId ?? '',
      conversationId: message.conversationId ?? '',
      from: person(message.from),
      to: (message.to ?? []).map(person),
      cc: (message.cc ?? []).map(person),
      subject: message.subject ?? '',
      dateTimeCreated: new Date(message.sentAt ?? '2026-10-19T09:00:00Z'),
    }
  const mailbox = {
    item: itemOf(settings.message),
    userProfile: { emailAddress: 'mia.zhao@bluewhale-outdoor.example' },
    addHandlerAsync(event: string, handler: (event: unknown) => void, done: (result: object) => void) {
      handlers[event] = handler
      setTimeout(() => done({ status: 'succeeded' }))
    },
  }
  let signedOut = settings.signedOut
  Object.assign(window, {
    Office: {
      onReady: async () => ({ host: 'Outlook', platform: settings.platform }),
      PlatformType: { OfficeOnline: 'OfficeOnline', PC: 'PC' },
      CoercionType: { Html: 'html', Text: 'text' },
      EventType: { ItemChanged: 'ItemChanged', OfficeThemeChanged: 'OfficeThemeChanged' },
      context: {
        mailbox,
        officeTheme: settings.theme,
        displayLanguage: settings.language,
        platform: settings.platform,
        requirements: {
          isSetSupported: (name: string) =>
            (name === 'Mailbox' && settings.reply !== 'older') ||
            name === 'OpenBrowserWindowApi' ||
            (name === 'NestedAppAuth' && settings.nested !== undefined),
        },
        ui: { openBrowserWindow: (url: string) => Object.assign(window, { openedInBrowser: url }) },
      },
    },
    OfficeRuntime: {
      auth: {
        async getAccessToken({ allowSignInPrompt }: { allowSignInPrompt: boolean }) {
          if (allowSignInPrompt) signedOut = false
          if (signedOut) throw { code: 13001 }
          return 'a.b.c'
        },
      },
    },
    replies,
    select(message: Message | null) {
      mailbox.item = itemOf(message)
      handlers.ItemChanged?.({ type: 'olkItemSelectedChanged' })
    },
    changeTheme: (officeTheme: object) => handlers.OfficeThemeChanged?.({ type: 'officeThemeChanged', officeTheme }),
  })
}
