import { type SQL, sql } from 'drizzle-orm'
import { TYPES } from '#shared/trade/index.ts'
import { tables, waitingMails } from './schema.ts'

const { customer, interaction } = tables

/** Said in the words of the index, or SQLite does not use it. */
const isTurn = sql.raw(TYPES.interaction.indexes.interactions_turns.where)

/** The last thing that went out to a customer, or the last mail that came in; at the same moment the answer is later. */
const lastTurn = sql`SELECT id FROM ${interaction} INDEXED BY interactions_turns
  WHERE tenant_id = c.tenant_id AND customer_id = c.id AND ${isTurn}
  ORDER BY occurred_at DESC, direction DESC, id DESC LIMIT 1`

/** Works out anew which mails wait for an answer: of one customer, or of a whole firm. */
export function waitingMailsAnew(tenant: unknown, customerId?: unknown): SQL[] {
  const only = (column: SQL) => (customerId === undefined ? sql`` : sql`AND ${column} = ${customerId}`)
  return [
    sql`DELETE FROM ${waitingMails} WHERE tenant_id = ${tenant} ${only(sql`customer_id`)}`,
    sql`INSERT INTO ${waitingMails} (tenant_id, customer_id, user_id, since, interaction_id)
      SELECT c.tenant_id, c.id, c.owner_id, m.occurred_at, m.id FROM ${customer} c
      CROSS JOIN ${interaction} m ON m.tenant_id = c.tenant_id AND m.id = (${lastTurn}) AND m.direction = 'in'
      WHERE c.tenant_id = ${tenant} AND c.owner_id IS NOT NULL ${only(sql`c.id`)}`,
  ]
}
