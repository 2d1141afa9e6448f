import { may } from '#shared/access/access.ts'
import { seenList } from '#shared/access/seen-recents.ts'
import { type Listed, type ListPage, writeListPage } from '#shared/customer/list-page.ts'
import type { RecentRecord, RecentType } from '#shared/customer/recent.ts'
import { text } from '#shared/i18n/language.ts'
import type { Customer } from '#shared/trade/index.ts'
import type { Panel, Turn, Widget } from './panel.ts'
import type { View } from './section-builder.ts'
import { cases } from './sections/cases.ts'
import { documents } from './sections/documents.ts'
import { inquiries } from './sections/inquiries.ts'
import { quotations } from './sections/quotations.ts'
import { type RecentBuilder, recentItems } from './sections/recent-section.ts'
import { samples } from './sections/samples.ts'

/** What is listed under which noun. */
export const LISTS: Readonly<Record<Listed, RecentBuilder>> = {
  inquiries,
  quotations,
  samples,
  after_sales_cases: cases,
  documents,
}

/** A page of everything of a type with a customer. */
export interface CustomerList {
  readonly customer: Customer
  readonly page: ListPage
  readonly records: readonly RecentRecord[]
  /** Where the next page begins; null at the end. */
  readonly next: ListPage['before']
}

export const listedType = (plural: Listed): Exclude<RecentType, 'contact'> => LISTS[plural].spec.type

/** The panel of such a page: one section; null for a reader who does not see the customer. */
export function listPanel({ customer, page, records, next }: CustomerList, view: View): Panel | null {
  if (!may(view.access, 'customer', 'view', customer.standing)) return null
  const { spec, key } = LISTS[page.plural]
  const { language } = view
  const seen = seenList(spec.type, { records, count: null, standing: 0 }, view).records
  const items: Widget[] = recentItems(spec, seen, view)
  const nothing: Widget = { kind: 'note', text: text('Nothing here.', '暂无记录。')[language] }
  const back: Widget = { kind: 'item', title: customer.name, lines: [], open: { type: 'customer', id: customer.id } }
  const whole = [back, ...(items.length > 0 ? items : [nothing]), ...waysOn(page, next, view)]
  return {
    language,
    title: customer.name,
    subtitle: spec.title[language],
    asOf: view.now,
    sections: [{ key, title: spec.title[language], summary: whole.slice(0, 2), full: whole }],
  }
}

function waysOn(page: ListPage, next: ListPage['before'], { language }: View): Widget[] {
  const turns: Turn[] = [
    ...(page.before
      ? [{ label: text('Newest', '最新')[language], see: writeListPage({ ...page, before: null }) }]
      : []),
    ...(next ? [{ label: text('Earlier', '更早')[language], see: writeListPage({ ...page, before: next }) }] : []),
  ]
  return turns.length > 0 ? [{ kind: 'turns', label: text('Turn to', '翻页')[language], turns }] : []
}
