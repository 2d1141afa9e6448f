import { type Language, say, text } from '#shared/i18n/language.ts'
import type { Section, Widget } from '#shared/panel/panel.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'
import { mayAtAll } from './access.ts'
import { knownOf, withoutValues } from './blanked.ts'
import { fieldsOf, type Viewer } from './field-class.ts'

/** What is shown of a panel to somebody who looks as somebody else. */
export interface LookedAt {
  readonly theirs: readonly Section[]
  /** What the reader sees of the same; empty where they see nothing of it. */
  readonly own: readonly Section[]
  /** The example as the other sees it, and as the reader does. */
  readonly example: readonly Section[]
  readonly ownExample: readonly Section[]
}

/**
 * What the reader may be shown: of the real panel what stands in their own as well, and of what they do not see only that
 * the other sees something of the kind, taken from the example. So nothing that they may not see can be in it, not even
 * whether there is any.
 */
export function shownOf({ theirs, own, example, ownExample }: LookedAt): Section[] {
  const known = knownOf(theirs, own)
  const beyond = example.flatMap((section): Section[] => {
    const mine = ownExample.find(({ key }) => key === section.key)
    const seen = new Set((mine ? withoutValues(mine).summary : []).map((widget) => JSON.stringify(widget)))
    const blank = withoutValues(section)
    const summary = blank.summary.filter((widget) => !seen.has(JSON.stringify(widget)))
    return summary.length > 0 ? [{ ...blank, summary }] : []
  })
  const merged = known.map((section) => ({
    ...section,
    summary: [...section.summary, ...(beyond.find(({ key }) => key === section.key)?.summary ?? [])],
  }))
  return [...merged, ...beyond.filter(({ key }) => !known.some((one) => one.key === key))]
}

export interface ComparedSection {
  readonly section: Section
  readonly change: 'same' | 'new' | 'gone' | 'changed'
  /** What of it differs, in words. */
  readonly told: readonly string[]
}

/** The sections of one of two panels, each with how it differs from the other. */
export function comparedTo(
  sections: readonly Section[],
  others: readonly Section[],
  side: 'before' | 'after',
  language: Language,
): ComparedSection[] {
  const [alone, sentence] = side === 'before' ? (['gone', GOES] as const) : (['new', COMES] as const)
  return sections.map((section) => {
    const other = others.find(({ key }) => key === section.key)
    if (!other) return { section, change: alone, told: [] }
    const there = new Set(other.summary.map((widget) => JSON.stringify(widget)))
    const differs = section.summary.filter((widget) => !there.has(JSON.stringify(widget)))
    const isSame = differs.length === 0 && other.summary.length === section.summary.length
    const told = [...new Set(differs.map((widget) => say(sentence, language, { what: nameOf(widget) })))]
    return { section, change: isSame ? 'same' : 'changed', told }
  })
}

const GOES = text('Only today: {what}', '仅目前可见：{what}')
const COMES = text('Only then: {what}', '仅调整后可见：{what}')

function nameOf(widget: Widget): string {
  if (widget.kind === 'item') return widget.title
  return widget.kind === 'note' ? widget.text : widget.label
}

/** The types that a customer's panel is made of. */
const OF_PANEL: readonly TypeName[] = [
  'customer',
  'contact',
  'interaction',
  'inquiry',
  'deal',
  'quotation',
  'order',
  'installment',
]
const EVERYTHING = text('{type}: nothing of it', '{type}：全部不可见')
const SOME = text('{type}: {fields}', '{type}：{fields}')

/** What is hidden from somebody wherever they look, by type: whole records, or fields of a class they do not see. */
export function hiddenFrom(viewer: Viewer, language: Language): string[] {
  return OF_PANEL.flatMap((name) => {
    const type = TYPES[name].label[language]
    if (!mayAtAll(viewer.access, name, 'view')) return [say(EVERYTHING, language, { type })]
    const seen = fieldsOf(name, viewer)
    const hidden = Object.entries(viewer.fields[name]).filter(([key]) => !Object.hasOwn(seen, key))
    const fields = hidden.map(([, { label }]) => label[language]).join(language === 'en' ? ', ' : '、')
    return hidden.length > 0 ? [say(SOME, language, { type, fields })] : []
  })
}
