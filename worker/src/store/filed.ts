import { sql } from 'drizzle-orm'
import { may } from '#shared/access/access.ts'
import type { Message } from '#shared/api.ts'
import { type FilingRules, filesByItself, type Trail } from '#shared/archive/by-itself.ts'
import type { FiledContent, FiledMail } from '#shared/archive/filed-item.ts'
import { type BodyPolicy, keysOf, USUAL_POLICY } from '#shared/archive/item-key.ts'
import type { ReadMessage } from '#shared/customer/match/read-message.ts'
import { type Parties, partiesOf } from '#shared/customer/parties.ts'
import type { Situation } from '#shared/customer/situation.ts'
import type { Interaction } from '#shared/trade/index.ts'
import type { Row } from './database.ts'
import { readRecord } from './records.ts'
import { readReported, reportedSender } from './reports.ts'
import { privateMails, tables } from './schema.ts'
import { asReader, type Reader, type ReaderNames, standing } from './standing.ts'
import { given, prepared, type Statement } from './statement.ts'
import { readTrail, trailOf } from './trail.ts'

const { interaction, user, tenant, customer } = tables

/** Who filed an item `t`, and what a private one says, for whoever filed it. */
export const FILER_COLUMNS = sql`u.alias AS filer, p.content AS private_content`
export const FILER_JOINS = sql`LEFT JOIN ${user} u ON u.tenant_id = t.tenant_id AND u.id = t.filed_by
  LEFT JOIN ${privateMails} p ON t.visibility = 'private' AND p.tenant_id = t.tenant_id AND p.interaction_id = t.id
    AND p.user_id = ${given('me')}`

const FILED = prepared<ReaderNames | 'from' | 'to' | 'hash'>(sql`
  SELECT t.*, ${standing('interaction', 't')} AS standing, ${FILER_COLUMNS} FROM (
    SELECT * FROM ${interaction} INDEXED BY interactions_by_message
      WHERE tenant_id = ${given('tenant')} AND message_id >= ${given('from')} AND message_id <= ${given('to')}
    UNION ALL
    SELECT * FROM ${interaction} INDEXED BY interactions_by_content
      WHERE tenant_id = ${given('tenant')} AND content_hash = ${given('hash')}
    LIMIT 1) t ${FILER_JOINS}`)

/** The item that a mail is filed as, by its headers and, where its content is known, by that; read by {@link readFiled}. */
export const filedMail = (reader: Reader, message: Message, contentHash: string | null = null): Statement =>
  FILED({ ...asReader(reader), ...keysOf(message, contentHash !== null), hash: contentHash })

const BY_KEY = prepared<ReaderNames | 'keys'>(sql`
  SELECT t.*, ${standing('interaction', 't')} AS standing, ${FILER_COLUMNS} FROM json_each(${given('keys')}) k
  CROSS JOIN ${interaction} t INDEXED BY interactions_by_message
    ON t.tenant_id = ${given('tenant')} AND t.message_id = k.value ${FILER_JOINS}`)

/** The items of those keys; each read by {@link readFiled}. */
export const itemsByKey = (reader: Reader, keys: readonly string[]): Statement =>
  BY_KEY({ ...asReader(reader), keys: JSON.stringify(keys) })

/** Null when it is not filed, or not for this reader. */
export function readFiled({ access }: Reader, row: Row | undefined): FiledMail | null {
  if (!row || !may(access, 'interaction', 'view', Number(row.standing))) return null
  return readItem(row)
}

/** An item with {@link FILER_COLUMNS}; of a private one its filer reads what it says. */
export function readItem({ filer, private_content, ...row }: Row): FiledMail {
  const item = readRecord<Interaction>('interaction', row)
  const content: FiledContent | null = typeof private_content === 'string' ? JSON.parse(private_content) : null
  return { item: content ? { ...item, ...content } : item, filer: filer === null ? null : String(filer) }
}

/** As `situation.ts` asks. */
interface Query {
  readonly statements: readonly Statement[]
  readonly read: (rows: readonly Row[][]) => Situation | null
}

/** Somebody for whom a mail may be filed by itself. */
type Asker = Reader & { readonly domains: readonly string[]; readonly filing?: FilingRules }

/** The same situation, and whether the open mail is filed, or is to be without being told. `alone`: it shows whose the mail is, not a record. */
export function withFiled(query: Query, reader: Asker, message: ReadMessage | undefined, alone: boolean): Query {
  if (!message || query.statements.length === 0) return query
  const parties = partiesOf(message, reader.domains)
  const { filing } = reader
  const [writer] = parties.by === 'recipient' ? [] : parties.addresses
  const told = writer === undefined ? [] : [reportedSender(reader.tenantId, writer)]
  const trail =
    alone && filing && (filing.threads || filing.replies) ? [trailOf(reader.tenantId, message, parties)] : []
  return {
    statements: [...query.statements, filedMail(reader, message), ...told, ...trail],
    read(rows) {
      const situation: Situation | null = query.read(rows.slice(0, query.statements.length))
      const [[known] = [], ...others] = rows.slice(query.statements.length)
      const reported = told.length > 0 ? readReported(others[0]?.[0]) : null
      const found = others[told.length]
      const itself =
        filing && found && !known && situation && isToBeFiled(reader, situation, filing, readTrail(found), parties)
      return (
        situation && {
          ...situation,
          filed: readFiled(reader, known),
          ...(itself && !reported ? { filesItself: true } : {}),
          ...(reported ? { reported } : {}),
        }
      )
    },
  }
}

/** By a reader who may file it: with the customer that the mail is linked to. */
export function isToBeFiled(
  { access }: Reader,
  situation: Situation,
  rules: FilingRules,
  trail: Trail,
  { fromUs }: Parties,
): boolean {
  if (situation.kind !== 'customer') return false
  const { customer } = situation.file
  const warned = (situation.warnings?.length ?? 0) > 0
  return (
    may(access, 'interaction', 'create', customer.standing) &&
    filesByItself(rules, trail, { customerId: customer.id, fromUs, warned })
  )
}

const POLICY = prepared<'tenant'>(
  sql`SELECT body_policy FROM ${tenant} WHERE tenant_id = ${given('tenant')} AND id = ${given('tenant')}`,
)

/** How much of a mail the firm keeps; read by {@link readPolicy}. */
export const bodyPolicy = ({ tenantId }: Reader): Statement => POLICY({ tenant: tenantId })

export const readPolicy = (row: Row | undefined): BodyPolicy => (row?.body_policy as BodyPolicy | null) ?? USUAL_POLICY

const OWNER = prepared<'tenant' | 'customer'>(sql`SELECT u.alias FROM ${customer} c
  CROSS JOIN ${user} u ON u.tenant_id = c.tenant_id AND u.id = c.owner_id
  WHERE c.tenant_id = ${given('tenant')} AND c.id = ${given('customer')}`)

/** Whose a customer is, by the alias: all that is told of one that somebody does not see. */
export const ownerOf = ({ tenantId: tenant }: Reader, id: string): Statement => OWNER({ tenant, customer: id })

const KEEP_PRIVATE = prepared<'tenant' | 'item' | 'me' | 'content'>(sql`
  INSERT INTO ${privateMails} (tenant_id, interaction_id, user_id, content)
  VALUES (${given('tenant')}, ${given('item')}, ${given('me')}, ${given('content')})`)

/** Writes down what a private mail says, for whoever files it; for the batch that makes its item. */
export const keepPrivate = ({ tenantId: tenant, id: me }: Reader, item: string, content: FiledContent): Statement =>
  KEEP_PRIVATE({ tenant, me, item, content: JSON.stringify(content) })
