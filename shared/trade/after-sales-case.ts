import { text } from '#shared/i18n/language.ts'
import type { RecordType } from '#shared/record/record-type.ts'
import { DEAL_LINK } from './deal-link.ts'

/** What the buyer complains of after the goods have left. */
export const afterSalesCase = {
  name: 'after_sales_case',
  plural: 'after_sales_cases',
  label: text('After-sales case', '售后'),
  title: 'doc_no',
  writable: true,
  belongs: { to: ['owner_id'], within: 'customer_id' },
  /** What was proposed to the buyer is what somebody of that post could propose. */
  frozen: {
    when: { status: ['proposal_sent', 'agreed', 'executing', 'closed'] },
    fields: ['currency', 'settlement', 'settlement_amount'],
  },
  fields: {
    doc_no: { kind: 'text', max: 40, required: true, fixed: true, numbered: 'AS', label: text('Number', '编号') },
    ...DEAL_LINK,
    customer_id: { kind: 'reference', to: 'customer', required: true, fixed: true, label: text('Customer', '客户') },
    order_id: {
      kind: 'reference',
      to: 'order',
      agrees: { customer_id: 'customer_id' },
      label: text('Order', '订单'),
    },
    shipment_id: { kind: 'reference', to: 'shipment', label: text('Shipment', '出货') },
    owner_id: { kind: 'reference', to: 'user', label: text('Owner', '负责人') },
    kind: {
      kind: 'choice',
      required: true,
      label: text('Kind', '类型'),
      choices: {
        quality: text('Quality', '质量'),
        shortage: text('Shortage', '短装'),
        damage: text('Damage', '破损'),
        wrong_goods: text('Wrong goods', '错货'),
        late: text('Late', '延迟'),
        document_error: text('Error in a document', '单证错误'),
        warranty: text('Warranty', '保修'),
        price: text('Price', '价格'),
        other: text('Other', '其他'),
      },
    },
    /** 1 safety, sale to be stopped; 2 major; 3 minor. */
    severity: { kind: 'integer', min: 1, max: 3, required: true, initial: 3, label: text('Severity', '严重程度') },
    status: {
      kind: 'choice',
      required: true,
      computed: true,
      initial: 'opened',
      label: text('Status', '状态'),
      choices: {
        opened: text('Opened', '已受理'),
        triaged: text('Triaged', '已分级'),
        investigating: text('Investigating', '调查中'),
        proposal_sent: text('Proposal sent', '已发方案'),
        agreed: text('Agreed', '已达成'),
        executing: text('Executing', '执行中'),
        closed: text('Closed', '已结案'),
        rejected: text('Rejected', '已拒绝'),
        escalated: text('Escalated', '已升级'),
        reopened: text('Reopened', '重新打开'),
      },
    },
    /** Neither closed nor rejected. */
    open: { kind: 'boolean', required: true, computed: true, initial: true, label: text('Open', '未结案') },
    opened_at: { kind: 'instant', required: true, fixed: true, label: text('Opened', '受理时间') },
    first_reply_at: { kind: 'instant', computed: true, label: text('First reply', '首次回复时间') },
    description: { kind: 'text', max: 4000, lines: true, required: true, label: text('What is wrong', '问题描述') },
    claimed_qty: { kind: 'quantity', label: text('Quantity claimed', '索赔数量') },
    currency: { kind: 'currency', label: text('Currency', '币种') },
    claimed_amount: {
      kind: 'money',
      currency: 'currency',
      min: 0,
      access: 'sales',
      label: text('Amount claimed', '索赔金额'),
    },
    claim_deadline: { kind: 'date', label: text('Claims until', '索赔期限') },
    root_cause: { kind: 'text', max: 2000, lines: true, label: text('Root cause', '根本原因') },
    responsible: {
      kind: 'choice',
      label: text('Responsible', '责任方'),
      choices: {
        supplier: text('Supplier', '供应商'),
        us: text('We', '我方'),
        carrier: text('Carrier', '承运人'),
        buyer: text('Buyer', '客户'),
      },
    },
    corrective_action: { kind: 'text', max: 2000, lines: true, label: text('Corrective action', '纠正措施') },
    settlement: {
      kind: 'choice',
      access: 'sales',
      label: text('Settlement', '处理方式'),
      choices: {
        refund: text('Refund', '退款'),
        credit_note: text('Credit note', '贷项通知单'),
        replacement: text('Replacement', '补货'),
        discount_next: text('Discount on the next order', '下单抵扣'),
        repair_parts: text('Parts for repair', '补寄配件'),
        reject: text('None', '不予处理'),
      },
    },
    settlement_amount: {
      kind: 'money',
      currency: 'currency',
      min: 0,
      access: 'sales',
      label: text('Settled with', '处理金额'),
    },
    approval_id: { kind: 'reference', to: 'approval', computed: true, label: text('Approval', '审批') },
    closed_at: { kind: 'instant', computed: true, label: text('Closed', '结案时间') },
  },
  indexes: {
    cases_by_doc_no: { on: ['doc_no'], unique: true },
    cases_by_deal: { on: ['deal_id'] },
    cases_by_customer: { on: ['customer_id', 'open'] },
    cases_by_owner: { on: ['owner_id'] },
  },
} as const satisfies RecordType
