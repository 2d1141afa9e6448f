import type { Paper } from '#shared/paper/paper.ts'
import type { Installment } from '#shared/trade/index.ts'
import type { ExecStatus } from '../execution.ts'

/** Where an order stands, as its buyer is told. */
export type BuyerStage = ExecStatus | 'on_hold'

/** What is told beside the stage, a row of the letter's table each. */
export type RowName =
  | 'order'
  | 'purchaseOrder'
  | 'stage'
  | 'materials'
  | 'finish'
  | 'inspection'
  | 'ready'
  | 'promised'
  | 'onBoard'
  | 'billOfLading'
  | 'arrival'
  | 'delivered'
  | 'terms'
  | 'total'
  | 'payment'

/**
 * Everything a letter to a buyer says in one language. `{order}`, `{name}` and `{amount}` stand for values; the stages are
 * the buyer's side of ours: nothing in them tells how the house works.
 */
export interface LetterWords {
  readonly subject: string
  /** The greeting where the buyer's name is known, perhaps with `{name}`. */
  readonly dear: string
  readonly hello: string
  readonly intro: string
  readonly stages: Readonly<Record<BuyerStage, { readonly name: string; readonly sentence: string }>>
  readonly rows: Readonly<Record<RowName, string>>
  /** What waits for an open payment of `{amount}`. */
  readonly waits: Readonly<Record<NonNullable<Installment['guards']>, string>>
  /** What goes with a file: `{number}` and the version of what is attached. */
  readonly papers: Readonly<Record<Paper['kind'], { readonly subject: string; readonly intro: string }>>
  /** Until `{date}` a quotation is good. */
  readonly validUntil: string
  readonly closing: string
  readonly regards: string
}
