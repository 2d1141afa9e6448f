import { say, text } from '#shared/i18n/language.ts'
import { type Section, SUMMARY_MAX, type Tone, type Widget } from '../panel.ts'
import type { View } from '../section-builder.ts'

export type Item = Extract<Widget, { kind: 'item' }>

interface List {
  readonly items: readonly Item[]
  /** How many there are besides; 0 by default. */
  readonly unread?: number
  /** Not all of them have been counted: every count is a floor, and says so. */
  readonly atLeast?: boolean
}

/**
 * A list at a glance and, where that is more, in full; with the tone of its gravest item. Where something graver
 * is hidden than what is seen, the note that counts the hidden ones has its tone.
 */
export function itemList({ items, unread = 0, atLeast = false }: List, view: View): Omit<Section, 'key' | 'title'> {
  const tone = gravest(items)
  const more = (count: number, hidden: readonly Item[], seen: readonly Item[]): Widget[] => {
    if (count === 0) return []
    const sentence = atLeast
      ? text('at least {count} more', '至少还有{count}个')
      : text('{count} more', '另有{count}个')
    const graver = rank(gravest(hidden)) > rank(gravest(seen)) ? { tone: gravest(hidden) } : {}
    return [{ kind: 'note', text: say(sentence, view.language, { count }), ...graver }]
  }
  const full = [...items, ...more(unread, [], items)]
  const shown = full.length <= SUMMARY_MAX ? items.length : SUMMARY_MAX - 1
  const [seen, hidden] = [items.slice(0, shown), items.slice(shown)]
  return {
    ...(rank(tone) > 0 ? { tone } : {}),
    summary: [...seen, ...more(hidden.length + unread, hidden, seen)],
    ...(hidden.length > 0 ? { full } : {}),
  }
}

/** How many there are, for a heading. */
export const countOf = ({ items, unread = 0, atLeast = false }: List): string =>
  `${atLeast ? '≥ ' : ''}${items.length + unread}`

const GRAVE: readonly Tone[] = ['neutral', 'warning', 'danger']
const rank = (tone: Tone): number => GRAVE.indexOf(tone)
const gravest = (items: readonly Item[]): Tone =>
  GRAVE.findLast((tone) => items.some((item) => item.tone === tone)) ?? 'neutral'
