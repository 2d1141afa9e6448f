import type { Message } from '#shared/api.ts'
import type { InquiryLine } from './line.ts'
import type { Mailbox, ReceivedMail } from './mail.ts'
import { type Known, type Recognition, recognise } from './recognise.ts'
import { unitCode } from './units.ts'

/** What the open mail says, as forms begin with it. */
export interface MailReading extends Recognition {
  readonly lines: readonly LineReading[]
}

/** A line with the code of its unit (UN/ECE Recommendation 20), where its word is known. */
export type LineReading = InquiryLine & { readonly unitCode: string | null }

/** Reads the open mail as its host gives it; null where the host gives no text. */
export function readOpenMail(message: Message, known: Known): MailReading | null {
  const { letter } = message
  return letter && (letter.html || letter.text) ? readReceivedMail(receivedMail(message, letter), known) : null
}

/** The same for a mail that was read as it came. */
export function readReceivedMail(mail: ReceivedMail, known: Known): MailReading {
  const recognition = recognise(mail, known)
  const lines = recognition.lines.map((line) => ({ ...line, unitCode: line.unit ? unitCode(line.unit.value) : null }))
  return { ...recognition, lines }
}

function receivedMail(message: Message, letter: NonNullable<Message['letter']>): ReceivedMail {
  const { from, to, replyTo, subject, sentAt } = message
  return {
    from: from ? mailbox(from) : null,
    replyTo: replyTo?.[0] ? mailbox(replyTo[0]) : null,
    to: (to ?? []).map(mailbox),
    subject: subject ?? '',
    date: sentAt ?? '',
    text: letter.text ?? '',
    html: letter.html ?? '',
    attachments: letter.attachments ?? [],
    automatic: false,
    answers: /^\s*(?:re|aw|res|回复|答复)\s*[:：]/i.test(subject ?? ''),
  }
}

const mailbox = ({ name, address }: NonNullable<Message['from']>): Mailbox => ({ name: name ?? '', address })
