import type { ChatMessage } from './chat.ts'

/** What was said on one day, or a part of it where that is much. */
export interface ChatItem {
  /** The same for the same part of the same day, whenever it is pasted. */
  readonly key: string
  /** On the telephone's clock: when it began. */
  readonly at: string
  readonly text: string
  readonly first: ChatMessage
  readonly last: ChatMessage
}

/** What a timeline item holds. */
const TEXT_MAX = 2_000
/** What one import stores at once: two months of every day. */
export const ITEMS_MAX = 60

/** A conversation by days, each in as few parts as it needs; a message is never divided, a very long one is cut. */
export function chatItems(messages: readonly ChatMessage[], contactId: string): ChatItem[] {
  const days = new Map<string, ChatMessage[]>()
  for (const message of messages) {
    const day = message.at.slice(0, 10)
    days.set(day, [...(days.get(day) ?? []), message])
  }
  return [...days].flatMap(([day, said]) =>
    partsOf(said).map((part, index): ChatItem => {
      const [first, last] = [part[0], part.at(-1)] as [ChatMessage, ChatMessage]
      return {
        key: `chat:${contactId}:${day}:${index + 1}`,
        at: first.at,
        text: part.map(lineOf).join('\n'),
        first,
        last,
      }
    }),
  )
}

function partsOf(messages: readonly ChatMessage[]): ChatMessage[][] {
  const parts: ChatMessage[][] = []
  let room = 0
  for (const message of messages) {
    const needed = lineOf(message).length + 1
    const last = parts.at(-1)
    if (last && needed <= room) last.push(message)
    else {
      parts.push([message])
      room = TEXT_MAX
    }
    room -= needed
  }
  return parts
}

const lineOf = ({ at, author, text }: ChatMessage): string => {
  const line = `${at.slice(11, 16)} ${author}: ${text}`.replace(/[\0\p{Cs}]/gu, '')
  return line.length < TEXT_MAX ? line : `${line.slice(0, TEXT_MAX - 2).replace(/\p{Cs}$/u, '')}…`
}

/** Names are the same whatever their case and accents; a first name is a name. */
function isNamed(author: string, name: string): boolean {
  const words = (text: string) =>
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .split(/[\s.·]+/)
      .filter(Boolean)
  const [one, other] = [words(author), words(name)]
  const within = (few: readonly string[], many: readonly string[]) =>
    few.length > 0 && few.every((word) => many.includes(word))
  return within(one, other) || within(other, one)
}

const OURSELVES = /^(?:you|me|我|vous|du|tú|você|вы)$/i

/** Whether the buyer wrote a message: whoever is called like them; where nobody is, whoever is not called like the reader. */
export function isTheirs(
  { author }: ChatMessage,
  authors: readonly string[],
  contact: string,
  reader: string,
): boolean {
  if (authors.some((one) => isNamed(one, contact))) return isNamed(author, contact)
  return !OURSELVES.test(author) && !isNamed(author, reader)
}
