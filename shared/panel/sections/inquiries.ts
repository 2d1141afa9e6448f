import { dateTime } from '#shared/i18n/dates.ts'
import { say, text } from '#shared/i18n/language.ts'
import { numbered, recentBuilder, stateOf } from './recent-section.ts'

/** The customer's inquiries, the newest first: what is asked for, how far it is, by when they want to hear. */
export const inquiries = recentBuilder('inquiries', {
  type: 'inquiry',
  title: text('Inquiries', '询盘'),
  item({ values }, view) {
    const { timezone, language, now } = view
    const { reply_by } = values
    const isWaiting = typeof reply_by === 'number' && WAITING.includes(String(values.status))
    const answer = isWaiting
      ? say(text('answer wanted by {at}', '要求 {at} 前回复'), language, { at: dateTime(reply_by, timezone) })
      : ''
    return {
      title: numbered(values.doc_no, values.estimated_amount, values.currency),
      lines: [String(values.subject), dateTime(Number(values.received_at), timezone), answer].filter(Boolean),
      badge: stateOf('inquiry', values.status, view),
      ...(isWaiting && reply_by < now ? { tone: 'danger' as const } : {}),
    }
  },
})

const WAITING: readonly string[] = ['received', 'assigned', 'pooled', 'claimed']
