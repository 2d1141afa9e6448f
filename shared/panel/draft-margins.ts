import type { DealFile } from '#shared/deal/deal-file.ts'
import { linesOf } from '#shared/deal/quoted-lines.ts'
import { say, text } from '#shared/i18n/language.ts'
import { trimmed, typedNumber } from '#shared/i18n/numbers.ts'
import type { Quotation, QuotationLine } from '#shared/trade/index.ts'
import { unitWord } from '#shared/trade/unit.ts'
import { amount, earnedBy, MARGIN_CLASSES } from '#shared/workflow/offer/asked-goods.ts'
import type { Widget } from './panel.ts'
import type { View } from './section-builder.ts'

/** First versions that are still being made, the oldest first. */
export const draftsOf = ({ parts }: DealFile): Quotation[] =>
  parts.quotation
    .filter(({ status, version_no }) => status === 'draft' && version_no === 1)
    .sort((a, b) => (a.doc_no < b.doc_no ? -1 : 1))

/** What the drafts of a deal offer: their lines, with what each earns for who may know, and what is still missing. */
export function draftWidgets(file: DealFile, view: View): Widget[] {
  const [first, ...others] = draftsOf(file)
  if (!first) return []
  const lines = linesOf(file.parts.quotation_line, first.id)
  return [
    ...lines.map((line): Widget => draftLine(line, first, view)),
    ...[first, ...others].flatMap((draft) => missing(draft, view)),
  ]
}

function draftLine(line: QuotationLine, { currency, fx_rate }: Quotation, view: View): Widget {
  const { language } = view
  const rate = fx_rate === null ? null : { fx_rate }
  const price = line.unit_price === null ? '' : ` × ${currency} ${trimmed(typedNumber(line.unit_price, 6))}`
  const sees = MARGIN_CLASSES.every((one) => view.access.sees.has(one))
  return {
    kind: 'fact',
    label: [line.sku, line.description].filter(Boolean).join(' '),
    value: `${amount(line.qty)} ${unitWord(line.unit)}${price}`,
    ...(sees ? { detail: earnedBy(line, { currency, rate }, view)[language] } : {}),
    ...(sees && line.cost_price === null ? { tone: 'warning' as const } : {}),
  }
}

/** Terms by which the seller pays the main carriage. */
const WITH_FREIGHT: readonly unknown[] = ['CFR', 'CIF', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP']
const WITH_INSURANCE: readonly unknown[] = ['CIF', 'CIP']

/** Freight and insurance that nobody has named are not made up. */
function missing(
  { doc_no: number, incoterm, named_place: place, freight, insurance }: Quotation,
  view: View,
): Widget[] {
  // Who does not see amounts cannot be told that they are missing.
  if (!view.access.sees.has('sales')) return []
  const noFreight = WITH_FREIGHT.includes(incoterm) && freight === null
  const noInsurance = WITH_INSURANCE.includes(incoterm) && insurance === null
  if (!noFreight && !noInsurance) return []
  const sentence = noFreight && noInsurance ? NEITHER : noFreight ? FREIGHT : INSURANCE
  return [
    {
      kind: 'note',
      text: say(sentence, view.language, { number, incoterm: incoterm ?? '', place: place ?? '' }),
      tone: 'warning',
    },
  ]
}

const NEITHER = text(
  '{number} {incoterm} {place}: freight and insurance are not known yet and not in it.',
  '{number} {incoterm} {place}：运费和保险费未知，尚未计入。',
)
const FREIGHT = text(
  '{number} {incoterm} {place}: the freight is not known yet and not in it.',
  '{number} {incoterm} {place}：运费未知，尚未计入。',
)
const INSURANCE = text(
  '{number} {incoterm} {place}: the insurance is not known yet and not in it.',
  '{number} {incoterm} {place}：保险费未知，尚未计入。',
)

/** `QT-2026-0412 FOB Yantian, QT-2026-0413 CIF Tacoma` */
export const draftNames = (file: DealFile): string =>
  draftsOf(file)
    .map(({ doc_no, incoterm, named_place }) => [doc_no, incoterm, named_place].filter(Boolean).join(' '))
    .join(', ')
