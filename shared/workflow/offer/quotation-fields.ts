import { fieldsOf } from '#shared/access/field-class.ts'
import type { DealFile } from '#shared/deal/deal-file.ts'
import { type Text, text } from '#shared/i18n/language.ts'
import type { View } from '#shared/panel/section-builder.ts'
import type { Field, Fields } from '#shared/record/field.ts'
import type { quotation } from '#shared/trade/quotation.ts'
import { ownFormFields } from '../form.ts'

/** What the lines of an offer are typed into: see `shared/order/line-text.ts`. */
const LINES: Field = {
  kind: 'text',
  lines: true,
  max: 8000,
  required: true,
  access: 'sales',
  label: text('Lines', '明细'),
}

/** The standard fields of a quotation that its form asks for, after its lines. */
const ASKED = [
  'currency',
  'fx_rate',
  'incoterm',
  'named_place',
  'place_locode',
  'payment_term_id',
  'valid_until',
  'lead_time_days',
  'freight',
  'insurance',
  'discount',
  'tolerance',
  'remarks',
] as const satisfies readonly (keyof typeof quotation.fields)[]

const REQUIRED: readonly string[] = ['currency', 'incoterm', 'named_place']

/** The form of a quotation, as far as its reader sees the fields. The currency of one that is made already stays. */
export function quotationFields(file: DealFile, view: View, made: boolean): Fields {
  const left = [...(made ? ['currency'] : []), ...(file.terms.length === 0 ? ['payment_term_id'] : [])]
  const seen: Fields = { lines: LINES, ...fieldsOf('quotation', view) }
  const asked = ['lines', ...ASKED].filter((key) => seen[key] && !left.includes(key))
  const fields = asked.map((key): [string, Field] => [key, asField(key, seen[key] as Field, file)])
  return { ...Object.fromEntries(fields), ...ownFormFields('quotation', view) }
}

function asField(key: string, field: Field, file: DealFile): Field {
  if (key === 'payment_term_id') return termChoice(field.label, file)
  return REQUIRED.includes(key) ? { ...field, required: true } : field
}

/** The payment terms that the firm uses, by their names. */
const termChoice = (label: Text, { terms }: DealFile): Field => ({
  kind: 'choice',
  label,
  choices: Object.fromEntries(terms.map(({ id, name, name_zh }) => [id, text(name, name_zh ?? name)])),
  order: terms.map(({ id }) => id),
})

/** What is said beside fields whose label alone does not tell enough. */
export const quotationHints = ({ currency }: View): Readonly<Record<string, Text>> => ({
  lines: text(
    'One line each: SKU or description; quantity unit; price. Or copied from a sheet.',
    '每行一项：产品编码或品名; 数量 单位; 单价。也可从表格粘贴。',
  ),
  fx_rate: text(`${currency} for one unit of the currency`, `一单位报价币种折合 ${currency}`),
  place_locode: text('Such as CNYTN', '如 CNYTN'),
})
