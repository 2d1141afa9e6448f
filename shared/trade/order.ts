import { text } from '#shared/i18n/language.ts'
import type { RecordType } from '#shared/record/record-type.ts'
import { DEAL_LINK } from './deal-link.ts'
import { PORTS } from './delivery-terms.ts'
import { INCOTERMS } from './incoterm.ts'

/** What the house still works on; `isOpen` in `shared/order/execution.ts` says the same. */
const OPEN = "status IN ('confirmed','on_hold') AND exec_status <> 'closed'"

/** A sales order. Header, execution and payment are three axes that move on their own (UBL Order, EDI 220). */
export const order = {
  name: 'order',
  plural: 'orders',
  label: text('Order', '订单'),
  title: 'doc_no',
  writable: true,
  belongs: { to: ['owner_id', 'merchandiser_id'], within: 'customer_id' },
  fields: {
    doc_no: {
      kind: 'text',
      max: 40,
      required: true,
      fixed: true,
      sheet: true,
      numbered: 'SO',
      label: text('Order no.', '订单号'),
      aliases: ['订单编号'],
    },
    ...DEAL_LINK,
    contract_id: { kind: 'reference', to: 'contract', label: text('Contract', '合同') },
    customer_id: {
      kind: 'reference',
      to: 'customer',
      required: true,
      fixed: true,
      sheet: true,
      label: text('Customer', '客户'),
    },
    contact_id: {
      kind: 'reference',
      to: 'contact',
      agrees: { customer_id: 'customer_id' },
      label: text('Contact', '联系人'),
    },
    owner_id: { kind: 'reference', to: 'user', sheet: true, label: text('Owner', '业务员') },
    merchandiser_id: { kind: 'reference', to: 'user', sheet: true, label: text('Order follower', '跟单员') },
    /** Held, let go, cancelled and completed by actions, which ask who may and what follows. */
    status: {
      kind: 'choice',
      required: true,
      initial: 'confirmed',
      byHand: { draft: ['confirmed', 'cancelled'], completed: ['archived'] },
      byHandAlone: { confirmed: ['cancelled'], on_hold: ['cancelled'] },
      sheet: true,
      label: text('Order status', '订单状态'),
      choices: {
        draft: text('Draft', '草稿'),
        confirmed: text('Confirmed', '已确认'),
        completed: text('Completed', '已完成'),
        archived: text('Archived', '已归档'),
        on_hold: text('On hold', '暂停'),
        cancelled: text('Cancelled', '已取消'),
      },
    },
    /** Moved only by the action `advance-order`, which asks what each step wants to know. */
    exec_status: {
      kind: 'choice',
      required: true,
      computed: true,
      initial: 'not_started',
      sheet: true,
      label: text('Execution', '执行阶段'),
      choices: {
        not_started: text('Not started', '未开始'),
        waiting_deposit: text('Waiting for deposit', '待收定金'),
        waiting_material: text('Waiting for material', '备料中'),
        in_production: text('In production', '生产中'),
        inspection: text('Inspection', '验货中'),
        ready: text('Ready to ship', '待出货'),
        shipped: text('Shipped', '已出运'),
        closed: text('Closed', '已结案'),
      },
    },
    /** Follows from the installments alone. */
    pay_status: {
      kind: 'choice',
      required: true,
      computed: true,
      initial: 'unpaid',
      sheet: true,
      label: text('Payment', '收款状态'),
      choices: {
        unpaid: text('Unpaid', '未收款'),
        deposit_paid: text('Deposit paid', '已收定金'),
        part_paid: text('Part paid', '部分收款'),
        paid: text('Paid', '已收清'),
        over_paid: text('Overpaid', '多收款'),
      },
    },
    product_line: { kind: 'text', max: 80, sheet: true, label: text('Product line', '产品线') },
    buyer_po_no: {
      kind: 'text',
      access: 'sales',
      max: 80,
      sheet: true,
      label: text("Buyer's PO no.", '客户PO号'),
      aliases: ['PO No.'],
    },
    order_date: { kind: 'date', required: true, sheet: true, label: text('Order date', '下单日期') },
    currency: { kind: 'currency', required: true, fixed: true, sheet: true, label: text('Currency', '币种') },
    /** Base currency per one unit of the order's currency, on `fx_date`; revenue is booked at it. */
    fx_rate: { kind: 'rate', of: 'currency', label: text('Exchange rate', '汇率') },
    fx_date: { kind: 'date', label: text('Rate of', '汇率日期') },
    incoterm: { kind: 'choice', required: true, sheet: true, choices: INCOTERMS, label: text('Incoterm', '贸易术语') },
    incoterm_year: {
      kind: 'integer',
      min: 2000,
      max: 2020,
      required: true,
      initial: 2020,
      label: text('Incoterms edition', '术语版本'),
    },
    named_place: { kind: 'text', max: 80, required: true, sheet: true, label: text('Named place', '交货地点') },
    place_locode: { kind: 'text', max: 5, format: 'locode', label: text('UN/LOCODE', '口岸代码') },
    ...PORTS,
    payment_term: { kind: 'text', access: 'sales', max: 120, label: text('Payment term', '付款方式') },
    payment_term_id: {
      kind: 'reference',
      to: 'payment_term',
      access: 'sales',
      label: text('Payment term by its parts', '付款方式(分期)'),
    },
    hold_kind: {
      kind: 'choice',
      fixed: true,
      label: text('Held for', '暂停类型'),
      choices: {
        credit: text('credit', '信用'),
        quality: text('quality', '质量'),
        customer: text('the customer', '客户'),
        document: text('documents', '单证'),
      },
    },
    hold_reason: { kind: 'text', max: 300, fixed: true, label: text('Why it is held', '暂停原因') },
    /** Why production may start before the deposit, as the general manager has said: the money is owed all the same. */
    deposit_waiver: {
      kind: 'text',
      max: 300,
      computed: true,
      label: text('Why production need not wait for the deposit', '免定金先投产原因'),
    },
    lines_total: {
      kind: 'money',
      currency: 'currency',
      access: 'sales',
      computed: true,
      label: text('Sum of lines', '明细合计'),
    },
    /** Freight, insurance and the like, less a discount: what the total has besides its lines. */
    charges: { kind: 'money', currency: 'currency', access: 'sales', label: text('Charges', '附加费用') },
    total: {
      kind: 'money',
      currency: 'currency',
      access: 'sales',
      computed: true,
      sheet: true,
      label: text('Total', '总金额'),
    },
    cost_total: { kind: 'money', currency: 'base', access: 'cost', label: text('Cost', '成本') },
    profit_expected: { kind: 'money', currency: 'base', access: 'profit', label: text('Expected profit', '预计利润') },
    requested_date: { kind: 'date', label: text('Requested date', '客户要求交期') },
    /** Never changes: delivery is measured against it and against `promised_date`. */
    first_committed_date: { kind: 'date', fixed: true, label: text('First committed date', '首次承诺交期') },
    promised_date: {
      kind: 'date',
      sheet: true,
      label: text('Promised date', '承诺交期'),
      aliases: ['交货期', 'shipment_deadline'],
    },
    material_due: { kind: 'date', execution: true, sheet: true, label: text('Material complete on', '物料齐套日期') },
    planned_finish: { kind: 'date', execution: true, sheet: true, label: text('Planned finish', '计划完工') },
    inspection_on: { kind: 'date', execution: true, sheet: true, label: text('Inspection on', '验货日期') },
    inspection_result: {
      kind: 'choice',
      execution: true,
      label: text('Inspection result', '验货结果'),
      choices: {
        accept: text('Accepted', '合格'),
        accept_with_deviation: text('Accepted with deviation', '让步接收'),
      },
    },
    cargo_ready_on: { kind: 'date', execution: true, sheet: true, label: text('Cargo ready on', '备妥日期') },
    shipped_on: { kind: 'date', execution: true, sheet: true, label: text('On board on', '装船日期') },
    bl_no: { kind: 'text', execution: true, max: 40, sheet: true, label: text('B/L no.', '提单号') },
    eta: { kind: 'date', execution: true, sheet: true, label: text('ETA', '预计到港') },
    delivered_on: { kind: 'date', execution: true, label: text('Delivered on', '送达日期') },
    /** By when the next step should be done; follows from the stage, its dates and the deposit (`shared/order/execution.ts`). */
    next_due: { kind: 'date', computed: true, sheet: true, label: text('Next step by', '下一步期限') },
    remark: { kind: 'text', access: 'sales', max: 2000, lines: true, sheet: true, label: text('Remark', '备注') },
  },
  indexes: {
    orders_by_doc_no: { on: ['doc_no'], unique: true },
    orders_by_customer: { on: ['customer_id', 'order_date'] },
    orders_by_deal: { on: ['deal_id'], where: 'deal_id IS NOT NULL' },
    orders_open_by_customer: {
      on: ['customer_id', 'promised_date'],
      where: OPEN,
    },
    orders_open_by_owner: { on: ['owner_id', 'next_due'], where: OPEN },
    /** What a sheet of all orders begins with. */
    orders_open_by_promise: { on: ['promised_date'], where: OPEN },
    /** Those that somebody follows for somebody else. */
    orders_open_by_follower: {
      on: ['merchandiser_id', 'next_due'],
      where: `${OPEN} AND merchandiser_id IS NOT owner_id`,
    },
    /** The columns of the board, each in the order in which its next steps are due. */
    orders_open_by_stage: { on: ['exec_status', 'next_due'], where: OPEN },
    orders_open_by_customer_stage: { on: ['customer_id', 'exec_status', 'next_due'], where: OPEN },
    orders_open_by_line_stage: { on: ['product_line', 'exec_status', 'next_due'], where: OPEN },
  },
} as const satisfies RecordType
