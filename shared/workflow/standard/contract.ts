import { text } from '#shared/i18n/language.ts'
import { wayOf } from './way-of.ts'

/**
 * The way of a contract or PI (domain 2.2.5). Who approves depends on its amount in the firm's own currency (1.9, ours): the
 * sales manager; from 200,000 legal as well; from a million finance and the general manager too.
 */
export const contractWay = wayOf('contract', {
  start: 'draft',
  ends: ['completed', 'terminated'],
  approvals: [
    {
      key: 'contract',
      steps: [
        { mode: 'any', approvers: [{ manager: 1 }, { role: 'gm' }] },
        { when: 'amount_base >= 200000', mode: 'any', approvers: [{ role: 'legal' }] },
        { when: 'amount_base >= 1000000', mode: 'all', approvers: [{ role: 'finance' }, { role: 'gm' }] },
      ],
    },
  ],
  edges: [
    {
      key: 'submit',
      from: ['draft', 'amending', 'rejected'],
      to: 'pending_approval',
      label: text('Ask for approval', '提交审批'),
      who: ['owner', 'manager'],
      guard: [
        {
          expr: 'amount_base not empty',
          message: text('The exchange rate is missing: it is that of its quotation.', '缺少汇率：汇率取自其报价单。'),
        },
        { expr: 'amount > 0', message: text('The contract has no amount.', '合同金额为零。') },
        { expr: 'payment_term_id not empty', message: text('The payment term is missing.', '缺少付款方式。') },
        {
          expr: 'latest_shipment_date empty or latest_shipment_date >= today()',
          message: text('The latest shipment date is over.', '最迟装运日已过。'),
        },
      ],
      effects: [{ do: 'request_approval', policy: 'contract' }],
    },
    {
      key: 'approve',
      from: ['pending_approval'],
      to: 'approved',
      label: text('Approved', '审批通过'),
      who: ['system'],
    },
    { key: 'refuse', from: ['pending_approval'], to: 'rejected', label: text('Sent back', '驳回'), who: ['system'] },
    {
      key: 'recall',
      from: ['pending_approval'],
      to: 'draft',
      label: text('Take back', '撤回审批'),
      who: ['owner', 'manager'],
      effects: [{ do: 'withdraw_approval' }],
    },
    {
      key: 'send',
      from: ['approved'],
      to: 'sent_for_signature',
      label: text('Sent for signature', '寄出签署'),
      who: ['owner', 'manager'],
      effects: [{ do: 'set', field: 'sent_for_signature_at', to: 'now()' }],
    },
    {
      key: 'sign',
      from: ['sent_for_signature'],
      to: 'signed',
      label: text('Signed by both', '双方已签署'),
      who: ['owner', 'manager'],
      form: ['signed_file', 'buyer_po_no'],
      requires: ['signed_file'],
      effects: [
        { do: 'set', field: 'signed_by_buyer_at', to: 'now()' },
        { do: 'set', field: 'signed_by_us_at', to: 'now()' },
        { do: 'order_from_contract' },
      ],
    },
    {
      key: 'amend',
      from: ['approved', 'sent_for_signature'],
      to: 'amending',
      label: text('Amend', '修改合同'),
      who: ['owner', 'manager'],
    },
    { key: 'execute', from: ['signed'], to: 'in_execution', label: text('In execution', '履行中'), who: ['system'] },
    {
      key: 'complete',
      from: ['signed', 'in_execution'],
      to: 'completed',
      label: text('Fulfilled', '履行完毕'),
      who: ['owner', 'manager', 'finance'],
      guard: [
        {
          expr: "all(installment.status in ['paid','written_off','cancelled'])",
          message: text('Open amount {open}.', '未收金额 {open}。'),
        },
      ],
    },
    {
      key: 'terminate',
      from: ['draft', 'approved', 'sent_for_signature', 'signed', 'in_execution'],
      to: 'terminated',
      label: text('Terminate', '终止合同'),
      who: ['gm', 'legal'],
      confirm: text('Deposits, stock and purchase orders have to be settled.', '需处理定金、库存及采购单。'),
    },
  ],
})
