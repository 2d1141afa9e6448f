import { text } from '#shared/i18n/language.ts'
import type { Fields } from '#shared/record/field.ts'
import { receipt } from '#shared/trade/receipt.ts'
import type { Action } from '../action.ts'
import { formOf } from '../form.ts'
import { AMOUNT, moneyExpected, paidIn, proposedReceipt } from '../receipts.ts'

const { currency, received_date, reference, payer_name, method, bank_account } = receipt.fields
const FIELDS = {
  received_date,
  payer_name,
  amount: AMOUNT,
  currency,
  charge: { kind: 'decimal', label: text('Bank charge', '银行手续费') },
  reference,
  method,
  bank_account,
} as const satisfies Fields

/**
 * Money that the bank tells of, as it stands on the statement. The gross amount is what settles (domain 1.18). It also comes
 * before anything is signed, twice, or for a sample: as long as a deal goes on, it can be noted.
 */
export const registerReceipt: Action<'deal'> = {
  name: 'register-receipt',
  on: 'deal',
  adds: true,
  needs: { type: 'receipt', verb: 'create' },
  section: 'road',

  offers({ deal: file }, view) {
    if (!file || !(file.deal.status === 'open' || moneyExpected(file.whole ?? file))) return []
    const form = formOf({
      action: 'register-receipt',
      target: { type: 'deal', id: file.deal.id },
      label: text('Register a receipt', '登记收款')[view.language],
      fields: FIELDS,
      values: { ...proposedReceipt(file, view), method: 'tt' },
      language: view.language,
      folded: true,
    })
    return [{ form, on: file.deal.standing ?? 0 }]
  },

  fields: () => FIELDS,

  decide: (context) => paidIn(context, { status: 'registered' }),
}
