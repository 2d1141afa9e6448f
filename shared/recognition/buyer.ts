import { domainOf } from '#shared/customer/address.ts'
import { isFreemail } from '#shared/customer/freemail.ts'
import { zoneOf } from './clock-zone.ts'
import { companyIn } from './company.ts'
import { contactIn, nameOf, titleIn } from './contact.ts'
import { countryIn, countryNamed, countryOfCity, countryOfDomain, countryOfForm, countryOfPostcode } from './country.ts'
import { best, type Found, found } from './found.ts'
import type { Label } from './labels.ts'
import type { Letter } from './letter.ts'
import type { Mailbox } from './mail.ts'
import type { Pair } from './pairs.ts'
import { countryOfPhone, phoneIn } from './phone.ts'
import { postalAddressIn } from './postal-address.ts'
import type { Sent } from './sent.ts'

/** Who wants to buy. */
export interface Buyer {
  readonly company: Found<string> | null
  readonly country: Found<string> | null
  readonly contact: Found<string> | null
  readonly title: Found<string> | null
  readonly email: Found<string> | null
  readonly phone: Found<string> | null
  readonly timezone: Found<string> | null
  /** Where letters to the firm go, in one line. */
  readonly address: Found<string> | null
}

export interface Told {
  readonly letter: Letter
  /** Fields of a form, which are said of the buyer; empty for a letter. */
  readonly pairs: readonly Pair[]
  /** Whose mail it is: the sender, or who stands behind a platform or a form. */
  readonly mailbox: Mailbox | null
  readonly language: string | null
  readonly sent: Sent | null
}

/** Of a form its fields; of a letter its signature, then the words of its text, then its headers. */
export function buyerIn({ letter, pairs, mailbox, language, sent }: Told): Buyer {
  const { body, signature } = letter
  const signed = signature.length > 1 ? signature : body.slice(-14)
  const field = (label: Label) => pairs.find((pair) => pair.label === label && pair.value !== '')
  const told = (label: Label) => {
    const pair = field(label)
    return pair ? found(pair.value, pair.words) : null
  }
  const address = mailbox?.address ?? ''
  const domain = address.includes('@') ? domainOf(address) : null
  const own = domain && !isFreemail(domain) ? domain : null
  const isForm = pairs.length > 0
  const company = told('company') ?? withLatin(companyIn(signed, own), signed) ?? companyIn(body, isForm ? null : own)
  const contact = told('contact') ?? contactIn(signed, mailbox)
  const phone = told('phone') ?? phoneIn(signed) ?? phoneIn(body.filter((line) => /\+/.test(line)))
  const country = countryOf({ field: field('country'), signed, body, phone, company, domain: own, language })
  const email = field('email')?.value.includes('@')
    ? told('email')
    : address && !isForm
      ? found(address, address)
      : null
  const about = [
    ...pairs.filter(({ label }) => label === 'city' || label === 'country').map(({ words }) => words),
    ...signed,
  ]
  return {
    company: company && tidy(company),
    country,
    contact,
    title:
      told('title') ??
      (isForm && signature.length === 0
        ? null
        : titleIn(signed, contact?.value ?? nameOf(mailbox), company?.value ?? null)),
    email,
    phone,
    timezone: country && zoneOf(country, about, sent),
    address: isForm && signature.length === 0 ? null : postalAddressIn(signed, language),
  }
}

const tidy = (company: Found<string>): Found<string> => ({
  ...company,
  value: company.value.replace(/\s+/g, ' ').trim(),
})

/** A firm that signs in two scripts has both names: `Golden Palm Trading Est. / مؤسسة النخيل الذهبي للتجارة`. */
function withLatin(company: Found<string> | null, lines: readonly string[]): Found<string> | null {
  if (!company || /[A-Za-z]/.test(company.value)) return company
  const latin = companyIn(
    lines.filter((line) => /^[\p{sc=Latn}\d\s.,&'()/-]+$/u.test(line)),
    null,
  )
  return latin && latin.value !== company.value
    ? found(`${latin.value} / ${company.value}`, company.words, company.certain)
    : company
}

interface Signs {
  readonly field: Pair | undefined
  readonly signed: readonly string[]
  readonly body: readonly string[]
  readonly phone: Found<string> | null
  readonly company: Found<string> | null
  readonly domain: string | null
  readonly language: string | null
}

/** What the form says; else where the telephone is; else what the address names. Two that differ make it uncertain. */
function countryOf({ field, signed, body, phone, company, domain, language }: Signs): Found<string> | null {
  const said = field && countryNamed(field.value, language)
  if (said) return found(said, field.words)
  const code = phone && countryOfPhone(phone.value)
  const byPhone = phone && code ? found(code.country, phone.words, code.certain) : null
  const named = countryOfPostcode(signed) ?? countryIn(signed, language)
  const byDomain = domain ? countryOfDomain(domain) : null
  if (byPhone && named && byPhone.value !== named.value) {
    // +1 is also Canada's; and a firm may name where it delivers to.
    return byPhone.value === 'US' && named.value === 'CA' ? named : { ...byPhone, certain: byPhone.certain }
  }
  if (byPhone)
    return named || byPhone.value !== 'US' ? { ...byPhone, certain: byPhone.certain || named !== null } : byPhone
  if (named) return named
  if (domain && byDomain) return found(byDomain, domain)
  const city = countryOfCity(signed, language)
  const form = company && countryOfForm(company, language)
  const either = best([city, form])
  if (either) return { ...either, certain: either.certain || (city !== null && city?.value === form?.value) }
  const mentioned = countryIn(body, language)
  return best([mentioned && { ...mentioned, certain: false }])
}
