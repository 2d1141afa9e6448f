import { filedContent, filedItem } from '#shared/archive/filed-item.ts'
import { partiesOf } from '#shared/customer/parties.ts'
import { text } from '#shared/i18n/language.ts'
import { mentionedOrder } from '#shared/order/mentioned.ts'
import type { Late } from '../action.ts'
import { refusal } from '../refusal.ts'

/** What `file-mail.ts` decides. */
export const fileMailLate: Late<'customer'> = {
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

const NO_MAIL = text('Open the mail that is to be filed.', '请先打开要归档的邮件。')
const FILED = text('This mail is filed already.', '该邮件已归档。')
const NOT_PRIVATE = text(
  'The mail itself could not be read, so it cannot be kept private: file it later, or for everybody.',
  '无法读取邮件原文，不能私密归档：请稍后再试，或不设私密。',
)
