import { GIVEN_MAX, type Home, MAILS_MAX, POOLED_MAX, type WaitingMail } from '#shared/customer/home.ts'
import { inWakingOrder, type Waiting } from '#shared/customer/waking.ts'
import { span } from '#shared/i18n/dates.ts'
import { say, text } from '#shared/i18n/language.ts'
import { zoneOfCountry } from '#shared/time/country-zone.ts'
import type { Inquiry } from '#shared/trade/index.ts'
import { inquiry as inquiryType } from '#shared/trade/inquiry.ts'
import type { SectionBuilder, View } from '../section-builder.ts'
import { claimState } from './claim-state.ts'
import { deskLine } from './desk-line.ts'
import { excerpt } from './excerpt.ts'
import { countOf, type Item, itemList } from './item-list.ts'

/** Inquiries and mails that wait for the reader: first those whose writer is at the desk now and leaves soonest. */
export const answerNow: SectionBuilder<Home> = {
  key: 'answer_now',
  build({ given, pooled, mails }, view) {
    const waiting = inWakingOrder(
      [
        ...[...given, ...pooled].map((inquiry) => waitingInquiry(inquiry, view)),
        ...mails.map((mail) => waitingMail(mail, view)),
      ],
      view.now,
    )
    if (waiting.length === 0) {
      const nobody = text('Nobody waits for your answer.', '没有人在等您答复。')[view.language]
      return {
        title: text('Answer now', '待答复')[view.language],
        summary: [{ kind: 'note', text: nobody, tone: 'good' }],
      }
    }
    const list = {
      items: waiting.map(({ item }) => item),
      atLeast: given.length === GIVEN_MAX || pooled.length === POOLED_MAX || mails.length === MAILS_MAX,
    }
    const title = say(text('Answer now ({count})', '待答复（{count}）'), view.language, { count: countOf(list) })
    return { title, ...itemList(list, view) }
  },
}

type Answerable = Waiting & { readonly item: Item }

function waitingInquiry(inquiry: Inquiry, view: View): Answerable {
  const { id, doc_no, status, country, received_at } = inquiry
  const timezone = zoneOfCountry(country)
  const claim = claimState(inquiry, view)
  const item: Item = {
    kind: 'item',
    title: inquiry.company_name ?? inquiry.contact_name ?? inquiry.email ?? doc_no,
    lines: [
      `${inquiryType.fields.status.choices[status][view.language]} · ${excerpt(inquiry.subject)}`,
      deskLine(country, timezone, view),
    ],
    badge: claim.words,
    tone: claim.tone,
    open: { type: 'inquiry', id },
  }
  return { id, timezone, since: received_at, item }
}

function waitingMail({ customer, subject, since }: WaitingMail, view: View): Answerable {
  const { id, country, timezone } = customer
  const waits = span(Math.max(0, Math.floor((view.now - since) / 60_000)), view.language)
  const item: Item = {
    kind: 'item',
    title: customer.name,
    lines: [excerpt(subject), deskLine(country, timezone, view)],
    badge: say(text('waits {span}', '已等{span}'), view.language, { span: waits }),
    open: { type: 'customer', id },
  }
  return { id, timezone, since, item }
}
