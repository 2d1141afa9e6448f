import { text } from '#shared/i18n/language.ts'
import type { Definition } from '../definition/definition.ts'
import { collection } from './collection-stage.ts'
import { foreignTradeWays } from './foreign-trade-ways.ts'
import { PAYMENT_CLOCKS, PAYMENT_ESCALATION } from './payment-clocks.ts'
import { shipment } from './shipment-stage.ts'

/** The standard road, from an inquiry to the last receipt (domain 2.3): version 1 of what firms publish versions of. */
export const foreignTrade: Definition = {
  key: 'foreign_trade_standard',
  version: 1,
  name: text('Standard export process', '外贸标准流程'),
  subject: 'deal',
  manager_rule:
    'manager+n = n-th superior of the responsible person; if absent: the delegate; above the top: tenant.fallback_escalation_user; nobody is notified twice for one level',
  nodes: [
    { key: 'start', type: 'start' },
    {
      key: 'lead',
      type: 'stage',
      name: text('Lead and assignment', '线索获取与分配'),
      owner: { field: 'inquiry.owner', else: { team_leader_of: 'inquiry.pool' } },
      key_tasks: ['auto_reply', 'match_customer', 'claim', 'first_contact'],
      // An inquiry may have gone on before somebody began a deal with it.
      entry_criteria: [
        {
          expr: "inquiry.status in ['received','assigned','pooled','claimed','contacted','qualified']",
          message: text('There is no open inquiry.', '没有进行中的询盘。'),
        },
      ],
      exit_criteria: [
        {
          expr: 'inquiry.claimed_at not empty',
          message: text('The inquiry is not claimed yet.', '询盘尚未认领。'),
        },
        {
          expr: 'inquiry.first_response_at not empty',
          message: text('No reply has been sent yet.', '尚未回复客户。'),
        },
      ],
      required_documents: [],
      sla: [
        {
          key: 'claim',
          name: text('Claim of the inquiry', '询盘认领'),
          clock: 'elapsed',
          minutes: 1440,
          // Given back to the pool it waits anew.
          from: 'if(inquiry.returned_at empty, inquiry.received_at, inquiry.returned_at)',
          until: 'inquiry.claimed_at',
          warn_at_pct: 80,
        },
        {
          key: 'first_response',
          name: text('First reply', '首次回复'),
          clock: 'elapsed',
          minutes: 1440,
          from: 'inquiry.claimed_at',
          until: 'inquiry.first_response_at',
          tighten_by: 'inquiry.reply_by - 240 min',
          warn_at_pct: 80,
        },
      ],
      escalation: [
        { after: '80%', notify: ['responsible'] },
        { after: '100%', notify: ['responsible', 'manager+1'] },
        { after: '+720min', notify: ['manager+2'], action: 'return_to_pool' },
        { after: '+1440min', notify: ['fallback'] },
      ],
    },
    {
      key: 'quotation',
      type: 'stage',
      name: text('Needs analysis and first quotation', '需求分析与初步报价'),
      owner: { field: 'inquiry.owner' },
      key_tasks: ['need_checklist', 'cost_calculation', 'quotation_version', 'send_quotation'],
      entry_criteria: [
        {
          expr: "inquiry.status in ['contacted','qualified']",
          message: text('The buyer has had no reply.', '尚未回复客户。'),
        },
      ],
      exit_criteria: [
        {
          expr: 'count(quotation.version where sent_at not empty) >= 1',
          message: text('No quotation has been sent.', '尚未发出报价。'),
        },
      ],
      required_documents: ['quotation_pdf'],
      sla: [
        {
          key: 'quote',
          name: text('Quotation', '报价'),
          clock: 'business',
          working_days: 2,
          when: 'count(quotation where sent_at not empty) = 0',
          tighten_by: 'inquiry.reply_by',
        },
        {
          key: 'no_reply',
          name: text('Quotation without an answer', '报价未获回复'),
          clock: 'days',
          days: 3,
          from: 'quotation.sent_at',
          until: 'quotation.replied_at',
          kind: 'reminder',
          repeat_days: [7, 14],
        },
      ],
      escalation: [
        { after: '100%', notify: ['responsible', 'manager+1'] },
        { after: 'no_reply:3d', notify: ['responsible'], action: 'create_task' },
        { after: 'no_reply:7d', notify: ['responsible'], action: 'create_task' },
        { after: 'no_reply:14d', notify: ['responsible', 'manager+1'], action: 'create_task' },
      ],
    },
    {
      key: 'sample',
      type: 'stage',
      name: text('Sample / proposal confirmation', '样品/方案确认'),
      owner: { role: 'merchandiser', accountable: { field: 'inquiry.owner' } },
      key_tasks: ['make_or_modify', 'courier', 'collect_feedback'],
      entry_criteria: ['sample.count > 0 or change_request = true'],
      exit_criteria: [
        {
          expr: "all(sample.status in ['approved_by_customer','cancelled'])",
          message: text('A sample is still open.', '尚有未结的样品。'),
        },
      ],
      required_documents: ['sample_photo', 'tracking_no'],
      sla: [
        {
          key: 'ready',
          name: text('Sample', '样品制作'),
          clock: 'business',
          working_days: 7,
          when: "sample.status not in ['rejected','cancelled']",
          until: 'sample.ready_at',
          override_field: 'sample.promised_ready',
          warn_at_pct: 80,
        },
        {
          key: 'feedback',
          name: text('Feedback on the sample', '样品反馈'),
          clock: 'days',
          days: 7,
          when: "sample.status = 'delivered'",
          from: 'sample.delivered_at',
          kind: 'reminder',
        },
      ],
      escalation: [
        { after: '80%', notify: ['responsible'] },
        { after: '100%', notify: ['responsible', 'accountable', 'manager+1'] },
        { after: '+2wd', notify: ['manager+2'] },
      ],
      optional: true,
    },
    {
      key: 'contract',
      type: 'stage',
      name: text('Negotiation and contract', '商务谈判与合同签订'),
      owner: { field: 'contract.owner' },
      key_tasks: ['negotiate_terms', 'upload_final_version', 'approval', 'signature'],
      entry_criteria: [
        {
          expr: "quotation.status in ['negotiating','accepted']",
          message: text('The buyer has not answered the quotation.', '客户尚未回应报价。'),
        },
      ],
      exit_criteria: [
        { expr: "approval.status = 'approved'", message: text('The contract is not approved.', '合同尚未批准。') },
        { expr: 'contract.signed_file not empty', message: text('The signed file is missing.', '缺少签署文件。') },
      ],
      required_documents: ['contract_final', 'contract_signed'],
      sla: [
        {
          key: 'approval',
          name: text('Approval of the contract', '合同审批'),
          clock: 'elapsed',
          minutes: 2880,
          from: 'approval.requested_at',
          until: 'approval.decided_at',
          warn_at_pct: 50,
        },
        { key: 'idle', name: text('Contract not signed', '合同未签订'), clock: 'days', days: 14, kind: 'reminder' },
        {
          key: 'signature',
          name: text('Signature of the contract', '合同签字'),
          clock: 'days',
          days: 7,
          from: 'contract.sent_for_signature_at',
          kind: 'reminder',
        },
      ],
      escalation: [
        { after: '50%', notify: ['approver'] },
        { after: '100%', notify: ['approver', 'manager_of_approver'] },
        { after: '+1440min', notify: ['manager+2_of_approver'] },
        { after: '+2880min', notify: ['fallback'] },
      ],
    },
    {
      key: 'production',
      type: 'stage',
      name: text('Execution and production', '订单执行与生产跟进'),
      owner: { role: 'merchandiser' },
      key_tasks: ['create_production_order(auto)', 'deposit', 'material', 'progress', 'inspection'],
      entry_criteria: [
        {
          expr: "contract.status in ['signed','in_execution','completed']",
          message: text('The contract is not signed.', '合同尚未签署。'),
        },
      ],
      exit_criteria: [
        {
          expr: "all(line.inspection_result in ['accept','accept_with_deviation'])",
          message: text('Not every line is released by inspection.', '尚有明细未通过验货。'),
        },
        { expr: 'order.cargo_ready_date not empty', message: text('No cargo-ready date.', '缺少备妥日期。') },
      ],
      required_documents: ['inspection_report'],
      sla: [
        {
          key: 'ready',
          name: text('Goods ready', '备货完成'),
          clock: 'days',
          until_date: 'order.promised_date - 10',
          warn_days_before: 7,
        },
        {
          key: 'progress_report',
          name: text('Progress report', '生产进度汇报'),
          clock: 'business',
          working_days: 3,
          kind: 'reminder',
          repeat: true,
        },
        ...PAYMENT_CLOCKS,
      ],
      escalation: [
        { after: 'risk:amber', notify: ['responsible'] },
        { after: 'risk:red', notify: ['responsible', 'production_lead', 'manager+1'] },
        { after: '100%', notify: ['manager+1', "if customer.tier = 'A': gm"] },
        ...PAYMENT_ESCALATION,
      ],
    },
    shipment,
    collection,
    { key: 'end_won', type: 'end' },
    { key: 'end_lost', type: 'end' },
  ],
  edges: [...foreignTradeWays],
}
