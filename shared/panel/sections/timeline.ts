import type { FiledPart } from '#shared/archive/filed-item.ts'
import type { CustomerFile, TimelineItem } from '#shared/customer/situation.ts'
import { filePath, mailPath } from '#shared/desk/path.ts'
import { dateTime } from '#shared/i18n/dates.ts'
import { text } from '#shared/i18n/language.ts'
import { interaction as interactionType } from '#shared/trade/interaction.ts'
import { type Link, SUMMARY_MAX, type Widget } from '../panel.ts'
import type { SectionBuilder, View } from '../section-builder.ts'
import { excerpt } from './excerpt.ts'
import { filedBy, PRIVATE, READ } from './filing.ts'
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
      ...(item.filed_how === null ? [] : [filedBy(item.filer ?? null, item, view)]),
    ],
    ...linksOf(item, view),
    ...(item.visibility === 'private' ? { badge: PRIVATE[view.language] } : {}),
  }
}

/** A private mail of a colleague has no subject here. */
const titleOf = (item: TimelineItem, { language }: View): string =>
  isHidden(item) ? text('Private mail', '私密邮件')[language] : item.subject

const isHidden = ({ visibility, participants }: TimelineItem): boolean =>
  visibility === 'private' && participants === null

const filesOf = ({ attachments }: TimelineItem) => (attachments ?? []) as readonly FiledPart[]

/** What came along and was not kept, by its name alone. */
function attached(item: TimelineItem): string[] {
  const names = filesOf(item).flatMap(({ name, file_id }) => (file_id ? [] : [name]))
  return names.length > 0 ? [excerpt(`📎 ${names.join(', ')}`)] : []
}

/** The page on which a filed mail is read, and its files; more of them stand there. */
function linksOf(item: TimelineItem, { desk, language }: View): { readonly links?: readonly Link[] } {
  const origin = desk ?? ''
  const files = filesOf(item).flatMap(({ name, file_id }) =>
    file_id ? [{ label: `📎 ${excerpt(name)}`, href: origin + filePath(file_id) }] : [],
  )
  const isFiled = item.kind === 'mail' && item.filed_how !== null && !isHidden(item)
  const read = { label: READ[language], href: origin + mailPath(item.id) }
  const links = [...(isFiled ? [read] : []), ...files.slice(0, FILES_MAX)]
  return links.length > 0 ? { links } : {}
}

const FILES_MAX = 3
