import { dateWithDistance } from '#shared/i18n/dates.ts'
import { say, text } from '#shared/i18n/language.ts'
import { dateIn } from '#shared/time/zone.ts'
import { afterSalesCase } from '#shared/trade/after-sales-case.ts'
import { numbered, recentBuilder, stateOf } from './recent-section.ts'

/** What the customer complains of, the newest first: what kind, how bad, until when they may claim. */
export const cases = recentBuilder('cases', {
  type: 'after_sales_case',
  title: text('After-sales cases', '售后'),
  item({ values }, view) {
    const { language, today, timezone } = view
    const { kind } = afterSalesCase.fields
    const what = kind.choices[values.kind as keyof typeof kind.choices]?.[language] ?? ''
    const opened = dateIn(Number(values.opened_at), timezone)
    const until = typeof values.claim_deadline === 'string' ? values.claim_deadline : null
    return {
      title: numbered(values.doc_no, values.claimed_amount, values.currency),
      lines: [
        `${what} · ${opened}`,
        values.open && until
          ? say(text('claims until {date}', '索赔期限 {date}'), language, {
              date: dateWithDistance(until, today, language),
            })
          : '',
      ].filter(Boolean),
      badge: stateOf('after_sales_case', values.status, view),
      ...(values.open ? { tone: values.severity === 1 ? ('danger' as const) : ('warning' as const) } : {}),
    }
  },
})
