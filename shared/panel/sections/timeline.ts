import type { FiledPart } from '#shared/archive/filed-item.ts'
import type { CustomerFile, TimelineItem } from '#shared/customer/situation.ts'
import { dateTime } from '#shared/i18n/dates.ts'
import { text } from '#shared/i18n/language.ts'
import { interaction as interactionType } from '#shared/trade/interaction.ts'
import { SUMMARY_MAX, type Widget } from '../panel.ts'
import type { SectionBuilder, View } from '../section-builder.ts'
import { excerpt } from './excerpt.ts'
import { filedBy, PRIVATE } from './filing.ts'
import { stepWords } from './step-words.ts'

/** The last things that happened with this customer, newest first, and a place for a note. */
export const timeline: SectionBuilder<CustomerFile> = {
  key: 'timeline',
  build(file, view) {
    if (!file.timeline) return null
    const offers = view.offers('timeline').slice(0, 2)
    const items = file.timeline.map((item) => timelineItem(item, view))
    const nothing: Widget = { kind: 'note', text: text('Nothing yet.', '暂无往来。')[view.language] }
    const shown = items.length > 0 ? items : [nothing]
    return {
      title: text('Timeline', '往来记录')[view.language],
      summary: [...shown.slice(0, SUMMARY_MAX - offers.length), ...offers],
    }
  },
}

function timelineItem(item: TimelineItem, view: View): Widget {
  const { kind, direction } = interactionType.fields
  const stage = item.kind === 'system' ? stepWords(item.snippet, view.language) : null
  const snippet = stage ? '' : (item.snippet ?? '')
  return {
    kind: 'item',
    title: stage ? `${item.subject}: ${stage}` : titleOf(item, view),
    lines: [
      `${dateTime(item.occurred_at, view.timezone)} · ${kind.choices[item.kind][view.language]}` +
        (item.direction === 'internal' ? '' : ` · ${direction.choices[item.direction][view.language]}`),
      ...(snippet && snippet !== item.subject ? [excerpt(snippet)] : []),
      ...attached(item),
      ...(item.filed_how === null ? [] : [filedBy(item.filer ?? null, item.created_at, view)]),
    ],
    ...(item.visibility === 'private' ? { badge: PRIVATE[view.language] } : {}),
  }
}

/** A private mail of a colleague has no subject here. */
const titleOf = ({ visibility, subject, participants }: TimelineItem, { language }: View): string =>
  visibility === 'private' && participants === null ? text('Private mail', '私密邮件')[language] : subject

function attached({ attachments }: TimelineItem): string[] {
  const names = ((attachments ?? []) as readonly FiledPart[]).map(({ name }) => name)
  return names.length > 0 ? [excerpt(`📎 ${names.join(', ')}`)] : []
}
