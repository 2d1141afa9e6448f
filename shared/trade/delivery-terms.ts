import { text } from '#shared/i18n/language.ts'
import type { Fields } from '#shared/record/field.ts'
import { INCOTERMS } from './incoterm.ts'

/** UN/LOCODE of where goods are loaded and discharged. */
export const PORTS = {
  port_loading: { kind: 'text', max: 5, format: 'locode', label: text('Port of loading', '装运港') },
  port_discharge: { kind: 'text', max: 5, format: 'locode', label: text('Port of discharge', '目的港') },
} as const satisfies Fields

/** How an offer or a contract says where the goods change hands (UBL DeliveryTerms); a term means nothing without its place. */
export const DELIVERY_TERMS = {
  incoterm: { kind: 'choice', choices: INCOTERMS, label: text('Incoterm', '贸易术语') },
  incoterm_year: {
    kind: 'integer',
    min: 2000,
    max: 2020,
    required: true,
    initial: 2020,
    label: text('Incoterms edition', '术语版本'),
  },
  named_place: { kind: 'text', max: 80, label: text('Named place', '交货地点') },
  place_locode: { kind: 'text', max: 5, format: 'locode', label: text('UN/LOCODE', '口岸代码') },
  ...PORTS,
} as const satisfies Fields
