import type { DealFile } from '#shared/deal/deal-file.ts'
import { ofOrder } from '#shared/deal/of-order.ts'
import { say, text } from '#shared/i18n/language.ts'
import { DEPOSITS } from '#shared/order/deposits.ts'
import { cancelProblem, hasPaid } from '#shared/order/header.ts'
import type { Fields } from '#shared/record/field.ts'
import type { Order } from '#shared/trade/index.ts'
import type { LateAction } from '../action.ts'
import { formOf } from '../form.ts'

const REASON = { kind: 'text', max: 300, required: true, label: text('Why', '取消原因') } as const
const DEPOSIT = {
  kind: 'choice',
  required: true,
  choices: DEPOSITS,
  label: text('What becomes of the deposit', '定金处理'),
} as const

/**
 * Cancels an order of which nothing has left, and with it what is open, planned and not begun. Where something is paid it takes
 * the general manager, who says what becomes of it (domain 2.2.6).
 */
export const cancelOrder: LateAction<'order'> = {
  name: 'cancel-order',
  on: 'order',
  needs: { type: 'order', verb: 'edit' },
  section: 'road',

  offers({ deal: file }, view) {
    if (!file) return []
    const whole = file.whole ?? file
    const who = { roles: view.access.roles, standing: file.deal.standing ?? 0 }
    return whole.parts.order
      .filter((order) => cancelProblem(order, ofOrder(order, whole), who) === null)
      .map((order) => {
        const form = formOf({
          action: 'cancel-order',
          target: { type: 'order', id: order.id, version: order.version },
          label: say(text('Cancel {number}', '取消 {number}'), view.language, { number: order.doc_no }),
          fields: fieldsFor(order, whole),
          language: view.language,
          folded: true,
        })
        return { form, on: who.standing }
      })
  },

  fields: ({ target, situation: { deal: file } }) => (file ? fieldsFor(target, file) : { reason: REASON }),

  late: async () => (await import('./cancel-order-late.ts')).cancelOrderLate,
}

const fieldsFor = (order: Order, file: DealFile): Fields => ({
  reason: REASON,
  ...(hasPaid(ofOrder(order, file).installments) ? { deposit: DEPOSIT } : {}),
})
