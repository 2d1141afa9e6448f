import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** What somebody who has left is to hand over, by whom and how; several, where something was left or came to them since. */
export const handovers = sqliteTable(
  'handovers',
  {
    tenant_id: text().notNull(),
    person_id: text().notNull(),
    /** Counted from 1: of two who begin at once one does. */
    no: integer().notNull(),
    by_id: text().notNull(),
    /** As in `shared/staff/handover.ts`. */
    plan: text().notNull(),
    /** `running`, `done`, `undoing`, `undone`. */
    state: text().notNull(),
    /** ms UTC. */
    started_at: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenant_id, table.person_id, table.no] }),
    // Without the firm in front, as `timers_by_due`.
    index('handovers_running').on(table.started_at).where(sql.raw(`state IN ('running', 'undoing')`)),
  ],
)

/** The records of a handover: `waiting`, `moved`, `kept` for what was somebody else's by then or was not undone, `undone`. */
export const handoverItems = sqliteTable(
  'handover_items',
  {
    tenant_id: text().notNull(),
    person_id: text().notNull(),
    no: integer().notNull(),
    record_id: text().notNull(),
    type: text().notNull(),
    state: text().notNull(),
    /** JSON: what the record said before. */
    before: text(),
    /** The version that the handover made: with another one something was done with the record since. */
    version: integer(),
  },
  (table) => [
    primaryKey({ columns: [table.tenant_id, table.person_id, table.no, table.record_id] }),
    index('handover_items_by_state').on(table.tenant_id, table.person_id, table.no, table.state, table.record_id),
  ],
)
