import type { BoardColumn, BoardCount } from '#shared/desk/board.ts'
import type { BoardWords } from './board-words.ts'
import { element } from './element.ts'

/** How many the fullest column has: the measure of every bar. */
export const fullest = (columns: readonly BoardColumn[]): number =>
  Math.max(1, ...columns.map(({ count }) => count?.all ?? 0))

/** A count, or no more than a floor of it. */
export const counted = (count: number, atLeast: boolean): string => (atLeast ? `${count}+` : String(count))

/** How much of a column is late, soon and in time: seen as a bar, heard and printed as words. */
export function boardBar({ late, soon, all, atLeast }: BoardCount, most: number, words: BoardWords): HTMLElement {
  const rest = all - late - soon
  const parts = [
    { name: 'late', count: late },
    { name: 'soon', count: soon },
    { name: 'inTime', count: rest },
  ] as const
  const segments = parts.flatMap(({ name, count }) => {
    if (count === 0) return []
    const segment = element('i', name)
    segment.style.flexGrow = String(count)
    return [segment]
  })
  const bar = element('span', 'bar', ...segments)
  bar.style.width = `${Math.round((all / most) * 100)}%`
  bar.setAttribute('aria-hidden', 'true')
  // The most urgent are counted first: what was not counted belongs to the last of the parts.
  const there = parts.filter(({ count }) => count > 0)
  const said = there.map(({ name, count }, at) =>
    words(name, { count: counted(count, atLeast && at === there.length - 1) }),
  )
  return element('p', 'measure', bar, element('span', 'parts', said.join(' · ')))
}
