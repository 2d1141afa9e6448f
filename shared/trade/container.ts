import { text } from '#shared/i18n/language.ts'
import type { RecordType } from '#shared/record/record-type.ts'

/** A container of a shipment, by its ISO 6346 number with the check digit. Weights in kg. */
export const container = {
  name: 'container',
  plural: 'containers',
  label: text('Container', '集装箱'),
  title: 'no',
  writable: true,
  belongs: { within: 'shipment_id' },
  fields: {
    shipment_id: { kind: 'reference', to: 'shipment', required: true, fixed: true, label: text('Shipment', '出货') },
    no: { kind: 'text', max: 11, format: 'container', required: true, label: text('Container no.', '箱号') },
    iso_code: {
      kind: 'choice',
      label: text('Type', '箱型'),
      choices: {
        '22G1': text("20' standard", '20尺普柜'),
        '42G1': text("40' standard", '40尺普柜'),
        '45G1': text("40' high cube", '40尺高柜'),
        '45R1': text("40' reefer", '40尺冷柜'),
        L5G1: text("45' high cube", '45尺高柜'),
      },
    },
    seal_no: { kind: 'text', max: 40, label: text('Seal no.', '铅封号') },
    tare_kg: { kind: 'quantity', label: text('Tare, kg', '皮重(kg)') },
    vgm_kg: { kind: 'quantity', label: text('VGM, kg', 'VGM(kg)') },
    /** SOLAS VI/2: the packed container weighed, or its contents and tare added. */
    vgm_method: {
      kind: 'choice',
      label: text('VGM method', 'VGM方法'),
      choices: { '1': text('1, weighed', '1 整体称重'), '2': text('2, added up', '2 累加') },
    },
    packages: { kind: 'integer', min: 0, max: 1_000_000, label: text('Packages', '件数') },
    gross_kg: { kind: 'quantity', label: text('Gross weight, kg', '毛重(kg)') },
    cbm: { kind: 'quantity', label: text('Volume, m³', '体积(m³)') },
    loaded_on: { kind: 'date', label: text('Loaded on', '装柜日期') },
  },
  indexes: {
    containers_by_shipment: { on: ['shipment_id', 'no'], unique: true },
    containers_by_no: { on: ['no'] },
  },
} as const satisfies RecordType
