import { asLineText, linesOf } from '#shared/deal/quoted-lines.ts'
import { say, text } from '#shared/i18n/language.ts'
import { writeLines } from '#shared/order/line-text.ts'
import { isFrozen } from '#shared/record/frozen.ts'
import type { LateAction } from '../action.ts'
import { formOf } from '../form.ts'
import { quotationFields, quotationHints } from '../offer/quotation-fields.ts'
import { atHand, typedValues } from '../offer/typed-values.ts'

/** Changes a quotation that is a draft still; another of its versions is made by `revise-quotation`. */
export const editQuotation: LateAction<'quotation'> = {
  name: 'edit-quotation',
  on: 'quotation',
  needs: { type: 'quotation', verb: 'edit' },
  section: 'road',

  offers({ deal: file }, view) {
    if (!file) return []
    const fields = atHand(quotationFields(file, view, true))
    return file.parts.quotation
      .filter((quotation) => !isFrozen('quotation', quotation))
      .map((quotation) => {
        const { id, version, doc_no, version_no } = quotation
        const lines = writeLines(linesOf(file.parts.quotation_line, id).map(asLineText))
        const form = formOf({
          action: 'edit-quotation',
          target: { type: 'quotation', id, version },
          label: say(EDIT, view.language, { number: doc_no, version: version_no }),
          fields,
          hints: quotationHints(view),
          values: typedValues(fields, { ...quotation, lines }, view),
          language: view.language,
          folded: true,
        })
        return { form, on: file.deal.standing ?? 0 }
      })
  },

  fields: ({ situation: { deal: file }, view }) => (file ? quotationFields(file, view, true) : {}),

  late: async () => (await import('./edit-quotation-late.ts')).editQuotationLate,
}

const EDIT = text('Edit {number} v{version}', '编辑 {number} v{version}')
