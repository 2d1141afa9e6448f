import { createExecutionContext, env, waitOnExecutionContext } from 'cloudflare:test'
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'
import { monotonicFactory } from 'ulid'
import type { AnyRecord } from '#shared/record/record-type.ts'
import type { TypeName } from '#shared/trade/index.ts'
import { createApp } from '../../worker/src/app.ts'
import { r2Files } from '../../worker/src/files/r2.ts'
import { LOCAL_AUDIENCE, LOCAL_ISSUER, localIssuer } from '../../worker/src/identity/local.ts'
import { bulkAddresses, bulkDomains, bulkInsert, bulkSearchKeys, rebuildFacts } from '../../worker/src/store/bulk.ts'
import { openDatabase } from '../../worker/src/store/database.ts'
import { aContact, aCustomer, anInstallment, anOrder, aTeam, aTenant, aUser } from '../fixtures/builders.ts'

/** Tuesday 2026-10-20 09:00 in Shanghai. */
export const NOW = Date.parse('2026-10-20T01:00:00Z')

const ulid = monotonicFactory()
export const newId = (): string => ulid()

const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
const publicJwk: JWK = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'RS256' }

export const issuers = [localIssuer(publicJwk)]

export const app = createApp({
  now: () => NOW,
  newId,
  issuers,
  version: 'test',
  files: r2Files(env.FILES),
  tellFigures: true,
})

/** A token of the local issuer for a subject; claims may be overridden to make it wrong. */
export async function tokenFor(subject: string, claims: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const now = Math.floor(Date.now() / 1000)
  return new SignJWT({ iss: LOCAL_ISSUER, aud: LOCAL_AUDIENCE, sub: subject, iat: now, exp: now + 3600, ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: 'test' })
    .sign(privateKey)
}

export interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: answers of every route are read in tests by their documented shape
  readonly body: any
  readonly text: string
  readonly headers: Headers
  /** D1 figures of the request. */
  readonly trips: number
  readonly rowsRead: number
}

/** A firm of one test's own: two members of staff, one of them in a team, a customer with a contact, an order with a paid deposit. */
export async function aFirm() {
  const tenantId = newId()
  const tenant = aTenant({ id: tenantId })
  const team = aTeam({ id: newId() })
  const david = aUser({
    id: newId(),
    email: 'david.chen@bluewhale-outdoor.example',
    alias: 'David Chen',
    roles: ['gm'],
  })
  const mia = aUser({
    id: newId(),
    email: 'mia.zhao@bluewhale-outdoor.example',
    alias: 'Mia Zhao',
    display_name: '赵敏',
    team_id: team.id,
    manager_id: david.id,
  })
  const customer = aCustomer({ id: newId(), owner_id: mia.id })
  const contact = aContact({ id: newId(), customer_id: customer.id })
  const order = anOrder({ id: newId(), customer_id: customer.id, owner_id: mia.id })
  const deposit = anInstallment({
    id: newId(),
    order_id: order.id,
    customer_id: customer.id,
    seq: 1,
    amount: 925_500,
    paid_amount: 925_500,
    status: 'paid',
    guards: 'production_start',
  })
  const balance = anInstallment({
    id: newId(),
    order_id: order.id,
    customer_id: customer.id,
    seq: 2,
    amount: 2_159_500,
    anchor: 'bl_date',
    offset_days: 7,
    due_date: null,
    status: 'awaiting_anchor',
  })
  await plant(tenantId, {
    tenant: [tenant],
    team: [team],
    user: [david, mia],
    customer: [customer],
    contact: [contact],
    order: [order],
    installment: [deposit, balance],
  })
  const tokens = { david: await anIdentity(tenantId, david), mia: await anIdentity(tenantId, mia) }

  async function call(
    method: string,
    path: string,
    body?: unknown,
    options: {
      readonly as?: 'david' | 'mia' | string | null
      readonly headers?: Readonly<Record<string, string>>
    } = {},
  ): Promise<Answer> {
    const as = options.as === undefined ? 'david' : options.as
    const token = as === 'david' || as === 'mia' ? tokens[as] : as
    const raw = typeof body === 'string' ? body : JSON.stringify(body)
    const execution = createExecutionContext()
    const response = await app.request(
      path,
      {
        method,
        headers: {
          ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          'Accept-Language': 'en',
          ...options.headers,
        },
        ...(body === undefined ? {} : { body: raw }),
      },
      { DB: env.DB, ASSETS: env.ASSETS },
      execution,
    )
    await waitOnExecutionContext(execution)
    return answerOf(response)
  }

  return { tenantId, tenant, team, david, mia, customer, contact, order, deposit, balance, tokens, call }
}

export type Firm = Awaited<ReturnType<typeof aFirm>>

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text()
  const figures = /trips=(\d+) read=(\d+)/.exec(response.headers.get('Server-Timing') ?? '')
  return {
    status: response.status,
    text,
    body: text && /json/.test(response.headers.get('Content-Type') ?? '') ? JSON.parse(text) : null,
    headers: response.headers,
    trips: Number(figures?.[1]),
    rowsRead: Number(figures?.[2]),
  }
}

/** Lets somebody sign in; answers with their token. */
export async function anIdentity(tenantId: string, { id, email }: { id: string; email: string }): Promise<string> {
  const subject = `${tenantId}/${email}`
  await env.DB.prepare('INSERT INTO identities (issuer, subject, tenant_id, user_id) VALUES (?, ?, ?, ?)')
    .bind('local', subject, tenantId, id)
    .run()
  return tokenFor(subject)
}

/** Puts records into a firm as they are, with everything that follows from them. */
export async function plant(
  tenantId: string,
  records: { readonly [T in TypeName]?: readonly AnyRecord[] },
): Promise<void> {
  const statements = (Object.entries(records) as [TypeName, readonly AnyRecord[]][]).flatMap(([type, rows]) =>
    bulkInsert(type, tenantId, rows),
  )
  await openDatabase(env.DB).batch([
    ...statements,
    ...bulkAddresses(tenantId, records.contact ?? []),
    ...bulkDomains(tenantId, records.customer ?? []),
    ...(Object.entries(records) as [TypeName, readonly AnyRecord[]][]).flatMap(([type, rows]) =>
      bulkSearchKeys(type, tenantId, rows),
    ),
    ...rebuildFacts(tenantId),
    // What is planted stands as it is: nobody is ranked before somebody writes something.
    { sql: 'DELETE FROM customer_work WHERE tenant_id = ?', params: [tenantId] },
  ])
}

const { results: tables } = await env.DB.prepare(
  "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%tenant_id%' ORDER BY name",
).all<{ name: string }>()

/** Every row of every table of the firm, to see that nothing changed. */
export async function wholeDatabase(tenantId: string): Promise<string> {
  const rows = await env.DB.batch(
    tables.map(({ name }) => env.DB.prepare(`SELECT * FROM ${name} WHERE tenant_id = ?`).bind(tenantId)),
  )
  return JSON.stringify(rows.map((result, index) => [tables[index]?.name, result.results]))
}

/** How many rows were ever written, by anybody; each trip to the database counts as one, this too. */
export async function rowsWritten(): Promise<number> {
  const row = await env.DB.prepare('SELECT total_changes() AS n').first<{ n: number }>()
  return row?.n ?? Number.NaN
}

/** How many rows a table holds for the firm. */
export async function count(table: string, tenantId: string, where = '1'): Promise<number> {
  const row = await env.DB.prepare(`SELECT count(*) AS n FROM ${table} WHERE tenant_id = ? AND ${where}`)
    .bind(tenantId)
    .first<{ n: number }>()
  return row?.n ?? -1
}
