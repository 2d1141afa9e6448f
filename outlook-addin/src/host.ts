import type { Address, Attachment, Letter, Message } from '#shared/api.ts'
import type { Replied } from '../../pane/src/place.ts'
import { within } from '../../pane/src/within.ts'
import { attachedFiles } from './attached-lists.ts'
import { type InternetHeaders, internetHeaders } from './internet-headers.ts'

/** What the pane asks of Outlook. This file alone touches `Office`. */
export interface Host {
  /** BCP 47. */
  readonly language: string
  /** Null where Outlook does not tell: on a phone, before Mailbox 1.14. */
  readonly theme: OfficeColours | null
  onThemeChange(changed: (theme: OfficeColours) => void): void
  /** The open mail as its headers are at this moment; null when there is none. */
  readMessage(): Message | null
  onItemChange(changed: () => void): void
  /** What stands in `message`; null where Outlook does not give it, or has another mail open by now. */
  readLetter(message: Message): Promise<Letter | null>
  /** Those headers of `message` that Outlook gives only when asked; null as with its letter, and before Mailbox 1.8. */
  readHeaders(message: Message): Promise<InternetHeaders | null>
  /** Whose mailbox it is: what is kept for one person is never shown to another. */
  account(): string
  /** Whether Outlook signs in for the pages it shows: nested app authentication. */
  readonly signsInNested: boolean
  /** Opens a page in the reader's browser where only Outlook can; false where a link does that by itself. */
  openPage(url: string): boolean
  /**
   * Opens a reply to `message` with a piece of HTML and files in it; false where Outlook cannot, or has another mail open by
   * now. Exchange itself gets the files, by addresses that need no sign-in; what it will not take it may leave out unsaid.
   */
  reply(html: string, files: readonly File[], message: Message): Promise<Replied>
  /** The open mail as it is (RFC 5322), if it still is `message`; null where Outlook does not give it. */
  readMail(message: Message): Promise<Uint8Array<ArrayBuffer> | null>
  /** A token for the person Outlook knows, the older way. Rejects with a numeric `code` (13000 to 13013), or for want of an answer. */
  accessToken(options: { readonly prompt: boolean }): Promise<string>
}

export interface OfficeColours {
  readonly bodyBackgroundColor: string
  readonly bodyForegroundColor: string
}

/** Left out of `@types/office-js`. */
declare const OfficeRuntime: { readonly auth: { getAccessToken(options: Office.AuthOptions): Promise<string> } }

const READY_MS = 10_000
const CALLBACK_MS = 10_000
/** How long Outlook may take to sign somebody in by itself. */
export const SILENT_MS = 15_000
/** The same when it has to ask: long enough to find one's telephone and type a code. */
export const PROMPT_MS = 300_000

/** Outlook once it is ready; null outside of it, or when it does not answer. */
export async function connectOutlook(): Promise<Host | null> {
  if (typeof Office === 'undefined') return null
  try {
    await within(READY_MS, Office.onReady())
  } catch {
    return null
  }
  const { mailbox, officeTheme, displayLanguage, requirements } = Office.context
  if (!mailbox) return null
  return {
    language: displayLanguage,
    theme: officeTheme ?? null,

    // The event's own colours: those of the context are stale on desktops.
    onThemeChange: (changed) =>
      listen(Office.EventType.OfficeThemeChanged, (event: Office.OfficeThemeChangedEventArgs) =>
        changed(event.officeTheme),
      ),

    onItemChange: (changed) => listen(Office.EventType.ItemChanged, changed),

    readMessage: () => {
      try {
        return messageOf(mailbox.item)
      } catch {
        // Outlook throws while it goes from one mail to the next; the pane looks again when it gets the focus.
        return null
      }
    },

    async readLetter(message) {
      try {
        const { item } = mailbox
        if (!item || JSON.stringify(messageOf(item)) !== JSON.stringify(message)) return null
        const body = (as: Office.CoercionType) => answered<string>((done) => item.body.getAsync(as, done))
        const [html, whole, attachments] = await Promise.all([
          body(Office.CoercionType.Html),
          body(Office.CoercionType.Text),
          attachedFiles(item as Office.MessageRead, requirements.isSetSupported('Mailbox', '1.8')),
        ])
        const files = attachments.length > 0 ? { attachments } : {}
        const text = whole.slice(0, LETTER_CHARS)
        return new Blob([html]).size <= LETTER_HTML_BYTES ? { html, text, ...files } : { text, ...files }
      } catch {
        return null
      }
    },

    async readHeaders(message) {
      if (!requirements.isSetSupported('Mailbox', '1.8')) return null
      try {
        const { item } = mailbox
        if (!item || JSON.stringify(messageOf(item)) !== JSON.stringify(message)) return null
        const asked = called<string>((done) => item.getAllInternetHeadersAsync(done))
        return internetHeaders(await within(HEADERS_MS, asked))
      } catch {
        return null
      }
    },

    account: () => mailbox.userProfile?.emailAddress ?? '',

    signsInNested: requirements.isSetSupported('NestedAppAuth', '1.1'),

    // On desktops a link may stay inside of Outlook's own window; on the web there is no such call.
    openPage(url) {
      const { platform, ui } = Office.context
      const isWeb = platform === Office.PlatformType?.OfficeOnline
      if (isWeb || !requirements?.isSetSupported('OpenBrowserWindowApi', '1.1')) return false
      ui.openBrowserWindow(url)
      return true
    },

    async reply(html, files, message) {
      try {
        const { item } = mailbox
        // A letter to one buyer must never stand in a reply to another.
        if (!item || JSON.stringify(messageOf(item)) !== JSON.stringify(message)) return false
        const attachments = attached(files)
        const fits = attachments.length === files.length
        const whole = files.length === 0 ? html : { htmlBody: html, attachments }
        if (!requirements.isSetSupported('Mailbox', '1.9')) {
          item.displayReplyForm(whole)
          return fits ? 'whole' : 'without_files'
        }
        const open = (form: string | Office.ReplyFormData) => answered((done) => item.displayReplyFormAsync(form, done))
        const refused = await open(whole).then(() => false, isRefusal)
        if (!refused) return fits ? 'whole' : 'without_files'
        if (files.length === 0) return false
        await open(html)
        return 'without_files'
      } catch {
        // Not on telephones, and some desktops never answer.
        return false
      }
    },

    // On some desktops it fails now and then for no reason, and a moment later does not.
    async readMail(message) {
      if (!requirements.isSetSupported('Mailbox', '1.14')) return null
      for (let attempt = 0; attempt < MAIL_ATTEMPTS; attempt += 1) {
        try {
          const item = mailbox.item as Office.MessageRead | undefined
          const isIt = () => JSON.stringify(messageOf(mailbox.item)) === JSON.stringify(message)
          if (!item || !isIt()) return null
          const base64 = await within(
            MAIL_MS,
            called<string>((done) => item.getAsFileAsync(done)),
          )
          return isIt() ? fromBase64(base64) : null
        } catch {
          // Once more; then its headers have to do.
        }
      }
      return null
    },

    accessToken: ({ prompt }) =>
      within(
        prompt ? PROMPT_MS : SILENT_MS,
        OfficeRuntime.auth.getAccessToken({ allowSignInPrompt: prompt, allowConsentPrompt: prompt }),
      ),
  }

  /** A refusal is no trouble: panes that cannot be pinned get no events, and old clients know no themes. */
  function listen<E>(event: Office.EventType | undefined, handler: (event: E) => void): void {
    if (event === undefined) return
    answered((done) => mailbox.addHandlerAsync(event, handler, done)).catch(() => {})
  }
}

/** As much of a letter as the Worker takes (`#shared/api.ts`, of which the pane has only the types), in a call of 256 kB. */
const LETTER_CHARS = 30_000
const LETTER_HTML_BYTES = 120_000
/** The letter waits no longer for the headers. */
const HEADERS_MS = 2_000
/** How long Outlook may take to hand over a mail of 25 MB, and how often it is asked. */
const MAIL_MS = 60_000
const MAIL_ATTEMPTS = 3

/** In pieces: the text and the bytes of a large mail would else stand several times over in a frame of a mail program. */
function fromBase64(base64: string): Uint8Array<ArrayBuffer> {
  const plain = base64.replace(/[\r\n]/g, '')
  const bytes = new Uint8Array(Math.floor((plain.length * 3) / 4))
  let size = 0
  for (let at = 0; at < plain.length; at += BASE64_PIECE) {
    const piece = atob(plain.slice(at, at + BASE64_PIECE))
    for (let index = 0; index < piece.length; index += 1) bytes[size++] = piece.charCodeAt(index)
  }
  return bytes.subarray(0, size)
}

/** A multiple of four signs. */
const BASE64_PIECE = 64 * 1024

/** A file to be got by its address. */
type File = Pick<Attachment, 'name' | 'url' | 'bytes'>

/** What Exchange takes: 25 MB with what base64 adds, names and addresses of some length. */
const FILES_BYTES = 18 * 1024 * 1024
const NAME_MAX = 255
const URL_MAX = 2_048

/** `Office.MailboxEnums.AttachmentType.File`, which not every Office has as a value. */
const FILE = 'file' as Office.MailboxEnums.AttachmentType

function attached(files: readonly File[]): Office.ReplyFormAttachment[] {
  const small = files.reduce((sum, { bytes }) => sum + bytes, 0) <= FILES_BYTES
  return files
    .filter(({ name, url }) => small && name.length <= NAME_MAX && url.length <= URL_MAX)
    .map(({ name, url }) => ({ type: FILE, name, url }))
}

/** Outlook has answered that it will not; without an answer a form may stand open all the same, and none is opened twice. */
function isRefusal(error: unknown): true {
  if (typeof error === 'object' && error !== null && 'code' in error) return true
  throw error
}

/** What Outlook answers to a call with a callback. */
const answered = <T>(call: Called<T>): Promise<T> => within(CALLBACK_MS, called(call))

type Called<T> = (done: (result: Office.AsyncResult<T>) => void) => void

const called = <T>(call: Called<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    call((result) => (result.error ? reject(result.error) : resolve(result.value)))
  })

/** Copied at once: a moment later the item may be another one. A mail being written or a meeting is none to look up. */
function messageOf(item: Office.Mailbox['item']): Message | null {
  if (item?.itemType !== 'message' || typeof item.subject !== 'string') return null
  return {
    messageId: item.internetMessageId || null,
    conversationId: item.conversationId || null,
    from: addressOf(item.from),
    to: addressesOf(item.to),
    cc: addressesOf(item.cc),
    subject: item.subject,
    sentAt: Number.isNaN(item.dateTimeCreated?.getTime()) ? null : (item.dateTimeCreated?.toISOString() ?? null),
  }
}

/** As many as the Worker takes; who is named first matters most. */
const RECIPIENTS = 500

function addressesOf(people: readonly Office.EmailAddressDetails[] | undefined): Address[] {
  return (people ?? []).slice(0, RECIPIENTS).flatMap((person) => addressOf(person) ?? [])
}

function addressOf(person: Office.EmailAddressDetails | undefined): Address | null {
  return person?.emailAddress ? { name: person.displayName || null, address: person.emailAddress } : null
}
