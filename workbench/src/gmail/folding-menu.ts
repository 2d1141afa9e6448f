import { element, fill } from '../page/element.ts'
import { icon } from '../page/icon.ts'

interface FoldingMenu {
  readonly element: HTMLElement
  /** Puts these into the menu, which is not there without any. */
  offer(items: readonly HTMLButtonElement[]): void
}

/** A menu behind three dots: folds when something is chosen, on Escape, and when the focus goes elsewhere. */
export function foldingMenu(label: string): FoldingMenu {
  const dots = element('summary', { title: label, ariaLabel: label }, icon('more'))
  const list = element('div', { onclick: fold })
  const menu = element(
    'details',
    {
      hidden: true,
      onkeydown: ({ key }) => {
        if (key !== 'Escape' || !menu.open) return
        fold()
        dots.focus()
      },
    },
    dots,
    list,
  )
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && menu.contains(relatedTarget))) fold()
  })
  return {
    element: menu,
    offer(items) {
      fold()
      fill(list, ...items)
      menu.hidden = items.length === 0
    },
  }

  function fold(): void {
    menu.open = false
  }
}
