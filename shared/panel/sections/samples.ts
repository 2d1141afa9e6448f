import { dateWithDistance } from '#shared/i18n/dates.ts'
import { say, text } from '#shared/i18n/language.ts'
import type { View } from '../section-builder.ts'
import { endTone, numbered, recentBuilder, stateOf } from './recent-section.ts'

/** Samples made for the customer and sent to them: what, how far, by which courier. */
export const samples = recentBuilder('samples', {
  type: 'sample',
  title: text('Samples', '样品'),
  item({ values }, view) {
    const { today } = view
    const promised = typeof values.promised_ready === 'string' ? values.promised_ready : null
    const isMade = BEING_MADE.includes(String(values.status))
    return {
      title: numbered(values.doc_no, null, null),
      lines: [String(values.description), whereabouts(values, isMade ? promised : null, view)].filter(Boolean),
      badge: stateOf('sample', values.status, view),
      ...(promised !== null && isMade ? { tone: endTone(promised, today) } : {}),
    }
  },
})

const BEING_MADE: readonly string[] = ['requested', 'approved', 'making']

function whereabouts(
  values: Readonly<Record<string, unknown>>,
  promised: string | null,
  { language, today }: View,
): string {
  const { delivered_at, dispatched_at, courier, tracking_no } = values
  const by = [courier, tracking_no].filter(Boolean).join(' ')
  if (delivered_at) return say(text('delivered on {date}', '{date} 签收'), language, { date: String(delivered_at) })
  if (dispatched_at) {
    const sent = say(text('sent on {date}', '{date} 寄出'), language, { date: String(dispatched_at) })
    return [sent, by].filter(Boolean).join(' · ')
  }
  if (promised === null) return ''
  return say(text('promised for {date}', '承诺 {date} 完成'), language, {
    date: dateWithDistance(promised, today, language),
  })
}
