import type { Message } from '#shared/api.ts'
import type { Parties } from '../parties.ts'
import { passesOn } from '../passes-on.ts'

/** The open mail with what its letter has told about it, where that came along. */
export interface ReadMessage extends Message {
  /** The sentence by which it speaks of another account to pay to, in its writer's own words: not in what they quote. */
  readonly bankChange?: string | null
}

/**
 * Whether the letter and the other headers of a mail would tell more about whose it is and what is wrong with it: of everything
 * that somebody outside has written, and of what a colleague or a form of ours passes on.
 */
export const tellsMore = (message: Message, { by, addresses }: Parties): boolean =>
  by === 'recipient' ? addresses.length === 0 && passesOn(message) : addresses.length > 0
