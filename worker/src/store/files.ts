import { sql } from 'drizzle-orm'
import { may } from '#shared/access/access.ts'
import type { FieldClass } from '#shared/record/field.ts'
import type { Row } from './database.ts'
import { fileLinks, files, privateMails, tables } from './schema.ts'
import { asReader, type Reader, type ReaderNames, standing } from './standing.ts'
import { given, prepared, type Statement } from './statement.ts'

/** Types of records that files are about. */
export const FILED = ['quotation', 'contract', 'order', 'shipment', 'document', 'interaction'] as const
export type FiledType = (typeof FILED)[number]

/** A file as it is known; its bytes are got by {@link fileKey}. */
export interface StoredFile {
  readonly id: string
  readonly sha256: string
  readonly name: string
  readonly mime: string
  readonly bytes: number
  readonly about: { readonly type: FiledType | 'template' | 'private_mail' | 'privacy_request'; readonly id: string }
  /** The classes of fields that stand in it. */
  readonly shows: readonly FieldClass[]
}

/** Where the bytes of a file lie. Equal contents of one firm lie there once. */
export const fileKey = (tenantId: string, sha256: string): string => `${tenantId}/${sha256}`

const KEEP = prepared<
  'tenant' | 'id' | 'sha256' | 'name' | 'mime' | 'bytes' | 'type' | 'about' | 'shows' | 'now' | 'me'
>(sql`
  INSERT INTO ${files} (tenant_id, id, sha256, name, mime, bytes, about_type, about_id, shows, created_at, created_by)
  VALUES (${given('tenant')}, ${given('id')}, ${given('sha256')}, ${given('name')}, ${given('mime')}, ${given('bytes')},
    ${given('type')}, ${given('about')}, ${given('shows')}, ${given('now')}, ${given('me')})`)

/** Writes down a file whose bytes are in their place; for the batch of the write that it belongs to. */
export const keepFile = (
  { tenantId, id: me }: Pick<Reader, 'tenantId' | 'id'>,
  file: StoredFile,
  now: number,
): Statement =>
  KEEP({
    tenant: tenantId,
    me,
    now,
    id: file.id,
    sha256: file.sha256,
    name: file.name,
    mime: file.mime,
    bytes: file.bytes,
    type: file.about.type,
    about: file.about.id,
    shows: JSON.stringify(file.shows),
  })

const BY_ID = prepared<ReaderNames | 'file'>(sql`SELECT * FROM ${files}
  WHERE tenant_id = ${given('tenant')} AND id = ${given('file')}`)

/** How the reader stands to the record that a file is about; nothing where it is about another type. */
const STANDINGS = FILED.map((type) =>
  prepared<ReaderNames | 'file'>(sql`SELECT ${standing(type, 'r')} AS standing FROM ${tables[type]} r
    WHERE r.tenant_id = ${given('tenant')} AND r.id = (SELECT f.about_id FROM ${files} f
      WHERE f.tenant_id = ${given('tenant')} AND f.id = ${given('file')} AND f.about_type = ${sql.raw(`'${type}'`)})`),
)

/** Whether the reader has filed the private mail that a file came with. */
const OWN_MAIL = prepared<ReaderNames | 'file'>(sql`SELECT 1 FROM ${privateMails} p
  WHERE p.tenant_id = ${given('tenant')} AND p.user_id = ${given('me')} AND p.interaction_id = (SELECT f.about_id
    FROM ${files} f WHERE f.tenant_id = ${given('tenant')} AND f.id = ${given('file')} AND f.about_type = 'private_mail')`)

/** A file and what its reader may see it by, in one round trip; to be read by {@link seenFile}. */
export const fileById = (reader: Reader, file: string): Statement[] =>
  [BY_ID, OWN_MAIL, ...STANDINGS].map((make) => make({ ...asReader(reader), file }))

/**
 * A file as somebody may have it: who may see the record it is about, and every class of field that stands in it;
 * a template, who keeps templates. Null when there is none, and just the same when it is not for them.
 */
export function seenFile(
  { access, id: me }: Reader,
  keepsTemplates: boolean,
  [found = [], own = [], ...standings]: readonly Row[][],
): StoredFile | null {
  const [row] = found
  if (!row) return null
  const file = readFile(row)
  const near = standings[FILED.indexOf(file.about.type as FiledType)]?.[0]
  const isSeen =
    file.about.type === 'template'
      ? keepsTemplates
      : file.about.type === 'private_mail'
        ? own.length > 0
        : file.about.type === 'privacy_request'
          ? access.duties.has('privacy') && row.created_by === me
          : near !== undefined && may(access, file.about.type, 'view', Number(near.standing))
  return isSeen && file.shows.every((one) => access.sees.has(one)) ? file : null
}

/** Files about a record, the newest first: what was made of it before. More of one is an unusual record. */
export const filesAbout = prepared<'tenant' | 'type' | 'about'>(sql`SELECT * FROM ${files} INDEXED BY files_about
  WHERE tenant_id = ${given('tenant')} AND about_type = ${given('type')} AND about_id = ${given('about')}
  ORDER BY created_at DESC LIMIT 100`)

export function readFile(row: Row): StoredFile {
  return {
    id: String(row.id),
    sha256: String(row.sha256),
    name: String(row.name),
    mime: String(row.mime),
    bytes: Number(row.bytes),
    about: { type: row.about_type as FiledType, id: String(row.about_id) },
    shows: JSON.parse(String(row.shows)),
  }
}

const LINK = [
  // What has run out is of no use to anybody.
  prepared<'tenant' | 'me' | 'now'>(sql`DELETE FROM ${fileLinks}
    WHERE tenant_id = ${given('tenant')} AND user_id = ${given('me')} AND expires_at <= ${given('now')}`),
  prepared<'tenant' | 'me' | 'hash' | 'file' | 'until'>(sql`INSERT INTO ${fileLinks}
    (token_hash, tenant_id, user_id, file_id, expires_at)
    VALUES (${given('hash')}, ${given('tenant')}, ${given('me')}, ${given('file')}, ${given('until')})`),
] as const

/** An address by the hash of its token, that opens a file for one person until then. */
export function keepLink(
  { tenantId: tenant, id: me }: Reader,
  { hash, file, until }: { readonly hash: string; readonly file: string; readonly until: number },
  now: number,
): Statement[] {
  const values = { tenant, me, hash, file, until, now }
  return LINK.map((make) => make(values))
}
