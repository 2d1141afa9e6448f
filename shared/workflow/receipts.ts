import type { DealFile } from '#shared/deal/deal-file.ts'
import { text } from '#shared/i18n/language.ts'
import { trimmed, typedNumber } from '#shared/i18n/numbers.ts'
import { asThousandths, typedAmount } from '#shared/money/typed-amount.ts'
import { openOf } from '#shared/order/open-amount.ts'
import { settling } from '#shared/order/settling.ts'
import type { View } from '#shared/panel/section-builder.ts'
import type { Values } from '#shared/record/change.ts'
import type { Field } from '#shared/record/field.ts'
import { problem } from '#shared/record/problems.ts'
import type { Receipt } from '#shared/trade/index.ts'
import type { Context, Decision } from './action.ts'
import { refusal } from './refusal.ts'

/** An amount whose currency is typed beside it: which decimals it may have is known only then. */
export const AMOUNT = {
  kind: 'decimal',
  required: true,
  label: text('Amount, before the bank’s charge', '金额（扣费前）'),
} as const satisfies Field

/** Whether a deal waits for money. */
export const moneyExpected = ({ parts }: DealFile): boolean => parts.installment.some((part) => openOf(part) > 0)

/** What a form begins with: the part that is due next, as far as its reader knows of it, and the buyer. */
export function proposedReceipt({ parts, deal, customer }: DealFile, { today }: View) {
  const [next] = settling(
    Number.MAX_SAFE_INTEGER,
    parts.installment.filter((part) => openOf(part) > 0),
  )
  return {
    received_date: today,
    payer_name: customer?.name ?? '',
    currency: next?.part.currency ?? deal.currency ?? '',
    amount: next ? trimmed(typedNumber(asThousandths(next.amount, next.part.currency), 3)) : '',
  }
}

/**
 * Notes money of a deal, once: what is noted already and not confirmed yet is to be confirmed, and not noted again; and what has
 * the reference and the amount of another receipt is that one, however far it is.
 */
export function paidIn(context: Context<'deal'>, state: Values): Decision {
  const { target: deal, situation, view, newId } = context
  const { amount, charge, ...input } = context.input
  const currency = String(input.currency)
  const [gross, kept] = [Number(amount), Number(charge ?? 0)].map((typed) => typedAmount(typed, currency))
  const wrong = [gross, kept].findIndex((one) => one === null || one === undefined)
  if (wrong >= 0) {
    const field = wrong === 0 ? 'amount' : 'charge'
    return { kind: 'rejected', problems: [problem(field, 'format', view.language)] }
  }
  if (!gross || gross < 1)
    return { kind: 'rejected', problems: [problem('amount', 'too_small', view.language, { minimum: 0.01 })] }
  if (!(Number(kept) >= 0 && Number(kept) < gross)) return refusal('charge', 'too_much', CHARGE, view.language)
  const values = { ...input, gross_amount: gross, bank_charge: kept }
  const file = situation.deal?.whole ?? situation.deal
  const receipts = file?.parts.receipt ?? []
  const twin = receipts.find((one) => isTwin(one, values))
  if (twin) return refusal('reference', 'known', TWIN, view.language, { number: twin.doc_no })
  const known = receipts.find((one) => isSame(one, values))
  if (known) return refusal('amount', 'known', KNOWN, view.language, { number: known.doc_no })
  const change = { ...values, ...state, deal_id: deal.id, customer_id: deal.customer_id }
  return { kind: 'saved', changes: [{ kind: 'create', type: 'receipt', id: newId(), values: change }] }
}

const UNCONFIRMED: readonly Receipt['status'][] = ['registered', 'claimed']

function isSame(receipt: Receipt, values: Values): boolean {
  const [theirs, ours] = references(receipt, values)
  return UNCONFIRMED.includes(receipt.status) && isAsMuch(receipt, values) && (theirs === '' || ours === '')
}

/** Parts of a price may be paid with the same words to each, as the number of the invoice: they differ in their amounts. */
function isTwin(receipt: Receipt, values: Values): boolean {
  const [theirs, ours] = references(receipt, values)
  return receipt.status !== 'reversed' && isAsMuch(receipt, values) && theirs === ours && ours !== ''
}

const references = (receipt: Receipt, values: Values): readonly [string, string] => [
  receipt.reference?.trim() ?? '',
  String(values.reference ?? '').trim(),
]

const isAsMuch = (receipt: Receipt, values: Values): boolean =>
  receipt.currency === values.currency && receipt.gross_amount === values.gross_amount

const CHARGE = text('The bank cannot keep all of it.', '手续费不能大于或等于金额。')
const TWIN = text(
  '{number} has this reference and this amount already: the same money is noted once.',
  '{number} 已登记相同附言和金额，同一笔款项只登记一次。',
)
const KNOWN = text(
  'This amount is noted already as {number}: confirm that one.',
  '该金额已登记为 {number}，请直接确认。',
)
