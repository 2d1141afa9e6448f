import type { CustomerFile } from '#shared/customer/situation.ts'
import { dateTime } from '#shared/i18n/dates.ts'
import { text } from '#shared/i18n/language.ts'
import type { Interaction } from '#shared/trade/index.ts'
import { interaction as interactionType } from '#shared/trade/interaction.ts'
import { SUMMARY_MAX, type Widget } from '../panel.ts'
import type { SectionBuilder, View } from '../section-builder.ts'
import { excerpt } from './excerpt.ts'
import { stepWords } from './step-words.ts'

/** The last things that happened with this customer, newest first, and a place for a note. */
export const timeline: SectionBuilder<CustomerFile> = {
  key: 'timeline',
  build(file, view) {
    if (!file.timeline) return null
    const offers = view.offers('timeline').slice(0, 2)
    const items = file.timeline.map((item) => timelineItem(item, view))
    const nothing: Widget = { kind: 'note', text: text('Nothing yet.', '暂无往来。')[view.language] }
    return {
      title: text('Timeline', '往来记录')[view.language],
      summary: [...(items.length > 0 ? items.slice(0, SUMMARY_MAX - offers.length) : [nothing]), ...offers],
    }
  },
}

function timelineItem(item: Interaction, view: View): Widget {
  const { kind, direction } = interactionType.fields
  const stage = item.kind === 'system' ? stepWords(item.snippet, view.language) : null
  const snippet = stage ? '' : (item.snippet ?? '')
  return {
    kind: 'item',
    title: stage ? `${item.subject}: ${stage}` : item.subject,
    lines: [
      `${dateTime(item.occurred_at, view.timezone)} · ${kind.choices[item.kind][view.language]}` +
        (item.direction === 'internal' ? '' : ` · ${direction.choices[item.direction][view.language]}`),
      ...(snippet && snippet !== item.subject ? [excerpt(snippet)] : []),
    ],
  }
}
