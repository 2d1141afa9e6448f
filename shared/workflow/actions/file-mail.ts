import { ordersToShow, type Situation } from '#shared/customer/situation.ts'
import { type Text, text } from '#shared/i18n/language.ts'
import { mentionedOrder } from '#shared/order/mentioned.ts'
import type { Fields } from '#shared/record/field.ts'
import { interaction } from '#shared/trade/interaction.ts'
import type { LateAction } from '../action.ts'
import { formOf } from '../form.ts'

/**
 * Files the open mail with its customer. Hosts that have the mail itself send that (`POST /v1/mails`) in place of this; where
 * they cannot, its headers are filed, and whoever has the mail adds the rest.
 */
export const fileMail: LateAction<'customer'> = {
  name: 'file-mail',
  on: 'customer',
  adds: true,
  needs: { type: 'interaction', verb: 'create' },
  section: 'filing',

  offers(situation, view) {
    if (situation.kind !== 'customer' || situation.filed !== null) return []
    const { file } = situation
    const order = file.asked ?? mentionedOrder(file.subject ?? '', file.orders)
    const form = formOf({
      action: 'file-mail',
      target: { type: 'customer', id: file.customer.id },
      label: text('File this mail', '归档此邮件')[view.language],
      fields: fieldsIn(situation),
      language: view.language,
      values: { ...(order ? { order: order.id } : {}), visibility: 'team' },
    })
    return [{ form, on: file.customer.standing ?? 0 }]
  },

  fields: ({ situation }) => fieldsIn(situation),

  late: async () => (await import('./file-mail-late.ts')).fileMailLate,
}

/** One of the orders in view, where there are any, and who may read it. */
function fieldsIn(situation: Situation): Fields {
  const orders = situation.kind === 'customer' ? ordersToShow(situation.file) : []
  const choices: Record<string, Text> = Object.fromEntries(orders.map(({ id, doc_no }) => [id, text(doc_no, doc_no)]))
  return {
    ...(orders.length > 0 ? { order: { kind: 'choice', label: text('Order', '订单'), choices } as const } : {}),
    visibility: {
      kind: 'choice',
      label: interaction.fields.visibility.label,
      choices: interaction.fields.visibility.choices,
    },
    reason: {
      kind: 'text',
      max: interaction.fields.private_reason.max,
      label: interaction.fields.private_reason.label,
    },
  }
}
