import type { ReadMessage } from '#shared/customer/match/read-message.ts'
import type { GmailRequest } from '../../../gmail-addon/src/event.ts'
import type { GoogleSettings } from '../identity/google.ts'

/** Somebody with the add-on open: what Google told of them, and what signs their presses. */
export interface Sitting {
  readonly request: GmailRequest
  readonly settings: GoogleSettings
  /** With what its letter tells, where that has been read. */
  readonly message: ReadMessage | undefined
  /** When Google called, by the real clock: a card has three seconds. */
  readonly since: number
}
