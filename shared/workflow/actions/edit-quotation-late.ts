import { linesOf, linesWritten } from '#shared/deal/quoted-lines.ts'
import { text } from '#shared/i18n/language.ts'
import { fieldChanges } from '#shared/record/change.ts'
import { isFrozen } from '#shared/record/frozen.ts'
import { problem } from '#shared/record/problems.ts'
import type { Late } from '../action.ts'
import { readQuotation } from '../offer/read-quotation.ts'

/** What `edit-quotation.ts` decides. */
export const editQuotationLate: Late<'quotation'> = {
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
