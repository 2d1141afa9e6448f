import type { CustomerFile } from '#shared/customer/situation.ts'
import { countryName, hoursApart, localTime } from '#shared/i18n/dates.ts'
import { text } from '#shared/i18n/language.ts'
import { contact as contactType } from '#shared/trade/contact.ts'
import type { Widget } from '../panel.ts'
import type { SectionBuilder, View } from '../section-builder.ts'
import { because } from './because.ts'
import { ownFacts } from './own-facts.ts'
import { rankWidgets, repurchaseAtRisk } from './rank.ts'
import { tierLine } from './tier-line.ts'

/** Who is writing: the person, how they were recognised, the tier, and whose customer this is. */
export const who: SectionBuilder<CustomerFile> = {
  key: 'who',
  build(file, view) {
    const { customer, contact, owner } = file
    const zone = contact?.timezone ?? customer.timezone
    const summary: Widget[] = [
      person(file, view),
      { kind: 'fact', label: text('Tier', '等级')[view.language], ...tierLine(customer, view.language) },
      {
        kind: 'fact',
        label: text('Owner', '负责人')[view.language],
        value: owner ? owner.alias : text('nobody', '无')[view.language],
        ...(owner ? { detail: owner.display_name } : { tone: 'warning' as const }),
      },
    ]
    const late = repurchaseAtRisk(customer, view)
    const place: Widget = {
      kind: 'fact',
      label: [countryName(customer.country, view.language), customer.city].filter(Boolean).join(' · '),
      value: localTime(view.now, zone, view.language),
      detail: hoursApart(view.now, zone, view.timezone, view.language),
    }
    const own = [...ownFacts('customer', customer, view), ...(contact ? ownFacts('contact', contact, view) : [])]
    return {
      title: text('Customer', '客户')[view.language],
      // Beside what says that they should have ordered: one press from there.
      summary: [...summary, ...late, ...view.offers('who').filter(({ action }) => action === 'plan-call')],
      full: [
        ...summary,
        place,
        ...rankWidgets(customer, view),
        ...terms(file, view),
        ...own,
        ...view.offers('who'),
        ...view.offers('chat'),
        ...view.offers('several'),
      ],
    }
  },
}

/** The person who wrote, or the main contact; a stranger at a known firm is named by address alone. */
function person(file: CustomerFile, view: View): Widget {
  const { contact, match } = file
  if (contact) {
    const role = contactType.fields.decision_role.choices[contact.decision_role][view.language]
    return {
      kind: 'item',
      title: contact.full_name,
      lines: [contact.title ?? '', addressOf(file), matchedBy(file, view)].filter(Boolean),
      ...(contact.decision_role === 'unknown' ? {} : { badge: role }),
    }
  }
  return {
    kind: 'item',
    title: match.by === 'record' ? text('No contact yet', '暂无联系人')[view.language] : match.address,
    lines: [matchedBy(file, view)].filter(Boolean),
    tone: 'info',
  }
}

/** The address they wrote from, be it an old one; else the one to write to. */
const addressOf = ({ contact, match }: CustomerFile): string =>
  match.by === 'address' || match.by === 'alias' ? match.address : (contact?.emails?.[0] ?? '')

const matchedBy = ({ match }: CustomerFile, view: View): string =>
  match.by === 'record' ? '' : because({ ...match, rung: match.by }, view.language)

/** What is usual with this customer. */
function terms({ customer }: CustomerFile, view: View): Widget[] {
  const { default_incoterm, default_place, default_currency, payment_term } = customer
  const usual = [
    default_incoterm && `${default_incoterm} ${default_place ?? ''}`.trim(),
    default_currency,
    payment_term,
  ]
  const value = usual.filter(Boolean).join(' · ')
  return value ? [{ kind: 'fact', label: text('Usual terms', '常用条款')[view.language], value }] : []
}
