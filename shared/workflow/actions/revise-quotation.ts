import { asLineText, linesOf } from '#shared/deal/quoted-lines.ts'
import { say, text } from '#shared/i18n/language.ts'
import { writeLines } from '#shared/order/line-text.ts'
import { addDays } from '#shared/time/civil-date.ts'
import type { LateAction } from '../action.ts'
import { formOf } from '../form.ts'
import { quotationFields, quotationHints } from '../offer/quotation-fields.ts'
import { atHand, typedValues } from '../offer/typed-values.ts'
import { VALID_DAYS } from '../offer/usual-terms.ts'
import { isRevisable } from './revisable.ts'

/**
 * Makes the next version of a quotation that is out, as a draft. What was sent stays as it was sent; it is superseded when
 * the new version is sent (domain 2.2.3). So it is with one that was accepted, while its contract was sent back or is amended.
 */
export const reviseQuotation: LateAction<'quotation'> = {
  name: 'revise-quotation',
  on: 'quotation',
  needs: { type: 'quotation', verb: 'create' },
  section: 'road',

  offers({ deal: file }, view) {
    if (file?.deal.status !== 'open') return []
    const fields = atHand(quotationFields(file, view, false))
    return file.parts.quotation
      .filter((one) => isRevisable(one, file))
      .map((quotation) => {
        const { id, version, doc_no } = quotation
        const lines = writeLines(linesOf(file.parts.quotation_line, id).map(asLineText))
        const read = view.beside?.takenOver(quotation, file, view.language)
        const valid_until = laterOf(quotation.valid_until, addDays(view.today, VALID_DAYS))
        const form = formOf({
          action: 'revise-quotation',
          target: { type: 'quotation', id, version },
          label: say(REVISE, view.language, { number: doc_no }),
          fields,
          hints: { ...quotationHints(view), ...read?.hints },
          values: { ...typedValues(fields, { ...quotation, valid_until, lines }, view), ...read?.values },
          reads: true,
          language: view.language,
          folded: true,
        })
        return { form, on: file.deal.standing ?? 0 }
      })
  },

  fields: ({ situation: { deal: file }, view }) => (file ? quotationFields(file, view, false) : {}),

  late: async () => (await import('./revise-quotation-late.ts')).reviseQuotationLate,
}

const REVISE = text('Revise {number}', '修订 {number}')

const laterOf = (one: string | null, other: string): string => (one !== null && one > other ? one : other)
