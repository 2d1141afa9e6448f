import type { Installment } from '#shared/trade/index.ts'

/** A usual way to pay: parts of the price, each counted from something that happens to the order (domain 1.18). */
export interface PaymentTerm {
  readonly name: string
  /** Of 100 orders, how many. */
  readonly share: number
  readonly parts: readonly Part[]
}

export interface Part {
  /** Percent of the price; the last part takes the rest. */
  readonly pct: string
  readonly anchor: Installment['anchor']
  readonly days: number
  readonly guards?: NonNullable<Installment['guards']>
}

const deposit = (pct: string, days = 7): Part => ({ pct, anchor: 'order_confirmed', days, guards: 'production_start' })
const copyBl = (pct: string): Part => ({ pct, anchor: 'bl_copy_sent', days: 7, guards: 'bl_release' })

export const TERMS = {
  copy_bl: { name: 'T/T 30/70 against copy B/L', share: 52, parts: [deposit('30'), copyBl('70')] },
  before_shipment: {
    name: 'T/T 30/70 before shipment',
    share: 18,
    parts: [deposit('30'), { pct: '70', anchor: 'etd', days: -3, guards: 'loading' }],
  },
  advance: { name: 'T/T 100% in advance', share: 9, parts: [deposit('100', 3)] },
  lc: {
    name: '20% T/T deposit, 80% L/C at sight',
    share: 8,
    parts: [deposit('20'), { pct: '80', anchor: 'docs_presented', days: 5 }],
  },
  open_account: {
    name: 'OA 30/60 days after B/L date',
    share: 9,
    parts: [
      { pct: '50', anchor: 'bl_date', days: 30 },
      { pct: '50', anchor: 'bl_date', days: 60 },
    ],
  },
  collection: { name: 'D/P at sight', share: 3, parts: [{ pct: '100', anchor: 'docs_presented', days: 15 }] },
  quarters: {
    name: 'T/T 25/25/25/25',
    share: 1,
    parts: [
      deposit('25'),
      { pct: '25', anchor: 'cargo_ready', days: 5, guards: 'loading' },
      { pct: '25', anchor: 'bl_date', days: 30 },
      { pct: '25', anchor: 'bl_date', days: 60 },
    ],
  },
  /** What Trilha Sul asked for in September; no other customer has it. */
  small_deposit: { name: 'T/T 20/80 against copy B/L', share: 0, parts: [deposit('20'), copyBl('80')] },
} as const satisfies Readonly<Record<string, PaymentTerm>>

export type TermKey = keyof typeof TERMS

/** The part that has to be paid before production starts. */
export const depositOf = (term: PaymentTerm): Part | undefined =>
  term.parts.find((part) => part.guards === 'production_start')
