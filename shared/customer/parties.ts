import type { Address, Message } from '#shared/api.ts'
import { domainOf, normalisedAddress } from './address.ts'
import { isFreemail } from './freemail.ts'

/** Whom a mail is with: whose addresses and company domains to look for. */
export interface Parties {
  /** The person outside the firm the mail is with; null when nobody outside takes part. */
  readonly counterpart: Address | null
  /** True when the sender is one of ours. */
  readonly fromUs: boolean
  readonly addresses: readonly string[]
  readonly domains: readonly string[]
}

/**
 * The counterpart is the sender; on our own mails it is whom we wrote to, those in Cc only when nobody
 * outside is in To. Freemail
 * domains and our own name no company, so they are never looked for.
 */
export function partiesOf(message: Message, firmDomains: readonly string[]): Parties {
  const ours = (one: Address) => {
    const address = normalisedAddress(one.address)
    const domain = address && domainOf(address)
    return domain !== null && firmDomains.includes(domain)
  }
  const fromUs = message.from != null && ours(message.from)
  const outsiders = (people: readonly Address[]) =>
    people.filter((one) => normalisedAddress(one.address) !== null && !ours(one))
  const to = outsiders(message.to ?? [])
  const outside = fromUs
    ? to.length > 0
      ? to
      : outsiders(message.cc ?? [])
    : outsiders(message.from ? [message.from] : [])
  const addresses = unique(outside.map((one) => normalisedAddress(one.address))).slice(0, ADDRESSES_MAX)
  const domains = unique(addresses.map(domainOf)).filter((domain) => !isFreemail(domain))
  return { counterpart: outside[0] ?? (fromUs ? null : (message.from ?? null)), fromUs, addresses, domains }
}

/** A mail to more people than this is a circular; looking all of them up would cost every panel. */
const ADDRESSES_MAX = 4

const unique = (values: readonly (string | null)[]): string[] => [
  ...new Set(values.filter((value): value is string => value !== null)),
]
