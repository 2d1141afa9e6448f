import type { Host, PanelAnswer, SectionAnswer } from '#shared/api.ts'
import type { Situation } from '#shared/customer/situation.ts'
import type { Language } from '#shared/i18n/language.ts'
import { etagOf } from '#shared/panel/etag.ts'
import type { Panel } from '#shared/panel/panel.ts'
import { renderSectionHtml } from '#shared/panel/render/html.ts'
import type { View } from '#shared/panel/section-builder.ts'
import { situationPanel } from '#shared/panel/situation-panel.ts'
import type { AppContext, Person } from './app-types.ts'

/** Who looks, for the panel: taken from the request, so that everything on it is of one moment. */
export const viewOf = (
  { var: { person, now, language, origin, reading, asked, beside } }: AppContext,
  host: Host,
): Omit<View, 'offers'> => ({
  ...viewFor(person, now, language, host === 'desk' ? null : origin),
  ...(reading === undefined ? {} : { reading }),
  ...(asked ? { asked } : {}),
  ...(beside ? { beside } : {}),
})

/** How somebody looks at things at a moment; `desk` is where the wide pages are, null on one of them. */
export function viewFor(person: Person, now: number, language: Language, desk: string | null): Omit<View, 'offers'> {
  return {
    desk,
    language,
    now,
    today: person.today,
    timezone: person.timezone,
    currency: person.currency,
    domains: person.domains,
    viewer: { id: person.id, alias: person.alias, standsFor: person.standsFor },
    access: person.access,
    fields: person.fields,
    layout: person.layout,
  }
}

/** The panel of a situation as `host` shows it. */
export function panelOf(context: AppContext, situation: Situation, host: Host): Panel {
  return situationPanel(situation, viewOf(context, host))
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
