import { button, element, setAttributes } from './element.ts'
import { icon } from './icon.ts'
import { roomBar } from './room-bar.ts'
import type { Surroundings, View } from './view.ts'
import { WORDS } from './words.ts'

/** Says what this page is and, plainly, what it is not. */
export function titleBar(around: Surroundings): View {
  const { words, change } = around
  const rooms = roomBar(around)
  let listShown = true
  let controlsShown = false
  const list = button(
    {
      id: 'list-toggle',
      className: 'quiet',
      title: words(WORDS.showList),
      ariaLabel: words(WORDS.showList),
      onclick: () => change({ listShown: !listShown }),
    },
    icon('list'),
  )
  const controls = button(
    {
      id: 'controls-toggle',
      className: 'quiet',
      title: words(WORDS.controls),
      ariaLabel: words(WORDS.controls),
      onclick: () => change({ controlsShown: !controlsShown }),
    },
    icon('controls'),
  )

  return {
    element: element(
      'header',
      { className: 'title-bar' },
      list,
      element('span', { className: 'mark' }, icon('quay')),
      element('h1', {}, 'Quayside'),
      element('span', { className: 'badge' }, words(WORDS.workbench)),
      rooms.element,
      element('p', { className: 'disclaimer' }, words(WORDS.disclaimer)),
      controls,
    ),
    show(scene) {
      listShown = scene.listShown
      controlsShown = scene.controlsShown
      setAttributes(list, { 'aria-expanded': String(listShown) })
      setAttributes(controls, { 'aria-expanded': String(controlsShown) })
      rooms.show(scene)
    },
  }
}
