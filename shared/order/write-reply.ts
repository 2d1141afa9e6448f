import type { Reply } from '#shared/api.ts'
import type { Letters } from './status-letter/words/index.ts'

/** A reply that is decided on, once there are the words to write it with. */
export type WriteReply = (letters: Letters) => Reply
