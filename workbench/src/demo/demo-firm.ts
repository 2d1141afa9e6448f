import type { RecordOf, RecordType } from '#shared/record/record-type.ts'
import { type Contact, type Customer, type Inquiry, TYPES, type TypeName, type Types } from '#shared/trade/index.ts'
import type { CustomerFile } from './customers.ts'
import { paymentTerms, products } from './deals/house-data.ts'
import { customerDeals, DEAL_CUSTOMERS, inquiryDeals } from './deals/stories.ts'
import { type Demo, type Firm, firmOf } from './firm.ts'
import { generatedFile } from './generated.ts'
import { type OrderBook, orderBook } from './order-book.ts'
import { PLANTED } from './planted/index.ts'
import { openInquiries } from './planted/inquiries.ts'
import { plantedFile } from './planted/plant.ts'
import type { Records } from './record.ts'
import { type House, houseOf, type Identity, identitiesOf } from './staff.ts'
import { withFiledMails } from './threads/filed.ts'
import { runningThreads } from './threads/index.ts'
import { type DemoMail, inMailbox } from './threads/thread.ts'

/** The demo firm: one trading house with everything in it. */
export interface DemoFirm {
  readonly records: Records
  readonly identities: readonly Identity[]
  /** Mails of threads that are running, for the workbench's mailbox. */
  readonly mails: readonly DemoMail[]
}

/** Rows of one type, for one insertion. */
export type Batch = {
  readonly [T in TypeName]: { readonly type: T; readonly rows: readonly RecordOf<Types[T]>[] }
}[TypeName]

/** The most rows of a batch. */
export const BATCH_ROWS = 5_000

/** The whole firm at once. The same input gives the same firm, to the last character. */
export function demoFirm(demo: Demo): DemoFirm {
  const records = Object.fromEntries(Object.keys(TYPES).map((type) => [type, []])) as unknown as Records
  for (const { type, rows } of demoBatches(demo)) for (const row of rows) (records[type] as unknown[]).push(row)
  return { records, identities: demoIdentities(demo), mails: demoMails(demo) }
}

/** The same rows a batch at a time, whatever refers to a row after the row itself; so that a large firm needs little memory. */
export function* demoBatches(demo: Demo): Generator<Batch> {
  const firm = firmOf(demo)
  const house = houseOf(firm)
  yield { type: 'tenant', rows: house.tenant }
  yield { type: 'team', rows: house.team }
  yield { type: 'user', rows: house.user }
  const terms = paymentTerms(firm, house)
  yield { type: 'payment_term', rows: terms }
  yield { type: 'product', rows: products(firm, house) }

  const buyers = new Map<string, { customer: Customer; contact: Contact | null }>()
  let waiting = noRows()
  for (const [place, file] of enumerated(customerFiles(firm, house, orderBook(firm, demo.scale)))) {
    const key = PLANTED[place]?.key ?? ''
    if (DEAL_CUSTOMERS.includes(key)) buyers.set(key, { customer: file.customer, contact: file.contacts[0] ?? null })
    waiting.customer.push(file.customer)
    waiting.contact.push(...file.contacts)
    waiting.order.push(...file.orders)
    waiting.order_line.push(...file.lines)
    waiting.installment.push(...file.installments)
    waiting.interaction.push(...file.interactions)
    if (Object.values(waiting).some((rows) => rows.length >= BATCH_ROWS)) {
      yield* batchesOf(waiting)
      waiting = noRows()
    }
  }
  yield* batchesOf(waiting)
  const inquiries = openInquiries(firm, house)
  const told = { firm, house, terms, numbers: numbersAfter(inquiries) }
  const rows = [...inquiryDeals(told, inquiries), ...customerDeals(told, buyers)]
  for (const type of Object.keys(TYPES) as TypeName[]) {
    const own = rows.filter((one) => one.type === type).map(({ row }) => row)
    if (own.length > 0) yield { type, rows: own } as unknown as Batch
  }
}

/** Numbers of each series as they come; those of inquiries go on after the ones that are there. */
function numbersAfter(inquiries: readonly Inquiry[]): (type: TypeName) => string {
  const last = new Map<string, number>()
  for (const { doc_no } of inquiries) last.set('INQ', Math.max(last.get('INQ') ?? 0, Number(doc_no.slice(-4))))
  return (type) => {
    const { doc_no }: RecordType['fields'] = TYPES[type].fields
    const series = doc_no?.kind === 'text' ? (doc_no.numbered ?? '') : ''
    const next = (last.get(series) ?? 0) + 1
    last.set(series, next)
    return `${series}-2026-${String(next).padStart(4, '0')}`
  }
}

function* enumerated<T>(values: Iterable<T>): Generator<[number, T]> {
  let place = 0
  for (const value of values) yield [place++, value]
}

/** Who may sign in locally, and as whom. */
export function demoIdentities(demo: Demo): Identity[] {
  return identitiesOf(houseOf(firmOf(demo)), demo.tenantKey)
}

/** The mails of the running threads alone. */
export function demoMails(demo: Demo): DemoMail[] {
  const firm = firmOf(demo)
  return runningThreads(firm, plantedFiles(firm, houseOf(firm), orderBook(firm, demo.scale))).map(inMailbox)
}

type Waiting = Pick<Records, 'customer' | 'contact' | 'order' | 'order_line' | 'installment' | 'interaction'>

const noRows = (): Waiting => ({
  customer: [],
  contact: [],
  order: [],
  order_line: [],
  installment: [],
  interaction: [],
})

function* batchesOf(waiting: Waiting): Generator<Batch> {
  for (const [type, rows] of Object.entries(waiting)) {
    for (let from = 0; from < rows.length; from += BATCH_ROWS) {
      yield { type, rows: rows.slice(from, from + BATCH_ROWS) } as Batch
    }
  }
}

/** Customer by customer: first the planted ones, then the plan. */
function* customerFiles(firm: Firm, house: House, book: OrderBook): Generator<CustomerFile> {
  const planted = plantedFiles(firm, house, book)
  const threads = runningThreads(firm, planted)
  for (const [place, file] of planted.entries()) {
    yield withFiledMails(firm, file, threads, PLANTED[place]?.timeline !== undefined)
  }
  for (const [index, expected] of book.generated.entries()) {
    const place = PLANTED.length + index
    yield generatedFile(firm, house, expected, place + 1, book.numbers(place))
  }
}

/** Without the mails of their running threads, which speak of their orders. */
function plantedFiles(firm: Firm, house: House, book: OrderBook): CustomerFile[] {
  return PLANTED.map((customer, place) => plantedFile(firm, house, customer, place + 1, book.numbers(place)))
}
