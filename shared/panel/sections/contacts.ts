import type { RecentRecord } from '#shared/customer/recent.ts'
import type { CustomerFile } from '#shared/customer/situation.ts'
import { hoursApart, localTime } from '#shared/i18n/dates.ts'
import { say, text } from '#shared/i18n/language.ts'
import { contact as contactType } from '#shared/trade/contact.ts'
import type { Widget } from '../panel.ts'
import type { SectionBuilder, View } from '../section-builder.ts'

/** How many are seen at a glance. */
const GLANCE = 3

/** Everybody known at the customer: what they decide, how they are reached, what time it is with them; who wrote is marked. */
export const contacts: SectionBuilder<CustomerFile> = {
  key: 'contacts',
  build(file, view) {
    const { records, count } = file.recents.contact
    if (records.length === 0) return null
    const writer = file.match.by === 'record' ? null : (file.contact?.id ?? null)
    const first = records.filter(({ id }) => id === writer)
    const others = records.filter(({ id }) => id !== writer)
    const people = [...first, ...others].map((one) => person(one, one.id === writer, file, view))
    const more = (shown: number): Widget[] => {
      const all = count ?? records.length
      const words = say(text('{count} in all, {shown} shown', '共{count}人，显示{shown}人'), view.language, {
        count: all,
        shown,
      })
      return all > shown ? [{ kind: 'note', text: words }] : []
    }
    const seen = people.slice(0, GLANCE)
    const title = text('Contacts', '联系人')[view.language]
    return {
      title: count === null ? title : `${title} (${count})`,
      summary: [...seen, ...more(seen.length)],
      ...(people.length > GLANCE ? { full: [...people, ...more(people.length)] } : {}),
    }
  },
}

function person({ values }: RecentRecord, wrote: boolean, { customer }: CustomerFile, view: View): Widget {
  const { language, now, timezone } = view
  const roles = contactType.fields.decision_role.choices
  const zone = typeof values.timezone === 'string' ? values.timezone : customer.timezone
  const emails = Array.isArray(values.emails) ? values.emails : []
  const phones = Array.isArray(values.phones) ? values.phones : []
  const decides = roles[values.decision_role as keyof typeof roles]
  const marks = [
    wrote ? text('wrote this mail', '本邮件发件人')[language] : '',
    values.decision_role === 'unknown' ? '' : (decides?.[language] ?? ''),
    values.is_primary ? contactType.fields.is_primary.label[language] : '',
  ].filter(Boolean)
  return {
    kind: 'item',
    title: String(values.full_name),
    lines: [
      [values.title, values.department].filter(Boolean).join(' · '),
      [emails[0], phones[0]].filter(Boolean).join(' · '),
      `${localTime(now, zone, language)} (${hoursApart(now, zone, timezone, language)})`,
    ].filter(Boolean),
    ...(marks.length > 0 ? { badge: marks.join(' · ') } : {}),
    ...(wrote ? { tone: 'info' as const } : {}),
  }
}
