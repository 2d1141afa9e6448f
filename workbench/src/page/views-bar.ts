import { button, element, setAttributes } from './element.ts'
import { VIEWS } from './scene.ts'
import type { Surroundings, View } from './view.ts'
import { WORDS } from './words.ts'

/** On a narrow screen only one part is seen; here is chosen which. */
export function viewsBar({ words, change }: Surroundings): View {
  const labels = { mails: WORDS.mails, mail: WORDS.mail, quayside: WORDS.openPane }
  const buttons = VIEWS.map((view) =>
    button({ id: `view-${view}`, onclick: () => change({ view }) }, words(labels[view])),
  )
  return {
    element: element('nav', { className: 'views', ariaLabel: words(WORDS.views) }, ...buttons),
    show(scene) {
      buttons.forEach((button, at) => {
        setAttributes(button, { 'aria-current': VIEWS[at] === scene.view && 'page' })
      })
    },
  }
}
