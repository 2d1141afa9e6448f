import { type SQL, sql } from 'drizzle-orm'
import type { AnyRecord } from '#shared/record/record-type.ts'
import { type Grouped, HANDED, HANDED_TYPES, statesOf } from '#shared/staff/handover.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'
import type { Row } from './database.ts'
import { handoverItems, handovers } from './handover-tables.ts'
import { indexOn } from './reached.ts'
import { readRecord } from './records.ts'
import { customerPeople, fileLinks, sessions, tables } from './schema.ts'
import { given, prepared, type Statement } from './statement.ts'

/** What somebody leaves behind, and what becomes of it: one list made at the start, of which each tick does some. */
const { customer, deal, team, tenant, user } = tables

const quoted = (values: readonly string[]): SQL => sql.raw(values.map((value) => `'${value}'`).join(', '))

/** The ids of the records of a type that are theirs and have not ended. Found by whose they are, where an index tells. */
function owned(type: TypeName): SQL {
  const { fields, ended } = HANDED[type] ?? { fields: [], ended: [] }
  const states = statesOf(type)
  const live = ended.length > 0 && states ? sql`AND r.status NOT IN (${quoted(ended)})` : sql``
  const from = (where: SQL, index?: string) =>
    sql`SELECT r.id FROM ${tables[type]} r ${
      index ? sql`INDEXED BY ${sql.raw(index)}` : sql``
    } WHERE r.tenant_id = ${given('tenant')} AND ${where} ${live}`
  if (type === 'customer') {
    return sql`SELECT DISTINCT customer_id AS id FROM ${customerPeople} INDEXED BY customer_people_by_user
      WHERE tenant_id = ${given('tenant')} AND user_id = ${given('person')} AND part = 'owner'`
  }
  if (type === 'approval') return from(sql`r.steps LIKE '%"' || ${given('person')} || '"%'`)
  if (type === 'order') {
    const open = (index: 'orders_open_by_owner' | 'orders_open_by_follower', field: string) =>
      from(sql`${sql.raw(`r.${field}`)} = ${given('person')} AND ${sql.raw(TYPES.order.indexes[index].where)}`, index)
    return sql`${open('orders_open_by_owner', 'owner_id')} UNION ${open('orders_open_by_follower', 'merchandiser_id')}`
  }
  const ways = fields.map((field) => from(sql`${sql.raw(`r.${field}`)} = ${given('person')}`, indexOn(type, field)))
  return sql.join(ways, sql` UNION `)
}

type OfPerson = 'tenant' | 'person'

const COUNTS = HANDED_TYPES.map((type) =>
  prepared<OfPerson>(sql`SELECT ${sql.raw(`'${type}'`)} AS type, ${sql.raw(statesOf(type) ? 'r.status' : 'NULL')} AS state,
    count(*) AS count FROM (${owned(type)}) o
    CROSS JOIN ${tables[type]} r ON r.tenant_id = ${given('tenant')} AND r.id = o.id GROUP BY 2`),
)

const GROUPS = prepared<OfPerson>(sql`SELECT c.country, c.tier, c.team_id, t.name AS team, count(*) AS count
  FROM (${owned('customer')}) o CROSS JOIN ${customer} c ON c.tenant_id = ${given('tenant')} AND c.id = o.id
  LEFT JOIN ${team} t ON t.tenant_id = c.tenant_id AND t.id = c.team_id
  GROUP BY c.country, c.tier, c.team_id ORDER BY count DESC, c.country, c.tier LIMIT 500`)

const STAFF = prepared<OfPerson>(sql`SELECT id, alias FROM ${user}
  WHERE tenant_id = ${given('tenant')} AND status = 'active' AND id <> ${given('person')} ORDER BY alias LIMIT 1000`)

const LAST = prepared<OfPerson>(sql`SELECT h.no, h.state, i.state AS item, count(i.state) AS count FROM (
    SELECT * FROM ${handovers} WHERE tenant_id = ${given('tenant')} AND person_id = ${given('person')}
    ORDER BY no DESC LIMIT 1) h
  LEFT JOIN ${handoverItems} i ON i.tenant_id = h.tenant_id AND i.person_id = h.person_id AND i.no = h.no
  GROUP BY h.no, h.state, i.state`)

/** How the last handover of somebody goes: the statement that comes first of {@link overviewOf}. */
export const lastHandover = (tenant: string, person: string): Statement => LAST({ tenant, person })

/** What somebody leaves behind by type and state, their customers by group, and who may take it. */
export const overviewOf = (tenant: string, person: string): Statement[] =>
  [LAST, GROUPS, STAFF, ...COUNTS].map((make) => make({ tenant, person }))

export interface Progress {
  readonly no: number
  readonly state: string
  /** How many records by what has become of them. */
  readonly counts: Readonly<Record<string, number>>
}

export function readProgress(rows: readonly Row[] = []): Progress | null {
  const [first] = rows
  if (!first) return null
  const counts = rows.flatMap(({ item, count }) => (item === null ? [] : [[String(item), Number(count)] as const]))
  return { no: Number(first.no), state: String(first.state), counts: Object.fromEntries(counts) }
}

const START = prepared<OfPerson | 'no' | 'by' | 'plan' | 'now'>(sql`INSERT INTO ${handovers}
  (tenant_id, person_id, no, by_id, plan, state, started_at)
  VALUES (${given('tenant')}, ${given('person')}, ${given('no')}, ${given('by')}, ${given('plan')}, 'running', ${given('now')})`)

const ITEMS = HANDED_TYPES.map((type) =>
  prepared<OfPerson | 'no'>(sql`INSERT INTO ${handoverItems} (tenant_id, person_id, no, record_id, type, state)
    SELECT ${given('tenant')}, ${given('person')}, ${given('no')}, id, ${sql.raw(`'${type}'`)}, 'waiting'
    FROM (${owned(type)})`),
)

/** Begins a handover, with the list of everything that it is of. A second one of the same number fails as a whole. */
export const startHandover = (values: {
  readonly tenant: string
  readonly person: string
  readonly no: number
  readonly by: string
  readonly plan: string
  readonly now: number
}): Statement[] => [START(values), ...ITEMS.map((make) => make(values))]

const OF_HANDOVER = sql`tenant_id = ${given('tenant')} AND person_id = ${given('person')} AND no = ${given('no')}`
type OfHandover = OfPerson | 'no'

const UNDO = [
  prepared<OfHandover>(sql`UPDATE ${handoverItems} SET state = 'undo' WHERE ${OF_HANDOVER} AND state = 'moved'
    AND EXISTS (SELECT 1 FROM ${handovers} WHERE ${OF_HANDOVER} AND state = 'done')`),
  prepared<OfHandover>(
    sql`UPDATE ${handovers} SET state = 'undoing' WHERE ${OF_HANDOVER} AND state = 'done' RETURNING no`,
  ),
]

/** Begins to take a handover back that is done; nothing where it is not. */
export const undoHandover = (values: Readonly<Record<OfHandover, unknown>>): Statement[] =>
  UNDO.map((make) => make(values))

/** Somebody who may work no more is out at once: nothing that they are signed in by, and no address of a file, is left. */
export const signedOut = (tenant: string, person: string): Statement[] => OUT.map((make) => make({ tenant, person }))

const OUT = [sessions, fileLinks].map((table) =>
  prepared<OfPerson>(sql`DELETE FROM ${table} WHERE tenant_id = ${given('tenant')} AND user_id = ${given('person')}`),
)

/** The handovers that go on, with what of each comes next: of all of them so many records. */
export const handoversDue = prepared<'limit'>(sql`SELECT h.tenant_id, h.person_id, h.no, h.by_id, h.plan, h.state,
    i.record_id, i.type, i.before, i.version, coalesce(u.manager_id, t.fallback_user_id) AS above, t.timezone
  FROM (SELECT * FROM ${handovers} INDEXED BY handovers_running WHERE state IN ('running', 'undoing')
    ORDER BY started_at LIMIT 10) h
  CROSS JOIN ${tenant} t ON t.tenant_id = h.tenant_id AND t.id = h.tenant_id
  CROSS JOIN ${user} u ON u.tenant_id = h.tenant_id AND u.id = h.person_id
  LEFT JOIN ${handoverItems} i INDEXED BY handover_items_by_state ON i.tenant_id = h.tenant_id
    AND i.person_id = h.person_id AND i.no = h.no AND i.state = iif(h.state = 'running', 'waiting', 'undo')
  LIMIT ${given('limit')}`)

/** One record of a handover, to be moved or taken back. */
export interface Item {
  readonly tenantId: string
  readonly personId: string
  readonly no: number
  readonly type: TypeName
  readonly recordId: string
}

const customerOf = (type: TypeName): SQL => {
  if (type === 'customer') return sql`r.id`
  const { fields } = TYPES[type]
  if ('customer_id' in fields) return sql`r.customer_id`
  if (!('deal_id' in fields)) return sql`NULL`
  return sql`(SELECT d.customer_id FROM ${deal} d WHERE d.tenant_id = r.tenant_id AND d.id = r.deal_id)`
}

const RECORDS = new Map(
  HANDED_TYPES.map((type) => [
    type,
    prepared<'items'>(sql`SELECT r.*, c.id AS group_id, c.country AS group_country, c.tier AS group_tier, c.team_id AS group_team
      FROM json_each(${given('items')}) i
      CROSS JOIN ${tables[type]} r ON r.tenant_id = json_extract(i.value, '$.tenantId')
        AND r.id = json_extract(i.value, '$.recordId')
      LEFT JOIN ${customer} c ON c.tenant_id = r.tenant_id AND c.id = ${customerOf(type)}`),
  ]),
)

/** The records of a type that items name, each with the group of its customer. */
export const itemRecords = (type: TypeName, items: readonly Item[]): Statement[] => {
  const make = RECORDS.get(type)
  return make ? [make({ items: JSON.stringify(items) })] : []
}

export function readItemRecord(
  type: TypeName,
  row: Row,
): { readonly record: AnyRecord; readonly group: Grouped | null } {
  const { group_id, group_country, group_tier, group_team, ...own } = row
  const textOf = (value: unknown) => (value === null ? null : String(value))
  const group = { country: textOf(group_country), tier: textOf(group_tier), team_id: textOf(group_team) }
  return { record: readRecord(type, own), group: group_id === null ? null : group }
}

const END_ITEM = prepared<OfHandover | 'record' | 'state' | 'before' | 'version'>(sql`UPDATE ${handoverItems}
  SET state = ${given('state')}, before = coalesce(${given('before')}, before), version = coalesce(${given('version')}, version)
  WHERE ${OF_HANDOVER} AND record_id = ${given('record')} AND state IN ('waiting', 'undo')`)

/** What has become of an item, in the batch that writes its record. */
export const endItem = (
  { tenantId, personId, no, recordId }: Item,
  state: 'moved' | 'kept' | 'undone',
  moved?: { readonly before: object; readonly version: number },
): Statement =>
  END_ITEM({
    tenant: tenantId,
    person: personId,
    no,
    record: recordId,
    state,
    before: moved ? JSON.stringify(moved.before) : null,
    version: moved?.version ?? null,
  })

/** A handover of which nothing waits any more is done, or undone. */
export const endHandover = prepared<OfHandover>(sql`UPDATE ${handovers}
  SET state = iif(state = 'running', 'done', 'undone')
  WHERE ${OF_HANDOVER} AND state IN ('running', 'undoing') AND NOT EXISTS (
    SELECT 1 FROM ${handoverItems} INDEXED BY handover_items_by_state
    WHERE ${OF_HANDOVER} AND state IN ('waiting', 'undo'))`)
