import { may, mayAtAll } from '#shared/access/access.ts'
import { seenSituation } from '#shared/access/seen-file.ts'
import type { Situation } from '#shared/customer/situation.ts'
import { text } from '#shared/i18n/language.ts'
import { ACTIONS } from '#shared/workflow/actions/index.ts'
import { buildSections, customerSections, customerSubtitle } from './customer-panel.ts'
import type { Form, Panel, Section } from './panel.ts'
import type { View } from './section-builder.ts'
import { closed } from './sections/closed.ts'
import { colleague } from './sections/colleague.ts'
import { nextStepSection } from './sections/next-step.ts'
import { nothing } from './sections/nothing.ts'
import { orders } from './sections/orders.ts'
import { sender } from './sections/sender.ts'
import { several } from './sections/several.ts'
import { taken } from './sections/taken.ts'

/** The panel for what is open, as its reader may see it. */
export function situationPanel(whole: Situation, looking: Omit<View, 'offers'>): Panel {
  const situation = seenSituation(whole, looking)
  const view: View = { ...looking, offers: offersIn(situation, looking) }
  return {
    language: view.language,
    title: titleOf(situation, view),
    ...(situation.kind === 'customer' ? { subtitle: customerSubtitle(situation.file, view) } : {}),
    asOf: view.now,
    sections: sectionsOf(situation, view),
  }
}

function sectionsOf(situation: Situation, view: View): Section[] {
  switch (situation.kind) {
    case 'nothing':
      return buildSections([nothing], situation, view)
    case 'colleague':
      return buildSections([colleague], situation, view)
    case 'closed':
      return buildSections([closed], situation, view)
    case 'unknown':
      return buildSections([sender], situation, view)
    case 'taken':
      return buildSections([taken], situation, view)
    case 'order':
      return buildSections([nextStepSection, orders], situation.file, view)
    case 'several':
      return buildSections([several], situation, view)
    case 'customer':
      return customerSections(situation.file, view)
  }
}

function titleOf(situation: Situation, view: View): string {
  switch (situation.kind) {
    case 'nothing':
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
  }
}

/** The forms of each section's actions that the reader may do, worked out once for a panel. */
function offersIn(situation: Situation, looking: Omit<View, 'offers'>): View['offers'] {
  const bySection = new Map<string, Form[]>()
  const view: View = { ...looking, offers: () => [] }
  for (const { needs, section, offers } of ACTIONS) {
    if (!mayAtAll(view.access, needs.type, needs.verb)) continue
    const offered = offers(situation, view).filter(
      ({ on }) => on === null || may(view.access, needs.type, needs.verb, on),
    )
    bySection.set(section, [...(bySection.get(section) ?? []), ...offered.map(({ form }) => form)])
  }
  return (section) => bySection.get(section) ?? []
}
