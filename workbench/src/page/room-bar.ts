import { DESK_HOME } from '#shared/desk/path.ts'
import type { Text } from '#shared/i18n/language.ts'
import { CLOCK_WORDS } from '../clock/words.ts'
import { OUTBOX_WORDS } from '../outbox/words.ts'
import { button, element, setAttributes } from './element.ts'
import { ROOMS, type Room } from './scene.ts'
import type { Surroundings, View } from './view.ts'
import { WORDS } from './words.ts'

/** The rooms of the workbench, side by side, and the desk, which is a page of the product itself. */
export function roomBar({ words, change }: Surroundings): View {
  const buttons = ROOMS.map((room) =>
    button({ id: `room-${room}`, onclick: () => change({ room }) }, words(LABELS[room])),
  )
  return {
    element: element(
      'nav',
      { className: 'rooms', ariaLabel: words(WORDS.rooms) },
      ...buttons,
      element('a', { id: 'desk-link', href: DESK_HOME, target: '_blank', rel: 'noopener' }, words(WORDS.desk)),
    ),
    show({ room }) {
      buttons.forEach((each, at) => {
        setAttributes(each, { 'aria-current': ROOMS[at] === room && 'page' })
      })
    },
  }
}

const LABELS: Readonly<Record<Room, Text>> = {
  mail: WORDS.roomMail,
  sheets: WORDS.roomSheets,
  outbox: OUTBOX_WORDS.room,
  clock: CLOCK_WORDS.room,
}
