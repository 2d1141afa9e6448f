import { type SQL, sql } from 'drizzle-orm'
import type { Row } from './database.ts'
import { dealWork, ownFieldSets, tables } from './schema.ts'
import { given, prepared } from './statement.ts'

/**
 * What is to be done to deals by nobody in particular: to see whether one goes on that somebody has written something for,
 * and what its clocks ask for besides telling people. A row is written in the batch that is the reason for it, and taken
 * out in the one that does it.
 */
const { deal, tenant } = tables

export interface DealWork {
  readonly tenantId: string
  readonly dealId: string
  /** `settle`, or the name of a level's action. */
  readonly what: string
  /** Its occasion; empty for settling. */
  readonly key: string
  readonly about: Readonly<Record<string, unknown>>
  /** How often it was asked for: who has done it takes it out only if nobody has asked again. */
  readonly marks: number
}

/** A deal to settle: the deal that `found` selects, if there is one. */
export const settling = (found: SQL): SQL => sql`INSERT INTO ${dealWork}
    (tenant_id, deal_id, what, key, about, due_at, marks)
  SELECT ${given('tenant')}, d.id, 'settle', '', '{}', 0, 1 FROM (${found}) d WHERE d.id IS NOT NULL
  ON CONFLICT (tenant_id, deal_id, what, key) DO UPDATE SET marks = marks + 1, due_at = 0`

/** Whether any waits. */
export const workWaits = prepared<'now'>(sql`SELECT 1 AS waits FROM ${dealWork} INDEXED BY deal_work_by_due
  WHERE due_at <= ${given('now')} LIMIT 1`)

/** What is to be done, the longest due first, with whose the deal is and what a firm works it out with. */
export const workDue = prepared<'now' | 'limit'>(sql`SELECT w.tenant_id, w.deal_id, w.what, w.key, w.about, w.marks,
    d.owner_id, t.timezone, t.locale, t.base_currency, s.fields
  FROM (SELECT * FROM ${dealWork} INDEXED BY deal_work_by_due WHERE due_at <= ${given('now')}
    ORDER BY due_at, tenant_id, deal_id LIMIT ${given('limit')}) w
  LEFT JOIN ${deal} d ON d.tenant_id = w.tenant_id AND d.id = w.deal_id
  LEFT JOIN ${tenant} t ON t.tenant_id = w.tenant_id AND t.id = w.tenant_id
  LEFT JOIN ${ownFieldSets} s ON s.tenant_id = w.tenant_id`)

export const readWork = (row: Row): DealWork => ({
  tenantId: String(row.tenant_id),
  dealId: String(row.deal_id),
  what: String(row.what),
  key: String(row.key),
  about: JSON.parse(String(row.about)),
  marks: Number(row.marks),
})

const isOne = sql`tenant_id = ${given('tenant')} AND deal_id = ${given('deal')} AND what = ${given('what')}
  AND key = ${given('key')} AND marks = ${given('marks')}`

type Names = 'tenant' | 'deal' | 'what' | 'key' | 'marks'
const namesOf = ({ tenantId, dealId, what, key, marks }: DealWork) => ({
  tenant: tenantId,
  deal: dealId,
  what,
  key,
  marks,
})

const takenOut = prepared<Names>(sql`DELETE FROM ${dealWork} WHERE ${isOne}`)
const putOff = prepared<Names | 'until'>(sql`UPDATE ${dealWork} SET due_at = ${given('until')} WHERE ${isOne}`)

/** It is done. */
export const workDone = (work: DealWork) => takenOut(namesOf(work))
/** It cannot be done now, and keeps nothing else. */
export const workLater = (work: DealWork, until: number) => putOff({ ...namesOf(work), until })
