import type { Message, RecordRef } from '#shared/api.ts'

/** What the pane shows the panel of: the open mail or none, or a record opened beside it. */
export interface Place {
  /** The reader's own mailbox. */
  readonly account: string
  readonly message: Message | null
  readonly record?: RecordRef
}

export const mailOf = ({ account, message }: Place): Place => ({ account, message })

/**
 * A name for a place. The whole message, not its Message-ID: that is the sender's to choose, and
 * one mail must never show the panel of another.
 */
export const keyOf = ({ account, message, record }: Place): string => JSON.stringify([account, message, record ?? null])
