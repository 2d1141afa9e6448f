import type { FiledPart } from '#shared/archive/filed-item.ts'
import type { CustomerFile, TimelineItem } from '#shared/customer/situation.ts'
import { NEWEST, TIMELINE_KINDS, type TimelinePage, writePage } from '#shared/customer/timeline-page.ts'
import { filePath, mailPath } from '#shared/desk/path.ts'
import { dateTime } from '#shared/i18n/dates.ts'
import { say, text } from '#shared/i18n/language.ts'
import { interaction as interactionType } from '#shared/trade/interaction.ts'
import { type Link, SUMMARY_MAX, type Turn, type Widget } from '../panel.ts'
import type { SectionBuilder, View } from '../section-builder.ts'
import { excerpt } from './excerpt.ts'
import { filedBy, PRIVATE, READ } from './filing.ts'
import { stepWords } from './step-words.ts'

/** How many forms are seen at a glance; a call and a meeting are logged in two clicks. */
const FORMS = 4

/** What happened with this customer, newest first, of one kind or all, page by page; and where that is written down. */
export const timeline: SectionBuilder<CustomerFile> = {
  key: 'timeline',
  build(file, view) {
    if (!file.timeline) return null
    const { language } = view
    const page = file.timelinePage ?? NEWEST
    const offers = view.offers('timeline')
    const items = file.timeline.map((item) => timelineItem(item, view))
    const nothing: Widget = { kind: 'note', text: text('Nothing here yet.', '暂无往来。')[language] }
    const shown = items.length > 0 ? items : [nothing]
    const ways = waysOn(file, page, view)
    const turned = page.kind !== null || page.before !== null
    const first: Widget[] = turned ? [{ kind: 'note', text: turnedTo(page, view), tone: 'info' }, ...ways] : []
    const glance = offers.slice(0, FORMS)
    return {
      title: text('Timeline', '往来记录')[language],
      summary: [...first, ...shown.slice(0, SUMMARY_MAX - first.length - glance.length), ...glance],
      full: [kinds(page, view), ...shown, ...ways, ...offers],
    }
  },
}

/** Which kinds there are to look at by themselves. */
function kinds({ kind }: TimelinePage, { language }: View): Widget {
  const { choices } = interactionType.fields.kind
  const turns = [null, ...TIMELINE_KINDS].map(
    (one): Turn => ({
      label: one === null ? text('All', '全部')[language] : choices[one][language],
      see: writePage({ kind: one, before: null }),
      ...(one === kind ? { current: true } : {}),
    }),
  )
  return { kind: 'turns', label: text('Show', '显示')[language], turns }
}

/** To what is earlier, and back to the newest. */
function waysOn({ timelineNext }: CustomerFile, page: TimelinePage, { language }: View): Widget[] {
  const turns = [
    ...(page.before ? [{ label: text('Newest', '最新')[language], see: writePage({ ...page, before: null }) }] : []),
    ...(timelineNext
      ? [{ label: text('Earlier', '更早')[language], see: writePage({ ...page, before: timelineNext }) }]
      : []),
  ]
  return turns.length > 0 ? [{ kind: 'turns', label: text('Turn to', '翻页')[language], turns }] : []
}

function turnedTo({ kind, before }: TimelinePage, { language, timezone }: View): string {
  const what =
    kind === null ? text('All kinds', '全部类型')[language] : interactionType.fields.kind.choices[kind][language]
  if (!before) return say(text('Only: {what}', '仅显示：{what}'), language, { what })
  return say(text('{what}, before {at}', '{what}，{at} 之前'), language, { what, at: dateTime(before.at, timezone) })
}

function timelineItem(item: TimelineItem, view: View): Widget {
  const { kind, direction } = interactionType.fields
  const stage = TOLD.includes(item.kind) ? stepWords(item.snippet, view.language) : null
  const snippet = stage ? '' : (item.snippet ?? '')
  return {
    kind: 'item',
    title: stage ? [item.subject, stage].filter(Boolean).join(': ') : titleOf(item, view),
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

/** What is written by the house itself, in keys that are said in the reader's language. */
const TOLD: readonly TimelineItem['kind'][] = ['system', 'document', 'stage']

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
