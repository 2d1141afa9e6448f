import { dateIn } from '#shared/time/zone.ts'
import { attachedLines } from './attached-list.ts'
import { type Buyer, buyerIn } from './buyer.ts'
import { channelOf } from './channel.ts'
import { containerIn } from './container.ts'
import { customised } from './customisation.ts'
import { datesIn, monthFirstIn } from './dates.ts'
import { type Deadlines, deadlinesIn } from './deadlines.ts'
import {
  type Consent,
  consentIn,
  courierAccountIn,
  hsCodesIn,
  referenceIn,
  type SwiftCopy,
  swiftIn,
  workingWeekIn,
} from './extras.ts'
import { folded } from './fold.ts'
import { best, type Found, found } from './found.ts'
import { type DeliveryTerm, deliveryTerms } from './incoterms.ts'
import { type Kind, kindOf } from './kind.ts'
import { isTraditional, languageOfText } from './language.ts'
import { type Letter, letterOf } from './letter.ts'
import type { InquiryLine } from './line.ts'
import { inquiryLines, withAttached } from './lines.ts'
import type { Mailbox, ReceivedMail } from './mail.ts'
import { styleOf } from './numbers.ts'
import { isForm, type Pair, pairsIn } from './pairs.ts'
import { clausesOf, passage } from './passage.ts'
import { paymentIn } from './payment.ts'
import { currenciesIn } from './prices.ts'
import { type Sent, sentAt } from './sent.ts'
import { wantsIn } from './wants.ts'
import { warningsIn } from './warnings.ts'

/** What is known without the mail. */
export interface Known {
  /** Domains of one's own firm: a mail from there is forwarded, or comes from one's own website. */
  readonly ownDomains: readonly string[]
  /** Domains of customers, for those that only look like one. */
  readonly customerDomains: readonly string[]
  /** IANA, of one's own firm: what a buyer calls `your time`. */
  readonly timezone: string
}

/** What a mail says, each value with the words it came from. Lists are in the order of the mail. */
export interface Recognition extends Buyer, Deadlines, Partial<SwiftCopy> {
  readonly language: Found<string> | null
  readonly direction: 'rtl' | null
  readonly kind: Kind | null
  readonly channel: Found<string>
  readonly external_ref: Found<string> | null
  readonly thread_of: Found<string> | null
  /** The mail came from a platform, a form or a colleague. */
  readonly sender_is_not_buyer: boolean
  readonly reply_address: Found<string> | null
  readonly lines: readonly InquiryLine[]
  readonly container: Found<string> | null
  readonly currency: Found<string> | null
  readonly incoterms: readonly DeliveryTerm[]
  readonly hs_codes: readonly Found<string>[]
  readonly payment: Found<string> | null
  readonly wants: readonly Found<string>[]
  readonly courier_account: Found<string> | null
  readonly working_week: Found<string> | null
  readonly consent: Consent | null
  readonly attachments: readonly Found<string>[]
  readonly warnings: readonly Found<string>[]
}

/** Whether an address is one of one's own firm. */
export const isOwnOf =
  ({ ownDomains }: Known) =>
  (address: string): boolean =>
    ownDomains.some(
      (domain) => address.toLowerCase().endsWith(`@${domain}`) || address.toLowerCase().endsWith(`.${domain}`),
    )

/** Reads a mail by rules and dictionaries alone. Nothing is said that the mail does not contain; it never throws. */
export function recognise(mail: ReceivedMail, known: Known): Recognition {
  const isOwn = isOwnOf(known)
  const letter = letterOf(mail, isOwn)
  const all = [...letter.body, ...letter.signature]
  const pairs = pairsIn(all)
  const form = isForm(pairs, letter.body) ? pairs : []
  const said = form.length > 0 ? message(all, form) : letter.body
  const language = languageIn(letter, said)
  const mailbox = writerOf(mail, letter, form, isOwn)
  const sent = sentAt(mail.date)
  const buyer = buyerIn({
    letter: form.length > 0 ? { ...letter, body: all, signature: [] } : letter,
    pairs: form,
    mailbox,
    language: language?.value ?? null,
    sent,
  })
  const zone = buyer.timezone?.value ?? null
  const clauses = clausesOf(said)
  const subject = passage(letter.subject.slice(0, 500))
  const style = styleOf(language?.value ?? null, buyer.country?.value ?? null)
  const terms = deliveryTerms([
    ...clauses,
    subject,
    ...form.filter(({ label }) => label === 'incoterm').map(({ value }) => passage(value)),
  ])
  const written = inquiryLines({ body: said, quoted: letter.quoted, pairs: form, terms, style })
  const lines = customised(withAttached(written, attachedLines(mail.lists ?? [])), clauses)
  const shown = monthFirstIn(said.join('\n'))
  const calendar = {
    language: language?.value ?? null,
    monthFirst: shown ?? buyer.country?.value === 'US',
    orderShown: shown !== null,
    readerZone: known.timezone,
    today: writtenOn(letter, sent, zone, language?.value ?? null),
  }
  const swift = swiftIn(said)
  const reference = referenceIn(letter.subject, clauses)
  const names = [
    buyer.company?.value ?? '',
    ...(mail.from?.name.split(/\s+[-–|]\s+/) ?? []),
    ...letter.signature.slice(0, 6),
  ].filter((name) => name.length < 60)
  const warnings = letter.forwarded || form.length > 0 ? [] : warningsIn(mail, clauses, known.customerDomains, names)
  const channel = channelOf(mail, letter, form, isOwn)
  return {
    ...buyer,
    ...deadlinesIn(clauses, calendar, zone),
    ...swift,
    language: regional(language, buyer.country, all.join('\n')),
    direction: ['ar', 'he', 'fa', 'ur'].includes(language?.value ?? '') ? 'rtl' : null,
    kind: kindOf({
      subject,
      clauses,
      answers: mail.answers,
      hasLines: lines.length > 0,
      hasReference: reference !== null,
      isForm: form.length > 0,
      warned: warnings.length > 0,
      transferred: swift !== null,
    }),
    channel: channel.channel,
    external_ref: channel.platform ? externalReference(letter.subject, form) : null,
    thread_of: mail.answers || swift ? reference : null,
    sender_is_not_buyer: channel.platform || letter.forwarded,
    reply_address: channel.platform && mail.replyTo ? found(mail.replyTo.address, mail.replyTo.address) : null,
    lines,
    container: containerIn(clauses),
    currency: swift?.currency ?? currencyOf(lines, clauses),
    incoterms: terms,
    hs_codes: hsCodesIn(clauses),
    payment: swift
      ? null
      : (paymentIn(clauses) ??
        paymentIn(form.filter(({ label }) => label === 'payment').map(({ words }) => passage(words)))),
    wants: wantsIn(clauses),
    courier_account: courierAccountIn(clauses),
    working_week: workingWeekIn(clauses, language?.value ?? null),
    consent: consentIn(pairs),
    attachments: mail.attachments.filter(({ inline }) => !inline).map(({ name }) => found(name, name)),
    warnings,
  }
}

/** Below `Message:` and up to the next field or stroke stands what the buyer wrote; other fields are no sentences. */
function message(lines: readonly string[], form: readonly Pair[]): readonly string[] {
  const start = form.find(({ label }) => label === 'message')
  if (!start) return lines.map((line, at) => (form.some((pair) => pair.line === at) ? '' : line))
  const after = form.filter(({ line, label }) => line > start.line && !OFTEN_IN_TEXT.has(label)).map(({ line }) => line)
  const stop = Math.min(...after, lines.length)
  return lines.map((line, at) => {
    if (at === start.line) return start.value
    return at > start.line && at < stop && !/^[-=_*]{5,}$/.test(line.trim()) ? line : ''
  })
}

/** A message may well say `Payment: ...` itself. */
const OFTEN_IN_TEXT = new Set(['payment', 'quantity', 'incoterm', 'price', 'product'])

function languageIn(letter: Letter, said: readonly string[]): Found<string> | null {
  const text = said.join('\n')
  const read =
    languageOfText(text.length > 40 ? text : [letter.subject, text, ...letter.signature].join('\n')) ??
    languageOfText(letter.subject)
  if (!read) return null
  const line = said.find((one) => one.trim().length > 10) ?? letter.subject
  return found(read.language, line.slice(0, 200), read.certain)
}

/** The tongue of a country where it is written in its own way: pt-BR, es-MX. */
function regional(language: Found<string> | null, country: Found<string> | null, text: string): Found<string> | null {
  if (language?.value === 'zh' && isTraditional(text)) return { ...language, value: 'zh-TW' }
  const own = { es: 'ES', pt: 'PT' }[language?.value ?? '']
  if (!language || !own || !country || country.value === own || !AMERICAN.has(country.value)) return language
  return { ...language, value: `${language.value}-${country.value}` }
}

const AMERICAN = new Set('AR BO BR CL CO CR CU DO EC GT HN MX NI PA PE PR PY SV US UY VE'.split(' '))

/** Who writes: whom a colleague forwards, who stands in a form, who is behind a platform's Reply-To. */
function writerOf(
  mail: ReceivedMail,
  letter: Letter,
  form: readonly Pair[],
  isOwn: (address: string) => boolean,
): Mailbox | null {
  if (letter.forwarded) return letter.from
  const machine = mail.automatic || (mail.from !== null && isOwn(mail.from.address))
  return machine && form.length > 0 && mail.replyTo ? mail.replyTo : mail.from
}

function writtenOn(letter: Letter, sent: Sent | null, zone: string | null, language: string | null): string {
  const today = sent ? dateIn(sent.instant, zone ?? 'UTC') : '1970-01-01'
  const dates = letter.writtenDate ? datesIn(folded(letter.writtenDate), { language, monthFirst: false, today }) : []
  const written = dates.find(({ weekday }) => !weekday)
  return written && !written.value.includes('W') ? written.value : today
}

/** The currency that the prices are wanted in, where the lines do not say it. */
function currencyOf(
  lines: readonly InquiryLine[],
  clauses: readonly { readonly text: string }[],
): Found<string> | null {
  if (lines.some(({ currency }) => currency)) return null
  return best(
    clauses.flatMap(({ text }) =>
      currenciesIn(text).map(({ code, certain, start, end }) => found(code, text.slice(start, end), certain)),
    ),
  )
}

function externalReference(subject: string, form: readonly Pair[]): Found<string> | null {
  const pair = form.find(({ label }) => label === 'reference')
  if (pair) return found(pair.value, pair.words)
  const match = /(?<![\p{L}\d])[A-Z]{2,5}-?\d{5,14}(?!\d)/u.exec(subject)
  return match && found(match[0], match[0])
}
