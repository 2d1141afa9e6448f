import type { Contact } from '#shared/trade/index.ts'
import { type Course, started } from '../course.ts'
import { type CustomerFile, customerRow } from '../customers.ts'
import type { Firm } from '../firm.ts'
import { customerNumber } from '../generated.ts'
import type { Due } from '../installments.ts'
import { timelineOf } from '../interactions.ts'
import { type LineSpec, type OrderSpec, orderRows } from '../orders.ts'
import { TERMS } from '../payment-terms.ts'
import { seeded } from '../random.ts'
import { record } from '../record.ts'
import { followerOf, type House, teamOf } from '../staff.ts'
import { productOf } from '../words/products.ts'
import { departmentOf } from '../words/titles.ts'
import { offsetMinutes } from '../zone-offset.ts'
import type { Days, PlantedCustomer, PlantedLine, PlantedOrder } from './definition.ts'
import { writtenTimeline } from './written-timeline.ts'

const USUAL_MARGIN = 0.17
/** Buyers who are not in a hurry: ship dates are promised with some days to spare. */
const SPARE_DAYS = 3

/** One planted customer, whole; `numbers` are the document numbers of its orders. */
export function plantedFile(
  firm: Firm,
  house: House,
  customer: PlantedCustomer,
  place: number,
  numbers: readonly string[],
): CustomerFile {
  const { key, usual } = customer
  const ownerId = house.personId(customer.owner)
  const team = teamOf(customer.owner)
  const making = { at: firm.at(firm.day - customer.knownFor, 10 * 60 + place), by: ownerId }
  const customerId = firm.id('customer', key, making.at)
  const contacts = contactsOf(firm, customer, customerId, making)
  const specs = customer.orders.map((order, index) => specOf(firm, customer, order, numbers[index] as string))
  const followerId = house.personId(followerOf(teamOf(customer.owner) ?? 'americas'))
  const parties = { customerId, contactId: contacts[0]?.id ?? null, ownerId, followerId }
  const rows = specs.map((spec) => orderRows(firm, parties, spec))
  const orders = rows.map(({ order }) => order)
  return {
    customer: customerRow(
      firm,
      { ...making, id: customerId },
      {
        doc_no: customerNumber(place),
        name: customer.name,
        short_name: customer.shortName,
        domains: [customer.domain],
        country: customer.country,
        city: customer.city,
        timezone: customer.timezone,
        language: customer.language,
        type: customer.type,
        industry: customer.industry,
        potential: customer.potential,
        owner_id: ownerId,
        team_id: team && house.teamId(team),
        default_incoterm: usual.incoterm,
        default_place: usual.place.name,
        default_currency: usual.currency,
        payment_term: TERMS[usual.term].name,
        remark: customer.remark,
      },
      orders,
      customer.previous,
    ),
    contacts,
    orders,
    lines: rows.flatMap(({ lines }) => lines),
    installments: rows.flatMap(({ installments }) => installments),
    interactions: customer.timeline
      ? writtenTimeline(firm, house, customer, customerId, contacts, orders)
      : timelineOf(
          firm,
          seeded(key, 'timeline'),
          {
            key,
            customerId,
            contacts,
            keptBy: ownerId,
            domain: customer.domain,
            language: customer.language,
            offsetMs: offsetMinutes(firm.now, customer.timezone) * 60_000,
            since: firm.day - customer.knownFor,
          },
          rows.map(({ order }, index) => ({ order, course: (specs[index] as OrderSpec).course })),
        ),
  }
}

function contactsOf(
  firm: Firm,
  customer: PlantedCustomer,
  customer_id: string,
  making: { at: number; by: string },
): Contact[] {
  return customer.contacts.map((contact, index) =>
    record(
      'contact',
      { ...making, id: firm.id('contact', `${customer.key}/${index}`, making.at) },
      {
        customer_id,
        full_name: contact.name,
        salutation: contact.salutation,
        emails: [contact.address],
        phones: contact.phone ? [contact.phone] : [],
        title: contact.title,
        department: departmentOf(contact.role),
        decision_role: contact.role,
        language: customer.language,
        timezone: customer.timezone,
        is_primary: index === 0,
      },
    ),
  )
}

function specOf(firm: Firm, customer: PlantedCustomer, planted: PlantedOrder, docNo: string): OrderSpec {
  const { term, currency, incoterm, place } = { ...customer.usual, ...planted }
  const course = courseOf(firm, planted.days)
  const promise = planted.promise === undefined ? course.shipped + SPARE_DAYS : firm.day + planted.promise
  const lines = planted.lines.map((line) => lineOf(firm, line, currency, course.ordered))
  return {
    key: `${customer.key}/${planted.name}`,
    docNo,
    course,
    currency,
    incoterm,
    place,
    term: TERMS[term],
    productLine: productOf((planted.lines[0] as PlantedLine)[0]).line,
    buyerPo: planted.po ?? null,
    lines,
    firstPromise: promise,
    promise,
    receivedOf: payerOf(firm, course, planted),
    ...(planted.header && { header: planted.header }),
    ...(planted.disputed && { disputed: planted.disputed }),
    ...(planted.remark && { remark: planted.remark }),
  }
}

function courseOf(firm: Firm, days: Days): Course {
  const on = (day: number) => firm.day + day
  return {
    ...started(on(days.ordered)),
    released: on(days.released),
    material: on(days.material),
    finished: on(days.finished),
    inspected: on(Math.min(days.finished + 1, days.ready)),
    ready: on(days.ready),
    shipped: on(days.shipped),
    arrived: on(days.arrived),
    delivered: on(days.delivered),
  }
}

function lineOf(firm: Firm, [sku, qty, price]: PlantedLine, currency: string, ordered: number): LineSpec {
  const { description, unit, cost } = productOf(sku)
  const margin = typeof price === 'object' ? price.margin : USUAL_MARGIN
  const exact = typeof price === 'number' ? price : cost / (1 - margin) / (firm.rate(currency, ordered) / 1e8)
  const millionths = typeof price === 'number' || currency !== 'JPY' ? Math.round(exact * 1e6) : Math.round(exact) * 1e6
  return {
    sku,
    buyerSku: null,
    description,
    unit,
    qty,
    price: typeof price === 'number' ? millionths : Math.round(millionths / 10_000) * 10_000,
    cost: Math.round(cost * 1e6),
  }
}

/** What was due has come in on the day, but for the parts that are owed. */
function payerOf(firm: Firm, course: Course, { owes = [], disputed }: PlantedOrder): (part: Due) => number {
  return ({ seq, amount, due, guards }) => {
    if (owes.includes(seq) || seq === disputed || due === null) return 0
    const came = guards === 'production_start' ? course.released : due
    return came < firm.day ? amount : 0
  }
}
