import type { DealFile } from '#shared/deal/deal-file.ts'
import { isThirdParty } from '#shared/deal/derived.ts'
import { say, text } from '#shared/i18n/language.ts'
import { formatMoney } from '#shared/money/amount.ts'
import type { Receipt } from '#shared/trade/index.ts'
import type { Widget } from '../panel.ts'
import type { View } from '../section-builder.ts'

const THERE: readonly Receipt['status'][] = ['verified', 'partly_allocated']

/** What there is to say of the money that has come in: who else paid it, and what of it settles nothing yet. */
export function receipts(file: DealFile, { language }: View): Widget[] {
  return file.parts.receipt
    .filter(({ status }) => status !== 'reversed')
    .flatMap((receipt): Widget[] => {
      const { doc_no, payer_name, currency, gross_amount, allocated_amount, status } = receipt
      const left = gross_amount - (allocated_amount ?? 0)
      const values = { number: doc_no, payer: payer_name, amount: formatMoney(left, currency) }
      return [
        ...(status !== 'allocated' && isThirdParty(receipt, file)
          ? [{ kind: 'note' as const, text: say(THIRD_PARTY, language, values), tone: 'warning' as const }]
          : []),
        ...(THERE.includes(status) && left > 0
          ? [{ kind: 'note' as const, text: say(LEFT, language, values), tone: 'info' as const }]
          : []),
      ]
    })
}

const THIRD_PARTY = text('{number}: {payer} is not the buyer.', '{number}：付款人 {payer} 不是客户本身。')
const LEFT = text('{number}: {amount} are not allocated.', '{number}：尚有 {amount} 未核销。')
