import { DEADLINES_COUNTED, type Home } from '#shared/customer/home.ts'
import { say, text } from '#shared/i18n/language.ts'
import type { SectionBuilder } from '../section-builder.ts'
import { countOf, itemList } from './item-list.ts'
import { orderItem } from './order-item.ts'

/** Orders that the reader owns or follows, whose next step was to be done by today, the latest first. */
export const deadlines: SectionBuilder<Home> = {
  key: 'deadlines',
  build({ deadlines, deposits, deadlineCount }, view) {
    if (deadlines.length === 0) {
      const none = text('No step of your orders is due today.', '今天没有到期的订单节点。')[view.language]
      return {
        title: text('My deadlines today', '今日到期')[view.language],
        summary: [{ kind: 'note', text: none, tone: 'good' }],
      }
    }
    const list = {
      items: deadlines.map((order) => orderItem(order, deposits, view, order.customer_name ?? undefined)),
      unread: deadlineCount - deadlines.length,
      atLeast: deadlineCount === DEADLINES_COUNTED,
    }
    const title = say(text('My deadlines today ({count})', '今日到期（{count}）'), view.language, {
      count: countOf(list),
    })
    return { title, ...itemList(list, view) }
  },
}
