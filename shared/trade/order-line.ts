import { text } from '#shared/i18n/language.ts'
import type { RecordType } from '#shared/record/record-type.ts'

/** One line of an order. `line_total` is rounded once, at the end (domain 3.2). */
export const orderLine = {
  name: 'order_line',
  plural: 'order_lines',
  label: text('Order line', '订单明细'),
  title: 'description',
  writable: true,
  belongs: { within: 'order_id' },
  fields: {
    order_id: {
      kind: 'reference',
      to: 'order',
      agrees: { currency: 'currency' },
      required: true,
      fixed: true,
      sheet: true,
      label: text('Order', '订单'),
    },
    seq: { kind: 'integer', min: 1, max: 9999, required: true, fixed: true, sheet: true, label: text('Line', '行号') },
    sku: { kind: 'text', max: 60, sheet: true, label: text('SKU', '货号'), aliases: ['产品编号'] },
    buyer_sku: { kind: 'text', access: 'sales', max: 60, sheet: true, label: text("Buyer's SKU", '客户货号') },
    description: { kind: 'text', max: 500, required: true, sheet: true, label: text('Description', '品名') },
    qty: { kind: 'quantity', required: true, sheet: true, label: text('Quantity', '数量') },
    /** UN/ECE Recommendation 20 code. */
    unit: { kind: 'text', max: 6, format: 'unit', required: true, sheet: true, label: text('Unit', '单位') },
    currency: { kind: 'currency', required: true, fixed: true, sheet: true, label: text('Currency', '币种') },
    unit_price: {
      kind: 'price',
      access: 'sales',
      currency: 'currency',
      required: true,
      sheet: true,
      label: text('Unit price', '单价'),
    },
    discount: { kind: 'percent', access: 'sales', label: text('Discount', '折扣') },
    line_total: {
      kind: 'money',
      access: 'sales',
      currency: 'currency',
      computed: true,
      sheet: true,
      label: text('Amount', '金额'),
    },
    cost_price: { kind: 'price', currency: 'base', access: 'cost', label: text('Cost price', '成本单价') },
    promised_date: { kind: 'date', sheet: true, label: text('Promised date', '承诺交期') },
    qty_produced: { kind: 'quantity', execution: true, min: 0, label: text('Produced', '已产数量') },
    qty_packed: { kind: 'quantity', execution: true, min: 0, label: text('Packed', '已装箱数量') },
    inspection_result: {
      kind: 'choice',
      execution: true,
      label: text('Inspection result', '验货结果'),
      choices: {
        accept: text('Accepted', '合格'),
        accept_with_deviation: text('Accepted with deviation', '让步接收'),
        reject: text('Rejected', '不合格'),
      },
    },
    qty_shipped: { kind: 'quantity', execution: true, min: 0, sheet: true, label: text('Shipped', '已出数量') },
  },
  indexes: { order_lines_by_order: { on: ['order_id', 'seq'], unique: true } },
} as const satisfies RecordType
