import type { PanelAnswer, SectionAnswer } from '#shared/api.ts'
import type { Situation } from '#shared/customer/situation.ts'
import type { Language } from '#shared/i18n/language.ts'
import { etagOf } from '#shared/panel/etag.ts'
import type { Panel } from '#shared/panel/panel.ts'
import { renderSectionHtml } from '#shared/panel/render/html.ts'
import type { View } from '#shared/panel/section-builder.ts'
import { situationPanel } from '#shared/panel/situation-panel.ts'
import type { AppContext, Person } from './app-types.ts'

/** Who looks, for the panel: taken from the request, so that everything on it is of one moment. */
export const viewOf = ({ var: { person, now, language } }: AppContext): Omit<View, 'offers'> =>
  viewFor(person, now, language)

/** How somebody looks at things at a moment. */
export function viewFor(person: Person, now: number, language: Language): Omit<View, 'offers'> {
  return {
    language,
    now,
    today: person.today,
    timezone: person.timezone,
    currency: person.currency,
    viewer: { id: person.id, alias: person.alias },
    access: person.access,
    fields: person.fields,
  }
}

export function panelOf(context: AppContext, situation: Situation): Panel {
  return situationPanel(situation, viewOf(context))
}

/** A panel as an answer: only the sections the asker does not have, drawn if asked for. */
export function panelAnswer(
  panel: Panel,
  asked: { readonly render: 'json' | 'html'; readonly have?: Readonly<Record<string, string>> | undefined },
): PanelAnswer {
  const sections = panel.sections.flatMap((section): SectionAnswer[] => {
    const etag = etagOf(section)
    if (asked.have?.[section.key] === etag) return []
    if (asked.render === 'html') {
      return [{ key: section.key, etag, html: renderSectionHtml(section, etag, panel.language) }]
    }
    return [{ ...section, etag }]
  })
  return { ...panel, order: panel.sections.map((section) => section.key), sections }
}
