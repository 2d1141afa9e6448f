import type { DraftFile, MailAddress, WorkbenchMail } from '../mailbox/mail.ts'
import type { Answering } from './answering.ts'
import { COERCIONS } from './names.ts'
import { noticesOf } from './notices.ts'
import type { PageLine } from './page-line.ts'
import type { HostError } from './protocol.ts'

/**
 * A message being read, as far as the stand-in goes. Where a mail lacks a header the host has nothing
 * to give either, though Microsoft's types do not say so.
 */
export type ReadItem = Pick<
  Office.MessageRead,
  | 'itemId'
  | 'itemType'
  | 'itemClass'
  | 'conversationId'
  | 'subject'
  | 'normalizedSubject'
  | 'to'
  | 'cc'
  | 'getAsFileAsync'
  | 'getAllInternetHeadersAsync'
  | 'notificationMessages'
  | 'displayReplyForm'
  | 'displayReplyFormAsync'
> & {
  readonly internetMessageId: string | null
  readonly from: Office.EmailAddressDetails | null
  readonly sender: Office.EmailAddressDetails | null
  readonly dateTimeCreated: Date | null
  readonly dateTimeModified: Date | null
  readonly body: Pick<Office.Body, 'getAsync' | 'getTypeAsync'>
}

interface ItemHost {
  readonly answer: Answering
  readonly page: PageLine
  /** Whether this item is still the open one; a call that outlives it fails. */
  isOpen(item: ReadItem): boolean
}

export function readItem(mail: WorkbenchMail, { answer, page, isOpen }: ItemHost): ReadItem {
  const sentAt = mail.sentAt === null ? null : new Date(mail.sentAt)
  const from = mail.from && personOf(mail.from)
  const item: ReadItem = {
    itemId: `workbench-${mail.id}`,
    itemType: 'message',
    itemClass: 'IPM.Note',
    conversationId: mail.conversationId ?? `conversation-${mail.id}`,
    internetMessageId: mail.messageId,
    subject: mail.subject,
    normalizedSubject: mail.subject.replace(/^(?:(?:re|fw|fwd)\s*:\s*)+/i, ''),
    from,
    sender: from,
    to: mail.to.map(personOf),
    cc: mail.cc.map(personOf),
    dateTimeCreated: sentAt,
    dateTimeModified: sentAt,
    body: {
      getAsync: (coercion: Office.CoercionType | string, ...rest: unknown[]) =>
        whileOpen('body.getAsync', rest, () => (String(coercion) === COERCIONS.Html ? htmlOf(mail) : mail.text)),
      getTypeAsync: (...rest: unknown[]) =>
        whileOpen('body.getAsync', rest, () => (mail.html === null ? COERCIONS.Text : COERCIONS.Html)),
    },
    getAsFileAsync: (...rest: unknown[]) =>
      whileOpen('getAsFileAsync', rest, () => page.ask({ kind: 'source', mailId: mail.id })),
    getAllInternetHeadersAsync: (...rest: unknown[]) =>
      whileOpen('getAllInternetHeadersAsync', rest, async () =>
        headersOf(await page.ask({ kind: 'source', mailId: mail.id })),
      ),
    notificationMessages: noticesOf(mail.id, answer, page),
    displayReplyForm: (form) => void opened(form),
    displayReplyFormAsync: (form: ReplyForm, ...rest: unknown[]) =>
      answer('displayReplyFormAsync', rest, () => opened(form)),
  }
  return item

  async function opened(form: ReplyForm): Promise<void> {
    const html = replyHtml(form)
    page.openReply(mail.id, html, typeof form === 'string' ? [] : await Promise.all((form.attachments ?? []).map(got)))
  }

  function whileOpen(
    method: 'body.getAsync' | 'getAsFileAsync' | 'getAllInternetHeadersAsync',
    rest: readonly unknown[],
    value: () => string | Promise<string>,
  ): void {
    answer(method, rest, async () => {
      const found = await value()
      if (!isOpen(item)) throw ITEM_CHANGED
      return found
    })
  }
}

/** What stands above the first empty line of a mail, folded as it came. */
const headersOf = (base64: string): string => /^[\s\S]*?(?=\r?\n\r?\n|$(?![\s\S]))/.exec(atob(base64))?.[0] ?? ''

type ReplyForm = string | Office.ReplyFormData

/** As much as Outlook takes. */
const REPLY_BYTES = 32 * 1024

function replyHtml(form: ReplyForm): string {
  const html = typeof form === 'string' ? form : (form.htmlBody ?? '')
  if (new TextEncoder().encode(html).length > REPLY_BYTES) throw TOO_LONG
  return html
}

/** Exchange gets a file by its address, as somebody without a sign-in; the reply opens all the same where it cannot. */
async function got({ name = '', url = '' }: Office.ReplyFormAttachment): Promise<DraftFile> {
  const response = await fetch(url, { credentials: 'omit' }).catch(() => null)
  if (!response?.ok) return { name, url, bytes: null }
  const content = await response.blob()
  return { name, url: URL.createObjectURL(content), bytes: content.size }
}

const TOO_LONG: HostError = { code: 9006, name: 'DataExceedsMaximumSize', message: 'The body is too long.' }

/** What Outlook answers when another mail was opened before it was done. */
const ITEM_CHANGED: HostError = {
  code: 9030,
  name: 'APICallFailedDueToItemChange',
  message: 'The call failed because another item was opened.',
}

const personOf = ({ name, address }: MailAddress): Office.EmailAddressDetails => ({
  displayName: name || address,
  emailAddress: address,
  recipientType: 'other',
  appointmentResponse: 'none',
})

/** Outlook makes HTML of a mail that is only text. */
function htmlOf({ html, text }: WorkbenchMail): string {
  if (html !== null) return html
  const body = document.createElement('pre')
  body.textContent = text
  return body.outerHTML
}
