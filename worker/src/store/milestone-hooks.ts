import { type SQL, sql } from 'drizzle-orm'
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { toldKey } from '#shared/order/milestones-told.ts'
import { ENDED, type Known, REFERENCES, type Reference } from '#shared/order/shipment-found.ts'
import type { Row } from './database.ts'
import { dealFile, superiorsOfOwner } from './deal-file.ts'
import { idempotencyKeys, ownFieldSets, tables } from './schema.ts'
import { given, prepared, type Statement } from './statement.ts'

const { container, milestone, milestone_source: source, shipment, tenant } = tables

/** What the sources of milestones sign with, apart from their records. Of two, the previous one is good until its time. */
export const hookSecrets = sqliteTable(
  'hook_secrets',
  {
    source_id: text().notNull(),
    tenant_id: text().notNull(),
    secret: text().notNull(),
    previous: text(),
    /** ms UTC. */
    previous_until: integer(),
  },
  (table) => [primaryKey({ columns: [table.source_id] })],
)

/** The active source that somebody calls as, with its secrets, its firm, and what this very call came to before. */
export const hookCalled = prepared<
  'source' | 'route' | 'key'
>(sql`SELECT h.tenant_id, h.secret, h.previous, h.previous_until,
    s.id, s.name, s.kind, t.timezone, t.locale, t.base_currency, f.fields, k.request_hash, k.outcome
  FROM ${hookSecrets} h
  JOIN ${source} s ON s.tenant_id = h.tenant_id AND s.id = h.source_id AND s.status = 'active'
  JOIN ${tenant} t ON t.tenant_id = h.tenant_id AND t.id = h.tenant_id
  LEFT JOIN ${ownFieldSets} f ON f.tenant_id = h.tenant_id
  LEFT JOIN ${idempotencyKeys} k ON k.tenant_id = h.tenant_id AND k.user_id = h.source_id
    AND k.route = ${given('route')} AND k.key = ${given('key')}
  WHERE h.source_id = ${given('source')}`)

/** The secrets that a source may sign with now. */
export const secretsOf = ({ secret, previous, previous_until }: Row, now: number): string[] => [
  String(secret),
  ...(previous !== null && Number(previous_until) > now ? [String(previous)] : []),
]

/** Keeps a new secret; the one before is good until then, or is gone at once. The one before that is gone. */
export const keepSecret = prepared<'tenant' | 'source' | 'secret' | 'until'>(sql`INSERT INTO ${hookSecrets}
    (source_id, tenant_id, secret, previous, previous_until)
  VALUES (${given('source')}, ${given('tenant')}, ${given('secret')}, NULL, NULL)
  ON CONFLICT (source_id) DO UPDATE SET previous = CASE WHEN ${given('until')} IS NULL THEN NULL ELSE secret END,
    previous_until = ${given('until')}, secret = excluded.secret WHERE tenant_id = excluded.tenant_id`)

/** How many records with one reference are looked at, the newest. */
const LOOKED_AT = 10

/** How many of those that fit are told apart: of more than one it does not matter how many. */
const FITTING = 3

/** In the order of the index: none is read beyond them. */
const first = sql.raw(`ORDER BY l.id DESC LIMIT ${LOOKED_AT}`)

const LOOK_UP: Readonly<Record<Reference, SQL>> = {
  number: sql`SELECT l.id FROM ${shipment} l INDEXED BY shipments_by_doc_no
    WHERE l.tenant_id = ${given('tenant')} AND l.doc_no = ${given('number')}`,
  bl_no: sql`SELECT l.id FROM ${shipment} l INDEXED BY shipments_by_bl
    WHERE l.tenant_id = ${given('tenant')} AND l.bl_no = ${given('bl_no')} ${first}`,
  booking_no: sql`SELECT l.id FROM ${shipment} l INDEXED BY shipments_by_booking
    WHERE l.tenant_id = ${given('tenant')} AND l.booking_no = ${given('booking_no')} ${first}`,
  container_no: sql`SELECT l.shipment_id AS id FROM ${container} l INDEXED BY containers_by_no
    WHERE l.tenant_id = ${given('tenant')} AND l.no = ${given('container_no')} ${first}`,
}

/** Whatever else is said of it has to be so. */
const IS_SO: Readonly<Record<Reference, SQL>> = {
  number: sql`s.doc_no = ${given('number')}`,
  bl_no: sql`s.bl_no = ${given('bl_no')}`,
  booking_no: sql`s.booking_no = ${given('booking_no')}`,
  container_no: sql`EXISTS (SELECT 1 FROM ${container} c INDEXED BY containers_by_shipment
    WHERE c.tenant_id = ${given('tenant')} AND c.shipment_id = s.id AND c.no = ${given('container_no')})`,
}

type Names = 'tenant' | Reference

/** The shipments that fit, by one reference and held to the others, what is under way first. */
function fitting(by: Reference, columns: SQL, most: number): SQL {
  const others = REFERENCES.map((key) => sql`(${given(key)} IS NULL OR ${IS_SO[key]})`)
  const ranks = sql.raw(ENDED.map((status, at) => `WHEN '${status}' THEN ${at + 1}`).join(' '))
  return sql`SELECT ${columns} FROM (${LOOK_UP[by]}) f
    CROSS JOIN ${shipment} s ON s.tenant_id = ${given('tenant')} AND s.id = f.id
    WHERE ${sql.join(others, sql` AND `)} ORDER BY CASE s.status ${ranks} ELSE 0 END, s.id DESC LIMIT ${sql.raw(String(most))}`
}

/** What this source has told of that shipment at those times. */
const toldBefore = (
  by: Reference,
): SQL => sql`SELECT type, classifier, at FROM ${milestone} INDEXED BY milestones_by_hook
  WHERE tenant_id = ${given('tenant')} AND hook_id = ${given('source')}
    AND shipment_id = (${fitting(by, sql`s.id`, 1)}) AND at IN (SELECT value FROM json_each(${given('times')}))`

const statementsBy = (by: Reference) => {
  const deal = sql`(${fitting(by, sql`s.deal_id`, 1)})`
  return {
    fitting: prepared<Names>(fitting(by, sql`s.*`, FITTING)),
    told: prepared<Names | 'source' | 'times'>(toldBefore(by)),
    deal: dealFile<Reference>(deal),
    superiors: superiorsOfOwner<Reference>(deal),
  }
}

const BY = Object.fromEntries(REFERENCES.map((by) => [by, statementsBy(by)])) as Readonly<
  Record<Reference, ReturnType<typeof statementsBy>>
>

/** The shipments that are known like that, and of the first of them what was told before, its deal, and who is above its owner. */
export function shipmentsKnown(
  from: { readonly tenant: string; readonly source: string },
  known: Known,
  times: readonly number[],
): Statement[] {
  const by = BY[REFERENCES.find((key) => known[key] !== undefined) ?? 'number']
  const references = Object.fromEntries(REFERENCES.map((key) => [key, known[key] ?? null])) as Record<
    Reference,
    unknown
  >
  const values = { ...from, ...references, times: JSON.stringify(times), me: null, team: null, absent: null }
  return [by.fitting(values), by.told(values), by.deal(values), by.superiors(values)]
}

/** Reads what {@link shipmentsKnown} found told before. */
export const readTold = (rows: readonly Row[]): ReadonlySet<string> =>
  new Set(rows.map(({ type, classifier, at }) => toldKey(String(type), String(classifier), Number(at))))
