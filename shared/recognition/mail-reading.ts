import type { Address, Message } from '#shared/api.ts'
import { isAnswer } from '#shared/customer/passes-on.ts'
import type { AttachedList } from './attached-list.ts'
import { letterOf } from './letter.ts'
import type { InquiryLine } from './line.ts'
import type { Mailbox, ReceivedMail } from './mail.ts'
import { clausesOf } from './passage.ts'
import { isOwnOf, type Known, type Recognition, recognise } from './recognise.ts'
import { unitCode } from './units.ts'
import { bankChangeIn } from './warnings.ts'

/** What the open mail says, as forms begin with it. */
export interface MailReading extends Recognition {
  readonly lines: readonly LineReading[]
}

/** A line with the code of its unit (UN/ECE Recommendation 20), where its word is known. */
export type LineReading = InquiryLine & { readonly unitCode: string | null }

/** The letter of the open mail: what it tells of whose the mail is, at once, and the rest of it when a form asks. */
export interface OpenLetter {
  /** Who wrote what one of ours forwards. Null where somebody outside takes part: then the mail is with them. */
  readonly forwarded: Address | null
  /** The sentence that speaks of another account to pay to; null where none does. */
  readonly bankChange: string | null
  readonly reading: () => MailReading
}

/** Reads the open mail as its host gives it, with the sheets attached to it; null where the host gives no text. */
export function readOpenMail(message: Message, known: Known, lists: readonly AttachedList[] = []): OpenLetter | null {
  const { letter } = message
  if (!letter || !(letter.html || letter.text)) return null
  const mail = { ...receivedMail(message, letter), lists }
  const isOwn = isOwnOf(known)
  const { forwarded, from, body } = letterOf(mail, isOwn)
  const among = [mail.from, ...mail.to, ...(message.cc ?? []).map(mailbox)]
  const passedOn = forwarded && among.every((one) => one !== null && isOwn(one.address))
  let read: MailReading | undefined
  return {
    forwarded: passedOn && from?.address ? { name: from.name.slice(0, ADDRESS_CHARS), address: from.address } : null,
    bankChange: bankChangeIn(clausesOf(body))?.text ?? null,
    reading: () => {
      read ??= readReceivedMail(mail, known)
      return read
    },
  }
}

/** As long as a name may be in a header. */
const ADDRESS_CHARS = 1_000

/** All that a mail says, which was read as it came. */
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
    answers: isAnswer(subject ?? ''),
  }
}

const mailbox = ({ name, address }: NonNullable<Message['from']>): Mailbox => ({ name: name ?? '', address })
