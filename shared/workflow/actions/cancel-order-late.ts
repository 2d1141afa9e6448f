import type { DealFile } from '#shared/deal/deal-file.ts'
import { changed } from '#shared/deal/effects/effect.ts'
import { ofOrder } from '#shared/deal/of-order.ts'
import { stepTold } from '#shared/deal/step-told.ts'
import { type Text, text } from '#shared/i18n/language.ts'
import { type CancelProblem, cancelledWith, cancelProblem } from '#shared/order/header.ts'
import type { Change } from '#shared/record/change.ts'
import type { Order } from '#shared/trade/index.ts'
import type { Decision, Late } from '../action.ts'
import { refusal } from '../refusal.ts'
import { effectView } from './effect-view.ts'

/** What `cancel-order.ts` decides. */
export const cancelOrderLate: Late<'order'> = {
  decide({ target: order, situation: { deal: file }, input, view, newId }): Decision {
    // What is beside an order of no deal is another one of the customer's, and says nothing of what is paid and made of this.
    if (!file?.parts.order.some(({ id }) => id === order.id)) {
      return refusal('deal_id', 'no_deal', text('It belongs to no deal.', '不属于任何生意。'), view.language)
    }
    const of = ofOrder(order, file)
    const found = cancelProblem(order, of, { roles: view.access.roles, standing: order.standing ?? 0 })
    if (found) return refusal('status', found, SENTENCES[found], view.language)
    const { installments, production, shipments } = cancelledWith(of)
    const cancelled = { status: 'cancelled' }
    return {
      kind: 'saved',
      changes: [
        { kind: 'update', type: 'order', before: order, values: { ...cancelled, hold_kind: null, hold_reason: null } },
        ...installments.map((part) => changed('installment', part, cancelled)),
        ...production.map((one) => changed('production_order', one, cancelled)),
        ...shipments.map((one) => changed('shipment', one, cancelled)),
        ...stepTold(file, effectView(view, newId), {
          order_id: order.id,
          subject: order.doc_no,
          snippet: `cancelled:${String(input.deposit ?? '')}:${String(input.reason)}`,
        }),
        ...(input.deposit === 'refund' ? [refundTask(order, file, newId())] : []),
      ],
    }
  },
}

/** Somebody sees to it that the money goes back; how much it is stands with the installments, for those who see them. */
function refundTask(order: Order, file: DealFile, id: string): Change {
  return {
    kind: 'create',
    type: 'task',
    id,
    values: {
      deal_id: file.deal.id,
      title: `${order.doc_no}: refund what was received / 退还已收款项`,
      kind: 'todo',
      subject_type: 'order',
      subject_id: order.id,
      assignee_id: order.owner_id ?? file.deal.owner_id,
    },
  }
}

const SENTENCES: Readonly<Record<CancelProblem, Text>> = {
  not_open: text('The order is not open any more.', '订单已结束。'),
  manager: text('A manager cancels an order.', '取消订单须由经理操作。'),
  deposit: text('Something of it is paid: the general manager cancels it.', '已收款的订单须由总经理取消。'),
  shipped: text('Something of it is loaded or has left.', '已有货物装柜或出运。'),
  rolled: text(
    'A container of it was rolled and may be packed: logistics cancel its shipment first.',
    '货柜已甩柜且可能已装货，请先由物流取消该出运。',
  ),
  running: text('Something of it is being made: pause its production first.', '正在生产，请先暂停生产单。'),
}
