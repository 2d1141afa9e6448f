import type { Host, Message, RecordRef, Reply } from '#shared/api.ts'

/** What a panel is shown of: what is open in the host, or a record opened beside that. */
export interface Place {
  /** Whose mailbox or sheet it is: what is kept for one person is never shown to another. */
  readonly account: string
  readonly message: Message | null
  /** The record that the host itself shows: the row of a sheet. */
  readonly shown?: RecordRef
  /** A record opened beside it. */
  readonly opened?: RecordRef
  /** What the host calls what is open, such as the subject of a mail; null when nothing is. */
  readonly name: string | null
}

/** Where a panel stands. Each host has one file that makes one of these. */
export interface Beside {
  /** Told to the Worker, and kept in the history of what is done here. */
  readonly surface: Host
  /** What is open at this moment. */
  place(): Place
  /** Goes to a record. Without it, records open in the panel's own place. */
  open?(record: RecordRef): void
  /** Told once something was done here and is saved. */
  saved?(): void
  /** The mail of `place` as it is (RFC 5322); null where the host does not give it. */
  readMail?(place: Place): Promise<Uint8Array<ArrayBuffer> | null>
  /** Puts a letter with its files into a reply to the mail of `place`. */
  reply?(letter: Reply, place: Place): Promise<Replied>
  /** What the host tells of the mail of `place` only when asked; null where it does not, or has another mail open by now. */
  more?(place: Place): Promise<MoreOfMessage | null>
  /** What of a record is shown from the start, as a `turns` widget would say it. */
  readonly see?: string
  /** There is room: what can be unfolded is so from the start. */
  readonly wide?: true
}

/** What stands in a mail, and those of its headers that hosts do not have at hand. */
export type MoreOfMessage = Pick<Message, 'letter' | 'replyTo' | 'inReplyTo' | 'references'>

/** Whether a reply stands open; false where none can be opened, or the mail is open no more. */
export type Replied = 'whole' | 'without_files' | false

export const besideOf = ({ opened, ...place }: Place): Place => place

export const recordOf = ({ opened, shown }: Place): RecordRef | undefined => opened ?? shown

/**
 * A name for a place. The whole message, not its Message-ID: that is the sender's to choose, and
 * one mail must never show the panel of another.
 */
export const keyOf = (place: Place): string => JSON.stringify([place.account, place.message, recordOf(place) ?? null])
