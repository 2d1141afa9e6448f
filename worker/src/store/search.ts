import { type SQL, sql } from 'drizzle-orm'
import { INVOLVED, OWN } from '#shared/access/standing.ts'
import { FOUND_MAX } from '#shared/search/found.ts'
import { SEARCHED, SEARCHED_TYPES, type SearchedType } from '#shared/search/searched.ts'
import type { LookedUp } from '#shared/search/sought.ts'
import { FORGIVING } from '#shared/search/words.ts'
import type { Row } from './database.ts'
import { searchKeys, tables } from './schema.ts'
import { asReader, type Reader, type ReaderNames, standing } from './standing.ts'
import { given, prepared, type Statement } from './statement.ts'

/**
 * What fits what somebody typed: one statement, whose cost grows with nothing. It looks at so many keys of each sort and no
 * more, the reader's own by themselves, and then at so many records.
 */
const { customer } = tables

/** Of so many it is looked at how one stands to them. */
const NEAR_MAX = 4
/** So many keys are looked at that begin with a word, or are one but for a letter. */
const KEYS_MAX = { ownFirst: 4, first: 4, ownSecond: 2, second: 2, ownNearly: 2, nearly: 2 } as const

const rows = (name: keyof typeof KEYS_MAX): SQL => sql.raw(String(KEYS_MAX[name]))
const own = (found: SQL): SQL => sql`${found} AND k.owner_id = ${given('me')}`
const OWN_KEYS = sql`${searchKeys} k INDEXED BY search_keys_by_owner`

/** Binary order: no letter of any script comes behind the last sign that there is. */
const begins = (word: 'first' | 'second'): SQL =>
  sql`k.tenant_id = ${given('tenant')} AND k.key >= ${given(word)} AND k.key < ${given(word)} || char(1114111)`

const leg = (term: number, nearly: number, isOwn: number, from: SQL, limit: SQL): SQL => sql`SELECT * FROM (
  SELECT k.type, k.record_id, ${sql.raw(`${term} AS term, ${nearly} AS nearly, ${isOwn} AS own`)} FROM ${from} LIMIT ${limit})`

/** A word of at most so many letters, and what is left of it without each. As values: rows of JSON would count as read. */
const NEARLY_MAX = FORGIVING.longest + 2
const NEARLY_NAMES = Array.from({ length: NEARLY_MAX }, (_, at) => `nearly${at}` as const)
const NEARLY_VALUES = sql.join(
  NEARLY_NAMES.map((name) => sql`(${given(name)})`),
  sql`, `,
)

const nearlyOf = (keys: SQL, where: SQL): SQL => sql`(VALUES ${NEARLY_VALUES}) v CROSS JOIN ${keys}
  ON k.tenant_id = ${given('tenant')} AND k.key = v.column1${where}`

const MINE = sql` AND k.owner_id = ${given('me')}`

const FOUND = sql`
  SELECT * FROM (${leg(1, 0, 1, sql`${OWN_KEYS} WHERE ${own(begins('first'))}`, rows('ownFirst'))}
    UNION ALL ${leg(1, 0, 0, sql`${searchKeys} k WHERE ${begins('first')}`, rows('first'))}
    UNION ALL ${leg(2, 0, 1, sql`${OWN_KEYS} WHERE ${own(begins('second'))}`, rows('ownSecond'))}
    UNION ALL ${leg(2, 0, 0, sql`${searchKeys} k WHERE ${begins('second')}`, rows('second'))})
  UNION ALL SELECT * FROM (${leg(1, 1, 1, nearlyOf(OWN_KEYS, MINE), rows('ownNearly'))}
    UNION ALL ${leg(1, 1, 0, nearlyOf(sql`${searchKeys} k`, sql``), rows('nearly'))})`

/**
 * Where a right holds for every record or for none, how near one stands to it needs no look; nor to what is one's own: every
 * scope reaches that.
 */
const near = (type: SearchedType, alias: string, shortcut: SQL): SQL =>
  sql`CASE WHEN ${given(`free_${type}`)} THEN 0 ${shortcut} ELSE ${standing(type, alias)} END`

const mine = (alias: string): SQL =>
  sql`WHEN ${sql.raw(`${alias}.owner_id`)} = ${given('me')} THEN ${sql.raw(String(OWN))}`

/** Who works on an order works for its customer: see `customer_people`. */
const WORKED_ON = sql`WHEN ${given('me')} IN (r.owner_id, r.merchandiser_id) AND ${given('involved')} THEN ${sql.raw(String(INVOLVED))}`

/** What is told of a record and decides whether it is told: its searched fields, its customer, how the reader stands to both. */
function told(type: SearchedType): SQL {
  const fields = Object.keys(SEARCHED[type]).flatMap((field) => [sql.raw(`'${field}'`), sql.raw(`r.${field}`)])
  const start = sql`'id', r.id, ${sql.join(fields, sql`, `)}, 'custom', '{}'`
  const here = sql`r.tenant_id = ${given('tenant')} AND r.id = f.record_id`
  const ofCustomer = sql`c.tenant_id = r.tenant_id AND c.id = r.customer_id`
  const customerOf = (standing: SQL) => sql`json_object('id', c.id, 'name', c.name, 'standing', ${standing})`
  if (type === 'contact') {
    // Whoever reaches a contact through its customer reaches the customer.
    return sql`(SELECT json_object(${start}, 'standing', ${near(type, 'r', mine('c'))}, 'customer',
      json_object('id', c.id, 'name', c.name)) FROM ${tables[type]} r CROSS JOIN ${customer} c ON ${ofCustomer} WHERE ${here})`
  }
  const own = sql`'standing', ${near(type, 'r', mine('r'))}`
  if (type === 'customer') return sql`(SELECT json_object(${start}, ${own}) FROM ${tables[type]} r WHERE ${here})`
  const customers = near('customer', 'c', sql`${mine('c')} ${type === 'order' ? WORKED_ON : sql``}`)
  return sql`(SELECT json_object(${start}, ${own}, 'customer', json((SELECT ${customerOf(customers)} FROM ${customer} c
    WHERE NOT ${given('no_customer')} AND ${ofCustomer}))) FROM ${tables[type]} r WHERE ${here})`
}

const SEARCH = prepared<Names>(sql`
  SELECT f.type, f.own, CASE f.type ${sql.join(
    SEARCHED_TYPES.map((type) => sql`WHEN ${sql.raw(`'${type}'`)} THEN ${told(type)}`),
    sql` `,
  )} END AS told
  FROM (SELECT type, record_id, max(own) AS own FROM (${FOUND}) GROUP BY record_id
    ORDER BY count(DISTINCT term) DESC, max(own) DESC, min(nearly), record_id LIMIT ${given('most')}) f`)

type Nearly = (typeof NEARLY_NAMES)[number]
type Names = ReaderNames | 'first' | 'second' | Nearly | 'involved' | 'most' | 'no_customer' | `free_${SearchedType}`

export function search(reader: Reader, { first, second, nearly }: LookedUp): Statement {
  const reach = (type: SearchedType) => reader.access.reach(type, 'view')
  const free = Object.fromEntries(SEARCHED_TYPES.map((type) => [`free_${type}`, Number(!reach(type))]))
  return SEARCH({
    ...asReader(reader),
    ...(free as Record<`free_${SearchedType}`, number>),
    most: reach('customer') === null ? FOUND_MAX : NEAR_MAX - Number(second !== null),
    first,
    second,
    ...(Object.fromEntries(NEARLY_NAMES.map((name, at) => [name, nearly[at] ?? null])) as Record<
      Nearly,
      string | null
    >),
    involved: Number((reach('customer') ?? 0) & INVOLVED),
    no_customer: Number(reach('customer') === 0),
  })
}

/** A record that was found, as the store has it: who may see it is for whoever reads it. */
export interface FoundRow {
  readonly type: SearchedType
  readonly row: Row
  /** The customer it is of. */
  readonly customer: Row | null
  /** Whether it is the reader's own. */
  readonly own: boolean
}

export const readFound = (found: readonly Row[]): FoundRow[] =>
  found.flatMap(({ type, own, told }) => {
    if (typeof told !== 'string') return []
    const { customer, ...row } = JSON.parse(told) as Row & { readonly customer: Row | null }
    return [{ type: type as SearchedType, row, customer: customer ?? null, own: own === 1 }]
  })
