import { type SQL, sql } from 'drizzle-orm'
import { type DealFile, FOLLOWERS_MAX, type Follower, type Superiors, TERMS_MAX } from '#shared/deal/deal-file.ts'
import { definitionsOf, type Published } from '#shared/deal/definitions.ts'
import type { LastPrice } from '#shared/deal/last-price.ts'
import type { FirmFields } from '#shared/record/firm-fields.ts'
import { type Customer, type Deal, type PaymentTerm, TYPES } from '#shared/trade/index.ts'
import { WAY_TYPES, type WayType } from '#shared/workflow/standard/index.ts'
import type { Row } from './database.ts'
import { readKept, readRoad, rowAsJson } from './deal-road.ts'
import { readRecord } from './records.ts'
import { dealRoads, lastPrices, tables } from './schema.ts'
import { type ReaderNames, standing } from './standing.ts'
import { given, prepared, type Statement } from './statement.ts'

/**
 * A deal with everything of it and the definitions that it runs by, in one statement of a bounded number of rows: the deal,
 * its road, what the firm has published, and the names of those who work on it.
 */
const { customer, deal, order, payment_term: term, tenant, user, workflow } = tables

const lastOrder = sql`(SELECT order_date FROM ${order} INDEXED BY orders_by_customer
  WHERE tenant_id = ${given('tenant')} AND customer_id = d.customer_id ORDER BY order_date DESC LIMIT 1)`

const prices = sql`(SELECT prices FROM ${lastPrices} WHERE tenant_id = ${given('tenant')} AND customer_id = d.customer_id)`

const asJson = sql`json_array(w.key, w.version_no, w.subject, w.definition)`

/** The newest that the firm has published of the way of a type's records. */
const newestOf = (subject: WayType): SQL => sql`(SELECT ${asJson} FROM ${workflow} w INDEXED BY workflows_by_subject
  WHERE w.tenant_id = ${given('tenant')} AND w.subject = ${sql.raw(`'${subject}'`)} AND w.status = 'published'
  ORDER BY w.key DESC, w.version_no DESC LIMIT 1)`

/** The definition that the deal runs by, also when it is given to new ones no more, and the newest of each way of a record. */
const published = sql`json_array(
  (SELECT ${asJson} FROM ${workflow} w INDEXED BY workflows_by_key WHERE w.tenant_id = ${given('tenant')}
    AND w.key = d.workflow AND w.version_no = d.workflow_version AND w.status <> 'draft'),
  ${sql.join(WAY_TYPES.map(newestOf), sql`, `)})`

/** What expressions may ask of its customer, and how the reader stands to them. */
const customerOfDeal = sql`(SELECT json_array(${rowAsJson('customer')}, ${standing('customer', 'r')}) FROM ${customer} r
  WHERE r.tenant_id = ${given('tenant')} AND r.id = d.customer_id)`

const terms = sql`(SELECT json_group_array(json_object('id', t.id, 'code', t.code, 'name', t.name, 'name_zh', t.name_zh,
    'lines', json(t.lines), 'grace_days', t.grace_days, 'deposit_before_production', t.deposit_before_production,
    'balance_before', t.balance_before, 'risk_class', t.risk_class)) FROM (
  SELECT * FROM ${term} INDEXED BY payment_terms_by_code WHERE tenant_id = ${given('tenant')} AND status = 'active'
    ORDER BY code LIMIT ${sql.raw(String(TERMS_MAX))}) t)`

/** Of how many of the stages passed last the names of those who passed them are known. */
const PASSED_MAX = 12
const passedBy = Array.from({ length: PASSED_MAX }, (_, at) => `json_extract(d.state, '$.passed[#-${at + 1}].by')`)

const people = sql`(SELECT json_group_object(u.id, u.alias) FROM ${user} u WHERE u.tenant_id = ${given('tenant')}
  AND u.id IN (d.owner_id, d.merchandiser_id, ${sql.raw(passedBy.join(', '))}))`

/** How far up somebody's superiors are known: an approval by the firm's standard asks for the first. */
const ABOVE_MAX = 5

const aboveOf = (person: SQL): SQL => sql`(WITH RECURSIVE up (id, height) AS (
    SELECT manager_id, 1 FROM ${user} WHERE tenant_id = ${given('tenant')} AND id = ${person}
    UNION SELECT u.manager_id, p.height + 1 FROM up p
      CROSS JOIN ${user} u ON u.tenant_id = ${given('tenant')} AND u.id = p.id WHERE p.height < ${sql.raw(String(ABOVE_MAX))})
  SELECT json_group_array(id) FROM (SELECT id FROM up WHERE id IS NOT NULL ORDER BY height))`
const above = aboveOf(sql`${given('me')}`)

const fallback = sql`(SELECT fallback_user_id FROM ${tenant} WHERE tenant_id = ${given('tenant')} AND id = ${given('tenant')})`

/** The same of whoever acts, where there is no deal yet. */
export const superiorsOf = prepared<'tenant' | 'me'>(sql`SELECT ${above} AS above, ${fallback} AS fallback`)

/** The same of whoever has the deal that `picked` names, for what goes on by itself. */
export const superiorsOfOwner = <Names extends string>(picked: SQL) =>
  prepared<'tenant' | Names>(
    sql`SELECT ${aboveOf(
      sql`(SELECT owner_id FROM ${deal} WHERE tenant_id = ${given('tenant')} AND id = ${picked})`,
    )} AS above, ${fallback} AS fallback`,
  )

export const readSuperiors = ({ above, fallback }: Row): Superiors => ({
  above: JSON.parse(String(above)) as string[],
  fallbackId: fallback === null ? null : String(fallback),
})

/** Who may be given a deal that nobody follows. */
const followers = sql`(CASE WHEN d.merchandiser_id IS NULL AND d.status = 'open' THEN (
  SELECT json_group_array(json_object('id', f.id, 'alias', f.alias)) FROM (
    SELECT id, alias FROM ${user} INDEXED BY users_following WHERE tenant_id = ${given('tenant')}
      AND ${sql.raw(TYPES.user.indexes.users_following.where)}
      ORDER BY alias LIMIT ${sql.raw(String(FOLLOWERS_MAX))}) f) END)`

/** The file of the deal that `picked` names. */
export const dealFile = <Names extends string>(picked: SQL) =>
  prepared<ReaderNames | Names>(sql`
    SELECT d.*, ${standing('deal', 'd')} AS standing, r.revision AS road_revision, r.road AS road,
      ${lastOrder} AS last_order, ${prices} AS last_prices, ${published} AS published, ${customerOfDeal} AS deal_customer,
      ${people} AS people, ${terms} AS terms, ${above} AS above, ${fallback} AS fallback, ${followers} AS followers
    FROM ${deal} d
    LEFT JOIN ${dealRoads} r ON r.tenant_id = d.tenant_id AND r.deal_id = d.id
    WHERE d.tenant_id = ${given('tenant')} AND d.id = ${picked}`) as (
    values: Readonly<Record<ReaderNames | Names, unknown>>,
  ) => Statement

/** The file of a deal by its id. */
export const dealById = dealFile<'deal'>(sql`${given('deal')}`)

/** How many published roads are offered to a new deal, of how many keys. */
const ROADS_MAX = 5
const KEYS_MAX = 8

const ofDeals = sql`FROM ${workflow} w INDEXED BY workflows_by_subject
  WHERE w.tenant_id = ${given('tenant')} AND w.subject = 'deal' AND w.status = 'published'`

/** What a new deal may run by: of each key the newest version, the one published last first. From key to key, past all versions between. */
export const publishedRoads = prepared<'tenant'>(sql`
  WITH RECURSIVE k (key) AS (
    SELECT (SELECT w.key ${ofDeals} ORDER BY w.key DESC LIMIT 1)
    UNION ALL SELECT (SELECT w.key ${ofDeals} AND w.key < k.key ORDER BY w.key DESC LIMIT 1) FROM k WHERE k.key IS NOT NULL
    LIMIT ${sql.raw(String(KEYS_MAX))})
  SELECT n.key, n.version_no, n.subject, n.definition FROM k
  CROSS JOIN ${workflow} n INDEXED BY workflows_by_key ON n.tenant_id = ${given('tenant')} AND n.key = k.key
    AND n.version_no = (SELECT w.version_no ${ofDeals} AND w.key = k.key
      ORDER BY w.version_no DESC LIMIT 1)
  ORDER BY n.published_at DESC, n.key LIMIT ${sql.raw(String(ROADS_MAX))}`)

export function readRoads({ tenantId }: { readonly tenantId: string }, rows: readonly Row[] = []): Published[] {
  return rows.map((row) => readPublished(tenantId, row))
}

export const readPublished = (scope: string, { key, version_no, subject, definition }: Row): Published => ({
  scope,
  key: String(key),
  version: Number(version_no),
  subject: String(subject),
  definition: String(definition),
})

/** Reads what {@link dealFile} asked for: the whole of it, whoever reads. What of it is for them is decided when it is shown. */
export function readDealFile(
  row: Row | undefined,
  firm: { readonly tenantId: string; readonly fields: FirmFields },
): DealFile | null {
  if (!row) return null
  const {
    road_revision,
    road,
    last_order,
    last_prices,
    published,
    deal_customer,
    people,
    terms,
    above,
    fallback,
    followers,
    ...own
  } = row
  const record = readRecord<Deal>('deal', own)
  const rows = JSON.parse(String(published)) as readonly (readonly [string, number, string, string] | null)[]
  const known = rows
    .filter((one) => one !== null)
    .map(
      ([key, version, subject, definition]): Published => ({
        scope: firm.tenantId,
        key,
        version,
        subject,
        definition,
      }),
    )
  return {
    deal: record,
    revision: Number(road_revision ?? 0),
    parts: readRoad(String(road ?? '[]')),
    customer: customerIn(deal_customer),
    people: JSON.parse(String(people)) as Record<string, string>,
    terms: JSON.parse(String(terms)).map(withSwitch),
    ...readSuperiors({ above, fallback }),
    followers: JSON.parse(String(followers ?? '[]')) as Follower[],
    lastPrices: JSON.parse(String(last_prices ?? '[]')) as LastPrice[],
    lastOrderDate: last_order === null ? null : String(last_order),
    ...definitionsOf(record, known, firm.fields),
  }
}

function customerIn(kept: unknown): Customer | null {
  if (typeof kept !== 'string') return null
  const [pieces, standing] = JSON.parse(kept) as readonly [readonly object[], number]
  return { ...readKept('customer', pieces), standing } as Customer
}

const withSwitch = (term: PaymentTerm): PaymentTerm => ({
  ...term,
  deposit_before_production: Boolean(term.deposit_before_production),
})
