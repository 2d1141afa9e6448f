import type { Inquiry, Quotation } from '#shared/trade/index.ts'
import { isBound } from '../bound.ts'
import { changed, type Effect, type Effected } from './effect.ts'
import { logged } from './timeline.ts'

const OUT: readonly Quotation['status'][] = ['sent', 'negotiating']
const UNANSWERED: readonly Inquiry['status'][] = ['claimed']

/**
 * A version that is sent takes the place of those sent before it: only the last one can be accepted (domain 2.2.3). Whoever
 * quotes has answered the inquiry with that.
 */
export const quotationSent: Effect = (context) => {
  const { file, record, view } = context
  const older = file.parts.quotation.filter(
    (other) =>
      other.id !== record.id &&
      other.doc_no === record.doc_no &&
      (OUT.includes(other.status) || (other.status === 'accepted' && !isBound(other, file.parts))),
  )
  const unanswered = file.parts.inquiry.filter(({ status }) => UNANSWERED.includes(status))
  const item = logged(context, {
    kind: 'quotation',
    direction: 'out',
    subject: `${String(record.doc_no)} v${String(record.version_no)}`,
  }) as Extract<Effected, { changes: unknown }>
  return {
    changes: [
      ...older.map((quotation) => changed('quotation', quotation, { status: 'superseded' })),
      ...unanswered.map((inquiry) =>
        changed('inquiry', inquiry, {
          status: 'contacted',
          first_response_at: inquiry.first_response_at ?? view.now,
        }),
      ),
      ...item.changes,
    ],
  }
}
