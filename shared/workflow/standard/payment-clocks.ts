import { text } from '#shared/i18n/language.ts'
import type { Definition } from '../definition/definition.ts'

/**
 * Of money that is still owed and that nobody disputes; a bank that presents papers is not reminded (domain 2.4 R4). A draft that
 * the buyer has accepted is theirs to pay.
 */
const OWED = "installment.open > 0 and installment.status != 'disputed' and installment.anchor != 'docs_presented'"

/** What keeps a payment in time, wherever the goods are by then: production, shipment and collection overlap (domain 2.3). */
export const PAYMENT_CLOCKS: NonNullable<Definition['nodes'][number]['sla']> = [
  {
    key: 'pay_reminder',
    name: text('Payment reminder', '付款提醒'),
    clock: 'days',
    everywhere: true,
    when: OWED,
    from_date: 'installment.due_date',
    days: -3,
    at: '09:00',
    tz: 'customer',
    kind: 'reminder',
    actions: ['mail_customer', 'task_finance(roll=preceding)'],
  },
  {
    key: 'overdue',
    name: text('Overdue payment', '逾期款项'),
    clock: 'days',
    everywhere: true,
    when: OWED,
    from_date: 'installment.due_date',
    ladder_days: [1, 7, 15, 30],
  },
]

export const PAYMENT_ESCALATION: NonNullable<Definition['nodes'][number]['escalation']> = [
  { after: 'overdue:1d', notify: ['finance', 'order.owner'] },
  { after: 'overdue:7d', notify: ['finance', 'order.owner'], action: 'mail_customer_2' },
  { after: 'overdue:15d', notify: ['manager+1'] },
  { after: 'overdue:30d', notify: ['gm'], action: 'credit_hold' },
]
