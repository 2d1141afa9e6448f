import type { Situation } from '#shared/customer/situation.ts'
import { text } from '#shared/i18n/language.ts'
import { ACTIONS } from '#shared/workflow/actions/index.ts'
import { buildSections, customerSections, customerSubtitle } from './customer-panel.ts'
import type { Form, Panel, Section } from './panel.ts'
import type { View } from './section-builder.ts'
import { colleague } from './sections/colleague.ts'
import { nothing } from './sections/nothing.ts'
import { sender } from './sections/sender.ts'
import { several } from './sections/several.ts'

/** The panel for what is open. */
export function situationPanel(situation: Situation, looking: Omit<View, 'offers'>): Panel {
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
    case 'unknown':
      return buildSections([sender], situation, view)
    case 'several':
      return buildSections([several], situation, view)
    case 'customer':
      return customerSections(situation.file, view)
  }
}

function titleOf(situation: Situation, view: View): string {
  switch (situation.kind) {
    case 'nothing':
      return 'Quayside'
    case 'colleague':
    case 'several':
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

/** The forms of each section's actions, worked out once for a panel. */
function offersIn(situation: Situation, looking: Omit<View, 'offers'>): View['offers'] {
  const bySection = new Map<string, Form[]>()
  const view: View = { ...looking, offers: () => [] }
  for (const action of ACTIONS) {
    const offered = action.offers(situation, view)
    bySection.set(action.section, [...(bySection.get(action.section) ?? []), ...offered])
  }
  return (section) => bySection.get(section) ?? []
}
