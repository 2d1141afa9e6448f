import { type Language, say } from '#shared/i18n/language.ts'
import type { Link, Panel, Section, Widget, WidgetKind } from '../panel.ts'
import { columns, padded } from './columns.ts'
import { safeHref } from './href.ts'
import { plain } from './plain.ts'
import { asOf, attention, STATES } from './words.ts'

/**
 * A panel as plain text, for reminder mails. Headings alone begin at the margin and every value stays
 * on one line behind it, so that no value can pass for a heading or a line of its own.
 */
export function renderText(panel: Panel, timezone = 'UTC'): string {
  const head = [panel.title, panel.subtitle ?? '', asOf(panel, timezone)].filter(Boolean).map(plain).join('\n')
  const sections = panel.sections.map((section) => sectionText(section, panel.language))
  return `${[head, ...sections].join('\n\n')}\n`
}

function sectionText(section: Section, language: Language): string {
  const title = plain(section.title)
  const widgets = section.full ?? section.summary
  const labels = widgets.map((widget) => (widget.kind === 'fact' ? columns(plain(widget.label)) : 0))
  const place = { language, labelColumns: Math.max(0, ...labels) }
  const lines = widgets.flatMap((widget) => widgetText(widget, place)).map((line) => `  ${line}`.trimEnd())
  return [title, '-'.repeat(columns(title)), ...lines].join('\n')
}

interface Place {
  readonly language: Language
  /** How wide the widest label of the section is, so that its facts line up. */
  readonly labelColumns: number
}

function widgetText(widget: Widget, place: Place): string[] {
  return (WIDGETS[widget.kind] as (widget: Widget, place: Place) => string[])(widget, place)
}

const WIDGETS: { readonly [K in WidgetKind]: (widget: Extract<Widget, { kind: K }>, place: Place) => string[] } = {
  fact: ({ label, value, detail, tone }, { language, labelColumns }) => {
    const what = detail ? `${plain(value)} · ${plain(detail)}` : plain(value)
    return [`${padded(plain(label), labelColumns)}  ${attention(tone, language)}${what}`]
  },

  note: ({ text, tone }, { language }) => [`${attention(tone, language)}${plain(text)}`],

  item: ({ title, lines, badge, tone, links = [] }, { language }) => [
    `- ${attention(tone, language)}${plain(title)}${badge ? ` [${plain(badge)}]` : ''}`,
    ...lines.map((line) => `    ${plain(line)}`),
    ...links.map((link) => `    ${linkText(link)}`),
  ],

  steps: ({ label, steps }, { language }) => {
    const states = steps.map((step) => ({ ...step, state: say(STATES[step.state], language) }))
    const widest = Math.max(0, ...states.map(({ state }) => columns(state)))
    return [plain(label), ...states.map((step) => `  ${padded(step.state, widest)}  ${plain(step.label)}`)]
  },

  shares: ({ label, parts }, { language }) => {
    const widest = Math.max(0, ...parts.map((part) => columns(plain(part.label))))
    return [
      plain(label),
      ...parts.map(
        (part) => `  ${padded(plain(part.label), widest)}  ${attention(part.tone, language)}${plain(part.value)}`,
      ),
    ]
  },

  // Nor can one turn to another part in it: it says which there are.
  turns: ({ label, turns }) => [`${plain(label)}: ${turns.map((turn) => plain(turn.label)).join(' | ')}`],

  // A mail cannot be filled in: it says what there is to do.
  form: ({ label, hint }) => [`> ${plain(label)}`, ...(hint ? [`    ${plain(hint)}`] : [])],

  link: (link) => [linkText(link)],
}

const linkText = ({ label, href }: Link): string => (safeHref(href) ? `${plain(label)}: ${href}` : plain(label))
