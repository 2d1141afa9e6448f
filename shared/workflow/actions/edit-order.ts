import { ordersFileOf, ordersToShow } from '#shared/customer/situation.ts'
import { say, text } from '#shared/i18n/language.ts'
import { editing } from '../editing.ts'

/** Changes what is agreed anew while an order runs, and the firm's own fields of it. */
export const editOrder = editing({
  name: 'edit-order',
  on: 'order',
  section: 'orders',
  fields: ['promised_date', 'buyer_po_no', 'remark'],
  records(situation) {
    const file = ordersFileOf(situation)
    return file ? ordersToShow(file) : []
  },
  label: ({ doc_no }, language) => say(text('Edit {number}', '编辑 {number}'), language, { number: String(doc_no) }),
})
