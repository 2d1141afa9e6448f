import { mayAtAll } from '#shared/access/access.ts'
import { text } from '#shared/i18n/language.ts'
import type { Fields } from '#shared/record/field.ts'
import { receipt } from '#shared/trade/receipt.ts'
import type { Action } from '../action.ts'
import { formOf } from '../form.ts'
import { AMOUNT, moneyExpected, paidIn, proposedReceipt } from '../receipts.ts'

const { currency, received_date, reference, payer_name, swift_file } = receipt.fields
const FIELDS = {
  amount: AMOUNT,
  currency,
  received_date: { ...received_date, label: text('Paid on', '付款日期') },
  payer_name,
  reference,
  swift_file,
} as const satisfies Fields

/** The buyer says that they have paid: it is noted for finance, and settles nothing. A SWIFT copy is not money (domain 2.2.11). */
export const registerAdvice: Action<'deal'> = {
  name: 'register-advice',
  on: 'deal',
  adds: true,
  needs: { type: 'receipt', verb: 'claim' },
  section: 'road',

  offers({ deal: file }, view) {
    // Who registers money itself has no use for what is said of it.
    if (!file || !moneyExpected(file.whole ?? file) || mayAtAll(view.access, 'receipt', 'create')) return []
    const form = formOf({
      action: 'register-advice',
      target: { type: 'deal', id: file.deal.id },
      label: text('The buyer says they paid', '客户告知已付款')[view.language],
      fields: FIELDS,
      values: proposedReceipt(file, view),
      language: view.language,
      folded: true,
    })
    return [{ form, on: file.deal.standing ?? 0 }]
  },

  fields: () => FIELDS,

  decide: (context) => paidIn(context, { status: 'claimed', claimed_by: context.view.viewer.id }),
}
