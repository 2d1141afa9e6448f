import { sql } from 'drizzle-orm'
import { type Change, changedId } from '#shared/record/change.ts'
import { outbox, tables } from './schema.ts'
import { given, prepared, type Statement } from './statement.ts'

const { user, tenant: firm } = tables

/** Who is told of reports: everybody with the post of finance, of a firm that has a handful. */
export const financePeople = prepared<'tenant'>(sql`SELECT id FROM ${user} WHERE tenant_id = ${given('tenant')}
  AND status = 'active' AND EXISTS (SELECT 1 FROM json_each(roles) WHERE value = 'finance') ORDER BY id LIMIT 9`)

const QUEUE = prepared<'tenant' | 'key' | 'user' | 'record' | 'about' | 'now'>(sql`INSERT INTO ${outbox}
    (tenant_id, key, user_id, type, record_id, about, created_at, due_at, try_at, state, attempts, unended)
  VALUES (${given('tenant')}, ${given('key')}, ${given('user')}, 'task', ${given('record')}, ${given('about')},
    ${given('now')}, ${given('now')}, ${given('now')}, 'queued', 0, 0)`)

const ACKNOWLEDGE = prepared<'tenant' | 'user' | 'record' | 'about' | 'now'>(sql`INSERT INTO ${outbox}
    (tenant_id, key, user_id, type, record_id, about, created_at, due_at, try_at, state, attempts, unended)
  SELECT ${given('tenant')}, 'ack-' || lower(${given('record')}), ${given('user')}, 'acknowledgement', ${given('record')},
    ${given('about')}, ${given('now')}, ${given('now')}, ${given('now')}, 'queued', 0, 0
  FROM ${firm} WHERE tenant_id = ${given('tenant')} AND id = ${given('tenant')} AND acknowledges = 1
  ON CONFLICT DO NOTHING`)

/**
 * A mail to each whom a new task is for, and to who has written a new inquiry where their firm wants that; for the batch that makes
 * these. The acknowledgement names nobody: whom it goes to is read when it leaves.
 */
export const mailsOfTasks = (tenant: string, changes: readonly Change[], now: number, user: string): Statement[] =>
  changes.flatMap((change) => {
    if (change.kind === 'create' && change.type === 'inquiry') {
      const about = JSON.stringify({ rule: 'acknowledgement', startedAt: now, levels: [0], as: 'responsible' })
      return [ACKNOWLEDGE({ tenant, user, record: changedId(change), about, now })]
    }
    if (change.kind !== 'create' || change.type !== 'task') return []
    const [id, assignee] = [changedId(change), String(change.values.assignee_id)]
    const about = JSON.stringify({ rule: 'task', startedAt: now, levels: [0], as: 'responsible' })
    return [QUEUE({ tenant, key: `task-${id}`.toLowerCase(), user: assignee, record: id, about, now })]
  })
