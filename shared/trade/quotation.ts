import { text } from '#shared/i18n/language.ts'
import type { RecordType } from '#shared/record/record-type.ts'
import { DEAL_LINK } from './deal-link.ts'
import { DELIVERY_TERMS } from './delivery-terms.ts'
import { LOST_REASONS } from './lost-reason.ts'

/**
 * One version of an offer (UBL Quotation, EDI 310): each version is a record of its own under the same number, so that
 * what was sent stays as it was sent and has its own history.
 */
export const quotation = {
  name: 'quotation',
  plural: 'quotations',
  label: text('Quotation', '报价单'),
  title: 'doc_no',
  writable: true,
  belongs: { to: ['owner_id'], within: 'deal_id' },
  frozen: {
    when: {
      status: [
        'pending_approval',
        'approved',
        'sent',
        'negotiating',
        'accepted',
        'rejected',
        'expired',
        'superseded',
        'withdrawn',
      ],
    },
  },
  fields: {
    doc_no: { kind: 'text', max: 40, required: true, fixed: true, numbered: 'QT', label: text('Number', '报价单号') },
    version_no: {
      kind: 'integer',
      min: 1,
      max: 999,
      required: true,
      fixed: true,
      initial: 1,
      label: text('Version', '版本'),
    },
    previous_id: { kind: 'reference', to: 'quotation', fixed: true, label: text('Version before', '上一版本') },
    ...DEAL_LINK,
    inquiry_id: { kind: 'reference', to: 'inquiry', label: text('Inquiry', '询盘') },
    customer_id: { kind: 'reference', to: 'customer', label: text('Customer', '客户') },
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
        sent: text('Sent', '已发送'),
        negotiating: text('Negotiating', '谈判中'),
        accepted: text('Accepted', '已接受'),
        rejected: text('Rejected', '已拒绝'),
        expired: text('Expired', '已过期'),
        superseded: text('Superseded', '已被新版取代'),
        withdrawn: text('Withdrawn', '已撤回'),
      },
    },
    currency: { kind: 'currency', required: true, fixed: true, label: text('Currency', '币种') },
    /** Base currency per one unit of the quotation's, on `fx_date`; the expected margin is worked out at it. */
    fx_rate: { kind: 'rate', of: 'currency', label: text('Exchange rate', '汇率') },
    fx_date: { kind: 'date', label: text('Rate of', '汇率日期') },
    ...DELIVERY_TERMS,
    payment_term_id: {
      kind: 'reference',
      to: 'payment_term',
      access: 'sales',
      label: text('Payment term', '付款方式'),
    },
    valid_from: { kind: 'date', label: text('Valid from', '生效日期') },
    valid_until: { kind: 'date', label: text('Valid until', '有效期至') },
    lead_time_days: { kind: 'integer', min: 0, max: 730, label: text('Lead time in days', '交货天数') },
    lead_time_from: {
      kind: 'choice',
      label: text('Lead time counts from', '交期起算'),
      choices: {
        order: text('the order', '下单'),
        deposit: text('the deposit', '收到定金'),
        sample_approval: text('approval of the sample', '样品确认'),
        artwork: text('the artwork', '收到稿件'),
      },
    },
    ship_mode: {
      kind: 'choice',
      label: text('Shipped by', '运输方式'),
      choices: {
        sea_fcl: text('Sea, full container', '海运整柜'),
        sea_lcl: text('Sea, part of a container', '海运拼箱'),
        air: text('Air', '空运'),
        courier: text('Courier', '快递'),
        rail: text('Rail', '铁路'),
        road: text('Road', '公路'),
      },
    },
    freight: { kind: 'money', currency: 'currency', min: 0, access: 'sales', label: text('Freight', '运费') },
    insurance: { kind: 'money', currency: 'currency', min: 0, access: 'sales', label: text('Insurance', '保险费') },
    discount: { kind: 'money', currency: 'currency', min: 0, access: 'sales', label: text('Discount', '折让') },
    lines_total: {
      kind: 'money',
      currency: 'currency',
      access: 'sales',
      computed: true,
      label: text('Sum of lines', '明细合计'),
    },
    /** Lines, freight and insurance, less the discount. */
    total: { kind: 'money', currency: 'currency', access: 'sales', computed: true, label: text('Total', '总金额') },
    /** Of the lines with what they cost, less the discount, at the rate: whether somebody looks at the price depends on it. */
    expected_margin: {
      kind: 'percent',
      access: 'profit',
      computed: true,
      label: text('Expected margin', '预计毛利率'),
    },
    /**
     * That the cost of one of its lines is or was known: what it earns can be told then, and where it cannot any more, for lines
     * were replaced or named anew, somebody looks at the price.
     */
    costed: {
      kind: 'boolean',
      access: 'cost',
      required: true,
      computed: true,
      initial: false,
      label: text('Costs were known', '曾有成本'),
    },
    /** How much more or less may be delivered. */
    tolerance: { kind: 'percent', label: text('Tolerance', '溢短装') },
    terms_text: { kind: 'text', max: 4000, lines: true, access: 'sales', label: text('Terms', '条款') },
    remarks: { kind: 'text', max: 2000, lines: true, access: 'sales', label: text('Remarks', '备注') },
    sent_at: { kind: 'instant', computed: true, label: text('Sent', '发送时间') },
    sent_to: { kind: 'email', access: 'personal', computed: true, label: text('Sent to', '发送至') },
    replied_at: { kind: 'instant', computed: true, label: text('Replied', '回复时间') },
    lost_reason: {
      kind: 'choice',
      choices: LOST_REASONS,
      computed: true,
      label: text('Rejected because of', '拒绝原因'),
    },
    /** Of the file as it was sent. */
    sha256: { kind: 'text', max: 64, computed: true, label: text('SHA-256', '文件指纹') },
    file_id: { kind: 'text', max: 120, computed: true, label: text('File', '文件') },
    approval_id: { kind: 'reference', to: 'approval', computed: true, label: text('Approval', '审批') },
  },
  indexes: {
    quotations_by_number: { on: ['doc_no', 'version_no'], unique: true },
    quotations_by_deal: { on: ['deal_id'] },
    quotations_by_owner: { on: ['owner_id'] },
    quotations_by_customer: { on: ['customer_id', 'status'] },
  },
} as const satisfies RecordType
