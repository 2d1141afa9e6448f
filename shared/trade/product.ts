import { text } from '#shared/i18n/language.ts'
import type { RecordType } from '#shared/record/record-type.ts'

/** What the firm sells (UBL Item), with what a quotation and a packing list need of it. Lengths in cm, weights in kg. */
export const product = {
  name: 'product',
  plural: 'products',
  label: text('Product', '产品'),
  title: 'code',
  writable: true,
  fields: {
    code: { kind: 'text', max: 60, required: true, fixed: true, label: text('Code', '产品编码') },
    name: { kind: 'text', max: 200, required: true, label: text('Name', '英文名称') },
    name_zh: { kind: 'text', max: 200, label: text('Name in Chinese', '中文名称') },
    product_line: { kind: 'text', max: 80, label: text('Product line', '产品线') },
    /** UN/ECE Recommendation 20 code. */
    unit: { kind: 'text', max: 6, format: 'unit', required: true, initial: 'H87', label: text('Unit', '单位') },
    hs_code: { kind: 'text', max: 14, label: text('HS code', '海关编码') },
    origin_country: { kind: 'country', label: text('Origin', '原产国') },
    moq: { kind: 'quantity', label: text('Minimum quantity', '起订量') },
    lead_days: { kind: 'integer', min: 0, max: 730, label: text('Lead time in days', '交货天数') },
    pcs_per_carton: { kind: 'integer', min: 1, max: 100_000, label: text('Pieces per carton', '每箱数量') },
    carton_length: { kind: 'quantity', label: text('Carton length, cm', '外箱长(cm)') },
    carton_width: { kind: 'quantity', label: text('Carton width, cm', '外箱宽(cm)') },
    carton_height: { kind: 'quantity', label: text('Carton height, cm', '外箱高(cm)') },
    carton_gross_kg: { kind: 'quantity', label: text('Gross weight per carton, kg', '每箱毛重(kg)') },
    carton_net_kg: { kind: 'quantity', label: text('Net weight per carton, kg', '每箱净重(kg)') },
    vat_rate: { kind: 'percent', label: text('VAT rate', '增值税率') },
    rebate_rate: { kind: 'percent', label: text('Rebate rate', '退税率') },
    cost_standard: { kind: 'price', currency: 'base', access: 'cost', label: text('Standard cost', '标准成本') },
    price_floor: { kind: 'price', currency: 'base', access: 'cost', label: text('Lowest price', '最低售价') },
    lifecycle: {
      kind: 'choice',
      required: true,
      initial: 'active',
      label: text('Lifecycle', '生命周期'),
      choices: {
        draft: text('Draft', '草稿'),
        active: text('Active', '在售'),
        phase_out: text('Phasing out', '即将停产'),
        discontinued: text('Discontinued', '已停产'),
      },
    },
  },
  indexes: { products_by_code: { on: ['code'], unique: true } },
} as const satisfies RecordType
