import { text } from '#shared/i18n/language.ts'
import type { RecordType } from '#shared/record/record-type.ts'
import { DEAL_LINK } from './deal-link.ts'
import { DELIVERY_TERMS } from './delivery-terms.ts'

const ALLOWED = { allowed: text('allowed', '允许'), not_allowed: text('not allowed', '不允许') } as const

/** A sales contract or proforma invoice (EDI 315, 325). What was approved is what is signed: until it is opened again, it is frozen. */
export const contract = {
  name: 'contract',
  plural: 'contracts',
  label: text('Contract', '合同'),
  title: 'doc_no',
  writable: true,
  belongs: { to: ['owner_id'], within: 'deal_id' },
  frozen: {
    when: {
      status: [
        'pending_approval',
        'approved',
        'sent_for_signature',
        'signed',
        'in_execution',
        'completed',
        'terminated',
      ],
    },
  },
  fields: {
    doc_no: { kind: 'text', max: 40, required: true, fixed: true, numbered: 'SC', label: text('Number', '合同号') },
    version_no: {
      kind: 'integer',
      min: 1,
      max: 999,
      required: true,
      fixed: true,
      initial: 1,
      label: text('Version', '版本'),
    },
    kind: {
      kind: 'choice',
      required: true,
      initial: 'sales_contract',
      label: text('Kind', '类型'),
      choices: {
        sales_contract: text('Sales contract', '销售合同'),
        proforma: text('Proforma invoice', '形式发票'),
        framework: text('Framework agreement', '框架协议'),
        amendment: text('Amendment', '补充协议'),
      },
    },
    ...DEAL_LINK,
    /** Whose lines it is made of: it comes to what they come to, and who has to approve it depends on that. */
    quotation_id: {
      kind: 'reference',
      to: 'quotation',
      agrees: { currency: 'currency', amount: 'total' },
      label: text('Quotation', '报价单'),
    },
    customer_id: { kind: 'reference', to: 'customer', required: true, label: text('Customer', '客户') },
    contact_id: {
      kind: 'reference',
      to: 'contact',
      agrees: { customer_id: 'customer_id' },
      label: text('Contact', '联系人'),
    },
    owner_id: { kind: 'reference', to: 'user', label: text('Owner', '业务员') },
    status: {
      kind: 'choice',
      required: true,
      computed: true,
      initial: 'draft',
      label: text('Status', '状态'),
      choices: {
        draft: text('Draft', '草稿'),
        pending_approval: text('Waiting for approval', '待审批'),
        approved: text('Approved', '已批准'),
        sent_for_signature: text('Sent for signature', '待签署'),
        signed: text('Signed', '已签署'),
        in_execution: text('In execution', '执行中'),
        completed: text('Completed', '已完成'),
        rejected: text('Rejected', '已驳回'),
        amending: text('Being amended', '变更中'),
        terminated: text('Terminated', '已终止'),
      },
    },
    buyer_po_no: { kind: 'text', max: 80, access: 'sales', label: text("Buyer's PO no.", '客户PO号') },
    contract_date: { kind: 'date', label: text('Dated', '签订日期') },
    currency: { kind: 'currency', required: true, fixed: true, label: text('Currency', '币种') },
    amount: { kind: 'money', currency: 'currency', min: 0, access: 'sales', label: text('Amount', '合同金额') },
    /** That of its quotation: who has to approve it depends on what it is worth. */
    fx_rate: { kind: 'rate', computed: true, label: text('Exchange rate', '汇率') },
    fx_date: { kind: 'date', computed: true, label: text('Rate of', '汇率日期') },
    ...DELIVERY_TERMS,
    payment_term_id: {
      kind: 'reference',
      to: 'payment_term',
      access: 'sales',
      label: text('Payment term', '付款方式'),
    },
    latest_shipment_date: { kind: 'date', label: text('Latest shipment', '最迟装运日') },
    partial_shipment: { kind: 'choice', choices: ALLOWED, label: text('Partial shipment', '分批装运') },
    transhipment: { kind: 'choice', choices: ALLOWED, label: text('Transhipment', '转运') },
    tolerance: { kind: 'percent', label: text('Tolerance', '溢短装') },
    quality_terms: { kind: 'text', max: 2000, lines: true, label: text('Quality terms', '质量条款') },
    inspection_clause: { kind: 'text', max: 2000, lines: true, label: text('Inspection', '检验条款') },
    claims_days: { kind: 'integer', min: 0, max: 730, label: text('Claims within days', '索赔期(天)') },
    penalty: { kind: 'text', max: 2000, lines: true, access: 'sales', label: text('Penalty', '违约条款') },
    law: { kind: 'text', max: 200, access: 'sales', label: text('Law', '适用法律') },
    arbitration: { kind: 'text', max: 200, access: 'sales', label: text('Arbitration', '仲裁') },
    terms_text: { kind: 'text', max: 4000, lines: true, access: 'sales', label: text('Other terms', '其他条款') },
    approval_id: { kind: 'reference', to: 'approval', computed: true, label: text('Approval', '审批') },
    sent_for_signature_at: { kind: 'instant', computed: true, label: text('Sent for signature', '送签时间') },
    signed_by_buyer_at: { kind: 'instant', computed: true, label: text('Signed by the buyer', '客户签署时间') },
    signed_by_us_at: { kind: 'instant', computed: true, label: text('Signed by us', '我方签署时间') },
    signature_method: {
      kind: 'choice',
      computed: true,
      label: text('Signed by', '签署方式'),
      choices: {
        scan: text('scan', '扫描件'),
        e_sign: text('electronic signature', '电子签'),
        stamp: text('stamp', '盖章'),
      },
    },
    /** The final version, as it was approved. */
    file_id: { kind: 'text', max: 120, computed: true, label: text('File', '文件') },
    sha256: { kind: 'text', max: 64, computed: true, label: text('SHA-256', '文件指纹') },
    signed_file: { kind: 'text', max: 120, computed: true, label: text('Signed file', '签署文件') },
    signed_sha256: { kind: 'text', max: 64, computed: true, label: text('SHA-256 of the signed file', '签署文件指纹') },
  },
  indexes: {
    contracts_by_number: { on: ['doc_no', 'version_no'], unique: true },
    contracts_by_deal: { on: ['deal_id'] },
    contracts_by_owner: { on: ['owner_id'] },
    contracts_by_customer: { on: ['customer_id', 'status'] },
  },
} as const satisfies RecordType
