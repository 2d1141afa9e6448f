import { text } from '#shared/i18n/language.ts'
import { asTyped } from '#shared/record/typed.ts'
import { customer as customerType } from '#shared/trade/customer.ts'
import type { LateAction } from '../action.ts'
import { formOf } from '../form.ts'

const { credit_limit, credit_currency, credit_until } = customerType.fields

const FIELDS = {
  credit_currency: { kind: 'currency', label: credit_currency.label },
  credit_limit: { kind: 'money', currency: 'credit_currency', min: 0, label: credit_limit.label },
  credit_until: { kind: 'date', label: credit_until.label },
} as const

const NONE = text('Without an amount there is no limit, and no credit.', '不填金额即取消额度，不予赊账。')

/** Sets up to how much a customer may owe, or takes the limit away: for whoever keeps what is owed (domain 1.20). */
export const setCredit: LateAction<'customer'> = {
  name: 'set-credit',
  on: 'customer',
  needs: { type: 'installment', verb: 'edit' },
  section: 'money',

  offers(situation, view) {
    if (situation.kind !== 'customer') return []
    const { customer } = situation.file
    const limit = customer.credit_limit
    const typed = asTyped(credit_limit, limit, { record: { ...customer }, currency: view.currency })
    const form = formOf({
      action: 'set-credit',
      target: { type: 'customer', id: customer.id, version: customer.version },
      label: text('Set the credit limit', '设置信用额度')[view.language],
      hints: { credit_limit: NONE },
      fields: FIELDS,
      values: {
        credit_currency: customer.credit_currency ?? customer.default_currency ?? view.currency,
        ...(typed === undefined ? {} : { credit_limit: typed }),
        credit_until: customer.credit_until ?? undefined,
      },
      language: view.language,
      folded: true,
    })
    return [{ form, on: customer.standing ?? 0 }]
  },

  fields: () => FIELDS,
  late: async () => (await import('./set-credit-late.ts')).setCreditLate,
}
