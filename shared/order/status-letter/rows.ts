import type { CivilDate } from '#shared/time/civil-date.ts'
import type { Installment, Order } from '#shared/trade/index.ts'
import { dateFor, moneyFor } from './dates-and-amounts.ts'
import type { LetterLocale } from './language.ts'
import type { BuyerLetter, Line } from './letter.ts'
import type { BuyerStage, LetterWords, RowName } from './words.ts'

/** What the rows of a letter are made of. */
export interface Facts {
  readonly order: Order
  readonly stage: BuyerStage
  /** The money that the next step waits for. */
  readonly open: OpenPayment | null
  readonly today: CivilDate
}

export interface OpenPayment {
  readonly guards: NonNullable<Installment['guards']>
  /** Minor units. */
  readonly amount: number
  readonly currency: string
  readonly due: CivilDate | null
}

/** The rows of the table, those that there is something to say in. */
export function rowsOf(facts: Facts, words: LetterWords, locale: LetterLocale): BuyerLetter['rows'] {
  return (Object.keys(ROWS) as RowName[]).flatMap((name) => {
    const value = ROWS[name](facts, locale, words)
    if (!value) return []
    return [{ label: words.rows[name], value: typeof value === 'string' ? [{ value }] : value }]
  })
}

/** A date that was planned and has gone by without its event: nothing to tell a buyer, and for the sender to set right. */
export function passedDates({ order, stage, today }: Pick<Facts, 'order' | 'stage' | 'today'>): Planned[] {
  return PLANNED.filter((key) => BEFORE[key].includes(stage) && order[key] !== null && order[key] < today)
}

type Row = (facts: Facts, locale: LetterLocale, words: LetterWords) => string | Line | null

/** In the order in which they stand in the letter. */
const ROWS: Readonly<Record<RowName, Row>> = {
  order: ({ order }) => order.doc_no,
  purchaseOrder: ({ order }) => order.buyer_po_no,
  stage: ({ stage }, _, words) => words.stages[stage].name,
  materials: planned('material_due'),
  finish: planned('planned_finish'),
  inspection: planned('inspection_on'),
  ready: happened('cargo_ready_on', ['ready']),
  promised: planned('promised_date'),
  onBoard: happened('shipped_on', ['shipped', 'closed']),
  billOfLading: ({ order, stage }) => (stage === 'shipped' || stage === 'closed' ? order.bl_no : null),
  arrival: planned('eta'),
  delivered: happened('delivered_on', ['closed']),
  terms: ({ order }) => `${order.incoterm} ${order.named_place} (Incoterms® ${order.incoterm_year})`,
  total: ({ order }, locale) => (order.total === null ? null : moneyFor(order.total, order.currency, locale)),
  // Each by itself: in Arabic the day would change places with the amount.
  payment: ({ open }, locale) =>
    open && [
      { value: moneyFor(open.amount, open.currency, locale) },
      ...(open.due ? [' · ', { value: dateFor(open.due, locale) }] : []),
    ],
}

const PLANNED = ['material_due', 'planned_finish', 'inspection_on', 'promised_date', 'eta'] as const
type Planned = (typeof PLANNED)[number]

/** The stages in which a planned date still lies ahead. An order on hold has no dates to look forward to. */
const BEFORE: Readonly<Record<Planned, readonly BuyerStage[]>> = {
  material_due: ['waiting_material'],
  planned_finish: ['waiting_material', 'in_production'],
  inspection_on: ['in_production', 'inspection'],
  promised_date: ['not_started', 'waiting_deposit', 'waiting_material', 'in_production', 'inspection', 'ready'],
  eta: ['shipped'],
}

function planned(key: Planned): Row {
  return ({ order, stage, today }, locale) => {
    const date = order[key]
    return date !== null && date >= today && BEFORE[key].includes(stage) ? dateFor(date, locale) : null
  }
}

function happened(key: 'cargo_ready_on' | 'shipped_on' | 'delivered_on', stages: readonly BuyerStage[]): Row {
  return ({ order, stage }, locale) => {
    const date = order[key]
    return date !== null && stages.includes(stage) ? dateFor(date, locale) : null
  }
}
