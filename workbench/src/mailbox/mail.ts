/** A mail of the workbench's mailbox, as a reader and the stand-in Outlook need it. Everything in it is data. */
export interface WorkbenchMail {
  /** Safe as a file name and in an address. */
  readonly id: string
  readonly folder: Folder
  readonly from: MailAddress | null
  readonly to: readonly MailAddress[]
  readonly cc: readonly MailAddress[]
  readonly replyTo: readonly MailAddress[]
  /** Empty when the mail has none. */
  readonly subject: string
  /** RFC 3339 with the sender's own offset, or in UTC where the mail names none. */
  readonly sentAt: string | null
  /** With its angle brackets, as Outlook gives it. */
  readonly messageId: string | null
  readonly inReplyTo: string | null
  readonly references: readonly string[]
  /** The first mail of the thread: the root of References, else the mail itself. */
  readonly conversationId: string | null
  readonly text: string
  readonly html: string | null
  readonly attachments: readonly MailAttachment[]
}

export type Folder = 'inbox' | 'sent'

export interface MailAddress {
  /** Empty when there is none. */
  readonly name: string
  readonly address: string
}

export interface MailAttachment {
  readonly name: string
  readonly mime: string
  /** How large it is. */
  readonly bytes: number
}

/** A mail that is being written. */
export interface Draft {
  readonly to: readonly MailAddress[]
  readonly subject: string
  /** As the program would show it to its writer; it may be anything. */
  readonly html: string
  readonly files: readonly DraftFile[]
}

/** A file in a mail that is being written. */
export interface DraftFile {
  readonly name: string
  /** How large it is; null where that was not to be found out, for it could not be got. */
  readonly bytes: number | null
  readonly url: string
}

/** A mail as it lies in a folder: RFC 5322, not looked into yet. */
export interface MailSource {
  readonly id: string
  readonly raw: Uint8Array
  readonly folder: Folder
}

/** What the list of mails shows: headers and the first words, no body. */
export interface MailSummary extends Pick<WorkbenchMail, 'id' | 'folder' | 'from' | 'to' | 'subject' | 'sentAt'> {
  readonly preview: string
  readonly hasAttachments: boolean
}

const PREVIEW_CHARACTERS = 140

export function summaryOf({ id, folder, from, to, subject, sentAt, text, attachments }: WorkbenchMail): MailSummary {
  const preview = text
    .slice(0, 4 * PREVIEW_CHARACTERS)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, PREVIEW_CHARACTERS)
  return { id, folder, from, to, subject, sentAt, preview, hasAttachments: attachments.length > 0 }
}
