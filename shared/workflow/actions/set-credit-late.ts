import { text } from '#shared/i18n/language.ts'
import type { Late } from '../action.ts'
import { refusal } from '../refusal.ts'

/** What `set-credit.ts` decides. */
export const setCreditLate: Late<'customer'> = {
  decide({ target: customer, input, view }) {
    const { credit_limit = null, credit_currency = null, credit_until = null } = input
    if (credit_limit !== null && credit_currency === null) {
      return refusal('credit_currency', 'required', NO_CURRENCY, view.language)
    }
    if (typeof credit_until === 'string' && credit_until < view.today) {
      return refusal('credit_until', 'past', PAST, view.language)
    }
    const values = credit_limit === null ? NONE : { credit_limit, credit_currency, credit_until }
    return { kind: 'saved', changes: [{ kind: 'update', type: 'customer', before: customer, values }] }
  },
}

const NONE = { credit_limit: null, credit_currency: null, credit_until: null }
const NO_CURRENCY = text('Say in which currency the limit is.', '请选择额度币种。')
const PAST = text('This day is over.', '该日期已过。')
