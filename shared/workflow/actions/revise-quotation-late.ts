import { linesOf, linesWritten } from '#shared/deal/quoted-lines.ts'
import { text } from '#shared/i18n/language.ts'
import { writableFields } from '#shared/record/record-type.ts'
import type { Quotation } from '#shared/trade/index.ts'
import { quotation as quotationType } from '#shared/trade/quotation.ts'
import type { Late } from '../action.ts'
import { dealTold } from '../offer/deal-told.ts'
import { readQuotation } from '../offer/read-quotation.ts'
import { isRevisable } from './revisable.ts'

/** What `revise-quotation.ts` decides. */
export const reviseQuotationLate: Late<'quotation'> = {
  decide({ target: before, situation: { deal: file }, input, view, newId }) {
    if (!file || !isRevisable(before, file)) {
      const message = text(
        'A quotation is revised that was sent, that has no later version and no contract that is being approved or signed.',
        '仅可修订已发送、没有更新版本且合同未在审批或签署中的报价单。',
      )
      return {
        kind: 'rejected',
        problems: [{ field: 'status', code: 'not_revisable', message: message[view.language] }],
      }
    }
    const linesBefore = linesOf(file.parts.quotation_line, before.id)
    const read = readQuotation({ file, input, currency: String(input.currency), before, linesBefore, view })
    if ('problems' in read) return { kind: 'rejected', problems: read.problems }
    const id = newId()
    const values = {
      ...copied(before),
      ...read.values,
      version_no: before.version_no + 1,
      previous_id: before.id,
      valid_from: view.today,
    }
    return {
      kind: 'saved',
      changes: [
        { kind: 'create', type: 'quotation', id, values },
        ...linesWritten(id, read.lines, [], newId),
        dealTold(file),
      ],
    }
  },
}

/** Everything that people fill in, with the firm's own fields; the number stays the same over all versions. */
function copied(before: Quotation) {
  const standard = writableFields(quotationType).map(([key]) => [key, before[key as keyof Quotation]])
  const own = Object.entries(before.custom).map(([key, value]) => [`custom.${key}`, value])
  return Object.fromEntries([...standard, ...own]) as Record<string, unknown>
}
