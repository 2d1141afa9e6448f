import type { Answering } from './answering.ts'
import { EVENTS } from './names.ts'
import { THEME_COLOURS } from './office-theme.ts'
import type { PageLine } from './page-line.ts'
import type { HostError, HostState } from './protocol.ts'
import { type ReadItem, readItem } from './read-item.ts'

export type Mailbox = Pick<Office.Mailbox, 'addHandlerAsync' | 'removeHandlerAsync'> & {
  /** Null when no mail is selected. */
  item: ReadItem | null
  userProfile: Office.UserProfile
  readonly diagnostics: Omit<Office.Diagnostics, 'ews'>
}

export interface LiveMailbox {
  readonly mailbox: Mailbox
  /** Puts the new state in place and raises the events that follow from what changed. */
  update(before: HostState, now: HostState): void
}

export function liveMailbox(first: HostState, answer: Answering, page: PageLine): LiveMailbox {
  const handlers = new Map<string, ((event: unknown) => void)[]>()
  const mailbox: Mailbox = {
    item: null,
    userProfile: profileOf(first),
    diagnostics: { hostName: 'OutlookWebApp', hostVersion: '16.0.0.0', OWAView: 'ThreeColumns' },
    addHandlerAsync: (event: Office.EventType | string, handler: (event: unknown) => void, ...rest: unknown[]) =>
      answer('addHandlerAsync', rest, () => {
        handlers.set(known(event), [...(handlers.get(known(event)) ?? []), handler])
      }),
    removeHandlerAsync: (event: Office.EventType | string, ...rest: unknown[]) =>
      answer('addHandlerAsync', rest, () => {
        handlers.delete(known(event))
      }),
  }
  open(first)

  return {
    mailbox,
    update(before, now) {
      mailbox.userProfile = profileOf(now)
      if (before.mail?.id !== now.mail?.id) {
        open(now)
        if (now.failures.ItemChanged === undefined) raise(EVENTS.ItemChanged, {})
      }
      if (before.theme !== now.theme) raise(EVENTS.OfficeThemeChanged, { officeTheme: THEME_COLOURS[now.theme] })
    },
  }

  function open({ mail }: HostState): void {
    mailbox.item = mail && readItem(mail, { answer, page, isOpen: (item) => mailbox.item === item })
  }

  function raise(type: string, details: object): void {
    for (const handler of handlers.get(type) ?? []) handler({ type, ...details })
  }
}

const profileOf = ({ owner }: HostState): Office.UserProfile => ({
  displayName: owner.name,
  emailAddress: owner.email,
  accountType: 'office365',
  timeZone: 'China Standard Time',
})

function known(event: Office.EventType | string): string {
  const name = String(event)
  if (Object.values<string>(EVENTS).includes(name)) return name
  const error: HostError = { code: 5001, name: 'InternalError', message: `A mailbox has no event "${name}".` }
  throw error
}
