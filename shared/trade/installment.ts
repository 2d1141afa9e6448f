import { text } from '#shared/i18n/language.ts'
import type { RecordType } from '#shared/record/record-type.ts'
import { DEAL_LINK } from './deal-link.ts'

const OPEN = "status NOT IN ('paid','written_off','cancelled')"

/** Where money is still waited for. */
const WAITING = ['awaiting_anchor', 'scheduled', 'reminded', 'due', 'part_paid', 'overdue'] as const

/** One part of an order's price with its own due date, in the order's currency. */
export const installment = {
  name: 'installment',
  plural: 'installments',
  label: text('Installment', '收款期次'),
  title: 'seq',
  writable: true,
  belongs: { within: 'order_id' },
  fields: {
    order_id: {
      kind: 'reference',
      to: 'order',
      agrees: { currency: 'currency', customer_id: 'customer_id' },
      required: true,
      fixed: true,
      label: text('Order', '订单'),
    },
    customer_id: {
      kind: 'reference',
      to: 'customer',
      required: true,
      fixed: true,
      label: text('Customer', '客户'),
    },
    ...DEAL_LINK,
    seq: { kind: 'integer', min: 1, max: 99, required: true, fixed: true, label: text('Part', '期次') },
    pct: { kind: 'percent', label: text('Share', '比例') },
    currency: { kind: 'currency', required: true, fixed: true, label: text('Currency', '币种') },
    /** Follows from the order's price, which `amend-order` divides anew: what is not to come any more is written off. */
    amount: {
      kind: 'money',
      currency: 'currency',
      min: 0,
      required: true,
      fixed: true,
      sheet: true,
      label: text('Amount', '应收金额'),
    },
    /** Follows from the receipts that are allocated to it; only who brings a running order along says what came before. */
    paid_amount: {
      kind: 'money',
      currency: 'currency',
      min: 0,
      required: true,
      fixed: true,
      initial: 0,
      label: text('Received', '已收金额'),
    },
    anchor: {
      kind: 'choice',
      required: true,
      label: text('Counted from', '起算点'),
      choices: {
        order_confirmed: text('order confirmed', '订单确认'),
        contract_signed: text('contract signed', '合同签订'),
        pi_issued: text('PI issued', '形式发票开出'),
        deposit_received: text('deposit received', '收到定金'),
        cargo_ready: text('cargo ready', '货物备妥'),
        inspection_passed: text('inspection passed', '验货通过'),
        etd: text('ETD', '预计开船'),
        bl_date: text('B/L date', '提单日'),
        bl_copy_sent: text('B/L copy sent', '提单副本寄出'),
        docs_presented: text('documents presented', '交单'),
        docs_accepted: text('documents accepted', '承兑'),
        eta: text('ETA', '预计到港'),
        ata: text('arrival', '到港'),
        delivered: text('delivered', '送达'),
        invoice_date: text('invoice date', '发票日'),
      },
    },
    offset_days: {
      kind: 'integer',
      min: -365,
      max: 365,
      required: true,
      initial: 0,
      label: text('Days after', '天数'),
    },
    /** And then on to the end of that month. */
    eom: { kind: 'boolean', label: text('To the end of the month', '月末') },
    grace_days: { kind: 'integer', min: 0, max: 90, label: text('Days of grace', '宽限天数') },
    due_date: { kind: 'date', sheet: true, label: text('Due', '到期日') },
    /** What is paid, let go or cancelled is so by receipts and actions; whether it is disputed a person says. */
    status: {
      kind: 'choice',
      required: true,
      initial: 'scheduled',
      byHand: { ...Object.fromEntries(WAITING.map((status) => [status, ['disputed']])), disputed: WAITING },
      label: text('Status', '状态'),
      choices: {
        awaiting_anchor: text('Not due yet', '待起算'),
        scheduled: text('Scheduled', '已排期'),
        reminded: text('Reminded', '已提醒'),
        due: text('Due', '到期'),
        part_paid: text('Part paid', '部分到账'),
        paid: text('Paid', '已收清'),
        overdue: text('Overdue', '逾期'),
        disputed: text('Disputed', '有争议'),
        written_off: text('Written off', '已核销'),
        cancelled: text('Cancelled', '已取消'),
      },
    },
    /** The step of the order that waits for this money. */
    guards: {
      kind: 'choice',
      label: text('Must be paid before', '付款前置'),
      choices: {
        production_start: text('production', '生产'),
        loading: text('loading', '装柜'),
        bl_release: text('B/L release', '放单'),
      },
    },
  },
  indexes: {
    installments_by_order: { on: ['order_id', 'seq'], unique: true },
    installments_by_deal: { on: ['deal_id'], where: 'deal_id IS NOT NULL' },
    installments_open_by_customer: { on: ['customer_id', 'due_date'], where: OPEN },
    /** The deposit an order waits for. */
    installments_open_deposits: {
      on: ['order_id', 'seq'],
      where: `${OPEN} AND guards = 'production_start'`,
    },
  },
} as const satisfies RecordType
