import type { Contact } from '#shared/trade/index.ts'
import type { Firm } from './firm.ts'
import type { Random } from './random.ts'
import { type Making, record } from './record.ts'
import type { Country } from './words/countries.ts'
import { type Name, type Names, PEOPLE } from './words/people.ts'
import { spelt } from './words/spelling.ts'
import { departmentOf, titleOf } from './words/titles.ts'

/** Together 35/25/20/10/10 (domain 6.1): who is asked first decides more often. */
const FIRST = { decision_maker: 62, influencer: 20, user: 18 } as const
const OTHERS = {
  decision_maker: 10,
  influencer: 30,
  user: 22,
  gatekeeper: 19,
  finance: 10,
  logistics: 6,
  unknown: 3,
} as const

interface Employer {
  readonly key: string
  readonly customerId: string
  readonly country: Country
  readonly timezone: string
  readonly domain: string
}

/** The people of a customer, the main contact first. */
export function contactsOf(
  firm: Firm,
  random: Random,
  employer: Employer,
  count: number,
  making: Omit<Making, 'id'>,
): Contact[] {
  const { country } = employer
  const names: Names = PEOPLE[country.people]
  const [given, family] = [random.int(0, 99), random.int(0, 99)]
  return Array.from({ length: count }, (_, index) => {
    // Steps of one through both lists, shifted once around: nobody in a firm has another's name.
    const lap = Math.floor(index / names.given.length)
    const first = spelt(names.given[(given + index) % names.given.length] as Name)
    const last = spelt(names.family[(family + index + lap) % names.family.length] as Name)
    const role = random.weighted<Contact['decision_role']>(index === 0 ? FIRST : OTHERS)
    return record(
      'contact',
      { ...making, id: firm.id('contact', `${employer.key}/${index}`, making.at) },
      {
        customer_id: employer.customerId,
        full_name: names.familyFirst ? `${last[0]} ${first[0]}` : `${first[0]} ${last[0]}`,
        emails: [`${first[1]}.${last[1]}@${employer.domain}`],
        phones: [country.phone.replace(/#/g, () => String(random.int(0, 9)))],
        title: titleOf(role, country.language),
        department: departmentOf(role),
        decision_role: role,
        language: country.language,
        timezone: employer.timezone,
        is_primary: index === 0,
      },
    )
  })
}
