import { type SQL, sql } from 'drizzle-orm'
import type { Printed } from '#shared/paper/issue.ts'
import type { QuotationWhole } from '#shared/paper/quotation-paper.ts'
import type {
  Contact,
  Contract,
  Customer,
  PaymentTerm,
  Quotation,
  QuotationLine,
  Tenant,
  TypeName,
  User,
} from '#shared/trade/index.ts'
import type { Row } from './database.ts'
import { filesAbout, readFile, type StoredFile } from './files.ts'
import { readRecord } from './records.ts'
import { tables } from './schema.ts'
import { given, prepared, type Statement } from './statement.ts'
import { readTemplate, type StoredTemplate, templatesInUse } from './templates.ts'

/** Everything that a paper is made of, as it is stored: texts of several lines, which no road keeps, among it. */
export interface PaperSource {
  readonly printed: Printed
  readonly whole: QuotationWhole
  /** What was made of it before. */
  readonly files: readonly StoredFile[]
  readonly templates: readonly StoredTemplate[]
}

type Printable = Printed['type']

/** As many as the road of a deal keeps. */
const LINES_MAX = sql.raw('LIMIT 100')

const one = (type: TypeName, id: SQL): SQL =>
  sql`SELECT * FROM ${tables[type]} WHERE tenant_id = ${given('tenant')} AND id = ${id}`

/** A field of the record itself; of a contract that leaves it open, what its quotation says. */
function named(type: Printable, field: string): SQL {
  const own = sql`(SELECT ${sql.raw(field)} FROM ${tables[type]} WHERE tenant_id = ${given('tenant')} AND id = ${given('record')})`
  if (type === 'quotation') return own
  const quoted = sql`(SELECT ${sql.raw(field)} FROM ${tables.quotation} WHERE tenant_id = ${given('tenant')} AND id = ${quotationOf(type)})`
  return sql`coalesce(${own}, ${quoted})`
}

function quotationOf(type: Printable): SQL {
  if (type === 'quotation') return sql`${given('record')}`
  return sql`(SELECT quotation_id FROM ${tables.contract} WHERE tenant_id = ${given('tenant')} AND id = ${given('record')})`
}

const statementsOf = (type: Printable) =>
  [
    one(type, sql`${given('record')}`),
    one('quotation', quotationOf(type)),
    sql`SELECT * FROM ${tables.quotation_line} INDEXED BY quotation_lines_by_quotation
      WHERE tenant_id = ${given('tenant')} AND quotation_id = ${quotationOf(type)} ORDER BY seq ${LINES_MAX}`,
    one('tenant', sql`${given('tenant')}`),
    one('customer', named(type, 'customer_id')),
    one('contact', named(type, 'contact_id')),
    one('user', named(type, 'owner_id')),
    one('payment_term', named(type, 'payment_term_id')),
  ].map((template) => prepared<'tenant' | 'record'>(template))

const STATEMENTS = { quotation: statementsOf('quotation'), contract: statementsOf('contract') } as const

/** To be read by {@link readPaperSource}; for the batch that loads the rest. */
export const paperSource = (type: Printable, tenant: string, record: string): Statement[] => [
  ...STATEMENTS[type].map((make) => make({ tenant, record })),
  filesAbout({ tenant, type, about: record }),
  templatesInUse({ tenant }),
]

/** Null where the record is none, or a contract on no quotation. */
export function readPaperSource(type: Printable, rows: readonly Row[][]): PaperSource | null {
  const [records, quotations, lines = [], firms, customers, contacts, owners, terms, files = [], templates = []] = rows
  const first = <T>(of: TypeName, found: readonly Row[] | undefined): T | null =>
    found?.[0] ? readRecord<T>(of, found[0]) : null
  // Of a quotation the same row comes twice; each is read by itself, for reading turns it into the record.
  const quotation = first<Quotation>('quotation', quotations)
  const record = first<Quotation | Contract>(type, records)
  const firm = first<Tenant>('tenant', firms)
  if (!record || !quotation || !firm) return null
  return {
    printed: { type, record } as Printed,
    whole: {
      quotation,
      lines: lines.map((line) => readRecord<QuotationLine>('quotation_line', line)),
      firm,
      customer: first<Customer>('customer', customers),
      contact: first<Contact>('contact', contacts),
      owner: first<User>('user', owners),
      paymentTerm: first<PaymentTerm>('payment_term', terms),
    },
    files: files.map(readFile),
    templates: templates.map(readTemplate),
  }
}
