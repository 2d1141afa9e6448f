import type { DealFile } from '#shared/deal/deal-file.ts'
import { isThere, keyOf, leftOf, openIn } from '#shared/deal/open-installments.ts'
import { say, type Text, text } from '#shared/i18n/language.ts'
import { typedNumber } from '#shared/i18n/numbers.ts'
import { formatMoney } from '#shared/money/amount.ts'
import { decimalsOf } from '#shared/money/currency.ts'
import { openOf } from '#shared/order/open-amount.ts'
import { settling } from '#shared/order/settling.ts'
import type { Fields } from '#shared/record/field.ts'
import type { Installment, Receipt } from '#shared/trade/index.ts'
import type { LateAction } from '../action.ts'
import { formOf } from '../form.ts'

/** Which installments a receipt pays: proposed as they are due, and put right by whoever knows better (domain 2.2.11). */
export const allocateReceipt: LateAction<'receipt'> = {
  name: 'allocate-receipt',
  on: 'receipt',
  needs: { type: 'allocation', verb: 'create' },
  section: 'road',

  offers({ deal: file }, view) {
    if (!file) return []
    const open = openIn(file.whole ?? file)
    return file.parts.receipt
      .filter((receipt) => isThere(receipt) && leftOf(receipt) > 0 && open.length > 0)
      .map((receipt) => {
        const form = formOf({
          action: 'allocate-receipt',
          target: { type: 'receipt', id: receipt.id, version: receipt.version },
          label: say(text('Allocate {amount} of {number}', '核销 {number} 的 {amount}'), view.language, {
            number: receipt.doc_no,
            amount: formatMoney(leftOf(receipt), receipt.currency),
          }),
          fields: fieldsFor(receipt, file.whole ?? file),
          values: proposed(receipt, open),
          language: view.language,
          folded: true,
        })
        return { form, on: file.deal.standing ?? 0 }
      })
  },

  fields: ({ target, situation: { deal: file } }) => (file ? fieldsFor(target, file) : {}),

  late: async () => (await import('./allocate-receipt-late.ts')).allocateReceiptLate,
}

function fieldsFor(receipt: Receipt, file: DealFile): Fields {
  const open = openIn(file)
  const foreign = open.find(({ currency }) => currency !== receipt.currency)
  return {
    ...Object.fromEntries(
      open.map((part) => [
        keyOf(part),
        { kind: 'money' as const, currency: part.currency, min: 0, label: labelOf(part, file) },
      ]),
    ),
    ...(foreign
      ? {
          cross_rate: {
            kind: 'rate' as const,
            label: text(
              `${foreign.currency} for one ${receipt.currency}`,
              `1 ${receipt.currency} 兑 ${foreign.currency}`,
            ),
          },
        }
      : {}),
  }
}

function labelOf(part: Installment, { parts }: DealFile): Text {
  const number = parts.order.find(({ id }) => id === part.order_id)?.doc_no ?? ''
  const open = formatMoney(openOf(part), part.currency)
  const due = part.due_date ?? '–'
  return text(
    `${number} part ${part.seq}, due ${due}, open ${open}`,
    `${number} 第${part.seq}期，到期 ${due}，未收 ${open}`,
  )
}

/** As they are due, in the receipt's own currency, until nothing is left. */
function proposed(receipt: Receipt, open: readonly Installment[]) {
  const own = open.filter(({ currency }) => currency === receipt.currency)
  return Object.fromEntries(
    settling(leftOf(receipt), own).map(({ part, amount }) => [
      keyOf(part),
      typedNumber(amount, decimalsOf(part.currency)),
    ]),
  )
}
