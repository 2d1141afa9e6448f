import { LANGUAGES, type Language, languageOf } from '#shared/i18n/language.ts'
import type { Draft, Folder, WorkbenchMail } from '../mailbox/mail.ts'
import { type Failures, THEMES, type Theme } from '../outlook/protocol.ts'

/** Everything that is set up on the workbench page at one moment. */
export interface Scene {
  /** What the page shows: the mailbox, or another part of the stage. */
  readonly room: Room
  /** The program that shows the mail, and Quayside beside it. */
  readonly host: Host
  /** Whose mailbox it is, by the part of their address before the @; null when signed out. */
  readonly as: string | null
  readonly folder: Folder
  /** The chosen mail; null when nothing is selected. */
  readonly mailId: string | null
  /** The chosen mail once it has been fetched. */
  readonly mail: WorkbenchMail | null
  /** Mails that have been opened. */
  readonly read: ReadonlySet<string>
  readonly search: string
  readonly theme: Theme
  readonly language: Language
  readonly pinned: boolean
  readonly paneOpen: boolean
  /** Rises whenever the pane must start afresh, as when Outlook itself is started again. */
  readonly paneRun: number
  /** Gmail: whether a person is asked before the add-on may read mails. */
  readonly consentAsked: boolean
  /** Addresses of those who have been asked and said yes. */
  readonly consented: ReadonlySet<string>
  readonly networkCut: boolean
  readonly failures: Failures
  /** A reply that was begun beside the open mail. */
  readonly draft: Draft | null
  /** Notes that the pane put above the open mail. */
  readonly notices: readonly string[]
  readonly listShown: boolean
  /** What is seen on a narrow screen. */
  readonly view: View
  /** Whether the controls are unfolded on a narrow screen. */
  readonly controlsShown: boolean
}

export const ROOMS = ['mail', 'sheets', 'outbox', 'clock'] as const
export type Room = (typeof ROOMS)[number]

export const HOSTS = ['outlook', 'gmail'] as const
export type Host = (typeof HOSTS)[number]

export const VIEWS = ['mails', 'mail', 'quayside'] as const
export type View = (typeof VIEWS)[number]

/** What the browser wishes, for what the address does not say. */
interface Wishes {
  readonly language: string
  readonly dark: boolean
}

/** Owner of the demo firm's two best known customers, so that the first thing seen is a full panel. */
const FIRST_PERSON = 'mia.zhao'
/** Stands for null in an address: signed out, nothing selected. */
const NONE = 'none'

/**
 * The scene that an address asks for: `?as=david.chen&mail=03_br_resposta_cotacao&theme=dark&language=en&pinned=1`,
 * so that two windows can show two people. `host=gmail` is the other host, `consent=0` has it ask for consent first.
 * `room` is another part of the stage. `mailId` is undefined when the address leaves it open.
 */
export function sceneOf(query: string, wishes: Wishes): Omit<Scene, 'mailId'> & { readonly mailId?: string | null } {
  const asked = new URLSearchParams(query)
  const mail = asked.get('mail')
  return {
    room: ROOMS.find((room) => room === asked.get('room')) ?? 'mail',
    host: HOSTS.find((host) => host === asked.get('host')) ?? 'outlook',
    as: asked.get('as') === NONE ? null : (asked.get('as') ?? FIRST_PERSON),
    ...(mail === null ? {} : { mailId: mail === NONE ? null : mail }),
    theme: THEMES.find((theme) => theme === asked.get('theme')) ?? (wishes.dark ? 'dark' : 'light'),
    language: LANGUAGES.find((known) => known === asked.get('language')) ?? languageOf(wishes.language),
    pinned: asked.get('pinned') !== '0',
    listShown: asked.get('list') !== '0',
    folder: 'inbox',
    mail: null,
    read: new Set(),
    search: '',
    paneOpen: true,
    paneRun: 0,
    consentAsked: asked.get('consent') === '0',
    consented: new Set(),
    networkCut: false,
    failures: {},
    notices: [],
    draft: null,
    view: 'mails',
    controlsShown: false,
  }
}

/** The address that brings this scene back. */
export function queryOf({ room, host, as, mailId, theme, language, pinned, listShown, consentAsked }: Scene): string {
  const query = new URLSearchParams({
    as: as ?? NONE,
    mail: mailId ?? NONE,
    theme,
    language,
    pinned: pinned ? '1' : '0',
  })
  if (room !== 'mail') query.set('room', room)
  if (host !== 'outlook') query.set('host', host)
  if (consentAsked) query.set('consent', '0')
  if (!listShown) query.set('list', '0')
  return `?${query}`
}
