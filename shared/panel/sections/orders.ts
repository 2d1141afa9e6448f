import { type OrdersFile, ordersToShow } from '#shared/customer/situation.ts'
import { say, text } from '#shared/i18n/language.ts'
import { formatMoney } from '#shared/money/amount.ts'
import { EXECUTION } from '#shared/order/execution.ts'
import { mentionedOrder } from '#shared/order/mentioned.ts'
import type { Order } from '#shared/trade/index.ts'
import { order as orderType } from '#shared/trade/order.ts'
import type { Widget } from '../panel.ts'
import type { SectionBuilder, View } from '../section-builder.ts'
import { isStepOf, orderToMove } from './next-step.ts'
import { orderItem } from './order-item.ts'
import { ownFacts } from './own-facts.ts'

/** How many orders are seen at a glance. */
const GLANCE = 4

/** The open orders: stage, next milestone, amount; in full, with their way and the step of each. */
export const orders: SectionBuilder<OrdersFile> = {
  key: 'orders',
  build(file, view) {
    const shown = ordersToShow(file)
    const title = titleOf(file, view)
    if (shown.length === 0) {
      return { title, summary: [{ kind: 'note', text: text('No open orders.', '没有未结订单。')[view.language] }] }
    }
    const open = file.openOrders ?? file.orders.length
    const hidden = (count: number) => open - file.orders.filter((order) => shown.indexOf(order) < count).length
    const unseen = hidden(shown.length)
    // The form of the next step stands in the next step; the same form twice would be two truths.
    // Which one a buyer asks about: the one that was opened, that their mail names, or that they have.
    const inQuestion =
      file.asked ?? mentionedOrder(file.subject ?? '', shown) ?? (shown.length === 1 ? shown[0] : undefined)
    const moved = orderToMove(file, view)
    const forms = view.offers('orders').filter((form) => !moved || !isStepOf(moved, form))
    return {
      title,
      summary: [
        ...shown.slice(0, GLANCE).map((order) => orderItem(order, file.installments, view)),
        ...(hidden(GLANCE) > 0 ? [more(hidden(GLANCE), view)] : []),
        ...forms.filter((form) => form.action === 'write-status' && form.target.id === inQuestion?.id),
      ],
      full: [
        ...shown.flatMap((order) => [
          ...orderInFull(order, file, view),
          ...forms.filter(({ target }) => target.id === order.id),
        ]),
        ...(unseen > 0 ? [more(unseen, view)] : []),
      ],
    }
  },
}

/** How many are open is said to those who see them all. */
function titleOf({ openOrders, orders }: OrdersFile, { language }: View): string {
  if (openOrders === null)
    return text(orders.length === 0 ? 'Order' : 'Open orders', orders.length === 0 ? '订单' : '未结订单')[language]
  return say(text('Open orders ({count})', '未结订单（{count}）'), language, { count: openOrders })
}

const more = (count: number, view: View): Widget => ({
  kind: 'note',
  text: say(text('{count} more', '另有{count}个'), view.language, { count }),
})

function orderInFull(order: Order, file: OrdersFile, view: View): Widget[] {
  const reached = EXECUTION.indexOf(order.exec_status)
  return [
    orderItem(order, file.installments, view),
    {
      kind: 'steps',
      label: order.doc_no,
      steps: EXECUTION.map((status, index) => ({
        label: orderType.fields.exec_status.choices[status][view.language],
        state: index < reached ? 'done' : index === reached ? 'now' : 'next',
      })),
    },
    ...figures(order, view),
    ...ownFacts('order', order, view),
  ]
}

/** What the order costs and earns, in the firm's own currency, for those who see it. */
function figures({ cost_total, profit_expected }: Order, { language, currency }: View): Widget[] {
  const { fields } = orderType
  return [
    { label: fields.cost_total.label[language], amount: cost_total },
    { label: fields.profit_expected.label[language], amount: profit_expected },
  ].flatMap(({ label, amount }): Widget[] =>
    amount === null
      ? []
      : [{ kind: 'fact', label, value: formatMoney(amount, currency), ...(amount < 0 ? { tone: 'danger' } : {}) }],
  )
}
