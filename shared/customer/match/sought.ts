import type { Address, Message } from '#shared/api.ts'
import { domainOf, hostOf, normalisedAddress } from '../address.ts'
import { numbersIn, type SubjectNumber } from '../document-number.ts'
import { isFreemail } from '../freemail.ts'
import { mailKey } from '../mail-key.ts'
import { normalisedName } from '../name.ts'
import type { Parties } from '../parties.ts'
import { isRelay } from '../relay.ts'
import { shapesOfHost } from './look-alike.ts'

/** Everything a mail is looked up by. Each list is bounded: what one mail costs does not depend on who wrote it. */
export interface SoughtByMail {
  readonly parties: Parties
  /** What the mail and those before it in its thread are known by: the first, itself, and the last. */
  readonly thread: readonly string[]
  /** What a choice for its thread is kept under: the first mail of it that is known. */
  readonly root: string
  /** The host's own id of the conversation, which is of one mailbox. */
  readonly conversation: string | null
  readonly numbers: readonly SubjectNumber[]
  /** Names for comparison that may be the counterpart's firm's. */
  readonly names: readonly string[]
  /** ISO 3166-1, by the ending of the counterpart's domain; null where that tells no country. */
  readonly country: string | null
  /** By which a customer's domain is found that the counterpart's only looks like. */
  readonly shapes: readonly string[]
  /** Where answers go, if not to the sender; and of which firm that is. */
  readonly replyTo: { readonly addresses: readonly string[]; readonly domains: readonly string[] }
}

const THREAD_MAX = 12
const NAMES_MAX = 4
const REPLY_TO_MAX = 3

export function soughtByMail(message: Message, parties: Parties): SoughtByMail {
  const own = mailKey(message)
  const before = (message.references ?? []).filter(Boolean)
  const [first] = before
  const inReplyTo = message.inReplyTo || null
  const thread = [first, own, inReplyTo, ...before.slice(-THREAD_MAX)].flatMap((one) => (one ? [one] : []))
  const [writer] = parties.addresses
  const company = writer === undefined ? null : companyOf(writer)
  const answers = (message.replyTo ?? []).flatMap((one) => normalisedAddress(one.address) ?? []).slice(0, REPLY_TO_MAX)
  return {
    parties,
    thread: [...new Set(thread)].slice(0, THREAD_MAX),
    root: first ?? inReplyTo ?? own,
    conversation: message.conversationId || null,
    numbers: numbersIn(message.subject ?? ''),
    names: parties.by === 'recipient' ? [] : namesOf(parties.counterpart, company),
    country: countryOf(writer),
    shapes: writer === undefined || company === null ? [] : shapesOfHost(hostOf(writer)),
    replyTo: { addresses: answers, domains: answers.flatMap((one) => companyOf(one) ?? []) },
  }
}

/** The domain of an address, if it names a firm. */
function companyOf(address: string): string | null {
  const domain = domainOf(address)
  return domain === null || isFreemail(domain) || isRelay(domain) ? null : domain
}

/** What a sender calls themselves, in parts: `Thiago Nunes - Trilha Sul` may be of `Trilha Sul`; and what their domain says. */
function namesOf(who: Address | null, company: string | null): string[] {
  const parts = (who?.name ?? '')
    .slice(0, NAME_MAX)
    .split(/\s[-–—|/·]\s|[|,;()（）【】/·•@]|\s(?:at|from|via|bei|chez|de la)\s/iu)
  const label = company?.split('.')[0] ?? ''
  const names = [who?.name?.slice(0, NAME_MAX) ?? '', ...parts, label, label.replaceAll('-', ' ')].map((name) =>
    normalisedName(name),
  )
  return [...new Set(names)].filter((name) => name.length >= SHORTEST).slice(-NAMES_MAX)
}

const NAME_MAX = 200
/** Two characters are a name in Chinese, and chance in Latin letters. */
const SHORTEST = 4

/** Where a domain's ending is a country's. Those that are sold to everybody tell none. */
function countryOf(address: string | undefined): string | null {
  const ending = /\.([a-z]{2})$/.exec(address ?? '')?.[1]
  if (!ending || SOLD.has(ending)) return null
  return ending === 'uk' ? 'GB' : ending.toUpperCase()
}
const SOLD = new Set('ai cc co eu fm gg io la me nu sh so to tv ws'.split(' '))
