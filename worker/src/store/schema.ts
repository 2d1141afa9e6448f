import { sql } from 'drizzle-orm'
import {
  type AnySQLiteColumn,
  index,
  integer,
  primaryKey,
  type SQLiteTableWithColumns,
  sqliteTable,
  text,
} from 'drizzle-orm/sqlite-core'
import { type Field, STORAGE } from '#shared/record/field.ts'
import type { RecordType } from '#shared/record/record-type.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'

/**
 * Every table. Those of record types follow from the definitions in `shared/trade`; the SQL in
 * `migrations/` is the truth, and a test holds it against these.
 */

/** The columns every record has. `version` is compared at each write; `custom` holds the firm's own fields. */
const bookkeeping = () => ({
  tenant_id: text().notNull(),
  id: text().notNull(),
  version: integer().notNull(),
  created_at: integer().notNull(),
  created_by: text().notNull(),
  updated_at: integer().notNull(),
  updated_by: text().notNull(),
  source: text().notNull(),
  custom: text({ mode: 'json' }).notNull(),
})

function column(field: Field) {
  const kind =
    field.kind === 'boolean'
      ? integer({ mode: 'boolean' })
      : field.kind === 'texts'
        ? text({ mode: 'json' })
        : STORAGE[field.kind] === 'INTEGER'
          ? integer()
          : text()
  return field.required ? kind.notNull() : kind
}

type Columns<T extends RecordType> = {
  readonly [K in keyof ReturnType<typeof bookkeeping> | keyof T['fields']]: AnySQLiteColumn
}

/** A drizzle table with a column for each field: rename a field and every query that names it stops compiling. */
export type TableOf<T extends RecordType> = SQLiteTableWithColumns<{
  name: string
  schema: undefined
  columns: Columns<T> & Record<string, AnySQLiteColumn>
  dialect: 'sqlite'
}> &
  Columns<T>

function tableOf<T extends RecordType>(type: T): TableOf<T> {
  const fields = Object.entries(type.fields).map(([key, field]) => [key, column(field)])
  return sqliteTable(type.plural, { ...bookkeeping(), ...Object.fromEntries(fields) }) as unknown as TableOf<T>
}

export const tables = Object.fromEntries(Object.entries(TYPES).map(([name, type]) => [name, tableOf(type)])) as {
  readonly [N in TypeName]: TableOf<(typeof TYPES)[N]>
}

/** Who somebody is to an issuer of tokens. No firm in front: it finds the firm. */
export const identities = sqliteTable(
  'identities',
  {
    issuer: text().notNull(),
    subject: text().notNull(),
    tenant_id: text().notNull(),
    user_id: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.issuer, table.subject] })],
)

/**
 * Who is signed in at the desk, by the SHA-256 of the token in their cookie: like an identity, it finds the firm. Times
 * in ms UTC; `used_at` lags behind by up to a minute.
 */
export const sessions = sqliteTable(
  'sessions',
  {
    token_hash: text().notNull(),
    tenant_id: text().notNull(),
    user_id: text().notNull(),
    started_at: integer().notNull(),
    used_at: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.token_hash] }),
    index('sessions_by_user').on(table.tenant_id, table.user_id, table.started_at),
  ],
)

/**
 * The history: one row per write of a record, inserted before the record itself. Its key makes two
 * writers of one version impossible: the second one's whole batch fails.
 */
export const events = sqliteTable(
  'events',
  {
    tenant_id: text().notNull(),
    record_id: text().notNull(),
    version: integer().notNull(),
    type: text().notNull(),
    /** `created`, `edited`, or the name of the action. */
    action: text().notNull(),
    at: integer().notNull(),
    actor: text().notNull(),
    surface: text().notNull(),
    /** `[{field, old?, new}]` */
    changes: text({ mode: 'json' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant_id, table.record_id, table.version] })],
)

/** What a call with an Idempotency-Key came to. The outcome, never the answer: that is built anew with today's rights. */
export const idempotencyKeys = sqliteTable(
  'idempotency_keys',
  {
    tenant_id: text().notNull(),
    user_id: text().notNull(),
    route: text().notNull(),
    key: text().notNull(),
    /** SHA-256 of what was asked, to notice a key used for something else. */
    request_hash: text().notNull(),
    outcome: text({ mode: 'json' }).notNull(),
    at: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant_id, table.user_id, table.route, table.key] })],
)

/** Which contact writes from an address. Follows from `contacts.emails`. */
export const addresses = sqliteTable(
  'addresses',
  {
    tenant_id: text().notNull(),
    address: text().notNull(),
    contact_id: text().notNull(),
    customer_id: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenant_id, table.address, table.contact_id] }),
    index('addresses_by_contact').on(table.tenant_id, table.contact_id),
  ],
)

/** Which customer a company domain belongs to. Follows from `customers.domains`. */
export const customerDomains = sqliteTable(
  'customer_domains',
  { tenant_id: text().notNull(), domain: text().notNull(), customer_id: text().notNull() },
  (table) => [
    primaryKey({ columns: [table.tenant_id, table.domain, table.customer_id] }),
    index('customer_domains_by_customer').on(table.tenant_id, table.customer_id),
  ],
)

/** Counts shown on a screen, kept at each write so that no screen counts. */
export const customerFacts = sqliteTable(
  'customer_facts',
  { tenant_id: text().notNull(), customer_id: text().notNull(), open_orders: integer().notNull() },
  (table) => [primaryKey({ columns: [table.tenant_id, table.customer_id] })],
)

/** Open money of a customer in each currency, in minor units. */
export const customerMoney = sqliteTable(
  'customer_money',
  {
    tenant_id: text().notNull(),
    customer_id: text().notNull(),
    currency: text().notNull(),
    open_amount: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant_id, table.customer_id, table.currency] })],
)

/**
 * How each member of staff stands to the others: in one team, above them. Follows from `users`; one row instead of
 * a walk up the chain of superiors for each record.
 */
export const staffNear = sqliteTable(
  'staff_near',
  {
    tenant_id: text().notNull(),
    person_id: text().notNull(),
    near_id: text().notNull(),
    standing: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant_id, table.person_id, table.near_id] })],
)

/** Whose a customer is, and who works on its orders. Follows from `customers` and `orders`. */
export const customerPeople = sqliteTable(
  'customer_people',
  {
    tenant_id: text().notNull(),
    customer_id: text().notNull(),
    user_id: text().notNull(),
    /** `owner` for its owner and those who share it, `order` for who works on one of its orders. */
    part: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenant_id, table.customer_id, table.user_id, table.part] }),
    index('customer_people_by_user').on(table.tenant_id, table.user_id, table.customer_id),
  ],
)

/** A firm's own fields in use, together as JSON in one row: whoever signs in reads them. Follows from `own_fields`. */
export const ownFieldSets = sqliteTable(
  'own_field_sets',
  { tenant_id: text().notNull(), fields: text().notNull() },
  (table) => [primaryKey({ columns: [table.tenant_id] })],
)

/** Customers whose last word is a mail that nobody has answered, for whoever owns them. */
export const waitingMails = sqliteTable(
  'waiting_mails',
  {
    tenant_id: text().notNull(),
    customer_id: text().notNull(),
    user_id: text().notNull(),
    /** When the mail came, ms UTC. */
    since: integer().notNull(),
    interaction_id: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenant_id, table.customer_id] }),
    index('waiting_mails_by_user').on(table.tenant_id, table.user_id, table.since),
  ],
)

/** The records that each person opened last. */
export const openings = sqliteTable(
  'openings',
  {
    tenant_id: text().notNull(),
    user_id: text().notNull(),
    type: text().notNull(),
    record_id: text().notNull(),
    /** ms UTC, and later than the opening before it even where a clock was set back. */
    at: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenant_id, table.user_id, table.type, table.record_id] }),
    index('openings_by_time').on(table.tenant_id, table.user_id, table.at),
  ],
)

/** The last number given in a series and period: `INQ` of 2026. */
export const numbering = sqliteTable(
  'numbering',
  { tenant_id: text().notNull(), series: text().notNull(), period: text().notNull(), last: integer().notNull() },
  (table) => [primaryKey({ columns: [table.tenant_id, table.series, table.period] })],
)

/** The clocks that run: one row for each record and rule, moved by the write that changes what it depends on. */
export const timers = sqliteTable(
  'timers',
  {
    tenant_id: text().notNull(),
    record_id: text().notNull(),
    rule: text().notNull(),
    type: text().notNull(),
    /** ms UTC; another one is another occurrence. */
    started_at: integer().notNull(),
    /** The level to be done next. */
    level: integer().notNull(),
    /** When that is, ms UTC; null once all levels are done. */
    due_at: integer(),
  },
  (table) => [
    primaryKey({ columns: [table.tenant_id, table.record_id, table.rule] }),
    // The one index of firms' data without the firm in front: the tick serves every firm of the database at once.
    index('timers_by_due').on(table.due_at),
  ],
)

/** Mails to members of staff: what is to be sent, and what became of it. */
export const outbox = sqliteTable(
  'outbox',
  {
    tenant_id: text().notNull(),
    /** What it is about and to whom, so that the same mail can be written down once only. */
    key: text().notNull(),
    user_id: text().notNull(),
    type: text().notNull(),
    record_id: text().notNull(),
    /** `{rule, startedAt, levels, as}` */
    about: text({ mode: 'json' }).notNull(),
    created_at: integer().notNull(),
    /** When it was owed, ms UTC. */
    due_at: integer().notNull(),
    /** When it is tried next; while somebody is at it, when their time is over. */
    try_at: integer().notNull(),
    /** `queued`, `sent`, `dropped`, `parked` or `uncertain`. */
    state: text().notNull(),
    /** Also the fencing number: whoever comes back with an older one is not listened to. */
    attempts: integer().notNull(),
    /** How many of the last attempts have no known end: the process died, or its answer was lost. */
    unended: integer().notNull(),
    sent_at: integer(),
    /** Why it was dropped or parked, or what is uncertain: a word for programs. */
    why: text(),
  },
  (table) => [
    primaryKey({ columns: [table.tenant_id, table.key] }),
    index('outbox_queued').on(table.try_at).where(sql.raw("state = 'queued'")),
  ],
)

/** When each job last ran, ms UTC. Of the whole database, not of a firm. */
export const heartbeats = sqliteTable('heartbeats', { job: text().notNull(), at: integer().notNull() }, (table) => [
  primaryKey({ columns: [table.job] }),
])
