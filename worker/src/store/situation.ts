import { may, mayAtAll } from '#shared/access/access.ts'
import { isSeen } from '#shared/access/field-class.ts'
import type { Standing } from '#shared/access/standing.ts'
import type { RecordRef } from '#shared/api.ts'
import type { FilingRules } from '#shared/archive/by-itself.ts'
import { normalisedAddress } from '#shared/customer/address.ts'
import { mailKey } from '#shared/customer/mail-key.ts'
import { type ReadMessage, tellsMore } from '#shared/customer/match/read-message.ts'
import { type SoughtByMail, soughtByMail } from '#shared/customer/match/sought.ts'
import { warningsOf } from '#shared/customer/match/warnings.ts'
import { partiesOf } from '#shared/customer/parties.ts'
import type { MailFacts, Situation } from '#shared/customer/situation.ts'
import { NEWEST, type TimelinePage } from '#shared/customer/timeline-page.ts'
import type { FirmFields } from '#shared/record/firm-fields.ts'
import type { CivilDate } from '#shared/time/civil-date.ts'
import { type Inquiry, TYPES } from '#shared/trade/index.ts'
import { CANDIDATE_STATEMENTS, candidateStatements, type FoundByMail, readCandidates } from './candidates.ts'
import { customerFile, readCustomerFile, type Wanted } from './customer-file.ts'
import type { Row } from './database.ts'
import { dealFile, publishedRoads, readDealFile, readRoads } from './deal-file.ts'
import { withFiled } from './filed.ts'
import { homeStatements, readHome } from './home.ts'
import { inquiryFile, inquiryOfMail, readInquiryFile } from './inquiries.ts'
import { asMail, type MailNames } from './mail-values.ts'
import { type By, DEAL, type DealPart } from './picked.ts'
import { seenRecord } from './records.ts'
import { asReader, type Reader } from './standing.ts'
import type { Statement } from './statement.ts'

/** What to read for what is open, and how to read it. The statements fit into any batch. */
export interface SituationQuery {
  readonly statements: readonly Statement[]
  /** Null when the record asked for does not exist. */
  readonly read: (rows: readonly Row[][]) => Situation | null
}

/** The record a question is about: one that a panel can show, or one that an action stands on. */
export interface AboutRecord {
  readonly type: RecordRef['type'] | 'access_request' | DealPart
  readonly id: string
}

export function situationQuery(
  reader: Asker & { readonly domains: readonly string[]; readonly today: CivilDate; readonly filing?: FilingRules },
  message: OpenMail | undefined,
  record: AboutRecord | undefined,
  page: TimelinePage = NEWEST,
): SituationQuery {
  const query = withFiled(unfiledQuery(reader, message, record, page), reader, message, record === undefined)
  return message?.alongside?.(query) ?? query
}

/** A mail whose letter has told what else is to be read beside it: what reads that comes with the rules that read letters. */
export interface OpenMail extends ReadMessage {
  readonly alongside?: (query: SituationQuery) => SituationQuery
}

function unfiledQuery(
  reader: Asker & { readonly domains: readonly string[]; readonly today: CivilDate },
  message: ReadMessage | undefined,
  record: AboutRecord | undefined,
  page: TimelinePage,
): SituationQuery {
  const parties = message ? partiesOf(message, reader.domains) : null
  const beside = message && parties ? { message, sought: soughtByMail(message, parties) } : null
  if (record) return recordQuery(reader, record, beside, page)
  if (!beside) {
    return { statements: homeStatements(reader), read: (rows) => ({ kind: 'home', home: readHome(reader, rows) }) }
  }
  const { sought } = beside
  if (sought.parties.fromUs && sought.parties.addresses.length === 0) {
    const more = tellsMore(beside.message, sought.parties) ? { tellsMore: true as const } : {}
    return { statements: [], read: () => ({ kind: 'colleague', sender: beside.message.from ?? null, ...more }) }
  }
  // Whether somebody is a customer is no less theirs than the customer's name.
  if (!mayAtAll(reader.access, 'customer', 'view')) return { statements: [], read: () => ({ kind: 'closed' }) }
  return mailQuery(reader, mailFacts(beside.message, sought.parties.counterpart), beside, page)
}

/** Somebody who asks, with the fields of their firm: definitions are read with those. */
type Asker = Reader & { readonly fields: FirmFields }

function recordQuery(
  reader: Asker,
  { type, id }: AboutRecord,
  beside: BesideMail | null,
  page: TimelinePage,
): SituationQuery {
  const values = { ...asReader(reader), record: id }
  const ofDeal = DEALS[type]({ ...values, ...NO_MAIL })
  if (type === 'inquiry') {
    return {
      statements: [inquiryFile(values), ofDeal, publishedRoads(values)],
      read([found, deals, roads]) {
        const situation = readInquiryFile(reader, found?.[0])
        const deal = readDealFile(deals?.[0], reader)
        return situation && { ...situation, deal, roads: readRoads(reader, roads) }
      },
    }
  }
  const sought = beside?.sought ?? null
  const wanted: Wanted = { by: type, id, sought }
  return {
    statements: [
      ofDeal,
      publishedRoads(values),
      ...candidateStatements(reader, sought),
      ...customerFile(reader, wanted, page),
    ],
    read([deals, roads, ...rows]) {
      const found =
        beside &&
        readCandidates(rows.slice(0, CANDIDATE_STATEMENTS), beside.sought, customerSeen(reader), phoneSeen(reader))
      const file = readCustomerFile(rows.slice(CANDIDATE_STATEMENTS), wanted, found, { reader, page })
      const seesCustomer = file !== null && may(reader.access, 'customer', 'view', file.customer.standing)
      const deal = readDealFile(deals?.[0], reader)
      const isOfDeal = type !== 'customer' && type !== 'order' && type !== 'access_request'
      if (type === 'deal' && !(deal && may(reader.access, 'deal', 'view', deal.deal.standing))) return null
      const asked = file?.asked && may(reader.access, 'order', 'view', file.asked.standing) ? file.asked : null
      if (type === 'order' && !asked) return null
      if (seesCustomer) {
        const mailed = found ? besideMail(beside, found, file.customer.id, reader) : {}
        const begun = { deal, roads: readRoads(reader, roads), ...mailed }
        const subject = beside?.message.subject ?? undefined
        const named = subject === undefined ? file : { ...file, subject }
        return { kind: 'customer', file: named, ...begun, ...(isOfDeal ? { dealAsked: true as const } : {}) }
      }
      // Something of no deal is acted on, and not shown.
      if (isOfDeal) return deal ? { kind: 'deal', deal } : { kind: 'closed', deal }
      if (!asked || !file) return null
      const { installments, trace } = file
      const known = trace ? { trace } : {}
      return { kind: 'order', file: { asked, orders: [], openOrders: null, installments, ...known }, deal }
    },
  }
}

const DEALS = Object.fromEntries(Object.entries(DEAL).map(([by, picked]) => [by, dealFile(picked)])) as Record<
  By,
  ReturnType<typeof dealFile<'record' | 'messageId' | 'address' | MailNames>>
>

/** What the way to a deal by a mail is given, where there is none. */
const NO_MAIL = { ...asMail(null), messageId: null, address: null }

/** A mail that is open, and what it is looked up by. */
interface BesideMail {
  readonly message: ReadMessage
  readonly sought: SoughtByMail
}

const customerSeen =
  ({ access }: Reader) =>
  (standing: Standing | undefined) =>
    may(access, 'customer', 'view', standing)

/** A contact is as near as the customer; a telephone is seen by whoever sees what is personal. */
const phoneSeen =
  ({ access }: Reader) =>
  (standing: Standing | undefined) =>
    may(access, 'contact', 'view', standing) && isSeen(TYPES.contact.fields.phones, access.sees)

function mailQuery(reader: Asker, mail: MailFacts, beside: BesideMail, page: TimelinePage): SituationQuery {
  const { id } = reader
  const { sought } = beside
  const { counterpart } = sought.parties
  const wanted: Wanted = { by: 'mail', sought }
  const sent = { messageId: mail.key, address: normalisedAddress(counterpart?.address) }
  const ofMail = inquiryOfMail({ ...asReader(reader), ...sent })
  const ofDeal = DEALS.mail({ ...asReader(reader), ...sent, ...asMail(sought), record: null })
  const sees = customerSeen(reader)
  return {
    statements: [
      ofMail,
      ofDeal,
      publishedRoads(asReader(reader)),
      ...candidateStatements(reader, sought),
      ...customerFile(reader, wanted, page),
    ],
    read([inquiries = [], deals = [], roads, ...rows]) {
      const [asked] = inquiries
      const found = readCandidates(rows.slice(0, CANDIDATE_STATEMENTS), sought, sees, phoneSeen(reader))
      const picked = readCustomerFile(rows.slice(CANDIDATE_STATEMENTS), wanted, found, { reader, page })
      const { link } = found.ladder
      // The statements pick by a few rows, the ladder weighs everybody who fits: only where both say the same is it the one.
      const file = link !== null && picked?.customer.id === link.customerId ? picked : null
      const seen = found.candidates.filter(({ standing }) => sees(standing))
      const others = found.candidates
        .filter(({ standing }) => !sees(standing))
        .map(({ id: customerId, owner, asked: isAsked }) => ({ customerId, owner, asked: isAsked }))
      const told = besideMail(beside, found, link?.customerId ?? null, reader)
      if (file && sees(file.customer.standing)) {
        const deal = readDealFile(deals[0], reader)
        const roadsNow = readRoads(reader, roads)
        return { kind: 'customer', file: { ...file, subject: mail.subject }, deal, roads: roadsNow, ...told }
      }
      if (file) {
        const asking = file.requests.some((request) => request.asked_by === id)
        const claim = { owner: file.owner?.alias ?? null, asked: asking }
        const askedOf = { owner_id: file.owner?.id ?? null, superior_id: file.owner?.manager_id ?? null }
        return { kind: 'taken', customerId: file.customer.id, sender: counterpart, claim, askedOf, ...told }
      }
      if (found.candidates.some(({ confidence }) => confidence !== 'possible')) {
        return { kind: 'several', sender: counterpart, candidates: seen, others, ...told }
      }
      const { rank: _, owner_alias, ...row } = asked ?? {}
      const inquiry = asked ? seenRecord<Inquiry>('inquiry', reader, row) : null
      const deal = inquiry && !picked ? readDealFile(deals[0], reader) : null
      const takenBy = asked && !inquiry ? String(owner_alias ?? '') : null
      const perhaps = found.candidates.length > 0 ? { perhaps: seen, others } : {}
      return { kind: 'unknown', mail, inquiry, takenBy, deal, roads: readRoads(reader, roads), ...perhaps, ...told }
    },
  }
}

/** What is to be told beside a mail, whichever customer it is shown with. */
function besideMail(
  { message, sought }: BesideMail,
  found: FoundByMail,
  customerId: string | null,
  reader: Reader,
): Pick<Situation, 'warnings' | 'thread' | 'tellsMore'> {
  const { ladder, candidates, alike, answered, thread: chosen } = found
  const link = ladder.candidates.find((one) => one.customerId === customerId) ?? null
  const replyToKnown = customerId !== null && answered.has(customerId)
  const warnings = warningsOf(message, { sought, alike, link, replyToKnown })
  const { root, conversation } = sought
  const seen = candidates.filter(({ standing }) => customerSeen(reader)(standing))
  const more = tellsMore(message, sought.parties) ? { tellsMore: true as const } : {}
  return {
    ...(warnings.length > 0 ? { warnings } : {}),
    ...more,
    thread: { root, conversation, chosen, candidates: seen },
  }
}

function mailFacts(message: ReadMessage, sender: MailFacts['sender']): MailFacts {
  const sentAt = message.sentAt ? Date.parse(message.sentAt) : Number.NaN
  return {
    sender,
    subject: message.subject ?? '',
    key: mailKey(message),
    sentAt: Number.isNaN(sentAt) ? null : sentAt,
  }
}
