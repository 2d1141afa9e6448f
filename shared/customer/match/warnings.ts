import { domainOf, hostOf, normalisedAddress } from '../address.ts'
import { isFreemail } from '../freemail.ts'
import { isRelay } from '../relay.ts'
import { speaksOfBankChange } from './bank-change.ts'
import type { Ranked } from './ladder.ts'
import { type Likeness, likeness } from './look-alike.ts'
import type { ReadMessage } from './read-message.ts'
import type { SoughtByMail } from './sought.ts'

/** What somebody should know before they believe a mail. */
export type Warning =
  /** The domain is not the one it looks like. `known` is null for a reader who may not see that customer; then `owner` is whose it is. */
  | {
      readonly kind: 'look_alike'
      readonly domain: string
      readonly how: Likeness
      readonly known: {
        readonly domain: string
        readonly customer: string
        /** A telephone of the customer's first contact who has one; null where there is none that the reader sees. */
        readonly phone: string | null
      } | null
      readonly owner: string | null
      /** Who is told when somebody reports it; shown to nobody. */
      readonly ownerId: string | null
    }
  /** Answers would go to somebody else than the sender. */
  | { readonly kind: 'reply_to'; readonly from: string; readonly replyTo: string; readonly freemail: boolean }
  /** The sender's name shows another address than theirs. */
  | { readonly kind: 'name_shows_other'; readonly shown: string; readonly address: string }
  /** The mail speaks of an account that has changed. `suspect` where something else is wrong with it too. */
  | { readonly kind: 'bank_change'; readonly suspect: boolean }
  /** It belongs to a customer, and comes from an address that none of their people is known by. */
  | { readonly kind: 'new_address'; readonly address: string }

/** A customer's domain that shares a shape with the counterpart's. */
export interface NearDomain {
  readonly domain: string
  readonly customer: string
  readonly phone: string | null
  readonly owner: string | null
  readonly ownerId: string | null
  readonly seen: boolean
}

/** The look-alike among the domains near the counterpart's, the likeliest deceit first; null where there is none. */
export function lookAlike(
  { parties }: SoughtByMail,
  near: readonly NearDomain[],
): Extract<Warning, { kind: 'look_alike' }> | null {
  const [address] = parties.addresses
  if (parties.by === 'recipient' || address === undefined) return null
  const host = hostOf(address)
  const alike = near.flatMap((one) => {
    const how = likeness(host, one.domain)
    return how === null ? [] : [{ ...one, how }]
  })
  const [first] = alike.toSorted(
    (a, b) => WORST.indexOf(a.how) - WORST.indexOf(b.how) || Number(b.seen) - Number(a.seen),
  )
  if (!first) return null
  const { how, seen, domain, customer, phone, owner, ownerId } = first
  const known = seen ? { domain, customer, phone } : null
  return { kind: 'look_alike', domain: domainOf(host) ?? host, how, known, owner, ownerId }
}

const WORST: readonly Likeness[] = ['same_looks', 'name_within', 'one_letter', 'other_ending']

/** Whether a likeness alone keeps a mail from being linked: with another ending it may well be the same firm. */
export const isDeceit = (how: Likeness): boolean => how !== 'other_ending'

/**
 * Everything to be told before a mail's link: by its headers, and by its letter where that came along. `replyToKnown` says that
 * answers go to somebody of the same customer.
 */
export function warningsOf(
  message: ReadMessage,
  {
    sought,
    alike,
    link,
    replyToKnown,
  }: {
    readonly sought: SoughtByMail
    readonly alike: Extract<Warning, { kind: 'look_alike' }> | null
    readonly link: Ranked | null
    readonly replyToKnown: boolean
  },
): Warning[] {
  if (sought.parties.by === 'recipient') return []
  const suspicious = [alike, replyToUnlike(message, sought, replyToKnown), otherName(message)].filter(
    (one) => one !== null,
  )
  const isNew = link !== null && NEW.has(link.rung) && !link.reasons.some(({ rung }) => rung === 'address')
  const [address] = sought.parties.addresses
  const stranger: Warning[] = isNew && address !== undefined ? [{ kind: 'new_address', address }] : []
  const suspect = suspicious.length > 0 || stranger.length > 0
  const speaks = Boolean(message.bankChange) || speaksOfBankChange(message.subject ?? '')
  const bank: Warning[] = speaks ? [{ kind: 'bank_change', suspect }] : []
  return [...suspicious, ...bank, ...stranger]
}

/** By what a mail is found to be a customer's whose writer nobody knows. */
const NEW: ReadonlySet<string> = new Set(['thread', 'number', 'domain'])

function replyToUnlike({ from }: ReadMessage, { parties, replyTo }: SoughtByMail, known: boolean): Warning | null {
  const sender = normalisedAddress(from?.address)
  if (sender === null || parties.by !== 'sender' || known) return null
  const domain = domainOf(sender)
  // A marketplace's notice is answered through the marketplace.
  if (domain !== null && isRelay(domain)) return null
  const other = replyTo.addresses.find(
    (one) => one !== sender && (domainOf(one) !== domain || domain === null || isFreemail(domain)),
  )
  if (other === undefined) return null
  return { kind: 'reply_to', from: sender, replyTo: other, freemail: isFreemail(domainOf(other) ?? '') }
}

/** `"thiago@trilhasul.example" <x@elsewhere.example>`: many clients show the name alone. */
function otherName({ from }: ReadMessage): Warning | null {
  const address = normalisedAddress(from?.address)
  const shown = normalisedAddress(
    /[^\s"'<>()[\],;:]+@[^\s"'<>()[\],;:]+\.[^\s"'<>()[\],;:]+/u.exec(from?.name ?? '')?.[0],
  )
  if (address === null || shown === null || domainOf(shown) === domainOf(address)) return null
  return { kind: 'name_shows_other', shown, address }
}
