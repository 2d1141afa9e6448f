import type { InquirySituation } from '#shared/customer/situation.ts'
import { deskPath } from '#shared/desk/path.ts'
import { claimReminder } from '#shared/sla/reminder.ts'
import type { Rule } from '#shared/sla/rule.ts'
import type { Person } from '../http/app-types.ts'
import { viewFor } from '../http/panel-answer.ts'
import type { OutgoingMail } from '../mail/provider.ts'
import type { Taken } from '../store/outbox.ts'

/** Somebody a mail goes to. */
export interface Reader extends Person {
  readonly email: string
}

/** A reminder as a mail: from the firm's program to one member of staff, in their language, with a way to the record. */
export function letter(
  mail: Taken,
  rule: Rule,
  situation: InquirySituation,
  reader: Reader,
  { now, origin }: { readonly now: number; readonly origin: string },
): OutgoingMail {
  const levels = mail.about.levels.flatMap((level) => rule.levels[level] ?? [])
  const link = origin + deskPath(rule.on, mail.recordId)
  const view = viewFor(reader, now, reader.language, null)
  const { subject, text } = claimReminder(situation, { levels, as: mail.about.as, link }, view)
  return {
    key: mail.key,
    to: [reader.email],
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
