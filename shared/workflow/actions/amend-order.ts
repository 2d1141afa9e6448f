import { fieldsOf } from '#shared/access/field-class.ts'
import { say, text } from '#shared/i18n/language.ts'
import { typedNumber } from '#shared/i18n/numbers.ts'
import { decimalsOf } from '#shared/money/currency.ts'
import { isAmendable, mayLower } from '#shared/order/header.ts'
import { writtenRow } from '#shared/order/quantity-lines.ts'
import { linesOf } from '#shared/order/shipped-quantities.ts'
import type { Fields } from '#shared/record/field.ts'
import type { Order, OrderLine } from '#shared/trade/index.ts'
import type { LateAction } from '../action.ts'
import { formOf } from '../form.ts'

/**
 * Another quantity or price for what was ordered, with the reason why; less in all takes a manager. What is not paid yet of the
 * order is divided anew to the cent (domain 3.3b); what was collected beyond the new total is told, for it is the buyer's.
 */
export const amendOrder: LateAction<'order'> = {
  name: 'amend-order',
  on: 'order',
  needs: { type: 'order', verb: 'edit' },
  section: 'road',

  offers({ deal: file }, view) {
    // Nobody amends prices that they do not see.
    if (!file || !fieldsOf('order', view).total) return []
    const who = { roles: view.access.roles, standing: file.deal.standing ?? 0 }
    return file.parts.order
      .filter((order) => isAmendable(order) && order.exec_status !== 'closed')
      .map((order) => {
        const lines = linesOf(order, file.parts)
        const form = formOf({
          action: 'amend-order',
          target: { type: 'order', id: order.id, version: order.version },
          label: say(text('Amend {number}', '变更 {number}'), view.language, { number: order.doc_no }),
          fields: fieldsFor(order),
          values: {
            lines: lines.map((line) => writtenRow(line, lines, columnsOf(line))).join('\n'),
            charges: typedNumber(order.charges ?? 0, decimalsOf(order.currency)),
          },
          language: view.language,
          ...(mayLower(who) ? {} : { hint: LESS_HINT[view.language] }),
          folded: true,
        })
        return { form, on: who.standing }
      })
  },

  fields: ({ target }) => fieldsFor(target),

  late: async () => (await import('./amend-order-late.ts')).amendOrderLate,
}

const columnsOf = ({ qty, unit_price }: OrderLine) => [
  { value: qty, decimals: 3 },
  { value: unit_price, decimals: 6 },
]

const fieldsFor = ({ currency }: Order): Fields => ({
  lines: {
    kind: 'text',
    max: 6000,
    lines: true,
    required: true,
    label: text('Lines: SKU; quantity; price', '明细：货号; 数量; 单价'),
  },
  charges: { kind: 'money', currency, label: text('Charges', '附加费用') },
  reason: { kind: 'text', max: 300, required: true, label: text('Why', '变更原因') },
})

const LESS_HINT = text(
  'A manager of the order’s owner, or the general manager, lowers the total.',
  '调低总金额须由业务员的上级或总经理操作。',
)
