import type { CivilDate } from '#shared/time/civil-date.ts'
import type { Installment, Order } from '#shared/trade/index.ts'
import { openOf } from './open-amount.ts'
import { moneyFor } from './status-letter/dates-and-amounts.ts'
import type { LetterLocale } from './status-letter/language.ts'
import { type BuyerLetter, filled, type Line } from './status-letter/letter.ts'
import { type Facts, rowsOf } from './status-letter/rows.ts'
import type { Letters } from './status-letter/words/index.ts'
import type { BuyerStage, LetterWords } from './status-letter/words.ts'

/** What a letter on an order is written from: as the sender sees it, for a buyer can be told no more than that. */
export interface Told {
  readonly order: Order
  /** Of this order; one that the sender knows of without its amount is `hidden`. */
  readonly installments: readonly (Installment & { readonly hidden?: true })[]
  /** The buyer's name; null where nobody in particular is written to. */
  readonly name: string | null
  /** How the sender signs. */
  readonly alias: string
  readonly today: CivilDate
}

/** The letter. It tells what the buyer has a right to know and nothing of how the house works: no cost, no colleague, no supplier. */
export function statusLetter(
  { order, installments, name, alias, today }: Told,
  locale: LetterLocale,
  letters: Letters,
): BuyerLetter {
  const words = letters[locale.language]
  const facts: Facts = { order, stage: stageOf(order), open: openPayment(order, installments), today }
  const number = { order: order.doc_no }
  return {
    ...locale,
    subject: filled(words.subject, number),
    greeting: name ? filled(words.dear, { name }) : [words.hello],
    sentences: [filled(words.intro, number), [words.stages[facts.stage].sentence], ...waiting(facts, words, locale)],
    rows: rowsOf(facts, words, locale),
    closing: words.closing,
    regards: words.regards,
    alias: { value: alias },
  }
}

const stageOf = ({ status, exec_status }: Order): BuyerStage => (status === 'on_hold' ? 'on_hold' : exec_status)

/** What the order waits for in each stage, as far as it is money. */
const WAITS: Readonly<Partial<Record<BuyerStage, NonNullable<Installment['guards']>>>> = {
  not_started: 'production_start',
  waiting_deposit: 'production_start',
  inspection: 'loading',
  ready: 'loading',
  shipped: 'bl_release',
}

/** The money that holds the next step back; null also where the sender does not see how much it is. */
function openPayment(order: Order, installments: Told['installments']): Facts['open'] {
  const guards = WAITS[stageOf(order)]
  const parts = installments.filter((part) => part.order_id === order.id && part.guards === guards && openOf(part) > 0)
  const [first] = parts
  if (!guards || !first || parts.some(({ hidden }) => hidden)) return null
  const amount = parts.reduce((sum, part) => sum + openOf(part), 0)
  return { guards, amount, currency: first.currency, due: first.due_date }
}

function waiting({ open }: Facts, words: LetterWords, locale: LetterLocale): Line[] {
  return open ? [filled(words.waits[open.guards], { amount: moneyFor(open.amount, open.currency, locale) })] : []
}
