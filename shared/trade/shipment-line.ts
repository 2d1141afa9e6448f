import { text } from '#shared/i18n/language.ts'
import type { RecordType } from '#shared/record/record-type.ts'

/** How much of an order's line goes with a shipment. */
export const shipmentLine = {
  name: 'shipment_line',
  plural: 'shipment_lines',
  label: text('Shipment line', '出货明细'),
  title: 'seq',
  writable: true,
  belongs: { within: 'shipment_id' },
  fields: {
    shipment_id: { kind: 'reference', to: 'shipment', required: true, fixed: true, label: text('Shipment', '出货') },
    seq: { kind: 'integer', min: 1, max: 9999, required: true, fixed: true, label: text('Line', '行号') },
    order_line_id: { kind: 'reference', to: 'order_line', fixed: true, label: text('Order line', '订单明细') },
    qty: { kind: 'quantity', required: true, label: text('Quantity', '数量') },
    cartons: { kind: 'integer', min: 0, max: 1_000_000, label: text('Cartons', '箱数') },
    gross_kg: { kind: 'quantity', label: text('Gross weight, kg', '毛重(kg)') },
    net_kg: { kind: 'quantity', label: text('Net weight, kg', '净重(kg)') },
    cbm: { kind: 'quantity', label: text('Volume, m³', '体积(m³)') },
    remark: { kind: 'text', max: 200, label: text('Remark', '备注') },
  },
  indexes: {
    shipment_lines_by_shipment: { on: ['shipment_id', 'seq'], unique: true },
    shipment_lines_by_order_line: { on: ['order_line_id'] },
  },
} as const satisfies RecordType
