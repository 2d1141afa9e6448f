import type { Message } from '#shared/api.ts'
import { normalisedAddress } from '#shared/customer/address.ts'
import type { Match, Situation } from '#shared/customer/situation.ts'
import { type LetterLocale, letterLocale } from '#shared/order/status-letter/language.ts'

/** To whom a letter to a buyer goes. */
export interface Addressee {
  readonly locale: LetterLocale
  /** Null where nobody in particular is written to. */
  readonly name: string | null
  /** Whether the open mail is theirs. */
  readonly fits: boolean
}

/** The buyer of a situation as the reader sees it, and how they are written to. */
export function addresseeOf(situation: Situation, message: Message | undefined): Addressee {
  if (situation.kind !== 'customer') return inquirer(situation, message)
  const { match, customer, contact } = situation.file
  // Somebody else of the firm may have written; then the letter is to nobody by name.
  const person = match.by === 'record' || isTheirs(match) ? contact : null
  return {
    locale: letterLocale([person?.language, customer.language], customer.country),
    name: person?.full_name ?? null,
    // A record can be opened beside any mail, and a forwarder may write of an order; a letter goes to its own buyer alone.
    fits: message !== undefined && (isTheirs(match) || match.by === 'domain'),
  }
}

/** Whether the person who wrote is known to be of the customer's. */
const isTheirs = ({ by }: Match): boolean => by === 'address' || by === 'alias' || by === 'chosen'

/** Who asked for a deal and is no customer yet. Who has to do with orders alone writes to nobody in particular. */
function inquirer({ kind, deal: known }: Situation, message: Message | undefined): Addressee {
  const deal = kind === 'order' ? null : known
  const asked = deal?.parts.inquiry[0]
  const from = normalisedAddress(message?.from?.address)
  return {
    locale: letterLocale([asked?.language], asked?.country ?? deal?.deal.destination_country),
    name: asked?.contact_name ?? null,
    fits: from !== null && from === normalisedAddress(asked?.email),
  }
}
