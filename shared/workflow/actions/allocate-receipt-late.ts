import { allocationChanges, type InstallmentWish } from '#shared/deal/allocation-changes.ts'
import { isThere, keyOf, leftOf, openIn } from '#shared/deal/open-installments.ts'
import { type Language, type Text, text } from '#shared/i18n/language.ts'
import { trimmed, typedNumber } from '#shared/i18n/numbers.ts'
import { formatMoney } from '#shared/money/amount.ts'
import { type AllocationProblem, allocating } from '#shared/order/allocating.ts'
import { openOf } from '#shared/order/open-amount.ts'
import type { Receipt } from '#shared/trade/index.ts'
import type { Decision, Late } from '../action.ts'
import { refusal } from '../refusal.ts'

/** What `allocate-receipt.ts` decides. */
export const allocateReceiptLate: Late<'receipt'> = {
  decide({ target: receipt, situation: { deal: file }, input, view, newId }): Decision {
    if (!file || !isThere(receipt)) return refusal('status', 'not_there', NOT_THERE, view.language)
    const wishes = openIn(file).map(
      (part): InstallmentWish => ({ part, target: Number(input[keyOf(part)] ?? 0), open: openOf(part) }),
    )
    const rate = (input.cross_rate ?? null) as number | null
    const cross = rate === null ? null : trimmed(typedNumber(rate, 8))
    const result = allocating({ currency: receipt.currency, left: leftOf(receipt) }, wishes, cross)
    if ('problem' in result) return said(result.problem, receipt, view.language)
    return {
      kind: 'saved',
      changes: allocationChanges(file.deal.id, receipt, result.paid, rate, { now: view.now, newId }),
    }
  },
}

function said(found: AllocationProblem, receipt: Receipt, language: Language): Decision {
  switch (found.code) {
    case 'beyond_open': {
      const { part, open } = found.wish
      const amount = formatMoney(open, part.currency)
      return refusal(`part_${part.id}`, found.code, SENTENCES.beyond_open, language, { amount })
    }
    case 'beyond_receipt': {
      const amount = formatMoney(leftOf(receipt), receipt.currency)
      return refusal('input', found.code, SENTENCES.beyond_receipt, language, { amount })
    }
    default:
      return refusal(found.code === 'nothing' ? 'input' : 'cross_rate', found.code, SENTENCES[found.code], language)
  }
}

const NOT_THERE = text('Nobody has confirmed that this money is there.', '该款项尚未确认到账。')

const SENTENCES: Readonly<Record<AllocationProblem['code'], Text>> = {
  nothing: text('Nothing is allocated.', '未填写核销金额。'),
  cross_rate: text('The cross rate is missing.', '缺少套算汇率。'),
  several_currencies: text('One other currency at a time.', '一次只能核销一种外币。'),
  beyond_open: text('Only {amount} are open.', '未收金额仅 {amount}。'),
  beyond_receipt: text('Only {amount} are left of the receipt.', '收款余额仅 {amount}。'),
}
