import type { Quotation, QuotationLine } from '#shared/trade/index.ts'

/** What two versions of an offer differ in: what the buyer reads of it, and its lines. */
export interface QuotationDifference {
  readonly fields: readonly FieldDifference<keyof Quotation>[]
  readonly lines: readonly LineDifference[]
}

export interface FieldDifference<Key> {
  readonly key: Key
  readonly before: unknown
  readonly after: unknown
}

/** A line that is new, was taken out, or offers the same thing otherwise. */
export type LineDifference =
  | { readonly kind: 'added'; readonly after: QuotationLine }
  | { readonly kind: 'removed'; readonly before: QuotationLine }
  | {
      readonly kind: 'changed'
      readonly before: QuotationLine
      readonly after: QuotationLine
      readonly fields: readonly FieldDifference<keyof QuotationLine>[]
    }

const TERMS = [
  'currency',
  'incoterm',
  'incoterm_year',
  'named_place',
  'place_locode',
  'port_loading',
  'port_discharge',
  'payment_term_id',
  'valid_until',
  'lead_time_days',
  'lead_time_from',
  'ship_mode',
  'freight',
  'insurance',
  'discount',
  'tolerance',
  'total',
] as const satisfies readonly (keyof Quotation)[]

const OF_LINE = [
  'description',
  'qty',
  'unit',
  'currency',
  'unit_price',
  'discount',
] as const satisfies readonly (keyof QuotationLine)[]

export function quotationDifference(
  before: { readonly quotation: Quotation; readonly lines: readonly QuotationLine[] },
  after: { readonly quotation: Quotation; readonly lines: readonly QuotationLine[] },
): QuotationDifference {
  return {
    fields: differing(TERMS, before.quotation, after.quotation),
    lines: linesDiffering(before.lines, after.lines),
  }
}

function linesDiffering(before: readonly QuotationLine[], after: readonly QuotationLine[]): LineDifference[] {
  const left = [...before]
  const here = after.flatMap((line): LineDifference[] => {
    const at = left.findIndex((other) => nameOf(other) === nameOf(line))
    const [same] = at < 0 ? [] : left.splice(at, 1)
    if (!same) return [{ kind: 'added', after: line }]
    const fields = differing(OF_LINE, same, line)
    return fields.length > 0 ? [{ kind: 'changed', before: same, after: line, fields }] : []
  })
  return [...here, ...left.map((line): LineDifference => ({ kind: 'removed', before: line }))]
}

/** A thing goes by its SKU, else by its name. */
const nameOf = ({ sku, description }: QuotationLine): string => (sku === null ? `:${description}` : sku)

const differing = <R, K extends keyof R>(keys: readonly K[], before: R, after: R): FieldDifference<K>[] =>
  keys
    .filter((key) => (before[key] ?? null) !== (after[key] ?? null))
    .map((key) => ({ key, before: before[key] ?? null, after: after[key] ?? null }))
