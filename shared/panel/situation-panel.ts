import { may, mayAtAll } from '#shared/access/access.ts'
import { seenSituation } from '#shared/access/seen-file.ts'
import type { Situation } from '#shared/customer/situation.ts'
import type { DealFile } from '#shared/deal/deal-file.ts'
import { say, text } from '#shared/i18n/language.ts'
import { zoneOfCountry } from '#shared/time/country-zone.ts'
import { TYPES } from '#shared/trade/index.ts'
import { ACTIONS } from '#shared/workflow/actions/index.ts'
import { buildSections, customerSections, customerSubtitle } from './customer-panel.ts'
import type { Form, Panel, Section, Widget } from './panel.ts'
import type { SectionBuilder, View } from './section-builder.ts'
import { answerNow } from './sections/answer-now.ts'
import { approval } from './sections/approval.ts'
import { closed } from './sections/closed.ts'
import { colleague } from './sections/colleague.ts'
import { deadlines } from './sections/deadlines.ts'
import { desk } from './sections/desk.ts'
import { deskLine } from './sections/desk-line.ts'
import { filing } from './sections/filing.ts'
import { inquiry } from './sections/inquiry.ts'
import { leave } from './sections/leave.ts'
import { nextStepSection } from './sections/next-step.ts'
import { orders } from './sections/orders.ts'
import { recent } from './sections/recent.ts'
import { request } from './sections/request.ts'
import { requests } from './sections/requests.ts'
import { road } from './sections/road.ts'
import { sender } from './sections/sender.ts'
import { several } from './sections/several.ts'
import { start } from './sections/start.ts'
import { taken } from './sections/taken.ts'
import { toDo } from './sections/to-do.ts'
import { warnings } from './sections/warnings.ts'
import { whereItStands } from './sections/where-it-stands.ts'

/** The panel for what is open, as its reader may see it. */
export function situationPanel(whole: Situation, looking: Omit<View, 'offers'>): Panel {
  const situation = seenSituation(whole, looking)
  const view: View = { ...looking, offers: offersIn(situation, looking) }
  const subtitle = subtitleOf(situation, view)
  const sections = oneFirst([
    ...buildSections([warnings], situation, view),
    ...sectionsOf(situation, view),
    ...buildSections([desk], situation, view),
  ])
  return {
    language: view.language,
    title: titleOf(situation, view),
    ...(subtitle === null ? {} : { subtitle }),
    asOf: view.now,
    sections,
    ...(view.reading === undefined && (situation.tellsMore || sections.some(hasReading))
      ? { reads: true as const }
      : {}),
    ...(situation.filesItself ? { files: true as const } : {}),
  }
}

/** Whether a form of it begins with what stands in the mail. */
export const hasReading = ({ summary, full = [] }: Section): boolean =>
  [...summary, ...full].some((widget) => widget.kind === 'form' && widget.reads)

/** There is one thing to do next: what the first section says it is. */
function oneFirst(sections: readonly Section[]): Section[] {
  const first = sections.findIndex(({ summary }) => summary.some(isFirst))
  return sections.map((section, index) => (index <= first ? section : withoutFirst(section)))
}

const isFirst = (widget: Widget): boolean => widget.kind === 'form' && widget.primary === true

function withoutFirst(section: Section): Section {
  const { summary, full } = section
  if (![...summary, ...(full ?? [])].some(isFirst)) return section
  return { ...section, summary: summary.map(plainly), ...(full ? { full: full.map(plainly) } : {}) }
}

function plainly(widget: Widget): Widget {
  if (widget.kind !== 'form' || !widget.primary) return widget
  const { primary: _, ...form } = widget
  return form
}

function sectionsOf(situation: Situation, view: View): Section[] {
  switch (situation.kind) {
    case 'home':
      return buildSections([requests, toDo, answerNow, deadlines, leave, recent], situation.home, view)
    case 'colleague':
      return buildSections([colleague], situation, view)
    case 'closed':
      return buildSections([closed], situation, view)
    case 'unknown':
      return [
        ...buildSections([sender, several], situation, view),
        ...askedFor(situation, view),
        ...buildSections([filing], situation, view),
        ...dealSections(situation, view),
      ]
    case 'taken':
      return [...buildSections([taken], situation, view), ...askedFor(situation, view)]
    case 'order':
      return [
        ...dealSections(situation, view),
        ...buildSections([whereItStands, nextStepSection, orders], situation.file, view),
      ]
    case 'several':
      return buildSections([several], situation, view)
    case 'customer':
      return customerSections(situation.file, view, [
        ...dealSections(situation, view),
        // Behind what is next and what is owed: those are seen without scrolling, whatever a mail wants (domain 5).
        ...buildSections([filing], situation, view),
        ...askedFor(situation, view),
      ])
    case 'inquiry':
      return [
        ...buildSections([inquiry, request], situation, view),
        ...askedFor(situation, view),
        ...dealSections(situation, view),
      ]
    case 'deal':
      return dealSections(situation, view)
  }
}

/** What the open mail asks for, where it has been read. */
const askedFor = (situation: Situation, view: View): Section[] =>
  view.asked ? buildSections([view.asked], situation, view) : []

/** What the open mail wants otherwise than the offer that it answers. */
const otherwise: SectionBuilder<DealFile> = {
  key: 'otherwise',
  build: (file, view) => view.beside?.section(file, view) ?? null,
}

/** What a panel says of the deal that it is about, if it is about one. */
const dealSections = (situation: Situation, view: View): Section[] => [
  ...(situation.deal
    ? [
        ...buildSections(
          [approval],
          { deal: situation.deal, customer: situation.kind === 'customer' ? situation.file : null },
          view,
        ),
        ...buildSections([otherwise, road], situation.deal, view),
      ]
    : []),
  ...buildSections([start], situation, view),
]

function titleOf(situation: Situation, view: View): string {
  switch (situation.kind) {
    case 'home':
    case 'closed':
      return 'Quayside'
    case 'order':
      return situation.file.asked.doc_no
    case 'colleague':
    case 'several':
    case 'taken':
      return situation.sender?.name || situation.sender?.address || text('Mail', '邮件')[view.language]
    case 'unknown':
      return (
        situation.mail.sender?.name ||
        situation.mail.sender?.address ||
        text('Unknown sender', '陌生发件人')[view.language]
      )
    case 'customer':
      return situation.file.customer.name
    case 'deal':
      return situation.deal.unseen ? TYPES.deal.label[view.language] : situation.deal.deal.doc_no
    case 'inquiry':
      return situation.inquiry.company_name ?? situation.inquiry.contact_name ?? situation.inquiry.doc_no
  }
}

function subtitleOf(situation: Situation, view: View): string | null {
  switch (situation.kind) {
    case 'home':
      return say(text('Hello, {name}', '你好，{name}'), view.language, { name: view.viewer.alias })
    case 'customer':
      return customerSubtitle(situation.file, view)
    case 'inquiry':
      return deskLine(situation.inquiry.country, zoneOfCountry(situation.inquiry.country), view)
    default:
      return null
  }
}

/** The forms of each section's actions that the reader may do, worked out once for a panel. */
function offersIn(situation: Situation, looking: Omit<View, 'offers'>): View['offers'] {
  const bySection = new Map<string, Form[]>()
  const view: View = { ...looking, offers: () => [] }
  for (const { needs, section, offers, steps } of ACTIONS) {
    // A step may take another verb than its action.
    if (!steps && !mayAtAll(view.access, needs.type, needs.verb)) continue
    const offered = offers(situation, view).filter(
      ({ on, verb = needs.verb }) => on === null || may(view.access, needs.type, verb, on),
    )
    bySection.set(section, [...(bySection.get(section) ?? []), ...offered.map(({ form }) => form)])
  }
  return (section) => bySection.get(section) ?? []
}
