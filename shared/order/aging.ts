import { convert } from '#shared/money/conversion.ts'
import { proportion } from '#shared/money/proportion.ts'
import { sumOf } from '#shared/money/sum.ts'
import { type CivilDate, daysBetween } from '#shared/time/civil-date.ts'
import { type Bucket, bucketOf } from './aging-buckets.ts'

/**
 * How old the open money is (domain 3.4): by currency, and in base currency, where each item is rounded on
 * its own at the rate of the day. Credit notes keep their sign; receipts not yet allocated are told apart
 * and never netted. All amounts are minor units.
 */
export function aging(input: AgingInput): Aging | MissingRate {
  const { asOf, items, unapplied = [], baseCurrency } = input
  const rates = new Map([...Object.entries(input.rates), [baseCurrency, '1'] as const])
  const unrated = [...items, ...unapplied].find(({ currency }) => !rates.has(currency))
  if (unrated) return { error: 'missing_rate', currency: unrated.currency }
  const inBase = (amount: number, currency: string) =>
    convert(amount, currency, rates.get(currency) as string, baseCurrency)

  const base = { ...NOTHING }
  const byCurrency = new Map<string, Partial<Record<Bucket, number>>>()
  const rows = items.map(({ id, currency, outstanding, due }): AgingRow => {
    const days = due === null ? null : daysBetween(due, asOf)
    const row = { id, days, bucket: bucketOf(days), base: inBase(outstanding, currency) }
    const own = byCurrency.get(currency) ?? {}
    byCurrency.set(currency, { ...own, [row.bucket]: sumOf([own[row.bucket] ?? 0, outstanding]) })
    base[row.bucket] = sumOf([base[row.bucket], row.base])
    return row
  })
  const total = sumOf(Object.values(base))
  const overdue = total - base.not_due
  return {
    rows,
    byCurrency: Object.fromEntries(byCurrency),
    base,
    total,
    overdue,
    overdueShare: total === 0 ? 0 : proportion(1_000, String(overdue), String(total)),
    unapplied: sumOf(unapplied.map(({ amount, currency }) => inBase(amount, currency))),
  }
}

export interface AgingInput {
  /** Today in the firm's zone. */
  readonly asOf: CivilDate
  readonly baseCurrency: string
  /** Base currency for one unit, decimal strings, by currency; the base itself needs none. */
  readonly rates: Readonly<Record<string, string>>
  readonly items: readonly AgingItem[]
  readonly unapplied?: readonly { readonly currency: string; readonly amount: number }[]
}

export interface AgingItem {
  readonly id: string
  readonly currency: string
  readonly outstanding: number
  /** Null as long as nobody knows: such an item is not due. */
  readonly due: CivilDate | null
}

export interface AgingRow {
  readonly id: string
  /** Days past the due date; negative before it. */
  readonly days: number | null
  readonly bucket: Bucket
  readonly base: number
}

export interface Aging {
  readonly rows: readonly AgingRow[]
  /** In each currency's own minor units; only the buckets that hold something. */
  readonly byCurrency: Readonly<Record<string, Readonly<Partial<Record<Bucket, number>>>>>
  readonly base: Readonly<Record<Bucket, number>>
  readonly total: number
  readonly overdue: number
  /** Tenths of a percent of the total; 0 when the total is. */
  readonly overdueShare: number
  readonly unapplied: number
}

export interface MissingRate {
  readonly error: 'missing_rate'
  readonly currency: string
}

const NOTHING: Readonly<Record<Bucket, number>> = { not_due: 0, d1_30: 0, d31_60: 0, d61_90: 0, d90_plus: 0 }
