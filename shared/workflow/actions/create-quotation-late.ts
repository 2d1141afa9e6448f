import { linesOf, linesWritten } from '#shared/deal/quoted-lines.ts'
import { text } from '#shared/i18n/language.ts'
import type { Late } from '../action.ts'
import { dealTold } from '../offer/deal-told.ts'
import { readQuotation } from '../offer/read-quotation.ts'

/** What `create-quotation.ts` decides. */
export const createQuotationLate: Late<'deal'> = {
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
