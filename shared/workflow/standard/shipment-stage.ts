import { text } from '#shared/i18n/language.ts'
import type { Definition } from '../definition/definition.ts'
import { PAYMENT_CLOCKS, PAYMENT_ESCALATION } from './payment-clocks.ts'

/** The stage in which the goods leave: booking, customs, the papers (domain 2.3). */
export const shipment: Definition['nodes'][number] = {
  key: 'shipment',
  type: 'stage',
  name: text('Shipping and logistics', '出货与物流安排'),
  owner: { role: 'doc_clerk', with: { role: 'logistics' } },
  key_tasks: [
    'booking',
    'customs_declaration',
    'loading',
    'bill_of_lading',
    'invoice',
    'packing_list',
    'certificate_of_origin',
  ],
  entry_criteria: [
    {
      expr: 'order.cargo_ready_date not empty',
      message: text('No cargo-ready date.', '缺少备妥日期。'),
    },
  ],
  exit_criteria: [
    {
      expr: "shipment.status in ['on_board','in_transit','arrived','delivered','closed']",
      message: text('Not on board yet.', '尚未装船。'),
    },
    {
      expr: 'documents.checklist_complete = true',
      message: text('Documents are missing: {missing}.', '缺少单证：{missing}。'),
    },
  ],
  required_documents: ['commercial_invoice', 'packing_list', 'bill_of_lading', 'export_declaration'],
  sla: [
    {
      key: 'booking',
      name: text('Booking', '订舱'),
      clock: 'business',
      working_days: 3,
      when: 'count(shipment where booking_no not empty) = 0',
    },
    {
      key: 'documents',
      name: text('Shipping documents', '出运单证'),
      clock: 'business',
      working_days: 3,
      from: 'shipment.bl_date',
    },
    {
      key: 'cut_offs',
      name: text('Cut-off of the shipment', '截关截单'),
      clock: 'elapsed',
      until_field: 'shipment.cut_offs.*',
      warn_minutes_before: [1440, 240],
    },
    ...PAYMENT_CLOCKS,
  ],
  escalation: [
    { after: 'warn', notify: ['responsible'] },
    { after: '100%', notify: ['responsible', 'logistics_lead'] },
    { after: '+1wd', notify: ['manager+1'] },
    ...PAYMENT_ESCALATION,
  ],
}
