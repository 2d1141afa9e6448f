import type { InquirySituation } from '#shared/customer/situation.ts'
import { dateTime } from '#shared/i18n/dates.ts'
import { inquiry as inquiryType } from '#shared/trade/inquiry.ts'
import type { Widget } from '../panel.ts'
import type { SectionBuilder } from '../section-builder.ts'
import { excerpt } from './excerpt.ts'
import { ownFacts } from './own-facts.ts'

/** What an inquiry asks for: its subject and the beginning of its text; in full, every word, and how it came. */
export const request: SectionBuilder<InquirySituation> = {
  key: 'request',
  build({ inquiry }, view) {
    const { language, timezone } = view
    const { fields } = inquiryType
    const fact = (label: keyof typeof fields, value: string): Widget => ({
      kind: 'fact',
      label: fields[label].label[language],
      value,
    })
    const { subject, message } = inquiry
    return {
      title: fields.message.label[language],
      summary: [{ kind: 'item', title: subject, lines: message ? [excerpt(message)] : [] }],
      full: [
        { kind: 'item', title: subject, lines: [] },
        ...(message ? [{ kind: 'note' as const, text: message }] : []),
        fact('received_at', dateTime(inquiry.received_at, timezone)),
        fact('channel', fields.channel.choices[inquiry.channel][language]),
        fact('doc_no', inquiry.doc_no),
        ...ownFacts('inquiry', inquiry, view),
      ],
    }
  },
}
