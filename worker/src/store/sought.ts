import { type SQL, sql } from 'drizzle-orm'
import { normalisedName } from '#shared/customer/name.ts'
import type { FoundCustomer, Sought } from '#shared/workflow/sought.ts'
import type { Row } from './database.ts'
import { addresses, customerDomains, tables } from './schema.ts'
import { asReader, type Reader, type ReaderNames, standing } from './standing.ts'
import { given, prepared, type Statement } from './statement.ts'

/** What an action looks for by what was typed: a bounded number of rows, whoever may see them. */
const { customer } = tables

/** As many of each kind are enough to say that there is one. */
const FOUND_MAX = 3

type Names = ReaderNames | 'number' | 'name' | 'country' | 'address' | 'domain'

const found = (because: string, rows: SQL): SQL =>
  sql`SELECT * FROM (SELECT ${sql.raw(`'${because}'`)} AS because, ${rows} LIMIT ${sql.raw(String(FOUND_MAX))})`

const CUSTOMERS = prepared<Names>(sql`
  SELECT f.because, f.contact_id, c.id, c.doc_no, c.name, ${standing('customer', 'c')} AS standing FROM (
    ${found(
      'number',
      sql`id, NULL AS contact_id FROM ${customer} INDEXED BY customers_by_doc_no
      WHERE tenant_id = ${given('tenant')} AND doc_no = ${given('number')}`,
    )}
    UNION ALL ${found(
      'address',
      sql`customer_id, contact_id FROM ${addresses}
      WHERE tenant_id = ${given('tenant')} AND address = ${given('address')}`,
    )}
    UNION ALL ${found(
      'domain',
      sql`customer_id, NULL FROM ${customerDomains}
      WHERE tenant_id = ${given('tenant')} AND domain = ${given('domain')}`,
    )}
    UNION ALL ${found(
      'name',
      sql`id, NULL FROM ${customer} INDEXED BY customers_by_name_norm
      WHERE tenant_id = ${given('tenant')} AND name_norm = ${given('name')}
        AND (${given('country')} IS NULL OR country = ${given('country')})`,
    )}) f
  JOIN ${customer} c ON c.tenant_id = ${given('tenant')} AND c.id = f.id`)

/** Nothing sought, nothing asked. */
export function soughtStatements(reader: Reader, sought: Sought | undefined): Statement[] {
  if (!sought) return []
  const { number, name, country, address, domain } = sought
  return [
    CUSTOMERS({
      ...asReader(reader),
      number: number?.trim().toUpperCase() ?? null,
      name: normalisedName(name ?? '') || null,
      country: country ?? null,
      address: address ?? null,
      domain: domain ?? null,
    }),
  ]
}

export const readSought = ([rows = []]: readonly Row[][]): FoundCustomer[] =>
  rows.map(({ id, doc_no, name, standing: stands, because, contact_id }) => ({
    id: String(id),
    doc_no: String(doc_no),
    name: String(name),
    standing: Number(stands),
    because: because as FoundCustomer['because'],
    contact_id: contact_id === null ? null : String(contact_id),
  }))
