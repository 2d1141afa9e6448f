import { getTableConfig } from 'drizzle-orm/sqlite-core'
import { type Holding, holdingsOf } from '#shared/privacy/holding.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'
import * as schema from './schema.ts'

/** A table in which somebody's data may lie: by which key its rows are walked, and what its columns may hold. */
export interface Place {
  readonly table: string
  /** After the firm. */
  readonly key: readonly string[]
  readonly holdings: Readonly<Record<string, Holding>>
  /** The record type whose table it is. */
  readonly type?: TypeName
}

/**
 * What the columns of all other tables may hold, those of codes and hashes too: a column without a line here is refused by a test. Those
 * without a `key` are not walked: search keys follow from records, and are worked out anew when those change.
 */
const OTHERS: Readonly<
  Record<string, { readonly key?: readonly string[]; readonly holds: Readonly<Record<string, Holding>> }>
> = {
  private_mails: { key: ['interaction_id'], holds: { content: 'json' } },
  deal_roads: { key: ['deal_id', 'revision'], holds: { road: 'json' } },
  deal_work: { key: ['deal_id', 'what', 'key'], holds: { what: 'nobody', key: 'nobody', about: 'json' } },
  last_prices: { key: ['customer_id'], holds: { prices: 'json' } },
  own_field_sets: { key: [], holds: { fields: 'json' } },
  outbox: {
    key: ['key'],
    holds: { key: 'nobody', type: 'nobody', about: 'json', state: 'nobody', why: 'nobody' },
  },
  addresses: { key: ['address', 'contact_id'], holds: { address: 'key' } },
  search_keys: { holds: { key: 'nobody', type: 'nobody' } },
  document_numbers: { key: ['number', 'record_id'], holds: { number: 'key' } },
  idempotency_keys: {
    key: ['user_id', 'route', 'key'],
    holds: { route: 'nobody', key: 'key', request_hash: 'nobody', outcome: 'json' },
  },
  files: {
    key: ['id'],
    holds: { sha256: 'nobody', name: 'text', mime: 'nobody', about_type: 'nobody', shows: 'nobody' },
  },
  events: {
    key: ['record_id', 'version'],
    holds: {
      type: 'nobody',
      action: 'nobody',
      actor: 'nobody',
      on_behalf_of: 'nobody',
      surface: 'nobody',
      changes: 'json',
    },
  },
  privacy_requests: {
    key: ['id'],
    holds: {
      kind: 'nobody',
      status: 'nobody',
      asked_by: 'nobody',
      basis: 'nobody',
      pseudonym: 'nobody',
      confirmed_by: 'nobody',
      // Emptied when the request is carried out, and nowhere else.
      person: 'nobody',
      progress: 'nobody',
      counts: 'nobody',
    },
  },
  privacy_finds: { holds: { place: 'nobody', key: 'nobody', traits: 'nobody', kept: 'nobody' } },
  erasure_keys: { holds: { secret: 'nobody' } },
  erased_people: { holds: { mark: 'nobody' } },
  identities: { holds: { issuer: 'nobody', subject: 'nobody' } },
  sessions: { holds: { token_hash: 'nobody' } },
  hook_secrets: { holds: { secret: 'nobody', previous: 'nobody' } },
  customer_domains: { holds: { domain: 'nobody' } },
  domain_shapes: { holds: { shape: 'nobody', domain: 'nobody' } },
  customer_money: { holds: { currency: 'nobody', dues: 'nobody' } },
  customer_recent: { key: ['customer_id', 'type', 'at', 'record_id'], holds: { type: 'nobody', item: 'json' } },
  customer_glances: { key: ['customer_id'], holds: { items: 'json', counts: 'nobody', people: 'nobody' } },
  handovers: { holds: { plan: 'nobody', state: 'nobody' } },
  handover_items: { key: ['person_id', 'no', 'record_id'], holds: { type: 'nobody', state: 'nobody', before: 'json' } },
  // A mail's id and a conversation's may be made of an address.
  not_filed: { key: ['message_id'], holds: { message_id: 'key' } },
  replied_threads: { key: ['thread'], holds: { thread: 'key' } },
  post_sets: { holds: { posts: 'nobody' } },
  access_proposals: { holds: { status: 'nobody', about: 'nobody', change: 'nobody' } },
  customer_people: { holds: { part: 'nobody' } },
  open_order_lists: { holds: { part: 'nobody', exec_status: 'nobody', next_due: 'nobody' } },
  openings: { holds: { type: 'nobody' } },
  numbering: { holds: { series: 'nobody', period: 'nobody' } },
  sheet_pulls: { holds: { type: 'nobody', language: 'nobody' } },
  timers: { holds: { rule: 'nobody', type: 'nobody' } },
  // Ids alone.
  customer_facts: { holds: {} },
  staff_near: { holds: {} },
  waiting_mails: { holds: {} },
  customer_work: { holds: {} },
  heartbeats: { holds: { job: 'nobody' } },
  file_links: { holds: { token_hash: 'nobody' } },
  templates: { holds: { key: 'nobody', kind: 'nobody' } },
  file_sweeps: { holds: { bucket: 'nobody', cursor: 'nobody' } },
}

const ofTypes = (Object.keys(TYPES) as TypeName[]).map(
  (type): Place => ({
    table: getTableConfig(schema.tables[type]).name,
    key: ['id'],
    holdings: holdingsOf(TYPES[type]),
    type,
  }),
)

const ofOthers = Object.entries(OTHERS).flatMap(([table, { key, holds }]): Place[] =>
  key === undefined ? [] : [{ table, key, holdings: holds }],
)

/** Everywhere, in the order in which it is walked: records first, then what was kept of them, their history last. */
export const PLACES: readonly Place[] = [...ofTypes, ...ofOthers]

/** What is declared of a column; nothing for one that nobody has thought of. Ids are nobody's data. */
export function holdingOf(table: string, column: string): Holding | undefined {
  const holdings = ofTypes.find((place) => place.table === table)?.holdings ?? OTHERS[table]?.holds
  return holdings?.[column] ?? (holdings && /(^|_)(id|by)$/.test(column) ? 'nobody' : undefined)
}
