import { sql } from 'drizzle-orm'
import type { WhyKept } from '#shared/privacy/duties.ts'
import type { Person, Trait } from '#shared/privacy/person.ts'
import type { PrivacyKind, PrivacyStatus, Progress } from '#shared/privacy/request.ts'
import type { Row } from './database.ts'
import { erasedPeople, erasureKeys, privacyFinds, privacyRequests } from './privacy-tables.ts'
import { files, tables } from './schema.ts'
import { given, prepared, type Statement } from './statement.ts'

/** A request about somebody's data, as it is stored. */
export interface PrivacyRequest {
  readonly tenantId: string
  readonly id: string
  readonly kind: PrivacyKind
  readonly status: PrivacyStatus
  readonly askedBy: string
  readonly basis: string
  readonly pseudonym: string
  readonly receivedAt: number
  readonly dueAt: number
  readonly createdBy: string
  readonly confirmedBy: string | null
  readonly confirmedAt: number | null
  readonly finishedAt: number | null
  readonly person: Person | null
  readonly progress: Progress
  readonly counts: Readonly<Record<string, number>>
  readonly fileId: string | null
}

/** One row that is about the person. */
export interface Find {
  readonly place: string
  readonly key: readonly (string | number)[]
  readonly traits: readonly Trait[]
  readonly kept: WhyKept | null
}

export const readRequest = (row: Row): PrivacyRequest => ({
  tenantId: String(row.tenant_id),
  id: String(row.id),
  kind: row.kind as PrivacyKind,
  status: row.status as PrivacyStatus,
  askedBy: String(row.asked_by),
  basis: String(row.basis),
  pseudonym: String(row.pseudonym),
  receivedAt: Number(row.received_at),
  dueAt: Number(row.due_at),
  createdBy: String(row.created_by),
  confirmedBy: row.confirmed_by === null ? null : String(row.confirmed_by),
  confirmedAt: row.confirmed_at === null ? null : Number(row.confirmed_at),
  finishedAt: row.finished_at === null ? null : Number(row.finished_at),
  person: row.person === null ? null : JSON.parse(String(row.person)),
  progress: JSON.parse(String(row.progress)),
  counts: JSON.parse(String(row.counts)),
  fileId: row.file_id === null ? null : String(row.file_id),
})

/** Whether a request `o` is about somebody who has an address or a telephone of a person. */
const about = (person: 'person') =>
  sql`(${sql.join(
    ['addresses', 'phones'].map(
      (trait) => sql`EXISTS (SELECT 1 FROM json_each(o.person, ${sql.raw(`'$.${trait}'`)}) p
      JOIN json_each(${given(person)}, ${sql.raw(`'$.${trait}'`)}) n ON lower(n.value) = lower(p.value))`,
    ),
    sql` OR `,
  )})`

const KEEP = prepared<
  'tenant' | 'id' | 'kind' | 'by' | 'basis' | 'pseudonym' | 'now' | 'due' | 'me' | 'person' | 'progress'
>(sql`INSERT INTO ${privacyRequests} (tenant_id, id, kind, status, asked_by, basis, pseudonym, received_at, due_at, created_by,
    person, progress, counts)
  SELECT ${given('tenant')}, ${given('id')}, ${given('kind')}, 'collecting', ${given('by')}, ${given('basis')},
    ${given('pseudonym')}, ${given('now')}, ${given('due')}, ${given('me')}, ${given('person')}, ${given('progress')}, '{}'
  WHERE ${given('kind')} <> 'erasure' OR NOT EXISTS (SELECT 1 FROM ${privacyRequests} o WHERE o.tenant_id = ${given('tenant')}
    AND o.kind = 'erasure' AND o.person IS NOT NULL AND ${about('person')})
  RETURNING id`)

/** Answers with a row, or with none where somebody is being erased already: two requests would each keep who it is for the other. */
export const keepRequest = (request: PrivacyRequest): Statement =>
  KEEP({
    tenant: request.tenantId,
    id: request.id,
    kind: request.kind,
    by: request.askedBy,
    basis: request.basis,
    pseudonym: request.pseudonym,
    now: request.receivedAt,
    due: request.dueAt,
    me: request.createdBy,
    person: JSON.stringify(request.person),
    progress: JSON.stringify(request.progress),
  })

export const requestById = prepared<'tenant' | 'id'>(
  sql`SELECT * FROM ${privacyRequests} WHERE tenant_id = ${given('tenant')} AND id = ${given('id')}`,
)

/** The newest first; ids are in the order of time. */
export const lastRequests = prepared<'tenant' | 'limit'>(
  sql`SELECT * FROM ${privacyRequests} WHERE tenant_id = ${given('tenant')} ORDER BY id DESC LIMIT ${given('limit')}`,
)

/** Of all firms, those on which there is something to do. */
export const requestsToDo = prepared<'limit'>(
  sql`SELECT * FROM ${privacyRequests} INDEXED BY privacy_requests_open
    WHERE status IN ('collecting', 'running') ORDER BY status, received_at LIMIT ${given('limit')}`,
)

const MOVED = prepared<
  'tenant' | 'id' | 'before' | 'status' | 'old' | 'progress' | 'counts' | 'person' | 'file' | 'finished'
>(
  sql`UPDATE ${privacyRequests} SET status = ${given('status')}, progress = ${given('progress')}, counts = ${given('counts')},
      person = ${given('person')}, file_id = ${given('file')}, finished_at = ${given('finished')}
    WHERE tenant_id = ${given('tenant')} AND id = ${given('id')} AND status = ${given('before')} AND progress = ${given('old')}
    RETURNING id`,
)

/** How far a request has come, as long as nobody has moved it since. */
export const movedOn = (
  before: PrivacyRequest,
  after: Pick<PrivacyRequest, 'status' | 'progress' | 'counts' | 'person' | 'fileId' | 'finishedAt'>,
): Statement =>
  MOVED({
    tenant: before.tenantId,
    id: before.id,
    before: before.status,
    old: JSON.stringify(before.progress),
    status: after.status,
    progress: JSON.stringify(after.progress),
    counts: JSON.stringify(after.counts),
    person: after.person && JSON.stringify(after.person),
    file: after.fileId,
    finished: after.finishedAt,
  })

/** Somebody else than who asked says that it be done; nothing where that is not so. */
export const confirmed = prepared<'tenant' | 'id' | 'me' | 'now' | 'progress'>(
  sql`UPDATE ${privacyRequests} SET status = 'running', confirmed_by = ${given('me')}, confirmed_at = ${given('now')},
      progress = ${given('progress')}
    WHERE tenant_id = ${given('tenant')} AND id = ${given('id')} AND kind = 'erasure' AND status = 'ready'
      AND created_by <> ${given('me')} RETURNING id`,
)

/** Nothing is done, and of the person nothing is kept. The first answers with a row where it was so. */
export const refused = (values: Readonly<Record<'tenant' | 'id' | 'now', unknown>>): Statement[] =>
  REFUSED.map((make) => make(values))

const REFUSED = [
  prepared<'tenant' | 'id' | 'now'>(
    sql`UPDATE ${privacyRequests} SET status = 'refused', person = NULL, finished_at = ${given('now')}
      WHERE tenant_id = ${given('tenant')} AND id = ${given('id')} AND status IN ('collecting', 'ready') RETURNING id`,
  ),
  prepared<'tenant' | 'id' | 'now'>(
    sql`DELETE FROM ${privacyFinds} WHERE tenant_id = ${given('tenant')} AND request_id = ${given('id')}
      AND EXISTS (SELECT 1 FROM ${privacyRequests} r WHERE r.tenant_id = ${given('tenant')} AND r.id = ${given('id')}
        AND r.status = 'refused')`,
  ),
] as const

const FOUND = prepared<'tenant' | 'request' | 'finds'>(sql`INSERT OR REPLACE INTO ${privacyFinds}
    (tenant_id, request_id, place, key, traits, kept)
  SELECT ${given('tenant')}, ${given('request')}, json_extract(value, '$.place'), json_extract(value, '$.key'),
    json_extract(value, '$.traits'), json_extract(value, '$.kept') FROM json_each(${given('finds')})`)

export const found = ({ tenantId, id }: Pick<PrivacyRequest, 'tenantId' | 'id'>, finds: readonly Find[]): Statement =>
  FOUND({ tenant: tenantId, request: id, finds: JSON.stringify(finds) })

/** What was found for a request; more of one person is an unusual person. */
export const findsOf = prepared<'tenant' | 'request' | 'limit'>(
  sql`SELECT place, key, traits, kept FROM ${privacyFinds}
    WHERE tenant_id = ${given('tenant')} AND request_id = ${given('request')} ORDER BY place, key LIMIT ${given('limit')}`,
)

export const readFind = ({ place, key, traits, kept }: Row): Find => ({
  place: String(place),
  key: JSON.parse(String(key)),
  traits: JSON.parse(String(traits)),
  kept: kept as WhyKept | null,
})

export const findsForgotten = prepared<'tenant' | 'request'>(
  sql`DELETE FROM ${privacyFinds} WHERE tenant_id = ${given('tenant')} AND request_id = ${given('request')}`,
)

/** Whoever is erased has nothing that could be copied any more: copies that were asked for meanwhile end, and say nothing of them. */
export const copiesEnded = [
  prepared<'tenant' | 'person' | 'now'>(
    sql`UPDATE ${privacyRequests} AS o SET status = 'done', person = NULL, finished_at = ${given('now')}
      WHERE o.tenant_id = ${given('tenant')} AND o.kind = 'export' AND o.person IS NOT NULL AND ${about('person')}`,
  ),
  prepared<'tenant' | 'person' | 'now'>(
    sql`DELETE FROM ${privacyFinds} WHERE tenant_id = ${given('tenant')} AND request_id IN (
      SELECT o.id FROM ${privacyRequests} o WHERE o.tenant_id = ${given('tenant')} AND o.kind = 'export' AND o.person IS NULL)`,
  ),
] as const

/** Which of some records were found for a request already: those that a paper may be about. */
export const foundAmong = prepared<'tenant' | 'request' | 'keys'>(
  sql`SELECT place, key, traits FROM ${privacyFinds} WHERE tenant_id = ${given('tenant')} AND request_id = ${given('request')}
    AND key IN (SELECT value FROM json_each(${given('keys')}))`,
)

/** Contacts that have one of the addresses, by what leads from there to them. */
export const contactsAt = prepared<'tenant' | 'addresses'>(
  sql`SELECT c.id, c.full_name, c.emails, c.phones FROM ${tables.contact} c WHERE c.tenant_id = ${given('tenant')} AND c.id IN (
    SELECT a.contact_id FROM addresses a WHERE a.tenant_id = ${given('tenant')} AND a.address IN (
      SELECT value FROM json_each(${given('addresses')})))`,
)

export const contactsNamed = prepared<'tenant' | 'ids'>(
  sql`SELECT c.id, c.full_name, c.emails, c.phones FROM ${tables.contact} c WHERE c.tenant_id = ${given('tenant')}
    AND c.id IN (SELECT value FROM json_each(${given('ids')}))`,
)

/** The firm's key of erased people, made where there is none yet. */
export const keptKey = [
  prepared<'tenant' | 'secret'>(
    sql`INSERT OR IGNORE INTO ${erasureKeys} (tenant_id, secret) VALUES (${given('tenant')}, ${given('secret')})`,
  ),
  prepared<'tenant' | 'secret'>(sql`SELECT secret FROM ${erasureKeys} WHERE tenant_id = ${given('tenant')}`),
] as const

/** Nobody is marked for a request that was refused meanwhile. */
export const markErased = prepared<'tenant' | 'marks' | 'request' | 'now'>(
  sql`INSERT OR IGNORE INTO ${erasedPeople} (tenant_id, mark, request_id, erased_at)
    SELECT ${given('tenant')}, value, ${given('request')}, ${given('now')} FROM json_each(${given('marks')})
    WHERE EXISTS (SELECT 1 FROM ${privacyRequests} r WHERE r.tenant_id = ${given('tenant')} AND r.id = ${given('request')}
      AND r.status = 'running')`,
)

/** Which files there are about a record, and whether the bytes of each are anybody else's too. */
export const filesOf = prepared<'tenant' | 'about'>(
  sql`SELECT f.id, f.sha256, EXISTS (SELECT 1 FROM ${files} o WHERE o.tenant_id = f.tenant_id AND o.sha256 = f.sha256
      AND o.about_id <> f.about_id) AS shared
    FROM ${files} f WHERE f.tenant_id = ${given('tenant')} AND f.about_id = ${given('about')}
      AND f.about_type IN ('interaction', 'private_mail')`,
)

/** Whether other files have the same bytes. */
export const sharedBytes = prepared<'tenant' | 'id' | 'sha256'>(
  sql`SELECT 1 FROM ${files} WHERE tenant_id = ${given('tenant')} AND sha256 = ${given('sha256')} AND id <> ${given('id')} LIMIT 1`,
)

/** Of all firms, copies that were made before a moment, and whether the bytes of each are anybody else's too. */
export const copiesOver = prepared<'before' | 'limit'>(
  sql`SELECT r.tenant_id, f.id, f.sha256, f.about_id, EXISTS (SELECT 1 FROM ${files} o WHERE o.tenant_id = f.tenant_id
      AND o.sha256 = f.sha256 AND o.id <> f.id) AS shared
    FROM ${privacyRequests} r INDEXED BY privacy_requests_copies
    CROSS JOIN ${files} f ON f.tenant_id = r.tenant_id AND f.id = r.file_id
    WHERE r.file_id IS NOT NULL AND r.finished_at < ${given('before')} LIMIT ${given('limit')}`,
)

/** A file goes, and what a mail says of it. */
export const fileGone = [
  prepared<'tenant' | 'id' | 'about'>(
    sql`DELETE FROM ${files} WHERE tenant_id = ${given('tenant')} AND id = ${given('id')}`,
  ),
  prepared<'tenant' | 'id' | 'about'>(
    sql`UPDATE ${tables.interaction} SET body_ref = NULL
      WHERE tenant_id = ${given('tenant')} AND id = ${given('about')} AND body_ref = ${given('id')}`,
  ),
  prepared<'tenant' | 'id' | 'about'>(
    sql`UPDATE ${tables.interaction} SET attachments = (SELECT json_group_array(json(value)) FROM json_each(attachments)
        WHERE coalesce(json_extract(value, '$.file_id'), '') <> ${given('id')})
      WHERE tenant_id = ${given('tenant')} AND id = ${given('about')} AND attachments LIKE '%' || ${given('id')} || '%'`,
  ),
  prepared<'tenant' | 'id' | 'about'>(
    sql`UPDATE ${privacyRequests} SET file_id = NULL WHERE tenant_id = ${given('tenant')} AND file_id = ${given('id')}`,
  ),
] as const
