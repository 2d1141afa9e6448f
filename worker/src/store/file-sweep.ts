import { sql } from 'drizzle-orm'
import { fileSweeps, files } from './schema.ts'
import { given, prepared } from './statement.ts'

/** How far the sweep has come; nothing before the first one. */
export const sweepOf = prepared<'bucket'>(sql`SELECT cursor, at FROM ${fileSweeps} WHERE bucket = ${given('bucket')}`)

/** Of files, as `[tenant, sha256]` in JSON, those that nobody has written down. */
export const unnamed = prepared<'found'>(sql`SELECT value FROM json_each(${given('found')})
  WHERE NOT EXISTS (SELECT 1 FROM ${files} f INDEXED BY files_by_content
    WHERE f.tenant_id = json_extract(value, '$[0]') AND f.sha256 = json_extract(value, '$[1]'))`)

/** Writes down how far the sweep has come. */
export const sweptTo = prepared<
  'bucket' | 'cursor' | 'now'
>(sql`INSERT OR REPLACE INTO ${fileSweeps} (bucket, cursor, at)
  VALUES (${given('bucket')}, ${given('cursor')}, ${given('now')})`)
