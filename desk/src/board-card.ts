import type { BoardCard } from '#shared/desk/board.ts'
import { deskPath } from '#shared/desk/path.ts'
import type { BoardWords } from './board-words.ts'
import { element, isolated } from './element.ts'

/** One thing on the board: a link to its page, with what is next, by when, for whom, and why it is stuck. */
export function boardCard(card: BoardCard, words: BoardWords): HTMLElement {
  const { type, id, title, customer, productLine, owner, step, dueText, tone, total, onHold, stuck } = card
  const link = element('a', 'title', title)
  link.setAttribute('href', deskPath(type, id))
  const held = onHold ? [element('span', 'badge', words('onHold'))] : []
  const due = dueText ? [element('span', 'due', dueText)] : []
  const hidden = (said: string) => element('span', 'spoken', `${said} `)
  const made = element(
    'li',
    'card',
    link,
    ...held,
    ...line('customer', customer),
    ...(step ? [element('p', 'todo', hidden(words('next')), step, ' ', ...due)] : []),
    ...(stuck ? [element('p', 'stuck', hidden(words('stuck')), stuck)] : []),
    ...line(
      'line',
      [productLine, total, owner].filter((one) => one !== null),
    ),
  )
  if (tone !== 'neutral') made.dataset.tone = tone
  return made
}

/** Values on a line, each with a writing direction of its own. */
function line(className: string, values: string | readonly string[] | null): HTMLElement[] {
  const all = [values ?? []].flat()
  if (all.length === 0) return []
  const parts = all.flatMap((value, at) => [...(at > 0 ? [' · '] : []), isolated(value)])
  return [element('p', className, ...parts)]
}
