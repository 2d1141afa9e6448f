import { amendedBy, type Totals, withRow } from '#shared/deal/amended-by.ts'
import { PARTS } from '#shared/deal/parts.ts'
import { text } from '#shared/i18n/language.ts'
import { trimmed, typedNumber } from '#shared/i18n/numbers.ts'
import { formatMoney } from '#shared/money/amount.ts'
import { sumOf } from '#shared/money/sum.ts'
import { isAmendable, mayLower } from '#shared/order/header.ts'
import { AmountTooLarge, lineTotal } from '#shared/order/line-total.ts'
import { nameOf, type ReadRow, readRows } from '#shared/order/quantity-lines.ts'
import { carried, linesOf, shipmentsOf } from '#shared/order/shipped-quantities.ts'
import type { Order, OrderLine } from '#shared/trade/index.ts'
import type { Decision, Late } from '../action.ts'
import { refusal } from '../refusal.ts'
import { rowProblems } from '../row-problems.ts'
import { effectView } from './effect-view.ts'

/** What `amend-order.ts` decides. */
export const amendOrderLate: Late<'order'> = {
  decide({ target: order, situation: { deal: file }, input, view, newId }): Decision {
    if (!isAmendable(order)) return refusal('status', 'not_open', NOT_OPEN, view.language)
    // What is beside an order of no deal is another one of the customer's, and has neither its lines nor its installments.
    if (!file?.parts.order.some(({ id }) => id === order.id)) {
      return refusal('deal_id', 'no_deal', text('It belongs to no deal.', '不属于任何生意。'), view.language)
    }
    const lines = linesOf(order, file.parts)
    // A deal keeps no more lines at hand, and a total cannot be made of some of them.
    if (lines.length === 0 || lines.length >= PARTS.order_line.most)
      return refusal('lines', 'too_many', LINES, view.language)
    const { rows, problems } = readRows(String(input.lines), lines, [3, 6])
    if (problems.length > 0) {
      return { kind: 'rejected', problems: rowProblems('lines', problems, 'BW-C600; 600; 15.5', view.language) }
    }
    const changes = rows.filter(({ line, numbers: [qty, price] }) => line.qty !== qty || line.unit_price !== price)
    const charges = input.charges === undefined ? order.charges : ((input.charges as number | null) ?? null)
    if (changes.length === 0 && (charges ?? 0) === (order.charges ?? 0)) {
      return refusal('lines', 'unchanged', text('There is nothing to change.', '没有需要修改的内容。'), view.language)
    }
    const sent = carried(order, shipmentsOf(order, file.parts), file.parts)
    const short = changes.find(({ line, numbers: [qty = 0] }) => qty < Math.max(1, sent.get(line.id) ?? 0))
    if (short) {
      const least = trimmed(typedNumber(Math.max(1, sent.get(short.line.id) ?? 0), 3))
      return refusal('lines', 'shipped', SHIPPED, view.language, { line: nameOf(short.line, lines), least })
    }
    const totals = totalsOf(order, lines, changes, charges)
    if (!totals || totals.total < 0) return refusal('lines', 'amount', AMOUNT, view.language)
    const was = order.total ?? 0
    if (totals.total < was && !mayLower({ roles: view.access.roles, standing: order.standing ?? 0 })) {
      const [from, to] = [was, totals.total].map((amount) => formatMoney(amount, order.currency)) as [string, string]
      return refusal(changes.length > 0 ? 'lines' : 'charges', 'manager', LESS, view.language, { from, to })
    }
    const amendment = { totals, rows: changes, reason: String(input.reason) }
    return { kind: 'saved', changes: amendedBy(order, file, amendment, effectView(view, newId)) }
  },
}

/** Null for what no order can come to. */
function totalsOf(_order: Order, lines: readonly OrderLine[], rows: readonly ReadRow[], charges: number | null) {
  try {
    const amounts = lines.map((line) => {
      const row = rows.find((one) => one.line.id === line.id)
      return row ? lineTotal(withRow(row)) : (line.line_total ?? 0)
    })
    const lines_total = sumOf(amounts)
    return { charges, lines_total, total: lines_total + (charges ?? 0) } satisfies Totals
  } catch (error) {
    if (error instanceof AmountTooLarge || error instanceof RangeError) return null
    throw error
  }
}

const NOT_OPEN = text('The order is not open any more.', '订单已结束。')
const LINES = text('This order is too long to be amended here.', '订单明细过多，请在订单页修改。')
const SHIPPED = text('{line}: at least {least}, for so much is on shipments.', '{line}：至少 {least}，已安排出货。')
const LESS = text(
  'The total would fall from {from} to {to}: only a manager of the order’s owner, or the general manager, lowers it.',
  '总金额将由 {from} 降至 {to}，须由业务员的上级或总经理操作。',
)
const AMOUNT = text('The order cannot come to such an amount.', '订单金额无效。')
