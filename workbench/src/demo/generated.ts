import type { Customer } from '#shared/trade/index.ts'
import { contactsOf } from './contacts.ts'
import { type CustomerFile, customerRow } from './customers.ts'
import type { Firm } from './firm.ts'
import { orderSpecs } from './generated-orders.ts'
import { timelineOf } from './interactions.ts'
import type { Expected } from './order-book.ts'
import { orderRows } from './orders.ts'
import { TERMS } from './payment-terms.ts'
import { type Random, seeded } from './random.ts'
import { followerOf, type House, repsOf, teamOf } from './staff.ts'
import { COMPANY_WORDS, type CompanyWords, type Word } from './words/companies.ts'
import { type Country, LOADING_PORTS } from './words/countries.ts'
import { spelt } from './words/spelling.ts'
import { offsetMinutes } from './zone-offset.ts'

const TYPES = {
  importer: 26,
  wholesaler: 20,
  distributor: 18,
  retailer: 14,
  ecommerce: 9,
  brand: 6,
  trader: 4,
  other: 3,
} as const
const INDUSTRIES = [
  'Camping & outdoor',
  'Garden & patio',
  'Sporting goods',
  'Household goods',
  'Gifts & promotion',
] as const

/** Of the best customers, so many are the sales manager's own. */
const KEY_ACCOUNTS = 0.2

/** One customer of the plan, whole. `place` is its place in the firm, `numbers` are those of its orders. */
export function generatedFile(
  firm: Firm,
  house: House,
  { key, slot, nth, days }: Expected,
  place: number,
  numbers: readonly string[],
): CustomerFile {
  const random = seeded(key)
  const { country } = slot
  const company = companyOf(random, country, nth)
  const [city, timezone] = random.pick(country.cities)
  const since = (days[0] ?? firm.day - random.int(10, 700)) - random.int(30, 90)
  const rep = slot.habit === 'prospect' && random.chance(0.14) ? null : random.pick(repsOf(country.team))
  const owner = slot.habit === 'core' && seeded(key, 'key account').chance(KEY_ACCOUNTS) ? 'david.chen' : rep
  const keptBy = house.personId(owner ?? 'fang.yuan')
  const making = { at: firm.at(since, random.int(9 * 60, 18 * 60)), by: keptBy }
  const customerId = firm.id('customer', key, making.at)

  const contacts = contactsOf(
    firm,
    random,
    { key, customerId, country, timezone, domain: company.domain },
    slot.contacts,
    making,
  )
  const specs = orderSpecs(firm, key, slot, days, numbers)
  const followerId = house.personId(followerOf(country.team))
  const parties = { customerId, contactId: contacts[0]?.id ?? null, ownerId: keptBy, followerId }
  const rows = specs.map((spec) => orderRows(firm, parties, spec))
  const orders = rows.map(({ order }) => order)
  const last = orders.at(-1)
  const customer = customerRow(
    firm,
    { ...making, id: customerId },
    {
      doc_no: customerNumber(place),
      name: company.name,
      short_name: company.shortName,
      domains: [company.domain],
      country: country.code,
      city,
      timezone,
      language: country.language,
      type: random.weighted<NonNullable<Customer['type']>>(TYPES),
      industry: random.pick(INDUSTRIES),
      potential: random.pick(['unknown', 'low', 'medium', 'medium', 'high']),
      owner_id: owner && house.personId(owner),
      team_id: house.teamId(owner ? (teamOf(owner) ?? country.team) : country.team),
      default_incoterm: slot.incoterm,
      default_place: last?.named_place ?? LOADING_PORTS[slot.port].name,
      default_currency: slot.currency,
      payment_term: TERMS[slot.term].name,
    },
    orders,
  )
  const offsetMs = offsetMinutes(firm.now, timezone) * 60_000
  const interactions = timelineOf(
    firm,
    seeded(key, 'timeline'),
    { key, customerId, contacts, keptBy, domain: company.domain, language: country.language, offsetMs, since },
    rows.map(({ order }, index) => ({ order, course: (specs[index] as (typeof specs)[number]).course })),
  )
  return {
    customer,
    contacts,
    orders,
    lines: rows.flatMap(({ lines }) => lines),
    installments: rows.flatMap(({ installments }) => installments),
    interactions,
  }
}

export const customerNumber = (place: number): string => `C-${String(place).padStart(5, '0')}`

/** The nth pair of words of a list; when all pairs are used up they come again with a number. */
function companyOf(random: Random, country: Country, nth: number): { name: string; shortName: string; domain: string } {
  const { first, second }: CompanyWords = COMPANY_WORDS[country.companies]
  const round = Math.floor(nth / (first.length * second.length))
  const one = nth % first.length
  const two = (Math.floor(nth / first.length) + one) % second.length
  const [firstWord, firstLatin] = spelt(first[one] as Word)
  const [secondWord, secondLatin] = spelt(second[two] as Word)
  const glue = /\p{Script=Latin}/u.test(firstWord) ? ' ' : ''
  const more = round === 0 ? '' : `${glue}${round + 1}`
  const shortName = `${firstWord}${glue}${secondWord}${more}`
  return {
    shortName,
    name: random.pick(country.forms).replace('{}', () => shortName),
    domain: `${firstLatin}-${secondLatin}${round === 0 ? '' : `-${round + 1}`}.example`,
  }
}
