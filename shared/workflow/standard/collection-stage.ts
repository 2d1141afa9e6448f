import { text } from '#shared/i18n/language.ts'
import type { Definition } from '../definition/definition.ts'

/** The last stage of the standard road: the money, the visit and the complaints (domain 2.3). */
export const collection: Definition['nodes'][number] = {
  key: 'collection',
  type: 'stage',
  name: text('Collection and after-sales', '收款与售后'),
  owner: { role: 'finance', with: { field: 'order.owner', for: ['satisfaction_visit', 'cases'] } },
  key_tasks: ['payment_reminder', 'allocation', 'rebate_file', 'satisfaction_visit', 'after_sales'],
  // What was paid in advance has nothing due when the papers are complete.
  entry_criteria: [
    {
      expr: "installment.status in ['scheduled','reminded','due','overdue'] or shipment.status in ['on_board','in_transit','arrived','delivered','closed']",
      message: text('Nothing is due, and nothing has been shipped.', '尚无到期款项，也未出运。'),
    },
  ],
  exit_criteria: [
    {
      expr: "all(installment.status in ['paid','written_off','cancelled'])",
      message: text('Open amount {open}.', '未收金额 {open}。'),
    },
    {
      expr: "survey.status in ['answered','expired','waived']",
      message: text('The satisfaction visit is open.', '满意度回访未完成。'),
    },
    { expr: 'count(case where open) = 0', message: text('An after-sales case is open.', '尚有未结的售后。') },
  ],
  required_documents: [],
  sla: [
    {
      key: 'pay_reminder',
      name: text('Payment reminder', '付款提醒'),
      clock: 'days',
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
      from_date: 'installment.due_date',
      ladder_days: [1, 7, 15, 30],
    },
    {
      key: 'visit',
      name: text('Visit after arrival', '到港回访'),
      clock: 'days',
      from_date: 'shipment.ata',
      days: 10,
      kind: 'reminder',
    },
  ],
  escalation: [
    { after: 'overdue:1d', notify: ['finance', 'order.owner'] },
    { after: 'overdue:7d', notify: ['finance', 'order.owner'], action: 'mail_customer_2' },
    { after: 'overdue:15d', notify: ['manager+1'] },
    { after: 'overdue:30d', notify: ['gm'], action: 'credit_hold' },
  ],
}
