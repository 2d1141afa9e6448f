import { sql } from 'drizzle-orm'
import { type Reported, reportKey } from '#shared/customer/match/report.ts'
import type { Row } from './database.ts'
import { tables } from './schema.ts'
import { given, prepared, type Statement } from './statement.ts'

const { task, user } = tables

const REPORTED = prepared<'tenant' | 'key'>(sql`SELECT t.created_at, u.alias FROM ${task} t INDEXED BY tasks_by_occasion
  LEFT JOIN ${user} u ON u.tenant_id = t.tenant_id AND u.id = t.created_by
  WHERE t.tenant_id = ${given('tenant')} AND t.dedupe_key = ${given('key')}`)

/** Whether a sender is reported; read by {@link readReported}. */
export const reportedSender = (tenant: string, address: string): Statement =>
  REPORTED({ tenant, key: reportKey(address) })

export const readReported = (row: Row | undefined): Reported | null =>
  row ? { by: row.alias === null ? null : String(row.alias), at: Number(row.created_at) } : null
