import { answering } from './answering.ts'
import { type LiveMailbox, liveMailbox, type Mailbox } from './mailbox.ts'
import { asMember, COERCIONS, COMMON_EVENTS, EVENTS, HOSTS, PLATFORMS, STATUSES } from './names.ts'
import { THEME_COLOURS, type ThemeColours } from './office-theme.ts'
import { connectPage } from './page-line.ts'
import type { FailingMethod, HostState } from './protocol.ts'
import { isSetSupported } from './requirements.ts'

/**
 * The workbench's own office.js. It has the shape that `@types/office-js` gives the real one, as far
 * as Quayside's pane may need it, and plays Outlook on the web with the mail that the workbench page
 * has open. Outside of the workbench's frame it does what the real one does outside of Office.
 */
const context: Partial<Context> = {}
/** Outlook's own events are named only once it is there. */
const eventTypes: Partial<Record<keyof typeof Office.EventType, string>> = { ...COMMON_EVENTS }
let getReady: (info: Info) => void = () => {}
const ready = new Promise<Info>((resolve) => {
  getReady = resolve
})

const office = {
  onReady: async (callback) => {
    const info = await ready
    callback?.(info)
    return info
  },
  isSetSupported,
  context,
  // There are no commands on this stage that could be run.
  actions: { associate: () => {} },
  EventType: eventTypes,
  AsyncResultStatus: STATUSES,
  CoercionType: COERCIONS,
  HostType: HOSTS,
  PlatformType: PLATFORMS,
} satisfies Pick<typeof Office, 'onReady' | 'isSetSupported'> & {
  readonly actions: Pick<Office.Actions, 'associate'>
} & { readonly [Name in keyof typeof Office]?: unknown }

type Info = Awaited<ReturnType<typeof Office.onReady>>

interface Context
  extends Pick<Office.Context, 'displayLanguage' | 'contentLanguage' | 'host' | 'platform' | 'diagnostics'> {
  readonly mailbox: Mailbox
  readonly requirements: { isSetSupported(name: string, minVersion?: string | number): boolean }
  readonly ui: Pick<Office.UI, 'openBrowserWindow'>
  officeTheme: ThemeColours
}

Object.assign(window, { Office: office })
// The real office.js does the same: a pane that needs a router must not build on it.
Object.assign(history, { pushState: null, replaceState: null })

if (window.parent === window) getReady({ host: asMember(null), platform: asMember(null) })
else playOutlook(window.parent)

function playOutlook(workbench: Window): void {
  let state: HostState | null = null
  let box: LiveMailbox | null = null
  const page = connectPage(workbench, (now) => {
    const before = state
    state = now
    context.officeTheme = THEME_COLOURS[now.theme]
    if (before && box) box.update(before, now)
    else box = begin(now)
  })
  const failureOf = (method: FailingMethod) => state?.failures[method]
  const answer = answering(failureOf)

  Object.assign(window, {
    OfficeRuntime: {
      auth: {
        /** Asks the page; like the real one it rejects with a numeric code (13001: nobody is signed in). */
        getAccessToken: (options: Office.AuthOptions = {}) =>
          new Promise<string>((resolve, reject) =>
            answer<string>(
              'getAccessToken',
              [({ value, error }: Office.AsyncResult<string>) => (error ? reject(error) : resolve(value))],
              () => page.ask({ kind: 'token', prompt: options.allowSignInPrompt ?? false }),
            ),
          ),
      },
    },
  })

  const reach = window.fetch.bind(window)
  window.fetch = async (input, init) => {
    if (state?.networkCut) throw new TypeError('Failed to fetch')
    return reach(input, init)
  }

  function begin(first: HostState): LiveMailbox {
    const live = liveMailbox(first, answer, page)
    const host = asMember<Office.HostType>(HOSTS.Outlook)
    const platform = asMember<Office.PlatformType>(PLATFORMS.OfficeOnline)
    Object.assign(eventTypes, EVENTS)
    Object.assign(context, {
      mailbox: live.mailbox,
      displayLanguage: first.language,
      contentLanguage: first.language,
      host,
      platform,
      diagnostics: { host, platform, version: '16.0.0.0' },
      requirements: { isSetSupported },
      ui: { openBrowserWindow },
    } satisfies Omit<Context, 'officeTheme'>)
    if (failureOf('onReady') === undefined) getReady({ host, platform })
    return live
  }
}

function openBrowserWindow(url: string): void {
  if (/^https?:/i.test(url)) window.open(url, '_blank', 'noopener')
}
