import { text } from '#shared/i18n/language.ts'
import type { Definition } from '../definition/definition.ts'
import { PAYMENT_CLOCKS, PAYMENT_ESCALATION } from './payment-clocks.ts'

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
      expr: "all(order.status = 'cancelled' or order.exec_status in ['shipped','closed'])",
      message: text('Not everything has been shipped.', '货物尚未全部出运。'),
    },
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
    ...PAYMENT_CLOCKS,
    {
      key: 'visit',
      name: text('Visit after arrival', '到港回访'),
      clock: 'days',
      from_date: 'shipment.ata',
      when: 'count(survey where answered_at not empty) = 0',
      days: 10,
      kind: 'reminder',
    },
  ],
  escalation: [...PAYMENT_ESCALATION],
}
