import { isBound } from '#shared/deal/bound.ts'
import type { DealFile } from '#shared/deal/deal-file.ts'
import { asLineText, linesOf, linesWritten } from '#shared/deal/quoted-lines.ts'
import { say, text } from '#shared/i18n/language.ts'
import { writeLines } from '#shared/order/line-text.ts'
import { writableFields } from '#shared/record/record-type.ts'
import { addDays } from '#shared/time/civil-date.ts'
import type { Quotation } from '#shared/trade/index.ts'
import { quotation as quotationType } from '#shared/trade/quotation.ts'
import type { Action } from '../action.ts'
import { formOf } from '../form.ts'
import { dealTold } from '../offer/deal-told.ts'
import { quotationFields, quotationHints } from '../offer/quotation-fields.ts'
import { readQuotation } from '../offer/read-quotation.ts'
import { atHand, typedValues } from '../offer/typed-values.ts'
import { VALID_DAYS } from '../offer/usual-terms.ts'

/**
 * Makes the next version of a quotation that is out, as a draft. What was sent stays as it was sent; it is superseded when
 * the new version is sent (domain 2.2.3). So it is with one that was accepted, while its contract was sent back or is amended.
 */
export const reviseQuotation: Action<'quotation'> = {
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
        const valid_until = laterOf(quotation.valid_until, addDays(view.today, VALID_DAYS))
        const form = formOf({
          action: 'revise-quotation',
          target: { type: 'quotation', id, version },
          label: say(REVISE, view.language, { number: doc_no }),
          fields,
          hints: quotationHints(view),
          values: typedValues(fields, { ...quotation, valid_until, lines }, view),
          language: view.language,
          folded: true,
        })
        return { form, on: file.deal.standing ?? 0 }
      })
  },

  fields: ({ situation: { deal: file }, view }) => (file ? quotationFields(file, view, false) : {}),

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

const REVISE = text('Revise {number}', '修订 {number}')

const REVISABLE: readonly Quotation['status'][] = ['sent', 'negotiating', 'rejected', 'expired']

function isRevisable(quotation: Quotation, file: DealFile): boolean {
  const { status, doc_no, version_no } = quotation
  const { parts } = file.whole ?? file
  // What was accepted is negotiated on as long as no contract of it is decided on or agreed.
  const isOut = REVISABLE.includes(status) || (status === 'accepted' && !isBound(quotation, parts))
  return isOut && !parts.quotation.some((other) => other.doc_no === doc_no && other.version_no > version_no)
}

const laterOf = (one: string | null, other: string): string => (one !== null && one > other ? one : other)

/** Everything that people fill in, with the firm's own fields; the number stays the same over all versions. */
function copied(before: Quotation) {
  const standard = writableFields(quotationType).map(([key]) => [key, before[key as keyof Quotation]])
  const own = Object.entries(before.custom).map(([key, value]) => [`custom.${key}`, value])
  return Object.fromEntries([...standard, ...own]) as Record<string, unknown>
}
