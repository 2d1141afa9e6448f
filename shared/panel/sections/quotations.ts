import { dateWithDistance } from '#shared/i18n/dates.ts'
import { say, text } from '#shared/i18n/language.ts'
import { endTone, numbered, recentBuilder, stateOf } from './recent-section.ts'

/** What is offered to the customer, the newest first, each in its last version: amount, how far it is, until when it holds. */
export const quotations = recentBuilder('quotations', {
  type: 'quotation',
  title: text('Quotations', '报价'),
  item({ values }, view) {
    const { language, today } = view
    const until = typeof values.valid_until === 'string' ? values.valid_until : null
    const waits = OUT.includes(String(values.status))
    const holds =
      until === null
        ? ''
        : say(text('valid until {date}', '有效期至 {date}'), language, {
            date: waits ? dateWithDistance(until, today, language) : until,
          })
    return {
      title: numbered(`${String(values.doc_no)} v${String(values.version_no)}`, values.total, values.currency),
      lines: [holds].filter(Boolean),
      badge: stateOf('quotation', values.status, view),
      ...(until !== null && waits ? { tone: endTone(until, today) } : {}),
    }
  },
})

/** With the buyer, who has not said yes or no. */
const OUT: readonly string[] = ['sent', 'negotiating']
