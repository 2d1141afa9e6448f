import { sql } from 'drizzle-orm'
import { tables } from './schema.ts'
import { type ReaderNames, standing } from './standing.ts'
import { given, prepared } from './statement.ts'

/** The definitions that a firm has published, and the deals that run by them. */
const { deal, user, workflow } = tables

/** Versions that are listed; a firm with more has them by key. */
const LISTED_MAX = 500

/** Every version, without what it says: the newest of each key first. */
export const versionsOfFirm = prepared<'tenant'>(sql`SELECT key, version_no, subject, name_en, name_zh, status,
    published_at, published_by FROM ${workflow} INDEXED BY workflows_by_key WHERE tenant_id = ${given('tenant')}
  ORDER BY key, version_no DESC LIMIT ${sql.raw(String(LISTED_MAX))}`)

/** One version; with `version` null the newest that is published, else the newest. */
export const versionOf = prepared<
  'tenant' | 'key' | 'version'
>(sql`SELECT * FROM ${workflow} INDEXED BY workflows_by_key
  WHERE tenant_id = ${given('tenant')} AND key = ${given('key')}
    AND (${given('version')} IS NULL OR version_no = ${given('version')})
  ORDER BY status = 'published' DESC, version_no DESC LIMIT 1`)

/** The last version of a key, and what it is of. */
export const lastVersion = prepared<'tenant' | 'key'>(sql`SELECT version_no, subject FROM ${workflow}
  INDEXED BY workflows_by_key WHERE tenant_id = ${given('tenant')} AND key = ${given('key')}
  ORDER BY version_no DESC LIMIT 1`)

/** Which of these members of staff work here: ids as a list of JSON. */
export const staffAmong = prepared<'tenant' | 'ids'>(sql`SELECT u.id FROM json_each(${given('ids')}) j
  CROSS JOIN ${user} u ON u.tenant_id = ${given('tenant')} AND u.id = j.value WHERE u.status = 'active'`)

type PageNames = 'tenant' | 'key' | 'version' | 'afterKey' | 'afterVersion' | 'afterId' | 'limit'

/** Open deals by the definition that they run by, a page of them: of one key, of one version of it, or all (null). */
const page = sql`SELECT * FROM ${deal} d INDEXED BY deals_open_by_workflow
  WHERE d.tenant_id = ${given('tenant')} AND d.status = 'open'
    AND (d.workflow, d.workflow_version, d.id) > (${given('afterKey')}, ${given('afterVersion')}, ${given('afterId')})
    AND (${given('key')} IS NULL OR d.workflow = ${given('key')})
    AND (${given('version')} IS NULL OR d.workflow_version = ${given('version')})
  ORDER BY d.workflow, d.workflow_version, d.id LIMIT ${given('limit')}`

export const runningDeals = prepared<PageNames | ReaderNames>(
  sql`SELECT d.*, ${standing('deal', 'd')} AS standing FROM (${page}) d`,
)

/** What the deals of that page run by. */
export const runningVersions = prepared<PageNames>(sql`SELECT w.key, w.version_no, w.subject, w.definition
  FROM (SELECT DISTINCT p.workflow, p.workflow_version FROM (${page}) p) d
  CROSS JOIN ${workflow} w INDEXED BY workflows_by_key
    ON w.tenant_id = ${given('tenant')} AND w.key = d.workflow AND w.version_no = d.workflow_version`)
