import type { DealFile } from '#shared/deal/deal-file.ts'
import { linesOf } from '#shared/deal/quoted-lines.ts'
import { waitedFor } from '#shared/deal/waited-for.ts'
import { say, text } from '#shared/i18n/language.ts'
import { trimmed, typedNumber } from '#shared/i18n/numbers.ts'
import { type LineDifference, quotationDifference } from '#shared/order/quotation-difference.ts'
import { shownValue } from '#shared/record/shown-value.ts'
import type { Quotation } from '#shared/trade/index.ts'
import { quotation as quotationType } from '#shared/trade/quotation.ts'
import { unitWord } from '#shared/trade/unit.ts'
import type { Widget } from '../panel.ts'
import type { View } from '../section-builder.ts'

/** How many of the last prices are listed; a form begins with them all. */
const PRICES_MAX = 12

/** What whoever makes a quotation looks at: what the buyer paid last, and what the newest version changes. */
export const quoted = (file: DealFile, view: View): Widget[] => [...lastPrices(file, view), ...changes(file, view)]

function lastPrices(file: DealFile, view: View): Widget[] {
  const { language } = view
  const isMade =
    waitedFor(file, view).includes('quotation') || file.parts.quotation.some(({ status }) => status === 'draft')
  if (!isMade) return []
  return file.lastPrices.slice(0, PRICES_MAX).map(
    (paid): Widget => ({
      kind: 'fact',
      label: say(LAST_PRICE, language, { name: paid.sku ?? paid.description }),
      value: priceOf(paid),
      detail: `${paid.order_no} · ${paid.date}`,
    }),
  )
}

const LAST_PRICE = text('Last price of {name}', '{name} 上次成交价')

const priceOf = (line: { readonly currency: string; readonly unit_price: number; readonly unit: string }): string =>
  `${line.currency} ${trimmed(typedNumber(line.unit_price, 6))}/${unitWord(line.unit)}`

/** The newest version against the one before it. */
function changes(file: DealFile, view: View): Widget[] {
  const { quotation, quotation_line } = file.parts
  const after = quotation.find(({ previous_id }) => previous_id !== null)
  const before = quotation.find(({ id }) => id === after?.previous_id)
  if (!after || !before) return []
  const { fields, lines } = quotationDifference(
    { quotation: before, lines: linesOf(quotation_line, before.id) },
    { quotation: after, lines: linesOf(quotation_line, after.id) },
  )
  const { language } = view
  const was = (value: string) => say(WAS, language, { version: before.version_no, value: value || '–' })
  const title = say(AGAINST, language, {
    number: after.doc_no,
    version: after.version_no,
    before: before.version_no,
  })
  const facts = [
    ...fields.map(
      ({ key, before: old, after: now }): Widget => ({
        kind: 'fact',
        label: labelOf(key, view),
        value: shownTerm(key, now, after, file, view) || '–',
        detail: was(shownTerm(key, old, before, file, view)),
      }),
    ),
    ...lines.map((line): Widget => lineFact(line, was, view)),
  ]
  const note = facts.length > 0 ? title : `${title} ${SAME[language]}`
  return [{ kind: 'note', text: note, tone: 'info' }, ...facts]
}

const AGAINST = text(
  '{number}: version {version} against version {before}.',
  '{number}：第 {version} 版与第 {before} 版对比。',
)
const SAME = text('Nothing differs.', '内容无差异。')
const WAS = text('version {version}: {value}', '第 {version} 版：{value}')
const ADDED = text('new line', '新增明细')
const REMOVED = text('taken out', '已删除')

type TermKey = keyof typeof quotationType.fields

const labelOf = (key: keyof Quotation, { language }: View): string =>
  quotationType.fields[key as TermKey].label[language]

function shownTerm(
  key: keyof Quotation,
  value: unknown,
  record: Quotation,
  { terms }: DealFile,
  { language, timezone, currency }: View,
): string {
  if (value === null) return ''
  if (key === 'payment_term_id') {
    const term = terms.find(({ id }) => id === value)
    return (language === 'zh-CN' ? term?.name_zh : null) ?? term?.name ?? ''
  }
  return shownValue(quotationType.fields[key as TermKey], value, record, { language, timezone, currency })
}

function lineFact(line: LineDifference, was: (value: string) => string, { language }: View): Widget {
  const offered = line.kind === 'removed' ? line.before : line.after
  return {
    kind: 'fact',
    label: offered.sku === null ? offered.description : `${offered.sku} ${offered.description}`,
    value: line.kind === 'removed' ? REMOVED[language] : lineWords(line.after),
    detail: line.kind === 'added' ? ADDED[language] : was(lineWords(line.before)),
  }
}

/** `600 pcs × USD 12.5 −5%`; without the price for who does not see it. */
function lineWords(line: {
  readonly qty: number
  readonly unit: string
  readonly currency: string
  readonly unit_price: number | null
  readonly discount: number | null
}): string {
  const price = line.unit_price === null ? '' : ` × ${line.currency} ${trimmed(typedNumber(line.unit_price, 6))}`
  const discount = line.discount ? ` −${trimmed(typedNumber(line.discount, 2))}%` : ''
  return `${trimmed(typedNumber(line.qty, 3))} ${unitWord(line.unit)}${price}${discount}`
}
