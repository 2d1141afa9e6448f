import type { Home, Opened } from '#shared/customer/home.ts'
import { countryName, localTime } from '#shared/i18n/dates.ts'
import { text } from '#shared/i18n/language.ts'
import { order as orderType } from '#shared/trade/order.ts'
import type { Widget } from '../panel.ts'
import type { SectionBuilder, View } from '../section-builder.ts'

/** The customers and orders that the reader opened last. */
export const recent: SectionBuilder<Home> = {
  key: 'recent',
  build({ recent }, view) {
    const nothing: Widget = {
      kind: 'note',
      text: text(
        'Choose a mail to see its customer, the open orders and what is unpaid.',
        '选择一封邮件，查看客户、未结订单和未收款。',
      )[view.language],
    }
    return {
      title: text('Recently opened', '最近打开')[view.language],
      summary: recent.length > 0 ? recent.map((opened) => openedItem(opened, view)) : [nothing],
    }
  },
}

function openedItem(opened: Opened, { language, now }: View): Widget {
  const open = { type: opened.type, id: opened.id }
  if (opened.type === 'customer') {
    const lines = [`${countryName(opened.country, language)} · ${localTime(now, opened.timezone, language)}`]
    return { kind: 'item', title: opened.name, lines, open }
  }
  const badge = orderType.fields.exec_status.choices[opened.exec_status][language]
  return { kind: 'item', title: opened.doc_no, lines: opened.customer_name ? [opened.customer_name] : [], badge, open }
}
