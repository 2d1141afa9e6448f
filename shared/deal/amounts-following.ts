import { trimmed, typedNumber } from '#shared/i18n/numbers.ts'
import { sumOf } from '#shared/money/sum.ts'
import { lineTotal } from '#shared/order/line-total.ts'
import { nameOf } from '#shared/order/quantity-lines.ts'
import { carried, hasDeparted, linesOf, shipmentsOf } from '#shared/order/shipped-quantities.ts'
import type { Change } from '#shared/record/change.ts'
import type { Order, OrderLine } from '#shared/trade/index.ts'
import { amendedBy } from './amended-by.ts'
import type { DealFile } from './deal-file.ts'
import type { EffectView } from './effects/effect.ts'
import { againstStored } from './stored-record.ts'

const GONE: readonly Order['exec_status'][] = ['shipped', 'closed']

/**
 * What is owed is what was shipped. Once the last of an order has left, with more or less than was ordered as its tolerance
 * allows, what is not settled of it is divided anew. Its lines stay as they were ordered: the difference is one of its charges.
 * Before that another shipment may make up for it; afterwards it is for people to amend.
 */
export function amountsFollowing(before: DealFile, after: DealFile, view: EffectView): Change[] {
  return after.parts.order.flatMap((order) => {
    const stored = before.parts.order.find(({ id }) => id === order.id)
    if (!stored || GONE.includes(stored.exec_status) || !GONE.includes(order.exec_status)) return []
    return againstStored(asShipped(order, after, view), before)
  })
}

function asShipped(order: Order, file: DealFile, view: EffectView): Change[] {
  const { parts } = file
  const { total, lines_total } = order
  // What is divided into nothing is no price that anybody pays in parts.
  const isDivided = parts.installment.some(({ order_id }) => order_id === order.id)
  if (!isDivided || total === null || lines_total === null) return []
  const gone = carried(order, shipmentsOf(order, parts).filter(hasDeparted), parts)
  const lines = linesOf(order, parts)
  const others = lines.flatMap((line) => {
    const qty = gone.get(line.id)
    return qty === undefined || qty === line.qty ? [] : [{ line, qty }]
  })
  const more = sumOf(others.map(({ line, qty }) => lineTotal({ ...line, qty }) - lineTotal(line)))
  if (more === 0 || total + more < 0) return []
  const totals = { lines_total, charges: (order.charges ?? 0) + more, total: total + more }
  return amendedBy(order, file, { totals, rows: [], as: 'shipped', reason: inWords(others, lines) }, view)
}

/** So many of them are told. */
const TOLD_MAX = 10

/** `BW-C600 588/600 H87`: the same in every language. */
const inWords = (others: readonly { line: OrderLine; qty: number }[], lines: readonly OrderLine[]): string =>
  others
    .slice(0, TOLD_MAX)
    .map(({ line, qty }) => `${nameOf(line, lines)} ${written(qty)}/${written(line.qty)} ${line.unit}`)
    .join(', ') + (others.length > TOLD_MAX ? ', …' : '')

const written = (qty: number): string => trimmed(typedNumber(qty, 3))
