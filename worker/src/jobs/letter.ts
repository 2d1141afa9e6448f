import type { InquirySituation, Situation } from '#shared/customer/situation.ts'
import { deskPath } from '#shared/desk/path.ts'
import { type Clock, ruleOf } from '#shared/sla/clock.ts'
import { dealReminder } from '#shared/sla/deal-reminder.ts'
import { claimReminder, type Reminder } from '#shared/sla/reminder.ts'
import type { Person } from '../http/app-types.ts'
import { viewFor } from '../http/panel-answer.ts'
import type { OutgoingMail } from '../mail/provider.ts'
import type { Taken } from '../store/outbox.ts'

/** Somebody a mail goes to. */
export interface Reader extends Person {
  readonly email: string
}

interface Sending {
  readonly now: number
  readonly origin: string
}

/** A reminder as a mail: from the firm's program to one member of staff, in their language, with a way to the record. */
export function letter(
  mail: Taken,
  { rule }: Clock,
  situation: InquirySituation,
  reader: Reader,
  { now, origin }: Sending,
): OutgoingMail {
  const levels = mail.about.levels.flatMap((level) => ruleOf(rule)?.levels[level] ?? [])
  const link = origin + deskPath('inquiry', mail.recordId)
  const view = viewFor(reader, now, reader.language, null)
  return asMail(mail, reader, { now, origin }, claimReminder(situation, { levels, as: mail.about.as, link }, view))
}

/** The same of a clock of a deal. */
export function dealLetter(
  mail: Taken,
  { planned = [] }: Clock,
  situation: Situation,
  reader: Reader,
  { now, origin }: Sending,
): OutgoingMail {
  const levels = mail.about.levels.flatMap((level) => planned[level] ?? [])
  const link = origin + deskPath('deal', mail.recordId)
  const view = viewFor(reader, now, reader.language, null)
  return asMail(mail, reader, { now, origin }, dealReminder(situation, { levels, as: mail.about.as, link }, view))
}

/** As it leaves. */
export function asMail(
  mail: Taken,
  { email }: Reader,
  { now, origin }: Sending,
  { subject, text }: Reminder,
): OutgoingMail {
  return {
    key: mail.key,
    to: [email],
    subject,
    text,
    headers: {
      'Message-ID': `<${mail.key}@${new URL(origin).hostname}>`,
      // Nobody's absence note answers it (RFC 3834), Exchange's included.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
    },
    at: now,
    again: mail.unended > 1,
  }
}
