import type { Panel, Section, Widget } from '#shared/panel/panel.ts'

/** In place of a value. */
export const BLANK = '…'

/** A panel to be looked at: what could be pressed is a line that says so, and everything stands open. */
export function toBeLookedAt({ sections }: Panel): Section[] {
  return sections.map(({ key, title, summary, full, tone }) => ({
    key,
    title,
    summary: (full ?? summary).flatMap(lookedAt),
    ...(tone ? { tone } : {}),
  }))
}

function lookedAt(widget: Widget): Widget[] {
  if (widget.kind === 'link') return []
  if (widget.kind === 'form') {
    return [{ kind: 'item', title: widget.label, lines: widget.fields.map(({ label }) => label), badge: PRESSED }]
  }
  if (widget.kind !== 'item') return [widget]
  const { open: _, ...item } = widget
  return [item]
}

/** What marks a line that is a button for whom it is shown to. */
const PRESSED = '▸'

/** The same section without a value in it: of the example, so that what is left says nothing of anybody. */
export function withoutValues({ key, title, summary }: Section): Section {
  const widgets = summary.map(blank)
  // How many there are would be a value as well.
  const distinct = new Map(widgets.map((widget) => [JSON.stringify(widget), widget]))
  return { key, title: uncounted(title), summary: [...distinct.values()] }
}

function blank(widget: Widget): Widget {
  switch (widget.kind) {
    case 'fact':
      return { kind: 'fact', label: uncounted(widget.label), value: BLANK }
    case 'item':
      return widget.badge === PRESSED
        ? { kind: 'item', title: uncounted(widget.title), lines: widget.lines, badge: PRESSED }
        : { kind: 'item', title: BLANK, lines: widget.lines.map(() => BLANK) }
    case 'steps':
      return {
        ...widget,
        label: uncounted(widget.label),
        steps: widget.steps.map((step) => ({ ...step, state: 'next' })),
      }
    default:
      return { kind: 'note', text: BLANK }
  }
}

const uncounted = (label: string): string => label.replace(/\p{Nd}+/gu, BLANK)

/**
 * Of what somebody else sees, what the reader sees as well: each text of it is one that stands in the same section of
 * the reader's own panel. Nothing can come through that the reader is not shown anyway.
 */
export function knownOf(theirs: readonly Section[], own: readonly Section[]): Section[] {
  return theirs.flatMap((section): Section[] => {
    const mine = own.find(({ key }) => key === section.key)
    if (!mine) return []
    const texts = new Set(mine.summary.flatMap(textsOf))
    const whole = new Set(mine.summary.map((widget) => JSON.stringify(widget)))
    const tones = new Set(mine.summary.map(tonedText))
    const summary = section.summary.flatMap((widget): Widget[] => {
      if (whole.has(JSON.stringify(widget))) return [widget]
      const known = knownPart(widget, texts)
      return known ? [tones.has(tonedText(known)) ? known : untoned(known)] : []
    })
    const title = section.title === mine.title ? section.title : uncounted(section.title)
    return [
      { key: section.key, title, summary, ...(mine.tone && mine.tone === section.tone ? { tone: mine.tone } : {}) },
    ]
  })
}

function knownPart(widget: Widget, texts: ReadonlySet<string>): Widget | null {
  if (widget.kind === 'fact') {
    const { detail, ...fact } = widget
    if (!texts.has(fact.label) || !texts.has(fact.value)) return null
    return detail !== undefined && texts.has(detail) ? widget : fact
  }
  if (widget.kind === 'note') return texts.has(widget.text) ? widget : null
  if (widget.kind !== 'item' || !texts.has(widget.title)) return null
  const { badge, ...item } = widget
  const lines = item.lines.filter((line) => texts.has(line))
  return badge !== undefined && texts.has(badge) ? { ...item, lines, badge } : { ...item, lines }
}

function textsOf(widget: Widget): string[] {
  if (widget.kind === 'fact')
    return [widget.label, widget.value, ...(widget.detail === undefined ? [] : [widget.detail])]
  if (widget.kind === 'note') return [widget.text]
  if (widget.kind !== 'item') return []
  return [widget.title, ...widget.lines, ...(widget.badge === undefined ? [] : [widget.badge])]
}

const tonedText = (widget: Widget): string => JSON.stringify(['tone' in widget && widget.tone, textsOf(widget)[0]])

function untoned<W extends Widget>(widget: W): W {
  return { ...widget, tone: undefined }
}
