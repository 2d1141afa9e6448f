import { isOfMail, type Situation } from '#shared/customer/situation.ts'
import { dateTime } from '#shared/i18n/dates.ts'
import { type Language, say, text } from '#shared/i18n/language.ts'
import type { Inquiry } from '#shared/trade/index.ts'
import { inquiry as inquiryType } from '#shared/trade/inquiry.ts'
import type { Widget } from '../panel.ts'
import type { SectionBuilder } from '../section-builder.ts'
import { claimFact } from './claim-state.ts'
import { ownFacts } from './own-facts.ts'

type Unknown = Extract<Situation, { kind: 'unknown' }>

/** A mail from somebody nobody knows: says so, and offers to make an inquiry of it. */
export const sender: SectionBuilder<Unknown> = {
  key: 'sender',
  build({ mail, inquiry, takenBy }, view) {
    const { language } = view
    const facts: Widget[] = mail.sender
      ? [
          {
            kind: 'item',
            title: mail.sender.name || mail.sender.address,
            lines: mail.sender.name ? [mail.sender.address] : [],
          },
        ]
      : [{ kind: 'note', text: text('This mail names no sender.', '此邮件没有发件人。')[language], tone: 'warning' }]
    if (mail.sentAt !== null) {
      facts.push({
        kind: 'fact',
        label: text('Sent', '发送时间')[language],
        value: dateTime(mail.sentAt, view.timezone),
      })
    }
    if (inquiry) facts.push(inquiryItem(inquiry, language), ...claimFact(inquiry, view))
    if (takenBy !== null) {
      const taken = takenBy === '' ? WAITING[language] : say(TAKEN, language, { name: takenBy })
      facts.push({ kind: 'note', text: taken, tone: 'info' })
    }
    const own = inquiry ? ownFacts('inquiry', inquiry, view) : []
    const said = (rest: readonly Widget[]) => ({
      summary: [...facts, ...rest],
      ...(own.length > 0 ? { full: [...facts, ...own, ...rest] } : {}),
    })
    if (isOfMail(inquiry, mail)) {
      return { title: inquiryType.label[language], ...said(view.offers('inquiry')), tone: 'good' }
    }
    return {
      title: text('Unknown sender', '陌生发件人')[language],
      ...said([
        {
          kind: 'note',
          text: text(
            'No customer has this address or its domain: likely a new one.',
            '没有客户使用此邮箱或域名，可能是新客户。',
          )[language],
          tone: 'info',
        },
        ...(takenBy === null ? view.offers('sender').slice(0, 1) : []),
        ...view.offers('inquiry').slice(0, 1),
      ]),
    }
  },
}

const TAKEN = text('{name} has an inquiry of this sender.', '{name} 已有该发件人的询盘。')
const WAITING = text('Another team has an inquiry of this sender.', '其他团队已有该发件人的询盘。')

function inquiryItem(inquiry: Inquiry, language: Language): Widget {
  return {
    kind: 'item',
    title: inquiry.doc_no,
    lines: [inquiry.subject],
    badge: inquiryType.fields.status.choices[inquiry.status][language],
    tone: 'good',
    open: { type: 'inquiry', id: inquiry.id },
  }
}
