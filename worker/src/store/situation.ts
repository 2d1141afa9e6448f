import type { Message, RecordRef } from '#shared/api.ts'
import { normalisedAddress } from '#shared/customer/address.ts'
import { mailKey } from '#shared/customer/mail-key.ts'
import { partiesOf } from '#shared/customer/parties.ts'
import type { MailFacts, Situation } from '#shared/customer/situation.ts'
import type { Inquiry } from '#shared/trade/index.ts'
import { customerFile, readCustomerFile, type Wanted } from './customer-file.ts'
import type { Row } from './database.ts'
import { homeStatements, type Reader, readHome } from './home.ts'
import { inquiryFile, inquiryOfMail, readInquiryFile } from './inquiries.ts'
import { readRecord } from './records.ts'
import type { Statement } from './statement.ts'

/** What to read for what is open, and how to read it. The statements fit into any batch. */
export interface SituationQuery {
  readonly statements: readonly Statement[]
  /** Null when the record asked for does not exist. */
  readonly read: (rows: readonly Row[][]) => Situation | null
}

export function situationQuery(
  reader: Reader & { readonly domains: readonly string[] },
  message: Message | undefined,
  record: RecordRef | undefined,
): SituationQuery {
  const { tenantId } = reader
  const parties = message ? partiesOf(message, reader.domains) : null
  if (record?.type === 'inquiry') {
    return {
      statements: [inquiryFile({ tenant: tenantId, record: record.id })],
      read: ([found]) => (found?.[0] ? readInquiryFile(found[0]) : null),
    }
  }
  if (record) {
    const wanted: Wanted = { by: record.type, id: record.id, parties }
    return {
      statements: customerFile(tenantId, wanted),
      read(rows) {
        const { file } = readCustomerFile(rows, wanted)
        return file ? { kind: 'customer', file } : null
      },
    }
  }
  if (!message || !parties) {
    return { statements: homeStatements(reader), read: (rows) => ({ kind: 'home', home: readHome(rows) }) }
  }
  if (parties.fromUs && parties.addresses.length === 0) {
    return { statements: [], read: () => ({ kind: 'colleague', sender: message.from ?? null }) }
  }
  const wanted: Wanted = { by: 'mail', parties }
  const mail = mailFacts(message, parties.counterpart)
  const ofMail = inquiryOfMail({
    tenant: tenantId,
    messageId: mail.key,
    address: normalisedAddress(mail.sender?.address),
  })
  return {
    statements: [ofMail, ...customerFile(tenantId, wanted)],
    read([inquiries = [], ...rows]) {
      const { file, candidates } = readCustomerFile(rows, wanted)
      // First: the statements pick by a few rows, the candidates are every customer that fits.
      if (candidates.length > 1) return { kind: 'several', sender: parties.counterpart, candidates }
      if (file) return { kind: 'customer', file }
      const inquiry = inquiries[0] ? withoutRank(inquiries[0]) : null
      return { kind: 'unknown', mail, inquiry }
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

function withoutRank({ rank: _, ...row }: Row): Inquiry {
  return readRecord<Inquiry>('inquiry', row)
}
