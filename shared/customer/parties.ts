import type { Address, Message } from '#shared/api.ts'
import { domainOf, normalisedAddress } from './address.ts'
import { isFreemail } from './freemail.ts'
import { isRelay } from './relay.ts'

/** Whom a mail is with: whose addresses and company domains to look for. */
export interface Parties {
  /** The person outside the firm the mail is with; null when nobody outside takes part. */
  readonly counterpart: Address | null
  /** True when the sender is one of ours. */
  readonly fromUs: boolean
  /** How the counterpart was found. */
  readonly by: 'sender' | 'recipient' | 'forward' | 'reply_to'
  /** The counterpart's; on our own mails those of everybody it is to. */
  readonly addresses: readonly string[]
  readonly domains: readonly string[]
  /** Everybody else outside who takes part: in To and Cc, and who wrote what was forwarded. */
  readonly copied: readonly string[]
  readonly copiedDomains: readonly string[]
}

/**
 * The counterpart is the sender; behind a colleague who forwards, a form of ours or a marketplace, who wrote it first. On our
 * own mails it is whom we wrote to, those in Cc only when nobody outside is in To. Freemail domains, those that pass on what
 * others write, and our own name no company, so they are never looked for.
 */
export function partiesOf(message: Message, firmDomains: readonly string[]): Parties {
  const { from, to, cc, replyTo, forwarded } = message
  const outside = (one: Address) => isOutside(one, firmDomains)
  const fromUs = from != null && normalisedAddress(from.address) !== null && !outside(from)
  const first = (list: readonly (Address | null | undefined)[]) =>
    list.flatMap((one) => (one && outside(one) ? [one] : []))
  const [recipients, others] = [first(to ?? []), first(cc ?? [])]
  const [author] = first([forwarded])
  const [answerTo] = first(replyTo ?? [])
  const senders = first([from])
  const passedOn = senders.some(({ address }) => isRelay(domainOf(normalisedAddress(address) ?? '') ?? ''))
  const all = [...senders, ...recipients, ...others, ...(author ? [author] : [])]
  const parties = (by: Parties['by'], with_: readonly Address[]): Parties => {
    const addresses = addressesOf(with_).slice(0, ADDRESSES_MAX)
    const copied = addressesOf(all)
      .filter((one) => !addresses.includes(one))
      .slice(0, COPIED_MAX)
    return {
      counterpart: with_[0] ?? (fromUs ? null : (from ?? null)),
      fromUs,
      by,
      addresses,
      domains: companiesOf(addresses),
      copied,
      copiedDomains: companiesOf(copied),
    }
  }
  if (fromUs && author) return parties('forward', [author])
  if (fromUs && recipients.length === 0 && others.length === 0 && answerTo) return parties('reply_to', [answerTo])
  if (fromUs) return parties('recipient', recipients.length > 0 ? recipients : others)
  return passedOn && answerTo ? parties('reply_to', [answerTo]) : parties('sender', senders)
}

/** A mail to more people than this is a circular; looking all of them up would cost every panel. */
const ADDRESSES_MAX = 4
const COPIED_MAX = 20

function isOutside(one: Address, firmDomains: readonly string[]): boolean {
  const address = normalisedAddress(one.address)
  const domain = address && domainOf(address)
  return address !== null && !(domain !== null && firmDomains.includes(domain))
}

const addressesOf = (people: readonly Address[]): string[] =>
  unique(people.map((one) => normalisedAddress(one.address)))

/** The domains of addresses that name a company. */
const companiesOf = (addresses: readonly string[]): string[] =>
  unique(addresses.map(domainOf)).filter((domain) => !isFreemail(domain) && !isRelay(domain))

const unique = (values: readonly (string | null)[]): string[] => [
  ...new Set(values.filter((value): value is string => value !== null)),
]
