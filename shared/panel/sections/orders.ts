import { type CustomerFile, ordersToShow } from '#shared/customer/situation.ts'
import { say, text } from '#shared/i18n/language.ts'
import { EXECUTION } from '#shared/order/execution.ts'
import type { Order } from '#shared/trade/index.ts'
import { order as orderType } from '#shared/trade/order.ts'
import type { Widget } from '../panel.ts'
import type { SectionBuilder, View } from '../section-builder.ts'
import { orderToMove } from './next-step.ts'
import { orderItem } from './order-item.ts'

/** How many orders are seen at a glance. */
const GLANCE = 4

/** The open orders: stage, next milestone, amount; in full, with their way and the step of each. */
export const orders: SectionBuilder<CustomerFile> = {
  key: 'orders',
  build(file, view) {
    const title = say(text('Open orders ({count})', '未结订单（{count}）'), view.language, { count: file.openOrders })
    const shown = ordersToShow(file)
    if (shown.length === 0) {
      return { title, summary: [{ kind: 'note', text: text('No open orders.', '没有未结订单。')[view.language] }] }
    }
    const hidden = (count: number) =>
      file.openOrders - file.orders.filter((order) => shown.indexOf(order) < count).length
    const unseen = hidden(shown.length)
    return {
      title,
      summary: [
        ...shown.slice(0, GLANCE).map((order) => orderItem(order, file.installments, view)),
        ...(hidden(GLANCE) > 0 ? [more(hidden(GLANCE), view)] : []),
      ],
      full: [...shown.flatMap((order) => orderInFull(order, file, view)), ...(unseen > 0 ? [more(unseen, view)] : [])],
    }
  },
}

const more = (count: number, view: View): Widget => ({
  kind: 'note',
  text: say(text('{count} more', '另有{count}个'), view.language, { count }),
})

function orderInFull(order: Order, file: CustomerFile, view: View): Widget[] {
  const reached = EXECUTION.indexOf(order.exec_status)
  const widgets: Widget[] = [
    orderItem(order, file.installments, view),
    {
      kind: 'steps',
      label: order.doc_no,
      steps: EXECUTION.map((status, index) => ({
        label: orderType.fields.exec_status.choices[status][view.language],
        state: index < reached ? 'done' : index === reached ? 'now' : 'next',
      })),
    },
  ]
  // The form of the next step stands in the next step; the same form twice would be two truths.
  const form = view.offers('orders').find((offer) => offer.target.id === order.id)
  if (form && orderToMove(file, view)?.id !== order.id) widgets.push(form)
  return widgets
}
