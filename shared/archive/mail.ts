import type { Message } from '#shared/api.ts'

/** What a mail's bytes say, once they are read. */
export interface ReadMail {
  /** As a host would tell of it. */
  readonly message: Message
  /** Message-IDs, the nearest last (RFC 5322, 3.6.4). */
  readonly inReplyTo: string | null
  /** When the last server took it, ms UTC; null where it does not tell: a mail that was sent from here. */
  readonly receivedAt: number | null
  readonly text: string
  /** The same as markup, where the mail has that. */
  readonly html: string | null
  /** What is attached; pictures within the text are not. */
  readonly attachments: readonly MailPart[]
  /** Pictures that the text shows, by Content-ID. */
  readonly pictures: readonly (MailPart & { readonly contentId: string })[]
  /** See {@link contentOf}. */
  readonly contentHash: string
}

/** A file in a mail. */
export interface MailPart {
  readonly name: string
  readonly mime: string
  readonly bytes: number
  readonly sha256: string
}

/**
 * What tells a mail from all others, however it travelled: who wrote what to whom and when, and what is attached. What servers
 * add, how lines end and how letters were encoded is not in it, so the copies of two mail programs are the same.
 */
export function contentOf(
  { from, to, cc, subject, sentAt }: Message,
  text: string,
  attached: readonly Pick<MailPart, 'sha256'>[],
): string {
  const addresses = (people: Message['to']) => (people ?? []).map(({ address }) => address.trim().toLowerCase()).sort()
  return JSON.stringify([
    from?.address.trim().toLowerCase() ?? '',
    addresses(to),
    addresses(cc),
    sentAt ?? '',
    collapsed(subject ?? ''),
    collapsed(text),
    attached.map(({ sha256 }) => sha256).sort(),
  ])
}

const collapsed = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()

/** How far a mail's own date may be from when it was received, ms: a clock that is off by more is not believed (domain 1.5). */
const TRUSTED_MS = 24 * 3_600_000

/** When a mail was written: what it says itself, unless that is more than a day off. Nothing is written after now. */
export function occurredAt(sentAt: string | null | undefined, receivedAt: number | null, now: number): number {
  const received = Math.min(receivedAt ?? now, now)
  const said = sentAt ? Date.parse(sentAt) : Number.NaN
  if (Number.isNaN(said) || said < 0) return received
  const isBelieved = receivedAt === null ? said <= now : Math.abs(said - received) <= TRUSTED_MS
  return isBelieved ? Math.min(said, now) : received
}
