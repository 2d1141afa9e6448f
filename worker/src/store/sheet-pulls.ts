import { sql } from 'drizzle-orm'
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Language } from '#shared/i18n/language.ts'
import type { SheetType } from '#shared/sheet/api.ts'
import type { Reader } from './standing.ts'
import { given, prepared, type Statement } from './statement.ts'

/** What somebody pulled into a sheet: by it the cells that come back are read. Whoever works in that file pushes with it. */
export const sheetPulls = sqliteTable(
  'sheet_pulls',
  {
    tenant_id: text().notNull(),
    id: text().notNull(),
    user_id: text().notNull(),
    type: text().notNull(),
    /** Of the sheet's headers and words. */
    language: text().notNull(),
    /** ms UTC. */
    at: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant_id, table.id] })],
)

/** What was pulled: by it the cells that come back are read. */
export interface KeptPull {
  readonly id: string
  readonly type: SheetType
  readonly language: Language
}

const KEEP = prepared<'tenant' | 'id' | 'me' | 'type' | 'language' | 'now'>(sql`
  INSERT INTO ${sheetPulls} (tenant_id, id, user_id, type, language, at) VALUES
    (${given('tenant')}, ${given('id')}, ${given('me')}, ${given('type')}, ${given('language')}, ${given('now')})`)

export const keepPull = ({ tenantId, id: me }: Reader, { id, type, language }: KeptPull, now: number): Statement =>
  KEEP({ tenant: tenantId, id, me, type, language, now })

/** The pull of that id, by whomever in the firm. */
export const pullById = prepared<'tenant' | 'id'>(sql`
  SELECT id, type, language FROM ${sheetPulls} WHERE tenant_id = ${given('tenant')} AND id = ${given('id')}`)
