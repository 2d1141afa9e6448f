import { may, mayAtAll } from '#shared/access/access.ts'
import type { Standing } from '#shared/access/standing.ts'
import type { Message, RecordRef } from '#shared/api.ts'
import { normalisedAddress } from '#shared/customer/address.ts'
import { mailKey } from '#shared/customer/mail-key.ts'
import { type Parties, partiesOf } from '#shared/customer/parties.ts'
import type { MailFacts, Situation } from '#shared/customer/situation.ts'
import type { FirmFields } from '#shared/record/firm-fields.ts'
import type { CivilDate } from '#shared/time/civil-date.ts'
import type { Inquiry } from '#shared/trade/index.ts'
import { customerFile, readCustomerFile, type Wanted } from './customer-file.ts'
import type { Row } from './database.ts'
import { dealFile, publishedRoads, readDealFile, readRoads } from './deal-file.ts'
import { withFiled } from './filed.ts'
import { homeStatements, readHome } from './home.ts'
import { inquiryFile, inquiryOfMail, readInquiryFile } from './inquiries.ts'
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
  reader: Asker & { readonly domains: readonly string[]; readonly today: CivilDate },
  message: Message | undefined,
  record: AboutRecord | undefined,
): SituationQuery {
  return withFiled(unfiledQuery(reader, message, record), reader, message)
}

function unfiledQuery(
  reader: Asker & { readonly domains: readonly string[]; readonly today: CivilDate },
  message: Message | undefined,
  record: AboutRecord | undefined,
): SituationQuery {
  const parties = message ? partiesOf(message, reader.domains) : null
  if (record) return recordQuery(reader, record, parties, message?.subject ?? undefined)
  if (!message || !parties) {
    return { statements: homeStatements(reader), read: (rows) => ({ kind: 'home', home: readHome(reader, rows) }) }
  }
  if (parties.fromUs && parties.addresses.length === 0) {
    return { statements: [], read: () => ({ kind: 'colleague', sender: message.from ?? null }) }
  }
  // Whether somebody is a customer is no less theirs than the customer's name.
  if (!mayAtAll(reader.access, 'customer', 'view')) return { statements: [], read: () => ({ kind: 'closed' }) }
  return mailQuery(reader, mailFacts(message, parties.counterpart), parties)
}

/** Somebody who asks, with the fields of their firm: definitions are read with those. */
type Asker = Reader & { readonly fields: FirmFields }

function recordQuery(
  reader: Asker,
  { type, id }: AboutRecord,
  parties: Parties | null,
  subject?: string,
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
  const wanted: Wanted = { by: type, id, parties }
  return {
    statements: [ofDeal, publishedRoads(values), ...customerFile(reader, wanted)],
    read([deals, roads, ...rows]) {
      const { file } = readCustomerFile(rows, wanted)
      const seesCustomer = file !== null && may(reader.access, 'customer', 'view', file.customer.standing)
      const deal = readDealFile(deals?.[0], reader)
      const isOfDeal = type !== 'customer' && type !== 'order' && type !== 'access_request'
      if (type === 'deal' && !(deal && may(reader.access, 'deal', 'view', deal.deal.standing))) return null
      const asked = file?.asked && may(reader.access, 'order', 'view', file.asked.standing) ? file.asked : null
      if (type === 'order' && !asked) return null
      if (seesCustomer) {
        const begun = { deal, roads: readRoads(reader, roads) }
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
  ReturnType<typeof dealFile<'record' | 'addresses' | 'domains' | 'messageId' | 'address'>>
>

/** What the way to a deal by a mail is given, where there is none. */
const NO_MAIL = { addresses: '[]', domains: '[]', messageId: null, address: null }

function mailQuery(reader: Asker, mail: MailFacts, parties: Parties): SituationQuery {
  const { access, id } = reader
  const wanted: Wanted = { by: 'mail', parties }
  const sent = { messageId: mail.key, address: normalisedAddress(mail.sender?.address) }
  const ofMail = inquiryOfMail({ ...asReader(reader), ...sent })
  const found = { addresses: JSON.stringify(parties.addresses), domains: JSON.stringify(parties.domains) }
  const ofDeal = DEALS.mail({ ...asReader(reader), ...sent, ...found, record: null })
  return {
    statements: [ofMail, ofDeal, publishedRoads(asReader(reader)), ...customerFile(reader, wanted)],
    read([inquiries = [], deals = [], roads, ...rows]) {
      const [found] = inquiries
      const { file, candidates } = readCustomerFile(rows, wanted)
      const isSeen = ({ standing }: { readonly standing?: Standing }) => may(access, 'customer', 'view', standing)
      // First: the statements pick by a few rows, the candidates are every customer that fits.
      if (candidates.length > 1) {
        const others = candidates.filter((one) => !isSeen(one)).map(({ owner }) => ({ owner, asked: false }))
        return { kind: 'several', sender: parties.counterpart, candidates: candidates.filter(isSeen), others }
      }
      if (file && isSeen(file.customer)) {
        const deal = readDealFile(deals[0], reader)
        return { kind: 'customer', file: { ...file, subject: mail.subject }, deal, roads: readRoads(reader, roads) }
      }
      if (file) {
        const asked = file.requests.some((request) => request.asked_by === id)
        const claim = { owner: file.owner?.alias ?? null, asked }
        return { kind: 'taken', customerId: file.customer.id, sender: parties.counterpart, claim }
      }
      const { rank: _, owner_alias, ...row } = found ?? {}
      const inquiry = found ? seenRecord<Inquiry>('inquiry', reader, row) : null
      const deal = inquiry ? readDealFile(deals[0], reader) : null
      const takenBy = found && !inquiry ? String(owner_alias ?? '') : null
      return { kind: 'unknown', mail, inquiry, takenBy, deal, roads: readRoads(reader, roads) }
    },
  }
}

function mailFacts(message: Message, sender: MailFacts['sender']): MailFacts {
  const sentAt = message.sentAt ? Date.parse(message.sentAt) : Number.NaN
  return {
    sender,
    subject: message.subject ?? '',
    key: mailKey(message),
    sentAt: Number.isNaN(sentAt) ? null : sentAt,
  }
}
