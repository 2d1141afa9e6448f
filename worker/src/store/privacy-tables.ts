import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Requests about somebody's data. Once one is carried out its row is the log of it, and says nothing of the person any more. */
export const privacyRequests = sqliteTable(
  'privacy_requests',
  {
    tenant_id: text().notNull(),
    id: text().notNull(),
    /** `export` or `erasure`. */
    kind: text().notNull(),
    /** `collecting`, `ready`, `running`, `done` or `refused`. */
    status: text().notNull(),
    /** `person`, `authority` or `retention`: who wants it, never a name. */
    asked_by: text().notNull(),
    /** By which right, as a code. */
    basis: text().notNull(),
    pseudonym: text().notNull(),
    /** ms UTC, as the others. */
    received_at: integer().notNull(),
    due_at: integer().notNull(),
    created_by: text().notNull(),
    confirmed_by: text(),
    confirmed_at: integer(),
    finished_at: integer(),
    /** The person as `shared/privacy/person.ts` has one; null once it is carried out. */
    person: text({ mode: 'json' }),
    /** Where the walk over everything goes on: `{place, after, round, changed}`. */
    progress: text({ mode: 'json' }).notNull(),
    /** How many rows of each place, and what stays and why; no data of anybody. */
    counts: text({ mode: 'json' }).notNull(),
    /** The export, as long as it is kept. */
    file_id: text(),
  },
  (table) => [
    primaryKey({ columns: [table.tenant_id, table.id] }),
    // Without the firm in front, as `timers_by_due`.
    index('privacy_requests_open')
      .on(table.status, table.received_at)
      .where(sql.raw("status IN ('collecting', 'running')")),
    index('privacy_requests_copies').on(table.finished_at).where(sql.raw('file_id IS NOT NULL')),
  ],
)

/** What was found for a request: which rows, by which traits, and why one stays as it is. Ids and codes alone. */
export const privacyFinds = sqliteTable(
  'privacy_finds',
  {
    tenant_id: text().notNull(),
    request_id: text().notNull(),
    place: text().notNull(),
    /** The row's key after the firm, as a list in JSON. */
    key: text().notNull(),
    /** Of `address`, `phone`, `name`, as a list in JSON. */
    traits: text().notNull(),
    kept: text(),
  },
  (table) => [primaryKey({ columns: [table.tenant_id, table.request_id, table.place, table.key] })],
)

/** With what a firm's marks of erased people are made; a firm that has erased nobody has none. */
export const erasureKeys = sqliteTable(
  'erasure_keys',
  { tenant_id: text().notNull(), secret: text().notNull() },
  (table) => [primaryKey({ columns: [table.tenant_id] })],
)

/** By what an erased person is known again: an HMAC of an address or a telephone under the firm's own key. */
export const erasedPeople = sqliteTable(
  'erased_people',
  {
    tenant_id: text().notNull(),
    mark: text().notNull(),
    request_id: text().notNull(),
    /** ms UTC. */
    erased_at: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant_id, table.mark] })],
)
