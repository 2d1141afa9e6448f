import { sql } from 'drizzle-orm'
import type { TemplateKind } from '#shared/paper/template-kind.ts'
import type { Row } from './database.ts'
import { files, tables, templates } from './schema.ts'
import type { Reader } from './standing.ts'
import { given, prepared, type Statement } from './statement.ts'

/** One version of a firm's own template. */
export interface StoredTemplate {
  readonly key: string
  readonly version: number
  readonly kind: TemplateKind
  readonly fileId: string
  readonly name: string
  readonly sha256: string
  readonly bytes: number
  readonly createdAt: number
  readonly createdBy: string | null
}

const COLUMNS = sql`t.key, t.version, t.kind, t.file_id, t.created_at, f.name, f.sha256, f.bytes, u.alias
  FROM ${templates} t JOIN ${files} f ON f.tenant_id = t.tenant_id AND f.id = t.file_id
  LEFT JOIN ${tables.user} u ON u.tenant_id = t.tenant_id AND u.id = t.created_by`

/** More versions than a firm makes in a life; older ones stay stored. */
const MOST = sql.raw('LIMIT 500')

/** Every version, the newest of each key first. */
export const allTemplates = prepared<'tenant'>(sql`SELECT ${COLUMNS}
  WHERE t.tenant_id = ${given('tenant')} ORDER BY t.key, t.version DESC ${MOST}`)

/** The version in use of a key. */
export const currentTemplate = prepared<'tenant' | 'key'>(sql`SELECT ${COLUMNS}
  WHERE t.tenant_id = ${given('tenant')} AND t.key = ${given('key')} ORDER BY t.version DESC LIMIT 1`)

/** The version in use of every template. */
export const templatesInUse = prepared<'tenant'>(sql`SELECT ${COLUMNS}
  WHERE t.tenant_id = ${given('tenant')} AND t.version = (SELECT max(o.version) FROM ${templates} o
    WHERE o.tenant_id = t.tenant_id AND o.key = t.key) ORDER BY t.created_at DESC, t.key ${MOST}`)

export const readTemplate = (row: Row): StoredTemplate => ({
  key: String(row.key),
  version: Number(row.version),
  kind: row.kind as TemplateKind,
  fileId: String(row.file_id),
  name: String(row.name),
  sha256: String(row.sha256),
  bytes: Number(row.bytes),
  createdAt: Number(row.created_at),
  createdBy: row.alias === null ? null : String(row.alias),
})

const KEEP = prepared<'tenant' | 'key' | 'version' | 'kind' | 'file' | 'now' | 'me'>(sql`
  INSERT INTO ${templates} (tenant_id, key, version, kind, file_id, created_at, created_by) VALUES
    (${given('tenant')}, ${given('key')}, ${given('version')}, ${given('kind')}, ${given('file')}, ${given('now')}, ${given('me')})`)

/** A further version. Two people at once: the batch of the second fails as a whole. */
export const keepTemplate = (
  { tenantId: tenant, id: me }: Pick<Reader, 'tenantId' | 'id'>,
  { key, version, kind, fileId: file }: Pick<StoredTemplate, 'key' | 'version' | 'kind' | 'fileId'>,
  now: number,
): Statement => KEEP({ tenant, me, key, version, kind, file, now })
