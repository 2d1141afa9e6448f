import { formatMoney } from '#shared/money/amount.ts'
import { amended } from '#shared/order/amended.ts'
import { anchorDates } from '#shared/order/anchor-dates.ts'
import { EXECUTION } from '#shared/order/execution.ts'
import type { ReadRow } from '#shared/order/quantity-lines.ts'
import { dueFrom } from '#shared/order/schedule.ts'
import { shipmentsOf } from '#shared/order/shipped-quantities.ts'
import type { Change } from '#shared/record/change.ts'
import type { Installment, Order, OrderLine, ProductionOrder } from '#shared/trade/index.ts'
import type { DealFile } from './deal-file.ts'
import { changed, type EffectView } from './effects/effect.ts'
import { stepTold } from './step-told.ts'

/** What an order comes to, in minor units of its currency. */
export interface Totals {
  readonly charges: number | null
  readonly lines_total: number
  readonly total: number
}

export interface Amendment {
  readonly totals: Totals
  /** The lines that are other than before. */
  readonly rows: readonly ReadRow[]
  readonly reason: string
  /** As what it is told: somebody has amended it, or another quantity has left. */
  readonly as?: 'total' | 'shipped'
}

/** An amended order with its lines and what is made for them, its installments divided anew, and what is told of it. */
export function amendedBy(
  order: Order,
  file: DealFile,
  { totals: { total, lines_total, charges }, rows, reason, as = 'total' }: Amendment,
  view: EffectView,
): Change[] {
  const own = file.parts.installment.filter(({ order_id }) => order_id === order.id)
  const { amounts, credit, rest } = amended(total, own)
  const told = (snippet: string) => stepTold(file, view, { order_id: order.id, subject: order.doc_no, snippet })
  const money = (amount: number) => formatMoney(amount, order.currency)
  return [
    changed('order', order, { charges, lines_total, total }),
    ...rows.flatMap((row) => {
      const { qty, unit_price } = withRow(row)
      return [changed('order_line', row.line, { qty, unit_price }), ...toBeMade(row.line, qty, file)]
    }),
    ...own.flatMap((part) => {
      const amount = amounts.get(part.id)
      if (amount === undefined || amount === part.amount) return []
      const isGone = amount === 0 && part.paid_amount === 0
      return [changed('installment', part, isGone ? { amount, status: 'cancelled' } : { amount })]
    }),
    ...(rest > 0 ? [another(order, own, rest, file, view)] : []),
    ...told(`${as}:${money(order.total ?? 0)}>${money(total)}:${reason}`),
    // The total is for whoever reads this, and what has been received of it is not.
    ...(credit > 0 ? told('credit:') : []),
  ]
}

const MADE: readonly ProductionOrder['status'][] = ['finished', 'inspected', 'closed', 'cancelled']

/** What is made for a line alone is made in its new quantity, as long as it is not done. */
function toBeMade(line: OrderLine, qty: number, { parts }: DealFile): Change[] {
  const made = parts.production_order.filter((one) => one.order_line_id === line.id && one.status !== 'cancelled')
  const [only, ...more] = made
  return only && more.length === 0 && only.qty === line.qty && only.qty !== qty && !MADE.includes(only.status)
    ? [changed('production_order', only, { qty })]
    : []
}

/**
 * An installment of its own for what the order has grown by after all was settled: due like the last of them, and holding back
 * what that did, or what comes next where that is past.
 */
function another(
  order: Order,
  own: readonly Installment[],
  amount: number,
  file: DealFile,
  { newId, timezone }: EffectView,
): Change {
  const last = [...own].sort((a, b) => a.seq - b.seq).at(-1)
  const { anchor = 'order_confirmed', offset_days = 0, eom = null, grace_days = null } = last ?? {}
  const dates = { order_confirmed: order.order_date, ...anchorDates(order, shipmentsOf(order, file.parts), timezone) }
  const from = dates[anchor] ?? null
  return {
    kind: 'create',
    type: 'installment',
    id: newId(),
    values: {
      deal_id: order.deal_id,
      order_id: order.id,
      customer_id: order.customer_id,
      seq: (last?.seq ?? 0) + 1,
      currency: order.currency,
      amount,
      anchor,
      offset_days,
      eom,
      grace_days,
      due_date: from === null ? null : dueFrom(from, offset_days, eom ?? false),
      status: from === null ? 'awaiting_anchor' : 'scheduled',
      guards: stillAhead(last?.guards ?? null, order),
    },
  }
}

/** What has begun waits for no money any more; whoever paid before that pays before the next that the house has in hand. */
function stillAhead(guards: Installment['guards'], { exec_status }: Order): Installment['guards'] {
  if (guards === null) return null
  const at = EXECUTION.indexOf(exec_status)
  if (guards !== 'bl_release' && at >= EXECUTION.indexOf('shipped')) return 'bl_release'
  return guards === 'production_start' && at >= EXECUTION.indexOf('in_production') ? 'loading' : guards
}

/** A line with the quantity and price that a row gives it. */
export const withRow = ({ line, numbers: [qty = 0, unit_price = 0] }: ReadRow): OrderLine => ({
  ...line,
  qty,
  unit_price,
})
