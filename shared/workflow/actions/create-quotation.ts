import { isOrdered } from '#shared/deal/ordered.ts'
import { say, text } from '#shared/i18n/language.ts'
import type { LateAction } from '../action.ts'
import { formOf } from '../form.ts'
import { offerRead } from '../offer/offer-read.ts'
import { quotationFields, quotationHints } from '../offer/quotation-fields.ts'
import { typedValues } from '../offer/typed-values.ts'
import { usualTerms } from '../offer/usual-terms.ts'

/** Makes a quotation for a deal: a draft, until somebody finds it complete or asks for approval (domain 1.7, 2.2.3). */
export const createQuotation: LateAction<'deal'> = {
  name: 'create-quotation',
  on: 'deal',
  needs: { type: 'quotation', verb: 'create' },
  section: 'road',

  offers({ deal: file }, view) {
    if (file?.deal.status !== 'open' || isOrdered(file)) return []
    const fields = quotationFields(file, view, false)
    const { values, lines, of } = usualTerms(file, view.today, view.currency)
    // What has been offered already was read before.
    const read = offerRead(file.parts.quotation.length > 0 ? undefined : view.reading?.(), file.lastPrices)
    const form = formOf({
      action: 'create-quotation',
      target: { type: 'deal', id: file.deal.id, version: file.deal.version },
      label: (file.parts.quotation.length > 0 ? ANOTHER : FIRST)[view.language],
      ...(of ? { hint: say(PRICES_OF, view.language, { number: of.order_no, date: of.date }) } : {}),
      fields,
      hints: { ...quotationHints(view), ...read.hints },
      values: { ...typedValues(fields, { ...values, lines }, view), ...read.values },
      reads: file.parts.quotation.length === 0,
      language: view.language,
      folded: true,
    })
    return [{ form, on: file.deal.standing ?? 0 }]
  },

  fields: ({ situation: { deal: file }, view }) => (file ? quotationFields(file, view, false) : {}),

  late: async () => (await import('./create-quotation-late.ts')).createQuotationLate,
}

const FIRST = text('Make a quotation', '制作报价单')
const ANOTHER = text('Another quotation', '另做报价单')
const PRICES_OF = text('Prices as in {number} of {date}.', '单价取自 {date} 的 {number}。')
