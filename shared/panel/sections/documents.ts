import { dateWithDistance } from '#shared/i18n/dates.ts'
import { say, text } from '#shared/i18n/language.ts'
import { document as documentType } from '#shared/trade/document.ts'
import { endTone, recentBuilder, stateOf } from './recent-section.ts'

/** The papers of the customer's deals, the newest first, each in its last version. */
export const documents = recentBuilder('documents', {
  type: 'document',
  title: text('Documents', '单证'),
  item({ values }, view) {
    const { language, today } = view
    const { choices } = documentType.fields.type
    const ends = typeof values.expires_on === 'string' ? values.expires_on : null
    return {
      title: `${choices[values.type as keyof typeof choices]?.[language] ?? ''} ${String(values.number)}`.trim(),
      lines: [
        values.issued_on
          ? say(text('issued on {date}', '{date} 出具'), language, { date: String(values.issued_on) })
          : '',
        ends === null
          ? ''
          : say(text('expires on {date}', '{date} 到期'), language, {
              date: dateWithDistance(ends, today, language),
            }),
      ].filter(Boolean),
      badge: stateOf('document', values.status, view),
      ...(ends === null ? {} : { tone: endTone(ends, today) }),
    }
  },
})
