import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * Every table. Those of record types follow from the definitions in `shared/trade`; the SQL in
 * `migrations/` is the truth, and a test holds it against these.
 */
export * from './fact-tables.ts'
export * from './file-tables.ts'
export * from './record-tables.ts'

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
    /** For whom the actor stood in; null for who did it by themselves. */
    on_behalf_of: text(),
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

/** What is to be done to deals by nobody in particular: `worker/src/store/deal-work.ts`. */
export const dealWork = sqliteTable(
  'deal_work',
  {
    tenant_id: text().notNull(),
    deal_id: text().notNull(),
    what: text().notNull(),
    key: text().notNull(),
    about: text({ mode: 'json' }).notNull(),
    /** ms UTC; 0 for at once. */
    due_at: integer().notNull(),
    marks: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenant_id, table.deal_id, table.what, table.key] }),
    // Without the firm in front, as `timers_by_due`.
    index('deal_work_by_due').on(table.due_at),
  ],
)

/** When each customer is to be ranked again: `worker/src/store/customer-work.ts`. */
export const customerWork = sqliteTable(
  'customer_work',
  {
    tenant_id: text().notNull(),
    customer_id: text().notNull(),
    /** ms UTC; 0 for at once. */
    due_at: integer().notNull(),
    marks: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenant_id, table.customer_id] }),
    // Without the firm in front, as `timers_by_due`.
    index('customer_work_by_due').on(table.due_at),
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
