import type { DealFile } from '#shared/deal/deal-file.ts'
import { stepTold } from '#shared/deal/step-told.ts'
import { say, text } from '#shared/i18n/language.ts'
import { EXECUTION } from '#shared/order/execution.ts'
import { openOf } from '#shared/order/open-amount.ts'
import type { Fields } from '#shared/record/field.ts'
import type { Order } from '#shared/trade/index.ts'
import { order as orderType } from '#shared/trade/order.ts'
import type { Action, Decision } from '../action.ts'
import { formOf } from '../form.ts'
import { refusal } from '../refusal.ts'
import { effectView } from './effect-view.ts'

/** Who lets production start before the money is there (domain 2.2.6). */
const APPROVER = 'gm'

const { computed: _, ...reason } = orderType.fields.deposit_waiver
const FIELDS: Fields = { reason: { ...reason, required: true } }

/** Lets production start before the deposit is there, with the reason why: the money is owed and reminded of as before. */
export const waiveDeposit: Action<'order'> = {
  name: 'waive-deposit',
  on: 'order',
  needs: { type: 'order', verb: 'edit' },
  section: 'road',

  offers({ deal: file }, view) {
    if (!file || !view.access.roles.includes(APPROVER)) return []
    return file.parts.order
      .filter((order) => isWaiting(order, file))
      .map((order) => {
        const form = formOf({
          action: 'waive-deposit',
          target: { type: 'order', id: order.id, version: order.version },
          label: say(text('Let {number} start before the deposit', '{number} 免定金先投产'), view.language, {
            number: order.doc_no,
          }),
          fields: FIELDS,
          language: view.language,
          folded: true,
        })
        return { form, on: file.deal.standing ?? 0 }
      })
  },

  fields: () => FIELDS,

  decide({ target: order, situation: { deal: file }, input, view, newId }): Decision {
    // What is beside an order of no deal is another one of the customer's, and has not its installments.
    if (!file?.parts.order.some(({ id }) => id === order.id)) {
      return refusal('deal_id', 'no_deal', text('It belongs to no deal.', '不属于任何生意。'), view.language)
    }
    if (!view.access.roles.includes(APPROVER)) return refusal('reason', 'approval', OTHERS, view.language)
    if (!isWaiting(order, file)) return refusal('status', 'not_waiting', NOT_WAITING, view.language)
    const told = stepTold(file, effectView(view, newId), {
      order_id: order.id,
      subject: order.doc_no,
      snippet: `deposit_waived:${String(input.reason)}`,
    })
    const values = { deposit_waiver: input.reason }
    return { kind: 'saved', changes: [{ kind: 'update', type: 'order', before: order, values }, ...told] }
  },
}

const OPEN: readonly Order['status'][] = ['confirmed', 'on_hold']

/** Whether something of an order is still to be made, and waits for money. */
const isWaiting = ({ id, status, exec_status, deposit_waiver }: Order, { parts }: DealFile): boolean =>
  OPEN.includes(status) &&
  !deposit_waiver &&
  EXECUTION.indexOf(exec_status) < EXECUTION.indexOf('ready') &&
  parts.installment.some((part) => part.order_id === id && part.guards === 'production_start' && openOf(part) > 0)

const OTHERS = text('The general manager lets production start before the deposit.', '免定金先投产须由总经理批准。')
const NOT_WAITING = text('No deposit keeps its production waiting.', '该订单的生产不在等待定金。')
