import type { BoardColumn } from '#shared/desk/board.ts'
import { boardBar, counted, fullest } from './board-bar.ts'
import { boardCard } from './board-card.ts'
import type { BoardWords } from './board-words.ts'
import { element, isolated } from './element.ts'

interface BoardView {
  readonly element: HTMLElement
  /** Draws the whole board, and says how much is on it. */
  show(columns: readonly BoardColumn[], query: URLSearchParams): string
  /** Adds the next cards of a column, the reader at the first of them; says how many. */
  append(column: BoardColumn): string
  /** The next cards did not come: they can be asked for again. */
  failed(stage: string): void
  busy(busy: boolean): void
  clear(): void
}

/** The stages to choose from, each with what is late and soon, and their cards. */
export function boardView(words: BoardWords, more: (stage: string, cursor: string) => void): BoardView {
  const stages = element('ul', 'stages')
  stages.setAttribute('role', 'list')
  const chooser = element('nav', '', stages)
  chooser.setAttribute('aria-label', words('stages'))
  const note = element('p', 'note')
  const area = element('div', 'columns')
  const whole = element('div', 'board', note, chooser, area)

  const columnOf = (key: string) => area.querySelector<HTMLElement>(`[data-stage="${key}"]`)

  function offerMore(column: HTMLElement, { key, name, next, cards }: BoardColumn): void {
    column.querySelector('.more')?.remove()
    if (next === null) return
    const found = cards.length > 0
    const button = element('button', 'more secondary', words(found ? 'more' : 'further')) as HTMLButtonElement
    button.type = 'button'
    button.setAttribute('aria-label', words(found ? 'moreOf' : 'furtherIn', { stage: name }))
    button.addEventListener('click', () => {
      // Pressed twice it is asked for once; it stays what the keyboard is at.
      if (button.getAttribute('aria-disabled')) return
      button.setAttribute('aria-disabled', 'true')
      button.textContent = words('loading')
      more(key, next)
    })
    column.append(button)
  }

  function columnElement(column: BoardColumn, most: number): HTMLElement {
    const { key, name, count, cards, next } = column
    const title = element('h2', '', name, ' ')
    title.id = `column-${key}`
    title.tabIndex = -1
    if (count) title.append(element('span', 'badge', counted(count.all, count.atLeast)))
    const list = element('ol', 'cards', ...cards.map((card) => boardCard(card, words)))
    list.setAttribute('role', 'list')
    const empty = cards.length > 0 ? [] : [element('p', 'line', words(next ? 'notAmong' : 'none'))]
    const made = element('section', 'column', title, ...(count ? [boardBar(count, most, words)] : []), ...empty, list)
    made.dataset.stage = key
    made.setAttribute('aria-labelledby', title.id)
    offerMore(made, column)
    return made
  }

  function stageElement({ key, name, count }: BoardColumn, most: number): HTMLElement {
    const link = element(
      'a',
      '',
      isolated(name, 'name'),
      ' ',
      element('span', 'badge', counted(count?.all ?? 0, !!count?.atLeast)),
    )
    link.setAttribute('href', `#column-${key}`)
    return element('li', '', link, ...(count ? [boardBar(count, most, words)] : []))
  }

  return {
    element: whole,
    show(columns, query) {
      const most = fullest(columns)
      stages.replaceChildren(...columns.map((column) => stageElement(column, most)))
      area.replaceChildren(...columns.map((column) => columnElement(column, most)))
      const isEmpty = columns.every(({ cards, next }) => cards.length === 0 && next === null)
      note.textContent = isEmpty ? words(query.size > 0 ? 'nothingFits' : 'nothing') : ''
      note.hidden = !isEmpty
      chooser.hidden = isEmpty
      area.hidden = isEmpty
      const sum = (of: 'all' | 'late') => columns.reduce((all, { count }) => all + (count?.[of] ?? 0), 0)
      const atLeast = columns.some(({ count }) => count?.atLeast)
      const lateAtLeast = columns.some(({ count }) => count?.atLeast && count.late === count.all)
      return words('summary', { all: counted(sum('all'), atLeast), late: counted(sum('late'), lateAtLeast) })
    },
    append(column) {
      const made = columnOf(column.key)
      if (!made) return ''
      const cards = column.cards.map((card) => boardCard(card, words))
      made.querySelector('.cards')?.append(...cards)
      if (cards.length > 0) made.querySelector(':scope > .line')?.remove()
      offerMore(made, column)
      const next = cards[0]?.querySelector('a') ?? made.querySelector<HTMLElement>('.more') ?? made.querySelector('h2')
      next?.focus()
      return words('added', { count: String(cards.length), stage: column.name })
    },
    failed(stage) {
      const button = columnOf(stage)?.querySelector('.more')
      button?.removeAttribute('aria-disabled')
      if (button) button.textContent = words('more')
    },
    busy: (busy) => whole.setAttribute('aria-busy', String(busy)),
    clear() {
      stages.replaceChildren()
      area.replaceChildren()
    },
  }
}
