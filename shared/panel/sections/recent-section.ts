import type { RecentRecord, RecentType } from '#shared/customer/recent.ts'
import { opens } from '#shared/customer/recent-standing.ts'
import type { CustomerFile } from '#shared/customer/situation.ts'
import { deskListPath } from '#shared/desk/path.ts'
import { say, type Text, text } from '#shared/i18n/language.ts'
import { formatMoney } from '#shared/money/amount.ts'
import { type CivilDate, daysBetween } from '#shared/time/civil-date.ts'
import { TYPES } from '#shared/trade/index.ts'
import type { Section, Tone, Widget } from '../panel.ts'
import type { SectionBuilder, View } from '../section-builder.ts'
import type { Item } from './item-list.ts'

/** How many of a type are seen at a glance. */
const GLANCE = 2

export interface RecentSpec {
  readonly type: Exclude<RecentType, 'contact'>
  readonly title: Text
  readonly item: (record: RecentRecord, view: View) => Omit<Item, 'kind' | 'open'>
}

/** A section of the last records of one type, which can be listed whole as well. */
export interface RecentBuilder extends SectionBuilder<CustomerFile> {
  readonly spec: RecentSpec
}

export const recentBuilder = (key: string, spec: RecentSpec): RecentBuilder => ({
  key,
  spec,
  build: (file, view) => recentSection(spec, file, view),
})

/**
 * The last records of one type with a customer: two at a glance, all that are kept in full, and how many there are in all with the
 * way to their list. Null where the reader sees none.
 */
function recentSection(spec: RecentSpec, file: CustomerFile, view: View): Omit<Section, 'key'> | null {
  const { type, title } = spec
  const { records, count } = file.recents[type]
  if (records.length === 0) return null
  const items = recentItems(spec, records, view)
  const seen = items.slice(0, GLANCE)
  const rest = (shown: number): Widget[] => {
    const all = count ?? records.length
    if (all <= shown) return []
    return [
      { kind: 'note', text: say(SHOWN, view.language, { count: all, shown }) },
      { kind: 'link', label: say(ALL, view.language, { title: title[view.language] }), href: listOf(file, type, view) },
    ]
  }
  const tone = TONES.find((one) => seen.some((shown) => shown.tone === one))
  return {
    title: count === null ? title[view.language] : `${title[view.language]} (${count})`,
    ...(tone ? { tone } : {}),
    summary: [...seen, ...rest(seen.length)],
    ...(items.length > GLANCE ? { full: [...items, ...rest(items.length)] } : {}),
  }
}

/** Records as items, each opened where it has a panel. */
export const recentItems = ({ type, item }: RecentSpec, records: readonly RecentRecord[], view: View): Item[] =>
  records.map((record) => {
    const open = opens(type, record)
    return { kind: 'item', ...item(record, view), ...(open ? { open } : {}) }
  })

const listOf = ({ customer }: CustomerFile, type: RecentSpec['type'], { desk }: View): string =>
  (desk ?? '') + deskListPath(customer.id, TYPES[type].plural)

const SHOWN = text('{count} in all, {shown} shown', '共{count}个，显示{shown}个')
const ALL = text('All of them: {title}', '全部{title}')
const TONES: readonly Tone[] = ['danger', 'warning']

/** `QT-2026-0007 · USD 1,234.00`; without an amount for who does not see it. */
export function numbered(number: unknown, amount: unknown, currency: unknown): string {
  const known = typeof amount === 'number' && typeof currency === 'string'
  return known ? `${String(number)} · ${formatMoney(amount, currency)}` : String(number)
}

/** A state in words. */
export const stateOf = (type: Exclude<RecentType, 'contact'>, status: unknown, { language }: View): string => {
  const choices: Readonly<Record<string, Text>> = TYPES[type].fields.status.choices
  return choices[String(status)]?.[language] ?? String(status)
}

/** How near an end is that still matters. */
export function endTone(date: CivilDate, today: CivilDate): Tone {
  const days = daysBetween(today, date)
  return days < 0 ? 'danger' : days <= 3 ? 'warning' : 'neutral'
}
