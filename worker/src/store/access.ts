import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { AccessChange } from '#shared/access/proposal.ts'
import type { Row } from './database.ts'
import { events, postSets, tables } from './schema.ts'
import { given, prepared } from './statement.ts'

const { user } = tables

/** Changes of who may do what that wait for a second person, and what became of earlier ones. Nothing is taken out. */
export const accessProposals = sqliteTable(
  'access_proposals',
  {
    tenant_id: text().notNull(),
    id: text().notNull(),
    /** `open`, `agreed` or `withdrawn`. */
    status: text().notNull(),
    /** `post:sales_rep` or `user:01K…`: one open proposal for each. */
    about: text().notNull(),
    /** An `AccessChange`. */
    change: text().notNull(),
    proposed_by: text().notNull(),
    /** ms UTC. */
    proposed_at: integer().notNull(),
    decided_by: text(),
    decided_at: integer(),
  },
  (table) => [
    primaryKey({ columns: [table.tenant_id, table.id] }),
    index('access_proposals_by_status').on(table.tenant_id, table.status, table.id),
  ],
)

/** What waits or was decided, by whom and when. Times in ms UTC. */
export interface Proposal {
  readonly id: string
  readonly status: 'open' | 'agreed' | 'withdrawn'
  readonly about: string
  readonly change: AccessChange
  readonly proposedBy: string
  readonly proposedAt: number
  readonly decidedBy: string | null
  readonly decidedAt: number | null
}

export const readProposal = (row: Row): Proposal => ({
  id: String(row.id),
  status: row.status as Proposal['status'],
  about: String(row.about),
  change: JSON.parse(String(row.change)) as AccessChange,
  proposedBy: String(row.proposed_by),
  proposedAt: Number(row.proposed_at),
  decidedBy: row.decided_by === null ? null : String(row.decided_by),
  decidedAt: row.decided_at === null ? null : Number(row.decided_at),
})

/** How many may wait at once, and how many of the decided ones and of the looks are listed. */
export const OPEN_MAX = 20
const LISTED_MAX = 20

/** More staff than the largest firm has. */
const STAFF_MAX = 1_000

const ofFirm = sql`tenant_id = ${given('tenant')}`

export const postSetOf = prepared<'tenant'>(sql`SELECT version, posts FROM ${postSets} WHERE ${ofFirm}`)

/** Who works here, or is to; who has left holds no posts any more. */
export const staffOf = prepared<'tenant'>(sql`SELECT id, version, alias, display_name, roles, status FROM ${user}
  WHERE ${ofFirm} AND status <> 'left' ORDER BY id LIMIT ${sql.raw(String(STAFF_MAX))}`)

const listed = (status: string, most: number) =>
  prepared<'tenant'>(sql`SELECT * FROM ${accessProposals} INDEXED BY access_proposals_by_status
    WHERE ${ofFirm} AND status = ${sql.raw(`'${status}'`)} ORDER BY id DESC LIMIT ${sql.raw(String(most))}`)

export const openProposals = listed('open', OPEN_MAX)
export const agreedProposals = listed('agreed', LISTED_MAX)
export const withdrawnProposals = listed('withdrawn', LISTED_MAX)

export const proposalById = prepared<'tenant' | 'id'>(
  sql`SELECT * FROM ${accessProposals} WHERE ${ofFirm} AND id = ${given('id')}`,
)

export const keepProposal = prepared<
  'tenant' | 'id' | 'about' | 'change' | 'by' | 'now'
>(sql`INSERT INTO ${accessProposals}
    (tenant_id, id, status, about, change, proposed_by, proposed_at)
  VALUES (${given('tenant')}, ${given('id')}, 'open', ${given('about')}, ${given('change')}, ${given('by')}, ${given('now')})`)

export const decideProposal = prepared<'tenant' | 'id' | 'status' | 'by' | 'now'>(sql`UPDATE ${accessProposals}
  SET status = ${given('status')}, decided_by = ${given('by')}, decided_at = ${given('now')}
  WHERE ${ofFirm} AND id = ${given('id')} AND status = 'open'`)

export const keepPosts = prepared<
  'tenant' | 'version' | 'posts'
>(sql`INSERT INTO ${postSets} (tenant_id, version, posts)
  VALUES (${given('tenant')}, ${given('version')}, ${given('posts')})
  ON CONFLICT (tenant_id) DO UPDATE SET version = excluded.version, posts = excluded.posts`)

/** The chains of events that are of no record: every change of anybody's rights, and every look as somebody else. */
export const ACCESS_CHAIN = 'access'
const LOOKS_CHAIN = 'access_looks'

type Told = 'tenant' | 'action' | 'now' | 'by' | 'surface' | 'changes'

const event = (record: ReturnType<typeof sql>, version: ReturnType<typeof sql>) => sql`INSERT INTO ${events}
    (tenant_id, record_id, version, type, action, at, actor, surface, changes)
  SELECT ${given('tenant')}, ${record}, ${version}, 'access', ${given('action')}, ${given('now')}, ${given('by')},
    ${given('surface')}, ${given('changes')}`

/** With its number in its chain: whoever comes second with the same number fails, and nothing of theirs is kept. */
export const tellAccess = prepared<Told | 'record' | 'version'>(
  event(sql`${given('record')}`, sql`${given('version')}`),
)

/** One after the other, whoever looks. */
export const tellLook = prepared<Told>(
  event(
    sql.raw(`'${LOOKS_CHAIN}'`),
    sql`coalesce((SELECT max(version) FROM ${events} WHERE ${ofFirm} AND record_id = ${sql.raw(`'${LOOKS_CHAIN}'`)}), 0) + 1`,
  ),
)

export const lastLooks = prepared<'tenant'>(sql`SELECT at, actor, changes FROM ${events}
  WHERE ${ofFirm} AND record_id = ${sql.raw(`'${LOOKS_CHAIN}'`)} ORDER BY version DESC LIMIT ${sql.raw(String(LISTED_MAX))}`)

/** Whom a proposal is about, if it is about a member of staff. */
export const subjectOf = prepared<'tenant' | 'id'>(sql`SELECT u.* FROM ${accessProposals} p
  JOIN ${user} u ON u.tenant_id = p.tenant_id AND u.id = substr(p.about, 6) AND u.status <> 'left'
  WHERE p.tenant_id = ${given('tenant')} AND p.id = ${given('id')} AND p.about LIKE 'user:%'`)
