import { env } from 'cloudflare:test'
import { inject } from 'vitest'
import { fieldValue } from '#shared/record/custom.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import type { TypeName } from '#shared/trade/index.ts'
import { ROLES, type Role } from '#shared/trade/user.ts'
import { createApp } from '../../../worker/src/app.ts'
import { r2Files } from '../../../worker/src/files/r2.ts'
import { canaryFor, fieldsToMark, filled } from '../../fixtures/canaries.ts'
import { issuers, NOW, newId, plant, rowsWritten, tokenFor, wholeDatabase } from '../firm.ts'
import { google } from '../identity/google-tokens.ts'
import { plantFiles } from './filed.ts'
import { inAnotherFirm, type Plant, thePeople, thePlants } from './plants.ts'
import { pooledReads } from './pooled-reads.ts'

/** As it is deployed: with Gmail, and without figures, for those differ between what is hidden and what is absent. */
export const app = createApp({
  now: () => NOW,
  newId,
  issuers,
  version: 'test',
  files: r2Files(env.FILES),
  google: { ...google, gmailApi: inject('gmail').url },
})

const { database: DB, trips } = pooledReads(env.DB)

const FRAME = { domains: ['bluewhale-outdoor.example'], base_currency: 'CNY', timezone: 'Asia/Shanghai', locale: 'en' }

export interface Ask {
  readonly method: string
  readonly path: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: answers of every route are read in tests by their documented shape
  readonly body: any
  readonly text: string
  /** Everything that reaches the reader but the request id: status, headers and body. */
  readonly whole: string
}

/** A firm with somebody in every post and records of every type at every distance from each; and its twin. */
export async function aLargeFirm() {
  let asked = 0
  const [tenantId, twinId] = [newId(), newId()]
  const people = thePeople()
  const plants = [...thePlants(people), theFirm(tenantId)]
  const foreign = thePlants(people).filter(({ type }) => !HOUSE.includes(type))
  const twins = inAnotherFirm([...plants.filter(({ type }) => type !== 'tenant'), ...foreign], people)
  const records = await plantAll(tenantId, plants)
  await plantAll(twinId, [...twins, theFirm(twinId)])
  const files = {
    ours: await plantFiles(tenantId, plants, 'ours'),
    theirs: await plantFiles(twinId, foreign, 'theirs'),
  }

  const tokens = Object.fromEntries(
    await Promise.all(ROLES.map(async (role) => [role, await tokenFor(`${tenantId}/${role}`)] as const)),
  )
  await env.DB.batch(
    ['local', 'google'].flatMap((issuer) =>
      ROLES.map((role) =>
        env.DB.prepare('INSERT INTO identities (issuer, subject, tenant_id, user_id) VALUES (?, ?, ?, ?)').bind(
          issuer,
          `${tenantId}/${role}`,
          tenantId,
          people.readers[role].id,
        ),
      ),
    ),
  )

  return {
    tenantId,
    twinId,
    people,
    plants,
    /** What is there in the other firm alone. */
    foreign,
    /** A file about each record that can have one; the other firm's are about what is there alone. */
    files,
    /** A record as it was planted. */
    record: (id: string): AnyRecord => records.get(id) ?? unplanted(id),
    /** Asks as somebody; as nobody without a role. */
    ask: (role: Role | null, ask: Ask): Promise<Answer> => answered(ask, role && (tokens[role] ?? null)),
    /** How many rows were ever written: the same as before is the proof that nothing was. D1 counts each question as one, this too. */
    written: async () => {
      asked += 1
      return (await rowsWritten()) - asked - trips()
    },
    /** What was kept of the records that people opened. */
    async opened() {
      const rows = await env.DB.prepare('SELECT user_id, record_id FROM openings WHERE tenant_id IN (?, ?)')
        .bind(tenantId, twinId)
        .all<{ user_id: string; record_id: string }>()
      return rows.results.map(({ user_id, record_id }) => ({
        role: ROLES.find((role) => people.readers[role].id === user_id) as Role,
        plant: plants.find(({ id }) => id === record_id),
      }))
    },
    /** Every row of both firms, but for what somebody looked at or pulled: looking is no change. */
    everything: async () =>
      (await Promise.all([tenantId, twinId].map(wholeDatabase))).map((whole) => whole.replace(LOOKS, '')).join(),
  }
}

export type LargeFirm = Awaited<ReturnType<typeof aLargeFirm>>

/** What both firms have under the same ids. */
const HOUSE: readonly TypeName[] = [
  'user',
  'team',
  'own_field',
  'workflow',
  'product',
  'certificate',
  'payment_term',
  'lead_pool',
  'assignment_rule',
  'milestone_source',
]

const theFirm = (id: string): Plant => ({ type: 'tenant', id, whose: "the house's", near: 'none', given: FRAME })

function unplanted(id: string): never {
  throw new Error(`nothing was planted as ${id}`)
}

/** Plants records with an entry in each one's history, and canaries in both. */
async function plantAll(tenantId: string, plants: readonly Plant[]): Promise<Map<string, AnyRecord>> {
  const records: { [T in TypeName]?: AnyRecord[] } = {}
  for (const { type, id, given } of plants) {
    records[type] = [...(records[type] ?? []), filled(type, tenantId, { ...given, id })]
  }
  await plant(tenantId, records)
  const rows = (Object.entries(records) as [TypeName, AnyRecord[]][]).flatMap(([type, list]) =>
    list.map((record) => [record.id, type, changesOf(tenantId, type, record)]),
  )
  await env.DB.prepare(
    'INSERT INTO events (tenant_id, record_id, version, type, action, at, actor, surface, changes) SELECT ?1, ' +
      "json_extract(value, '$[0]'), 1, json_extract(value, '$[1]'), 'edited', 0, '', 'api', json_extract(value, '$[2]') " +
      'FROM json_each(?2)',
  )
    .bind(tenantId, JSON.stringify(rows))
    .run()
  return new Map(
    Object.values(records)
      .flat()
      .map((record) => [record.id, record]),
  )
}

/** Each field that holds a canary held another one before. */
function changesOf(tenant: string, type: TypeName, record: AnyRecord): object[] {
  return fieldsToMark(type).flatMap(([key, field]) => {
    const old = canaryFor({ tenant, type, id: record.id, field: key }, field)
    return old === null ? [] : [{ field: key, old, new: fieldValue(record, key) }]
  })
}

const LOOKS = /\["(openings|sheet_pulls|file_links)",\[[^\]]*\]\]/g

/** What a card carries is signed anew each time, and a file's address is another one. */
const BY_CHANCE = /eyJ[\w-]+\.[\w-]+\.[\w-]+|(?<=\/files\/)[\w-]{43}/g

async function answered({ method, path, body, headers }: Ask, token: string | null): Promise<Answer> {
  const afterwards: Promise<unknown>[] = []
  const response = await app.request(
    path,
    {
      method,
      headers: {
        ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        'Accept-Language': 'en',
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    },
    { DB, ASSETS: { fetch: async () => new Response('a page') } as unknown as Fetcher },
    { waitUntil: (work: Promise<unknown>) => afterwards.push(work) } as unknown as ExecutionContext,
  )
  await Promise.all(afterwards)
  const text = await response.text()
  const requestId = response.headers.get('X-Request-Id') ?? ''
  const head = [...response.headers].map(([name, value]) => `${name}: ${value}`)
  return {
    status: response.status,
    text,
    body: /json/.test(response.headers.get('Content-Type') ?? '') ? JSON.parse(text) : null,
    whole: [response.status, ...head, text]
      .join('\n')
      .replaceAll(requestId, '(request id)')
      .replaceAll(BY_CHANCE, '(token)'),
  }
}
