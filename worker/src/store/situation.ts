import { may, mayAtAll } from '#shared/access/access.ts'
import type { Standing } from '#shared/access/standing.ts'
import type { Message, RecordRef } from '#shared/api.ts'
import { normalisedAddress } from '#shared/customer/address.ts'
import { mailKey } from '#shared/customer/mail-key.ts'
import { type Parties, partiesOf } from '#shared/customer/parties.ts'
import type { MailFacts, Situation } from '#shared/customer/situation.ts'
import type { CivilDate } from '#shared/time/civil-date.ts'
import type { Inquiry } from '#shared/trade/index.ts'
import { customerFile, readCustomerFile, type Wanted } from './customer-file.ts'
import type { Row } from './database.ts'
import { homeStatements, readHome } from './home.ts'
import { inquiryFile, inquiryOfMail, readInquiryFile } from './inquiries.ts'
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
  readonly type: RecordRef['type'] | 'access_request'
  readonly id: string
}

export function situationQuery(
  reader: Reader & { readonly domains: readonly string[]; readonly today: CivilDate },
  message: Message | undefined,
  record: AboutRecord | undefined,
): SituationQuery {
  const parties = message ? partiesOf(message, reader.domains) : null
  if (record) return recordQuery(reader, record, parties)
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

function recordQuery(reader: Reader, { type, id }: AboutRecord, parties: Parties | null): SituationQuery {
  if (type === 'inquiry') {
    return {
      statements: [inquiryFile({ ...asReader(reader), record: id })],
      read: ([found]) => readInquiryFile(reader, found?.[0]),
    }
  }
  const wanted: Wanted = { by: type, id, parties }
  return {
    statements: customerFile(reader, wanted),
    read(rows) {
      const { file } = readCustomerFile(rows, wanted)
      if (!file) return null
      const asked = file.asked && may(reader.access, 'order', 'view', file.asked.standing) ? file.asked : null
      if (type === 'order' && !asked) return null
      if (may(reader.access, 'customer', 'view', file.customer.standing)) return { kind: 'customer', file }
      if (!asked) return null
      const { installments } = file
      return { kind: 'order', file: { asked, orders: [], openOrders: null, installments } }
    },
  }
}

function mailQuery(reader: Reader, mail: MailFacts, parties: Parties): SituationQuery {
  const { access, id } = reader
  const wanted: Wanted = { by: 'mail', parties }
  const ofMail = inquiryOfMail({
    ...asReader(reader),
    messageId: mail.key,
    address: normalisedAddress(mail.sender?.address),
  })
  return {
    statements: [ofMail, ...customerFile(reader, wanted)],
    read([inquiries = [], ...rows]) {
      const [found] = inquiries
      const { file, candidates } = readCustomerFile(rows, wanted)
      const isSeen = ({ standing }: { readonly standing?: Standing }) => may(access, 'customer', 'view', standing)
      // First: the statements pick by a few rows, the candidates are every customer that fits.
      if (candidates.length > 1) {
        const others = candidates.filter((one) => !isSeen(one)).map(({ owner }) => ({ owner, asked: false }))
        return { kind: 'several', sender: parties.counterpart, candidates: candidates.filter(isSeen), others }
      }
      if (file && isSeen(file.customer)) return { kind: 'customer', file }
      if (file) {
        const asked = file.requests.some((request) => request.asked_by === id)
        const claim = { owner: file.owner?.alias ?? null, asked }
        return { kind: 'taken', customerId: file.customer.id, sender: parties.counterpart, claim }
      }
      const { rank: _, owner_alias, ...row } = found ?? {}
      const inquiry = found ? seenRecord<Inquiry>('inquiry', reader, row) : null
      return { kind: 'unknown', mail, inquiry, takenBy: found && !inquiry ? String(owner_alias ?? '') : null }
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
