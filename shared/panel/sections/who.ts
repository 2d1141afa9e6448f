import type { CustomerFile } from '#shared/customer/situation.ts'
import { countryName, hoursApart, localTime } from '#shared/i18n/dates.ts'
import { say, text } from '#shared/i18n/language.ts'
import { contact as contactType } from '#shared/trade/contact.ts'
import type { Widget } from '../panel.ts'
import type { SectionBuilder, View } from '../section-builder.ts'
import { tierLine } from './tier-line.ts'

/** Who is writing: the person, their company, what time it is there, and whose customer this is. */
export const who: SectionBuilder<CustomerFile> = {
  key: 'who',
  build(file, view) {
    const { customer, owner } = file
    const zone = file.contact?.timezone ?? customer.timezone
    const place = [countryName(customer.country, view.language), customer.city].filter(Boolean).join(' · ')
    return {
      title: text('Customer', '客户')[view.language],
      summary: [
        person(file, view),
        {
          kind: 'fact',
          label: place,
          value: localTime(view.now, zone, view.language),
          detail: hoursApart(view.now, zone, view.timezone, view.language),
        },
        { kind: 'fact', label: text('Tier', '等级')[view.language], ...tierLine(customer, view.language) },
        {
          kind: 'fact',
          label: text('Owner', '负责人')[view.language],
          value: owner ? owner.alias : text('nobody', '无')[view.language],
          ...(owner ? { detail: owner.display_name } : { tone: 'warning' as const }),
        },
        { kind: 'note', text: matchedBy(file, view) },
      ],
    }
  },
}

/** The contact who wrote, or the main contact; never a stranger's name as if we knew them. */
function person({ contact, match }: CustomerFile, view: View): Widget {
  if (contact) {
    const role = contactType.fields.decision_role.choices[contact.decision_role][view.language]
    return {
      kind: 'item',
      title: contact.full_name,
      lines: [contact.title ?? '', contact.emails?.[0] ?? ''].filter(Boolean),
      ...(contact.decision_role === 'unknown' ? {} : { badge: role }),
    }
  }
  return {
    kind: 'item',
    title: match.by === 'record' ? text('No contact yet', '暂无联系人')[view.language] : match.address,
    lines: [text('Not among the contacts yet', '尚未录入联系人')[view.language]],
    tone: 'info',
  }
}

function matchedBy({ match }: CustomerFile, view: View): string {
  switch (match.by) {
    case 'address':
      return say(text('Recognised by the address {address}', '按邮箱 {address} 识别'), view.language, {
        address: match.address,
      })
    case 'domain':
      return say(
        text('Recognised by the domain {domain}; the person is new', '按域名 {domain} 识别；联系人是新的'),
        view.language,
        {
          domain: match.domain,
        },
      )
    case 'record':
      return text('Opened from the file', '从档案打开')[view.language]
  }
}
