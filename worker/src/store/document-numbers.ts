import { type Placeholder, type SQL, sql } from 'drizzle-orm'
import type { Change } from '#shared/record/change.ts'
import type { TypeName } from '#shared/trade/index.ts'
import { documentNumbers, tables } from './schema.ts'

/**
 * Under which numbers customers' papers are known, ours and theirs, as `shared/customer/document-number.ts` compares them. One
 * table instead of an index for each kind: a subject's numbers are looked up in all of them at once, beside every mail.
 */
const { order, shipment } = tables

/** The fields of each type that hold a number, and whose record it is. */
const NUMBERS = {
  order: { fields: ['doc_no', 'buyer_po_no', 'bl_no'], customer: sql`r.customer_id` },
  quotation: { fields: ['doc_no'], customer: sql`r.customer_id` },
  contract: { fields: ['doc_no', 'buyer_po_no'], customer: sql`r.customer_id` },
  shipment: { fields: ['doc_no', 'booking_no', 'so_no', 'bl_no'], customer: ofShipment('r') },
  container: {
    fields: ['no'],
    customer: sql`(SELECT ${ofShipment('s')} FROM ${shipment} s WHERE s.tenant_id = r.tenant_id AND s.id = r.shipment_id)`,
  },
} as const satisfies Partial<Record<TypeName, { readonly fields: readonly string[]; readonly customer: SQL }>>

type Numbered = keyof typeof NUMBERS
const TYPES = Object.keys(NUMBERS) as Numbered[]

/** A shipment's customer, else that of its order. */
function ofShipment(alias: string): SQL {
  const row = (field: string) => sql.raw(`${alias}.${field}`)
  return sql`coalesce(${row('customer_id')}, (SELECT o.customer_id FROM ${order} o
    WHERE o.tenant_id = ${row('tenant_id')} AND o.id = ${row('order_id')}))`
}

/** What joins the parts of a number, for people and not for the number. */
const JOINS = ['-', '/', '.', '_', ' ', '#', ':']

const key = (field: string): SQL =>
  sql.raw(`upper(${JOINS.reduce((inner, join) => `replace(${inner}, '${join}', '')`, `r.${field}`)})`)

function numbersOf(type: Numbered, where: SQL): SQL[] {
  const { fields, customer } = NUMBERS[type]
  return fields.map(
    (field) => sql`INSERT OR IGNORE INTO ${documentNumbers} (tenant_id, number, record_id, customer_id)
      SELECT tenant_id, number, id, customer_id FROM (
        SELECT r.tenant_id, r.id, ${key(field)} AS number, ${customer} AS customer_id FROM ${tables[type]} r
        WHERE ${where} AND r.${sql.raw(field)} IS NOT NULL)
      WHERE length(number) >= 4 AND customer_id IS NOT NULL`,
  )
}

/** The numbers of a record that was made, or some of whose numbers or whose customer was changed. */
export function numbersAfter(tenantId: string, id: string, change: Change): SQL[] {
  const { type } = change
  if (!isNumbered(type)) return []
  const before = sql`DELETE FROM ${documentNumbers}
    WHERE ${documentNumbers.tenant_id} = ${tenantId} AND ${documentNumbers.record_id} = ${id}`
  if (change.kind === 'remove') return [before]
  const made = numbersOf(type, sql`r.tenant_id = ${tenantId} AND r.id = ${id}`)
  if (change.kind === 'create') return made
  const decisive: readonly string[] = [...NUMBERS[type].fields, 'customer_id', 'order_id', 'shipment_id']
  return decisive.some((field) => Object.hasOwn(change.values, field)) ? [before, ...made] : []
}

const isNumbered = (type: TypeName): type is Numbered => Object.hasOwn(NUMBERS, type)

/** The numbers of a whole firm. */
export const numbersAnew = (tenant: SQL | Placeholder): SQL[] => [
  sql`DELETE FROM ${documentNumbers} WHERE ${documentNumbers.tenant_id} = ${tenant}`,
  ...TYPES.flatMap((type) => numbersOf(type, sql`r.tenant_id = ${tenant}`)),
]
