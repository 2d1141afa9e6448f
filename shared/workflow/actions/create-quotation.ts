import { isOrdered } from '#shared/deal/ordered.ts'
import { linesOf, linesWritten } from '#shared/deal/quoted-lines.ts'
import { say, text } from '#shared/i18n/language.ts'
import type { Action } from '../action.ts'
import { formOf } from '../form.ts'
import { dealTold } from '../offer/deal-told.ts'
import { offerRead } from '../offer/offer-read.ts'
import { quotationFields, quotationHints } from '../offer/quotation-fields.ts'
import { readQuotation } from '../offer/read-quotation.ts'
import { typedValues } from '../offer/typed-values.ts'
import { usualTerms } from '../offer/usual-terms.ts'

/** Makes a quotation for a deal: a draft, until somebody finds it complete or asks for approval (domain 1.7, 2.2.3). */
export const createQuotation: Action<'deal'> = {
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

  decide({ target: deal, situation: { deal: file }, input, view, newId }) {
    if (!file || deal.status !== 'open') {
      const message = text('The deal is over.', '该生意已结束。')[view.language]
      return { kind: 'rejected', problems: [{ field: 'deal_id', code: 'closed', message }] }
    }
    const currency = String(input.currency)
    const earlier = linesOf(file.parts.quotation_line, file.parts.quotation[0]?.id ?? null)
    const read = readQuotation({ file, input, currency, before: null, linesBefore: earlier, view })
    if ('problems' in read) return { kind: 'rejected', problems: read.problems }
    const id = newId()
    return {
      kind: 'saved',
      changes: [
        {
          kind: 'create',
          type: 'quotation',
          id,
          values: {
            ...read.values,
            deal_id: deal.id,
            inquiry_id: deal.inquiry_id,
            customer_id: deal.customer_id,
            contact_id: deal.contact_id,
            owner_id: deal.owner_id ?? view.viewer.id,
            valid_from: view.today,
          },
        },
        ...linesWritten(id, read.lines, [], newId),
        dealTold(file, deal.currency === null ? { currency } : {}),
      ],
    }
  },
}

const FIRST = text('Make a quotation', '制作报价单')
const ANOTHER = text('Another quotation', '另做报价单')
const PRICES_OF = text('Prices as in {number} of {date}.', '单价取自 {date} 的 {number}。')
