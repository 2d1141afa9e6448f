import { sql } from 'drizzle-orm'
import { may } from '#shared/access/access.ts'
import type { FiledMail } from '#shared/archive/filed-item.ts'
import type { Row } from './database.ts'
import { FILER_COLUMNS, FILER_JOINS, readItem } from './filed.ts'
import { files, tables } from './schema.ts'
import { asReader, type Reader, type ReaderNames, standing } from './standing.ts'
import { given, prepared, type Statement } from './statement.ts'

const { interaction, customer } = tables

/** A mail with where the whole of it lies, and with its customer. */
export interface StoredMail extends FiledMail {
  readonly whole: { readonly sha256: string; readonly bytes: number } | null
  /** Null for a reader who does not see them. */
  readonly customer: { readonly id: string; readonly name: string } | null
}

/** Only whoever filed a private mail has what it says, and with that the file it is in. */
const BY_ID = prepared<ReaderNames | 'id'>(sql`
  SELECT t.*, ${standing('interaction', 't')} AS standing, ${FILER_COLUMNS}, f.sha256 AS whole_sha256, f.bytes AS whole_bytes,
    c.name AS customer_name, ${standing('customer', 'c')} AS customer_standing
  FROM ${interaction} t ${FILER_JOINS}
  LEFT JOIN ${files} f ON f.tenant_id = t.tenant_id AND f.id = coalesce(t.body_ref, json_extract(p.content, '$.body_ref'))
  LEFT JOIN ${customer} c ON c.tenant_id = t.tenant_id AND c.id = t.customer_id
  WHERE t.tenant_id = ${given('tenant')} AND t.id = ${given('id')} AND t.kind = 'mail' LIMIT 1`)

/** The mail of that id; to be read by {@link readStoredMail}. */
export const mailById = (reader: Reader, id: string): Statement => BY_ID({ ...asReader(reader), id })

/** Null when there is none, and just the same when it is not for this reader. */
export function readStoredMail({ access }: Reader, found: Row | undefined): StoredMail | null {
  if (!found) return null
  const { whole_sha256, whole_bytes, customer_name, customer_standing, ...row } = found
  if (!may(access, 'interaction', 'view', Number(row.standing))) return null
  const seesCustomer = customer_name !== null && may(access, 'customer', 'view', Number(customer_standing))
  return {
    ...readItem(row),
    whole: whole_sha256 === null ? null : { sha256: String(whole_sha256), bytes: Number(whole_bytes) },
    customer: seesCustomer ? { id: String(row.customer_id), name: String(customer_name) } : null,
  }
}
