import { filedContent, filedItem } from '#shared/archive/filed-item.ts'
import { partiesOf } from '#shared/customer/parties.ts'
import { ordersToShow, type Situation } from '#shared/customer/situation.ts'
import { type Text, text } from '#shared/i18n/language.ts'
import { mentionedOrder } from '#shared/order/mentioned.ts'
import type { Fields } from '#shared/record/field.ts'
import { interaction } from '#shared/trade/interaction.ts'
import type { Action } from '../action.ts'
import { formOf } from '../form.ts'
import { refusal } from '../refusal.ts'

/**
 * Files the open mail with its customer. Hosts that have the mail itself send that (`POST /v1/mails`) in place of this; where
 * they cannot, its headers are filed, and whoever has the mail adds the rest.
 */
export const fileMail: Action<'customer'> = {
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

  decide({ target, situation, input, message, view, newId }) {
    if (!message || situation.kind !== 'customer') return refusal('message', 'no_mail', NO_MAIL, view.language)
    if (situation.filed) return refusal('message', 'filed', FILED, view.language)
    // Without the mail there is nothing of it that could be kept apart.
    if (input.visibility === 'private') return refusal('visibility', 'no_mail', NOT_PRIVATE, view.language)
    const { contact, orders, subject } = situation.file
    const content = filedContent(message, [], { snippet: null, bodyRef: null, contact })
    const values = filedItem(null, message, content, {
      customerId: target.id,
      orderId: String(input.order ?? mentionedOrder(subject ?? '', orders)?.id ?? '') || null,
      contact,
      parties: partiesOf(message, view.domains),
      isPrivate: false,
      how: 'manual',
      thread: message.conversationId ?? null,
      filer: view.viewer.id,
      now: view.now,
    })
    return { kind: 'saved', changes: [{ kind: 'create', type: 'interaction', id: newId(), values }] }
  },
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
  }
}

const NO_MAIL = text('Open the mail that is to be filed.', '请先打开要归档的邮件。')
const FILED = text('This mail is filed already.', '该邮件已归档。')
const NOT_PRIVATE = text(
  'The mail itself could not be read, so it cannot be kept private: file it later, or for everybody.',
  '无法读取邮件原文，不能私密归档：请稍后再试，或不设私密。',
)
