import type { CustomerFile } from '#shared/customer/situation.ts'
import { countryName, localTime } from '#shared/i18n/dates.ts'
import { laidOut, layoutFor } from './layout.ts'
import type { Section } from './panel.ts'
import type { SectionBuilder, View } from './section-builder.ts'
import { background } from './sections/background.ts'
import { cases } from './sections/cases.ts'
import { contacts } from './sections/contacts.ts'
import { documents } from './sections/documents.ts'
import { inquiries } from './sections/inquiries.ts'
import { money } from './sections/money.ts'
import { nextStepSection } from './sections/next-step.ts'
import { orders } from './sections/orders.ts'
import { quotations } from './sections/quotations.ts'
import { requests } from './sections/requests.ts'
import { samples } from './sections/samples.ts'
import { timeline } from './sections/timeline.ts'
import { whereItStands } from './sections/where-it-stands.ts'
import { who } from './sections/who.ts'

/** The sections of a customer's panel, from the top. */
const FIRST: readonly SectionBuilder<CustomerFile>[] = [who, requests]
const THEN: readonly SectionBuilder<CustomerFile>[] = [
  whereItStands,
  nextStepSection,
  money,
  orders,
  inquiries,
  quotations,
  samples,
  cases,
  timeline,
  documents,
  contacts,
  background,
]

/** In the reader's own order. `deal` is what there is to say of the deal that goes on with them. */
export function customerSections(file: CustomerFile, view: View, deal: readonly Section[]): Section[] {
  return laidOut(
    [...buildSections(FIRST, file, view), ...deal, ...buildSections(THEN, file, view)],
    view.layout ?? layoutFor(view.access.roles, null),
  )
}

/** What stands under the customer's name: tier, country, and the time there. */
export function customerSubtitle({ customer, contact }: CustomerFile, view: View): string {
  const zone = contact?.timezone ?? customer.timezone
  return [customer.tier, countryName(customer.country, view.language), localTime(view.now, zone, view.language)]
    .filter(Boolean)
    .join(' · ')
}

/** Builds sections in order, leaving out those that have nothing to say. */
export function buildSections<F>(builders: readonly SectionBuilder<F>[], file: F, view: View): Section[] {
  return builders.flatMap((builder) => {
    const section = builder.build(file, view)
    return section ? [{ key: builder.key, ...section }] : []
  })
}
