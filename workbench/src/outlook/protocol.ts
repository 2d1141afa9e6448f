import type { DraftFile, WorkbenchMail } from '../mailbox/mail.ts'
import type { SheetsMessage } from '../sheets/protocol.ts'

/**
 * What the workbench page and the stand-in office.js inside the pane's frame say to each other, by
 * `postMessage` within one origin. The page tells the whole state whenever it changes; the frame finds
 * out what is new and raises the events that the real host would raise.
 */
export type FromPage =
  | { readonly kind: 'state'; readonly state: HostState }
  | { readonly kind: 'answer'; readonly question: number; readonly value: string }
  | { readonly kind: 'refusal'; readonly question: number; readonly error: HostError }

export type FromPane =
  /** office.js has loaded and wants the state. */
  | { readonly kind: 'hello' }
  | { readonly kind: 'question'; readonly question: number; readonly about: Question }
  /** The notes that the pane shows above a mail, all of them. */
  | { readonly kind: 'notices'; readonly mailId: string; readonly notices: readonly string[] }
  /** A reply to a mail was opened, with HTML and files in it already. */
  | { readonly kind: 'reply'; readonly mailId: string; readonly html: string; readonly files: readonly DraftFile[] }

export type Question =
  /** A token for whoever is signed in; with `prompt`, somebody may be asked who they are. */
  | { readonly kind: 'token'; readonly prompt: boolean }
  /** A mail as it came, in base64. */
  | { readonly kind: 'source'; readonly mailId: string }

/** A test tells the page, by `postMessage` to its own window, how a method of the host shall fail; null heals it. */
export interface FromTest {
  readonly kind: 'failure'
  readonly method: FailingMethod
  readonly failure: Failure | null
}

export interface HostState {
  /** The open mail; null when nothing is selected. */
  readonly mail: WorkbenchMail | null
  /** Whose mailbox it is. */
  readonly owner: { readonly name: string; readonly email: string }
  readonly theme: Theme
  /** BCP 47. */
  readonly language: string
  /** Whether the pane's requests fail as if there were no way to the Worker. */
  readonly networkCut: boolean
  readonly failures: Failures
}

export const THEMES = ['light', 'dark', 'contrast'] as const
export type Theme = (typeof THEMES)[number]

/** What can be made to fail: a method answers with an error or never, `onReady` and `ItemChanged` stay silent. */
export type FailingMethod =
  | 'onReady'
  | 'ItemChanged'
  | 'addHandlerAsync'
  | 'body.getAsync'
  | 'getAsFileAsync'
  | 'getAllInternetHeadersAsync'
  | 'getAccessToken'
  | 'notificationMessages'
  | 'displayReplyFormAsync'
export type Failure = 'silence' | { readonly code: number; readonly name: string }
export type Failures = { readonly [M in FailingMethod]?: Failure }

/** An error as Office gives it: codes in its documentation, 13000 to 13013 for signing in. */
export interface HostError {
  readonly code: number
  readonly name: string
  readonly message: string
}

const CHANNEL = 'quayside-workbench'

export function post(to: Window, message: FromPage | FromPane | FromTest | SheetsMessage): void {
  to.postMessage({ channel: CHANNEL, ...message }, location.origin)
}

/** Calls back with the messages that one window sends from this same origin. Everything else is ignored. */
export function listen<Message extends { readonly kind: string }>(
  from: () => Window | null | undefined,
  heard: (message: Message) => void,
): void {
  addEventListener('message', ({ data, origin, source }: MessageEvent) => {
    if (origin === location.origin && source !== null && source === from() && data?.channel === CHANNEL) heard(data)
  })
}
