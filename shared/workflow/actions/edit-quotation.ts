import { asLineText, linesOf, linesWritten } from '#shared/deal/quoted-lines.ts'
import { say, text } from '#shared/i18n/language.ts'
import { writeLines } from '#shared/order/line-text.ts'
import { fieldChanges } from '#shared/record/change.ts'
import { isFrozen } from '#shared/record/frozen.ts'
import { problem } from '#shared/record/problems.ts'
import type { Action } from '../action.ts'
import { formOf } from '../form.ts'
import { quotationFields, quotationHints } from '../offer/quotation-fields.ts'
import { readQuotation } from '../offer/read-quotation.ts'
import { atHand, typedValues } from '../offer/typed-values.ts'

/** Changes a quotation that is a draft still; another of its versions is made by `revise-quotation`. */
export const editQuotation: Action<'quotation'> = {
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

  decide({ target: before, situation: { deal: file }, input, view, newId }) {
    if (!file || isFrozen('quotation', before)) {
      return { kind: 'rejected', problems: [problem('status', 'frozen', view.language)] }
    }
    const linesBefore = linesOf(file.parts.quotation_line, before.id)
    const read = readQuotation({ file, input, currency: before.currency, before, linesBefore, view })
    if ('problems' in read) return { kind: 'rejected', problems: read.problems }
    const lines = linesWritten(before.id, read.lines, linesBefore, newId)
    if (lines.length === 0 && fieldChanges(before, read.values).length === 0) {
      const message = text('There is nothing to change.', '没有需要修改的内容。')[view.language]
      return { kind: 'rejected', problems: [{ field: 'input', code: 'unchanged', message }] }
    }
    return { kind: 'saved', changes: [{ kind: 'update', type: 'quotation', before, values: read.values }, ...lines] }
  },
}

const EDIT = text('Edit {number} v{version}', '编辑 {number} v{version}')
