import { type Language, say, text } from '#shared/i18n/language.ts'
import { afterSalesCase } from '#shared/trade/after-sales-case.ts'
import type { CustomerFile } from './situation.ts'

/** How many orders are gone back to. */
const ORDERS_MAX = 3

/**
 * What to ask on the telephone, as its reader sees the customer: the last orders, how often they buy and when they were
 * expected to, and what they complained of last.
 */
export function callPlan({ customer, orders, recents }: CustomerFile, language: Language): string {
  const join = text('; ', '；')[language]
  const last = orders
    .toSorted((a, b) => (a.order_date < b.order_date ? 1 : -1))
    .slice(0, ORDERS_MAX)
    .map(({ doc_no, order_date }) => `${doc_no} (${order_date})`)
  const [complaint] = recents.after_sales_case.records
  const kinds: Readonly<Record<string, { readonly [L in Language]: string }>> = afterSalesCase.fields.kind.choices
  const { order_interval: interval, next_expected_order: expected, last_order_on: on } = customer
  const points = [
    ...(on ? [say(LAST, language, { on })] : []),
    ...(last.length > 0 ? [say(ORDERS, language, { orders: last.join(', ') })] : []),
    ...(interval && expected ? [say(RHYTHM, language, { days: Math.round(interval / 1000), expected })] : []),
    ...(complaint
      ? [
          say(COMPLAINT, language, {
            number: String(complaint.values.doc_no),
            what: kinds[String(complaint.values.kind)]?.[language] ?? '',
          }),
        ]
      : []),
  ]
  return say(PLAN, language, { points: [...points, NEXT[language]].join(join) })
}

const PLAN = text('Ask on the telephone: {points}.', '电话要点：{points}。')
const LAST = text('what came of the order of {on}', '{on} 的订单反馈如何')
const ORDERS = text('the orders {orders}', '订单 {orders}')
const RHYTHM = text(
  'they buy about every {days} days and were expected on {expected}: what has changed',
  '通常每 {days} 天下单，预计 {expected}：有何变化',
)
const COMPLAINT = text('whether {number} ({what}) is settled for them', '{number}（{what}）是否已解决')
const NEXT = text('what they need next and when', '接下来需要什么、何时需要')
