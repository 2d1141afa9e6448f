import { type SQL, sql } from 'drizzle-orm'
import type { DealParts } from '#shared/deal/deal-file.ts'
import { isPart, PART_NAMES, PARTS, type Part, type PartName, WITHIN } from '#shared/deal/parts.ts'
import { type Change, changedId, type Values, valuesAfter } from '#shared/record/change.ts'
import type { Field, Fields } from '#shared/record/field.ts'
import { TYPES } from '#shared/trade/index.ts'
import { settling } from './deal-work.ts'
import { indexOn } from './reached.ts'
import { dealRoads, tables } from './schema.ts'
import { given, prepared, type Statement } from './statement.ts'

/**
 * Everything that belongs to a deal, kept together in one row as JSON: a panel reads that row, whatever the deal has been
 * through. It is written anew in the batch of every write to anything of the deal, and counted: `revision` tells whoever
 * decided on an older one that they did.
 */

/** D1 takes 32 arguments of a function: sixteen names with their values. */
const PAIRS_MAX = 16

/** Long texts and data are read where they are shown, on the record itself. */
const isKept = (field: Field): boolean => field.kind !== 'data' && !(field.kind === 'text' && field.lines === true)
const isJson = (field: Field): boolean => field.kind === 'texts' || field.kind === 'data'

const BOOKKEPT = ['id', 'version', 'created_at', 'updated_at']

/** The columns of a row `r` as a list of JSON objects, each of as many as a function takes. */
export function rowAsJson(type: PartName | 'customer'): SQL {
  const fields: Fields = TYPES[type].fields
  const part: Part | null = isPart(type) ? PARTS[type] : null
  const also = part?.also ?? []
  const pairs = [
    ...BOOKKEPT.map((key) => `'${key}', r.${key}`),
    `'custom', json(r.custom)`,
    ...Object.entries(fields)
      .filter(([key, field]) => isKept(field) || also.includes(key))
      .map(([key, field]) => `'${key}', ${isJson(field) ? `json(r.${key})` : `r.${key}`}`),
  ]
  const objects = chunks(pairs, PAIRS_MAX).map((chunk) => `json_object(${chunk.join(', ')})`)
  return sql.raw(`json_array(${objects.join(', ')})`)
}

/** Where the records of a part are: by an index on the deal, or on what they are a part of. */
function rowsOf(part: PartName, deal: SQL): SQL {
  const { by, most }: { readonly by: string; readonly most: number } = PARTS[part]
  const table = tables[part]
  const limit = sql.raw(`ORDER BY r.id DESC LIMIT ${most}`)
  const index = sql.raw(`INDEXED BY ${indexBy(part, by)}`)
  if (by === 'deal_id') {
    return sql`SELECT r.* FROM ${table} r ${index} WHERE r.tenant_id = ${given('tenant')} AND r.deal_id = ${deal} ${limit}`
  }
  const parent = WITHIN[by as keyof typeof WITHIN]
  return sql`SELECT r.* FROM ${tables[parent]} p INDEXED BY ${sql.raw(indexBy(parent, 'deal_id'))}
    CROSS JOIN ${table} r ${index} ON r.tenant_id = p.tenant_id AND r.${sql.raw(by)} = p.id
    WHERE p.tenant_id = ${given('tenant')} AND p.deal_id = ${deal} ${limit}`
}

/** An index of rows that have a deal serves as well as one of all rows. */
function indexBy(part: PartName, field: string): string {
  const partial = Object.entries(
    TYPES[part].indexes as Readonly<Record<string, { on: readonly string[]; where?: string }>>,
  )
  const found =
    indexOn(part, field) ??
    partial.find(([, { on, where }]) => on[0] === field && where === `${field} IS NOT NULL`)?.[0]
  if (!found) throw new TypeError(`${part} has no index by ${field}`)
  return found
}

const partAsJson = (part: PartName, deal: SQL): SQL =>
  sql`(SELECT json_group_array(${rowAsJson(part)}) FROM (${rowsOf(part, deal)}) r)`

/** The road of a deal as it is now: a JSON object with a list for each part. */
const roadNow = (deal: SQL): SQL => {
  const objects = chunks(PART_NAMES, PAIRS_MAX).map(
    (names) =>
      sql`json_object(${sql.join(
        names.map((part) => sql`${sql.raw(`'${part}'`)}, ${partAsJson(part, deal)}`),
        sql`, `,
      )})`,
  )
  return sql`json_array(${sql.join(objects, sql`, `)})`
}

/** How a write of a part leads to the deal: by its own field, or over what it is a part of. */
const DEALS = {
  deal_id: sql`${given('parent')}`,
  order_id: dealOf('order'),
  shipment_id: dealOf('shipment'),
  quotation_id: dealOf('quotation'),
} as const satisfies Record<Part['by'], SQL>

function dealOf(type: 'order' | 'shipment' | 'quotation'): SQL {
  return sql`(SELECT deal_id FROM ${tables[type]} WHERE tenant_id = ${given('tenant')} AND id = ${given('parent')})`
}

const newest = (deal: SQL): SQL =>
  sql`(SELECT max(revision) FROM ${dealRoads} WHERE tenant_id = ${given('tenant')} AND deal_id = ${deal})`

const counting = (deal: SQL): SQL => sql`INSERT INTO ${dealRoads} (tenant_id, deal_id, revision, road)
  SELECT ${given('tenant')}, d.id, coalesce(${newest(sql`d.id`)}, 0) + 1, '[]' FROM (SELECT ${deal} AS id) d
  WHERE d.id IS NOT NULL`

const writing = (deal: SQL): SQL => sql`UPDATE ${dealRoads} SET road = ${roadNow(sql`${dealRoads.deal_id}`)}
  WHERE tenant_id = ${given('tenant')} AND deal_id = ${deal} AND revision = ${newest(deal)}`

const forgetting = (deal: SQL): SQL => sql`DELETE FROM ${dealRoads}
  WHERE tenant_id = ${given('tenant')} AND deal_id = ${deal} AND revision < ${newest(deal)}`

type Names = 'tenant' | 'parent'
const ANEW = Object.fromEntries(
  Object.entries(DEALS).map(([by, deal]) => [
    by,
    {
      unsettled: prepared<Names>(settling(sql`SELECT ${deal} AS id`)),
      counted: prepared<Names>(counting(deal)),
      kept: [writing(deal), forgetting(deal)].map((one) => prepared<Names>(one)),
    },
  ]),
) as Record<Part['by'], { unsettled: Filled; counted: Filled; kept: Filled[] }>

const { deal } = tables

/** What expressions ask of a customer, the deals with them may wait for. */
const unsettledWith = prepared<Names>(
  settling(sql`SELECT id FROM ${deal} INDEXED BY deals_by_customer
  WHERE tenant_id = ${given('tenant')} AND customer_id = ${given('parent')} AND status = 'open'`),
)

type Filled = (values: Readonly<Record<Names, unknown>>) => Statement

const countedOn = prepared<
  'tenant' | 'deal' | 'revision'
>(sql`INSERT INTO ${dealRoads} (tenant_id, deal_id, revision, road)
  VALUES (${given('tenant')}, ${given('deal')}, ${given('revision')} + 1, '[]')`)

/** Where somebody saw a deal when they decided. */
export interface Seen {
  readonly dealId: string
  readonly revision: number
  /** The ids of its orders, quotations and shipments: what is part of those is part of it. */
  readonly within?: ReadonlySet<string>
}

/**
 * What a write does to the roads of the deals that it touches. With `seen`, a batch that was decided on an older road
 * fails as a whole, for the revision that it would make is there already.
 */
export function roadsAfter(tenant: string, changes: readonly Change[], seen: Seen | null = null): Statement[] {
  const touched = new Map<string, { readonly by: Part['by']; readonly parent: string }>()
  // First: what it was decided on is the newest as long as nothing else has counted.
  if (seen) touched.set(`deal_id ${seen.dealId}`, { by: 'deal_id', parent: seen.dealId })
  const within = seen ? placesWithin(seen, changes) : new Set<string>()
  for (const place of changes.flatMap(placesOf)) {
    if (place.by === 'deal_id' || !within.has(place.parent)) touched.set(`${place.by} ${place.parent}`, place)
  }
  const places = [...touched.values()]
  const counted = places.map(({ by, parent }) =>
    seen && by === 'deal_id' && parent === seen.dealId
      ? countedOn({ tenant, deal: seen.dealId, revision: seen.revision })
      : ANEW[by].counted({ tenant, parent }),
  )
  return [
    ...counted,
    ...places.flatMap(({ by, parent }) => ANEW[by].kept.map((make) => make({ tenant, parent }))),
    ...(seen ? [] : unsettledBy(tenant, changes, places)),
  ]
}

type Place = { readonly by: Part['by']; readonly parent: string }

/** Whoever writes without having seen the deal has not seen whether it goes on: somebody has to look. */
function unsettledBy(tenant: string, changes: readonly Change[], places: readonly Place[]): Statement[] {
  const begun = new Set(
    changes.flatMap((change) =>
      change.kind === 'create' && change.type === 'deal' && change.values.state ? change.id : [],
    ),
  )
  const deals = changes.flatMap((change): Place[] =>
    change.type === 'deal' ? [{ by: 'deal_id', parent: changedId(change) }] : [],
  )
  const touched = new Map([...places, ...deals].map((place) => [`${place.by} ${place.parent}`, place]))
  const customers = changes.flatMap((change) =>
    change.type === 'customer' && change.kind === 'update' ? [change.before.id] : [],
  )
  return [
    ...[...touched.values()]
      .filter(({ parent }) => !begun.has(parent))
      .map(({ by, parent }) => ANEW[by].unsettled({ tenant, parent })),
    ...customers.map((parent) => unsettledWith({ tenant, parent })),
  ]
}

/** What is known to be of the deal, and what these changes make of it: its road is written once for all of them. */
const placesWithin = ({ dealId, within }: Seen, changes: readonly Change[]): ReadonlySet<string> =>
  new Set([
    ...(within ?? []),
    ...changes.flatMap((change) => (change.kind === 'create' && change.values.deal_id === dealId ? [change.id] : [])),
  ])

/** Before and after a change, for a record may go from one deal to another. */
function placesOf(change: Change): { readonly by: Part['by']; readonly parent: string }[] {
  const { type } = change
  if (!isPart(type)) return []
  const { by } = PARTS[type]
  const before: Values = change.kind === 'create' ? {} : change.before
  const parents = [before[by], valuesAfter(change)[by]]
  return parents.flatMap((parent) => (typeof parent === 'string' ? [{ by, parent }] : []))
}

/** The roads of all deals of a firm, after planting, after a restore or to repair. */
export const roadsOfFirm = (tenant: string): Statement[] => OF_FIRM.map((make) => make({ tenant }))

const OF_FIRM = [
  sql`DELETE FROM ${dealRoads} WHERE tenant_id = ${given('tenant')}`,
  sql`INSERT INTO ${dealRoads} (tenant_id, deal_id, revision, road)
    SELECT d.tenant_id, d.id, 1, ${roadNow(sql`d.id`)} FROM ${deal} d WHERE d.tenant_id = ${given('tenant')}`,
].map((template) => prepared<'tenant'>(template))

/** What a row of roads keeps, as the records of each part. */
export function readRoad(road: string): DealParts {
  const kept: Readonly<Record<string, readonly (readonly object[])[]>> = Object.assign({}, ...JSON.parse(road))
  const parts = PART_NAMES.map((part) => [part, (kept[part] ?? []).map((pieces) => readKept(part, pieces))])
  return Object.fromEntries(parts) as DealParts
}

/** A record out of what {@link rowAsJson} made of its row. */
export function readKept(type: PartName | 'customer', pieces: readonly object[]): object {
  const record: Record<string, unknown> = Object.assign({}, ...pieces)
  for (const key of SWITCHES[type]) if (typeof record[key] === 'number') record[key] = record[key] === 1
  return record
}

const SWITCHES = Object.fromEntries(
  [...PART_NAMES, 'customer' as const].map((part) => {
    const fields: Fields = TYPES[part].fields
    return [part, Object.keys(fields).filter((key) => fields[key]?.kind === 'boolean')]
  }),
) as unknown as Record<PartName | 'customer', readonly string[]>

function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size))
}
