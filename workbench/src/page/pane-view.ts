import { button, element, fill, setAttributes } from './element.ts'
import { icon } from './icon.ts'
import type { Scene } from './scene.ts'
import type { Surroundings, View } from './view.ts'
import { WORDS } from './words.ts'

interface Actions {
  openPane(): void
  /** The frame that the pane now runs in; null when it is closed. */
  framed(frame: HTMLIFrameElement | null): void
}

/** Where add-ins are shown: a title with pin and close, and the pane in a frame of its own, 320 px wide. */
export function paneView({ words, change }: Surroundings, actions: Actions): View {
  let pinned = true
  let run: number | null = null
  const pin = button({ id: 'pin', className: 'quiet', onclick: () => change({ pinned: !pinned }) }, icon('pin'))
  const close = button(
    {
      id: 'close-pane',
      className: 'quiet',
      title: words(WORDS.closePane),
      ariaLabel: words(WORDS.closePane),
      onclick: () => change({ paneOpen: false }),
    },
    icon('close'),
  )
  const place = element('div', { className: 'place' })
  const closed = element(
    'div',
    { className: 'empty' },
    element('p', {}, words(WORDS.paneClosed)),
    button({ className: 'command', onclick: actions.openPane }, words(WORDS.open)),
  )

  return {
    element: element(
      'section',
      { className: 'pane', ariaLabel: words(WORDS.pane) },
      element(
        'header',
        {},
        element('span', { className: 'mark' }, icon('quay')),
        element('h2', {}, 'Quayside'),
        pin,
        close,
      ),
      place,
    ),
    show(scene) {
      pinned = scene.pinned
      const hint = words(pinned ? WORDS.unpin : WORDS.pin)
      setAttributes(pin, { 'aria-pressed': String(pinned), 'aria-label': words(WORDS.pin), title: hint })
      pin.hidden = close.hidden = !scene.paneOpen
      const wanted = scene.paneOpen ? scene.paneRun : null
      if (wanted !== run || !place.firstChild) start(scene)
      run = wanted
    },
  }

  function start({ paneOpen }: Scene): void {
    const frame = paneOpen ? element('iframe', { title: words(WORDS.pane), src: '/outlook/pane.html' }) : null
    fill(place, frame ?? closed)
    actions.framed(frame)
  }
}
