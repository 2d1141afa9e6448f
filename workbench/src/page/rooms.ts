import { clockView } from '../clock/clock-view.ts'
import { outboxView } from '../outbox/outbox-view.ts'
import { sheetsRoom } from '../sheets/sheets-room.ts'
import type { Room } from './scene.ts'
import type { Staff } from './session.ts'
import type { Surroundings, View } from './view.ts'

/** What fills the page in the place of the mailbox. */
export const ROOM_VIEWS: {
  readonly [R in Room]?: (around: Surroundings, staff: readonly Staff[]) => View
} = { sheets: sheetsRoom, outbox: outboxView, clock: clockView }
