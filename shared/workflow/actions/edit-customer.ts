import { text } from '#shared/i18n/language.ts'
import { editing } from '../editing.ts'

/** Changes what people learn of a customer day by day, and the firm's own fields of it. */
export const editCustomer = editing({
  name: 'edit-customer',
  on: 'customer',
  section: 'who',
  fields: ['short_name', 'city', 'address', 'language', 'type', 'potential', 'remark'],
  records: (situation) => (situation.kind === 'customer' ? [situation.file.customer] : []),
  label: (_, language) => text('Edit', '编辑')[language],
})
