import { type Placeholder, type SQL, sql } from 'drizzle-orm'
import type { Change } from '#shared/record/change.ts'
import { isSearched, SEARCHED, type SearchedType, storedKeys } from '#shared/search/searched.ts'
import { searchKeys, tables } from './schema.ts'

/**
 * Under which keys records are searched for, as `shared/search` makes them of what a record says. Whose a record is stands
 * beside each key: everybody's own are looked up by themselves, however many others fit as well.
 */
const { customer } = tables

/** What follows from the write of a record that is searched for. */
export function searchKeysAfter(
  tenantId: string,
  id: string,
  record: Readonly<Record<string, unknown>>,
  change: Change,
): SQL[] {
  const { type } = change
  if (!isSearched(type)) return []
  const about = type === 'contact' ? record.customer_id : id
  const gone = sql`DELETE FROM ${searchKeys} INDEXED BY search_keys_by_about
    WHERE ${searchKeys.tenant_id} = ${tenantId} AND ${searchKeys.about_id} = ${about} AND ${searchKeys.record_id} = ${id}`
  if (change.kind === 'remove') return [gone]
  const made = sql`INSERT OR IGNORE INTO ${searchKeys} (tenant_id, key, type, record_id, about_id, owner_id)
    SELECT ${tenantId}, value, ${type}, ${id}, ${about}, ${ownerOf(type, tenantId, record)}
    FROM json_each(${JSON.stringify(storedKeys(type, record))})`
  if (change.kind === 'create')
    return [
      made,
      ...(Object.hasOwn(record, 'doc_no') && record.doc_no === null ? [ofSeries(tenantId, id, type, record)] : []),
    ]
  if (Object.keys(SEARCHED[type]).some((field) => Object.hasOwn(change.values, field))) return [gone, made]
  return type !== 'contact' && change.values.owner_id !== undefined
    ? [handedOver(tenantId, id, change.values.owner_id)]
    : []
}

/** Of a contact it is the customer's. */
const ownerOf = (type: SearchedType, tenantId: string, record: Readonly<Record<string, unknown>>): SQL =>
  type === 'contact'
    ? sql`coalesce((SELECT c.owner_id FROM ${customer} c WHERE c.tenant_id = ${tenantId} AND c.id = ${record.customer_id}), '')`
    : sql`${record.owner_id ?? ''}`

/** A number that the series gave is known to the store alone: `SO-2026-0412`. */
function ofSeries(tenantId: string, id: string, type: SearchedType, record: Readonly<Record<string, unknown>>): SQL {
  const [whole, period, last] = [
    "lower(replace(r.doc_no, '-', ''))",
    "replace(substr(r.doc_no, instr(r.doc_no, '-') + 1), '-', '')",
    "substr(r.doc_no, instr(r.doc_no, '-') + 6)",
  ].map((part) => sql.raw(part))
  return sql`INSERT OR IGNORE INTO ${searchKeys} (tenant_id, key, type, record_id, about_id, owner_id)
    SELECT ${tenantId}, value, ${type}, ${id}, ${id}, ${record.owner_id ?? ''} FROM json_each((
      SELECT json_array(${whole}, ${period}, ${last}) FROM ${tables[type]} r WHERE r.tenant_id = ${tenantId} AND r.id = ${id}))`
}

/** A customer's contacts go with it. */
const handedOver = (
  tenantId: string,
  id: string,
  owner: unknown,
): SQL => sql`UPDATE ${searchKeys} INDEXED BY search_keys_by_about SET owner_id = ${owner ?? ''}
  WHERE ${searchKeys.tenant_id} = ${tenantId} AND ${searchKeys.about_id} = ${id}`

/** Whose the contacts of a whole firm are. */
export const contactKeysAnew = (
  tenant: SQL | Placeholder,
): SQL => sql`UPDATE ${searchKeys} INDEXED BY search_keys_by_about
  SET owner_id = coalesce((SELECT c.owner_id FROM ${customer} c WHERE c.tenant_id = ${searchKeys.tenant_id} AND c.id = about_id), '')
  WHERE ${searchKeys.tenant_id} = ${tenant} AND type = 'contact'`
