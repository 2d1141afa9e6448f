import { isUnclaimed } from '#shared/customer/claim.ts'
import type { InquirySituation } from '#shared/customer/situation.ts'
import { text } from '#shared/i18n/language.ts'
import { inquiry as inquiryType } from '#shared/trade/inquiry.ts'
import type { Widget } from '../panel.ts'
import type { SectionBuilder } from '../section-builder.ts'
import { claimFact, claimState } from './claim-state.ts'

/** Who asks, whose inquiry it is, and by when somebody has to take it on. */
export const inquiry: SectionBuilder<InquirySituation> = {
  key: 'inquiry',
  build({ inquiry, owner, team, customer }, view) {
    const { language } = view
    const tone = isUnclaimed(inquiry) ? claimState(inquiry, view).tone : 'neutral'
    const summary: Widget[] = [
      {
        kind: 'item',
        title: inquiry.contact_name ?? inquiry.email ?? inquiry.doc_no,
        lines: inquiry.contact_name && inquiry.email ? [inquiry.email] : [],
        badge: inquiryType.fields.status.choices[inquiry.status][language],
      },
      ...claimFact(inquiry, view),
      {
        kind: 'fact',
        label: text('Owner', '负责人')[language],
        value: owner ? owner.alias : text('nobody', '无')[language],
        ...(owner ? { detail: owner.display_name } : team ? { detail: team } : {}),
      },
      ...(customer
        ? [{ kind: 'item' as const, title: customer.name, lines: [], open: { type: 'customer', id: customer.id } }]
        : []),
      ...view.offers('inquiry').slice(0, 2),
    ]
    return {
      title: inquiryType.label[language],
      ...(tone === 'neutral' ? {} : { tone }),
      summary,
    }
  },
}
