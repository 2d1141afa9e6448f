import { text } from '#shared/i18n/language.ts'
import type { RecordType } from '#shared/record/record-type.ts'

/** One line of a quotation. `line_total` is rounded once, at the end (domain 3.2). */
export const quotationLine = {
  name: 'quotation_line',
  plural: 'quotation_lines',
  label: text('Quotation line', '报价明细'),
  title: 'description',
  writable: true,
  belongs: { within: 'quotation_id' },
  frozen: { within: 'quotation_id' },
  fields: {
    quotation_id: {
      kind: 'reference',
      to: 'quotation',
      agrees: { currency: 'currency' },
      required: true,
      fixed: true,
      label: text('Quotation', '报价单'),
    },
    seq: { kind: 'integer', min: 1, max: 9999, required: true, fixed: true, label: text('Line', '行号') },
    product_id: { kind: 'reference', to: 'product', label: text('Product', '产品') },
    sku: { kind: 'text', max: 60, label: text('SKU', '产品编码') },
    buyer_sku: { kind: 'text', max: 60, access: 'sales', label: text("Buyer's SKU", '客户货号') },
    description: { kind: 'text', max: 500, required: true, label: text('Description', '品名') },
    hs_code: { kind: 'text', max: 14, label: text('HS code', '海关编码') },
    qty: { kind: 'quantity', required: true, label: text('Quantity', '数量') },
    /** UN/ECE Recommendation 20 code. */
    unit: { kind: 'text', max: 6, format: 'unit', required: true, label: text('Unit', '单位') },
    moq: { kind: 'quantity', label: text('Minimum quantity', '起订量') },
    currency: { kind: 'currency', required: true, fixed: true, label: text('Currency', '币种') },
    unit_price: {
      kind: 'price',
      currency: 'currency',
      access: 'sales',
      required: true,
      label: text('Unit price', '单价'),
    },
    discount: { kind: 'percent', access: 'sales', label: text('Discount', '折扣') },
    line_total: {
      kind: 'money',
      currency: 'currency',
      access: 'sales',
      computed: true,
      label: text('Amount', '金额'),
    },
    cost_price: { kind: 'price', currency: 'base', access: 'cost', label: text('Cost price', '成本单价') },
  },
  indexes: {
    quotation_lines_by_quotation: { on: ['quotation_id', 'seq'], unique: true },
    quotation_lines_by_buyer_sku: { on: ['buyer_sku'], where: 'buyer_sku IS NOT NULL' },
  },
} as const satisfies RecordType
