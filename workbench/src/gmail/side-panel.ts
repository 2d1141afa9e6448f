import type { Card } from '#shared/panel/render/card-json.ts'
import { button, element, fill } from '../page/element.ts'
import { icon } from '../page/icon.ts'
import type { Surroundings } from '../page/view.ts'
import type { CardStack } from './card-stack.ts'
import { type DrawnCard, drawCard, type Presses } from './draw-card.ts'
import { foldingMenu } from './folding-menu.ts'
import { WORDS } from './words.ts'

/** Gmail's side panel: 320 px, of which a card has 300. */
export interface SidePanel {
  readonly element: HTMLElement
  /**
   * Shows the card on top. With `focus` the reader came to it by a press, and the focus goes along.
   * Throws on a card that cannot be drawn, and goes on showing what it did.
   */
  show(cards: CardStack, options: { readonly focus: boolean }): void
  /** Says something above the card, or in its place where there is none; null takes it away. */
  say(notice: Notice | null): void
  /** Says something below the card for a moment; null takes it away before. */
  tell(sentence: string | null): void
  /** Whether the add-on is being called. */
  wait(calling: boolean): void
}

/** A sentence, and what can be done about it. */
export interface Notice {
  readonly sentence: string
  readonly label: string
  readonly remedy: () => void
}

interface Actions extends Presses {
  back(): void
  close(): void
}

/** How long a sentence stays below the card, ms. */
const TOLD_MS = 5_000

export function sidePanel({ words }: Surroundings, { back, close, ...presses }: Actions): SidePanel {
  const drawn = new WeakMap<Card, DrawnCard>()
  /** What was pressed on a card, for the focus to return to. */
  const left = new WeakMap<Card, HTMLElement>()
  let top: Card | undefined
  let telling: ReturnType<typeof setTimeout> | undefined

  const arrow = headerButton('back', words(WORDS.back), back)
  const menu = foldingMenu(words(WORDS.menu))
  const progress = element('div', {
    className: 'progress',
    hidden: true,
    ariaLabel: words(WORDS.loading),
    attributes: { role: 'progressbar' },
  })
  const notice = element('div', { className: 'notice', attributes: { role: 'alert' } })
  const place = element('div', { className: 'cards', onclick: remember })
  const title = element('p', { className: 'unseen', attributes: { role: 'status' } })
  const toast = element('div', { className: 'toast', attributes: { role: 'status' } })

  const panel = element(
    'section',
    { className: 'pane gmail', ariaLabel: words(WORDS.panel) },
    element(
      'header',
      {},
      arrow,
      element('span', { className: 'mark' }, icon('quay')),
      element('h2', {}, 'Quayside'),
      menu.element,
      headerButton('close', words(WORDS.close), close),
    ),
    progress,
    notice,
    place,
    title,
    toast,
  )

  return {
    element: panel,

    show(cards, { focus }) {
      const now = cards.at(-1)
      const shown = now && (drawn.get(now) ?? drawnAnew(now))
      arrow.hidden = cards.length < 2
      if (now === top) return
      top = now
      // Whoever has gone elsewhere in the meantime is not called back.
      const here = panel.contains(document.activeElement) || document.activeElement === document.body
      fill(place, shown?.element)
      menu.offer(shown?.menu ?? [])
      title.textContent = focus ? '' : (now?.header.title ?? '')
      place.scrollTop = 0
      if (focus && here && now) (left.get(now) ?? shown?.element)?.focus()
    },

    say(said) {
      fill(
        notice,
        said && element('p', {}, said.sentence),
        said && button({ onclick: () => said.remedy() }, said.label),
      )
    },

    tell(sentence) {
      clearTimeout(telling)
      fill(toast, sentence)
      if (sentence) telling = setTimeout(() => fill(toast), TOLD_MS)
    },

    wait(calling) {
      progress.hidden = !calling
      place.ariaBusy = String(calling)
    },
  }

  function drawnAnew(card: Card): DrawnCard {
    const anew = drawCard(card, presses)
    drawn.set(card, anew)
    return anew
  }

  function remember({ target }: Event): void {
    const pressed = target instanceof Element ? target.closest('button') : null
    if (top && pressed) left.set(top, pressed)
  }
}

function headerButton(name: 'back' | 'close', label: string, pressed: () => void): HTMLButtonElement {
  return button({ id: `panel-${name}`, title: label, ariaLabel: label, onclick: pressed }, icon(name))
}
