import type { CustomerFile } from '#shared/customer/situation.ts'
import { text } from '#shared/i18n/language.ts'
import { shownValue } from '#shared/record/shown-value.ts'
import { customer as customerType } from '#shared/trade/customer.ts'
import type { Widget } from '../panel.ts'
import type { SectionBuilder } from '../section-builder.ts'

/** What kind of firm the customer is, and what may become of them. What nobody has written down is left out. */
export const background: SectionBuilder<CustomerFile> = {
  key: 'background',
  build({ customer }, view) {
    const { language } = view
    const facts = SAID.flatMap((key): Widget[] => {
      const value = customer[key]
      if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return []
      if (key === 'potential' && value === 'unknown') return []
      const field = customerType.fields[key]
      const tone = key === 'potential' && value === 'high' ? { tone: 'good' as const } : {}
      return [{ kind: 'fact', label: field.label[language], value: shownValue(field, value, customer, view), ...tone }]
    })
    const note: Widget[] = customer.remark ? [{ kind: 'note', text: customer.remark }] : []
    if (facts.length === 0 && note.length === 0) return null
    return { title: text('Background and potential', '背景与潜力')[language], summary: [...facts, ...note].slice(0, 6) }
  },
}

const SAID = ['type', 'industry', 'potential', 'lifecycle', 'domains'] as const
