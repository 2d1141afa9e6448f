import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime'
import { isAnswer } from '#shared/customer/passes-on.ts'
import type { AttachedList } from './attached-list.ts'
import { languageOfText } from './language.ts'

/** A mail as recognition reads it, whoever brought it: a MIME parser, or a provider's API. */
export interface ReceivedMail {
  readonly from: Mailbox | null
  readonly replyTo: Mailbox | null
  readonly to: readonly Mailbox[]
  readonly subject: string
  /** As the header has it, for its offset says more than an instant does. */
  readonly date: string
  readonly text: string
  readonly html: string
  readonly attachments: readonly { readonly name: string; readonly inline: boolean }[]
  /** The sheets among them, where whoever brought the mail has read them. */
  readonly lists?: readonly AttachedList[]
  /** A machine wrote it (RFC 3834). */
  readonly automatic: boolean
  /** It answers another mail. */
  readonly answers: boolean
}

export interface Mailbox {
  readonly name: string
  readonly address: string
}

/** Reads MIME in its charsets. What cannot be read is an empty mail: there is none that throws. */
export async function readMail(raw: Uint8Array | string): Promise<ReceivedMail> {
  const mail = await PostalMime.parse(raw).catch((): Email => ({ headers: [], headerLines: [], attachments: [] }))
  const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value ?? ''
  const html = mail.html ?? ''
  return {
    from: mailboxes(mail.from ? [mail.from] : [])[0] ?? null,
    replyTo: mailboxes(mail.replyTo)[0] ?? null,
    to: mailboxes(mail.to),
    subject: mail.subject?.trim() ?? '',
    date: header('date'),
    // Where a mail has no part in plain text, the parser makes one of its HTML; the tables of that are lost.
    text: mail.text ?? '',
    html,
    attachments: mail.attachments.flatMap((file) => attachment(file, html)),
    ...(await listsOf(mail)),
    automatic: /^auto-/i.test(header('auto-submitted')) && !/^auto-replied/i.test(header('auto-submitted')),
    answers: Boolean(mail.inReplyTo || mail.references) || isAnswer(mail.subject ?? ''),
  }
}

const mailboxes = (addresses: readonly Address[] = []): Mailbox[] =>
  addresses
    .flatMap((entry) => entry.group ?? entry)
    .flatMap(({ name, address }) => (address ? [{ name: name.trim(), address: address.trim() }] : []))

/** What reads sheets is loaded when there is one. */
async function listsOf({ attachments, subject, text }: Email): Promise<Pick<ReceivedMail, 'lists'>> {
  const files = attachments.flatMap(({ filename, content }) =>
    filename && LIST.test(filename) && typeof content !== 'string'
      ? [{ name: filename, bytes: new Uint8Array(content) }]
      : [],
  )
  if (files.length === 0) return {}
  const { listsIn } = await import('./attached.ts')
  return { lists: listsIn(files, languageOfText(`${subject ?? ''}\n${text ?? ''}`)?.language ?? null) }
}

const LIST = /\.(?:csv|tsv|xls[xm])$/i

/** A picture that the HTML shows where it stands is no attachment to anybody who reads the mail. */
function attachment({ filename, contentId, related, disposition }: Attachment, html: string) {
  if (!filename) return []
  const id = contentId?.replace(/^<|>$/g, '')
  const shown = Boolean(id && html.includes(`cid:${id}`))
  return [{ name: filename, inline: shown || Boolean(related && disposition !== 'attachment') }]
}
