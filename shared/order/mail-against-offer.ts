import { folded } from '#shared/recognition/fold.ts'
import type { Found } from '#shared/recognition/found.ts'
import type { LineReading, MailReading } from '#shared/recognition/mail-reading.ts'
import type { PaymentTerm, Quotation, QuotationLine } from '#shared/trade/index.ts'

/** One thing that a buyer's mail wants otherwise than the offer has it, with the words it was read from. */
export type MailDifference = {
  readonly words: string
  /** False where the words can be read in two ways. */
  readonly certain: boolean
} & (
  | { readonly kind: 'qty'; readonly line: QuotationLine /** Thousandths. */; readonly qty: number }
  /** What they would pay: nobody offers it because they wish it. */
  | { readonly kind: 'target_price'; readonly line: QuotationLine /** As written: `5.40`. */; readonly price: string }
  | {
      readonly kind: 'incoterm'
      readonly incoterm: Quotation['incoterm']
      readonly place: string | null
      /** UN/LOCODE of the place. */
      readonly locode: string | null
    }
  /** Null where the firm has no term like it, or more than one. */
  | { readonly kind: 'payment'; readonly said: string; readonly term: PaymentTerm | null }
)

/** What an offer is laid beside. */
export interface Offer {
  readonly quotation: Quotation
  readonly lines: readonly QuotationLine[]
  /** The payment terms that the firm uses. */
  readonly terms: readonly PaymentTerm[]
}

/**
 * Where the open mail departs from the version of an offer that it answers, in the order in which an offer is read. Goods are
 * compared under their SKU alone, amounts in the offer's own unit and currency: what cannot be compared is not said to differ.
 */
export const mailDifferences = (mail: MailReading, offer: Offer): MailDifference[] => [
  ...mail.lines.flatMap((line) => ofLine(line, offer)),
  ...ofTerm(mail, offer),
  ...ofPayment(mail, offer),
]

function ofLine(asked: LineReading, { quotation, lines }: Offer): MailDifference[] {
  const { our_sku, buyer_sku, qty, unitCode, target_price, currency } = asked
  const line = lines.find((one) => isNamed(one.sku, our_sku) || isNamed(one.buyer_sku, buyer_sku))
  if (!line) return []
  const wanted = qty === undefined ? null : Math.round(qty.value * 1000)
  const isSameUnit = unitCode === null || unitCode === line.unit
  const isSameMoney = (currency?.value ?? quotation.currency) === line.currency
  // Who does not see the price is not told that somebody wants another.
  const price = line.unit_price === null || !isSameMoney ? undefined : target_price
  return [
    ...(qty && wanted !== null && isSameUnit && wanted !== line.qty
      ? [{ kind: 'qty' as const, line, qty: wanted, ...read(qty) }]
      : []),
    ...(price && Math.round(Number(price.value) * 1_000_000) !== line.unit_price
      ? [{ kind: 'target_price' as const, line, price: price.value, ...read(price) }]
      : []),
  ]
}

const isNamed = (known: string | null, said: Found<string> | undefined): boolean =>
  known !== null && said !== undefined && known.toUpperCase() === said.value.toUpperCase()

function ofTerm({ incoterms }: MailReading, { quotation }: Offer): MailDifference[] {
  const [term] = incoterms
  // Who wants prices on two bases, one of which is there, departs from nothing.
  if (!term || incoterms.some((one) => isOffered(one, quotation))) return []
  const { code, place, locode } = term
  const named = { place: place?.value ?? null, locode: locode?.value ?? null }
  return [{ kind: 'incoterm', incoterm: code.value as Quotation['incoterm'], ...named, ...read(code) }]
}

function isOffered({ code, place, locode }: MailReading['incoterms'][number], offered: Quotation): boolean {
  if (code.value !== offered.incoterm) return false
  if (place === null || offered.named_place === null) return true
  const isSamePort = locode !== null && locode.value === offered.place_locode
  return isSamePort || folded(place.value) === folded(offered.named_place)
}

function ofPayment({ payment }: MailReading, { quotation, terms }: Offer): MailDifference[] {
  if (payment === null) return []
  // What they have now stands behind it: `T/T 20/80 (was 30/70)`.
  const said = payment.value.replace(/ \(was .*\)$/, '')
  const term = termSaid(said, terms)
  if (term && term.id === quotation.payment_term_id) return []
  return [{ kind: 'payment', said, term, ...read(payment) }]
}

/** The one term that is called so; else the one with that split, and against what the mail says. */
function termSaid(said: string, terms: readonly PaymentTerm[]): PaymentTerm | null {
  const same = terms.filter(({ name, code }) => plain(name) === plain(said) || plain(code) === plain(said))
  const split = splitIn(said)
  const alike = split === null ? [] : terms.filter(({ name }) => splitIn(name) === split)
  const against = AGAINST.find((one) => said.toLowerCase().includes(one))
  const close = alike.filter(({ name }) => against === undefined || name.toLowerCase().includes(against))
  const [only, ...others] = same.length > 0 ? same : close
  return only && others.length === 0 ? only : null
}

const AGAINST = ['copy b/l', 'before shipment', 'l/c', 'in advance']

/** `20/80`, also where it is written as `20% deposit, 80% …`. */
function splitIn(words: string): string | null {
  const [, first, second] = /(\d{1,2})\s*%?\s*(?:deposit,|\/)\s*(\d{1,2})/.exec(words) ?? []
  return first && second ? `${first}/${second}` : null
}

const plain = (words: string): string => words.normalize('NFKC').toLowerCase().replace(/\s+/g, '')

const read = ({ words, certain }: Found<unknown>) => ({ words, certain })
