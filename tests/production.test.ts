import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Miniflare, Response } from 'miniflare'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unstable_splitSqlQuery as splitSql } from 'wrangler'
import { buildWorker } from '../worker/build.ts'
import { LOCAL_AUDIENCE, LOCAL_ISSUER } from '../worker/src/identity/local.ts'
import { google, googleKey, systemToken, userToken } from './worker/identity/google-tokens.ts'
import { accessToken, entraKey, issuerOf, microsoft, OTHER_TENANT } from './worker/identity/microsoft-tokens.ts'

/** The Worker as it is deployed, between an Entra and a Google that publish the tests' keys. */

const root = resolve(import.meta.dirname, '..')
const asked: string[] = []

const PUBLISHED: Readonly<Record<string, object>> = {
  'https://login.microsoftonline.com/common/discovery/v2.0/keys': {
    keys: [{ ...entraKey, issuer: issuerOf('{tenantid}') }],
  },
  'https://www.googleapis.com/oauth2/v3/certs': { keys: [googleKey] },
}

const MIGRATIONS = readdirSync(join(root, 'worker/migrations'))
  .sort()
  .map((name) => `worker/migrations/${name}`)

const modules = await buildWorker(join(root, 'worker/src/index.ts'))

function started(settings: Readonly<Record<string, string>>): Miniflare {
  const parts = Object.entries(modules).map(([name, contents]) => [name, { type: 'esm' as const, contents }])
  const manifest = { mainModule: 'index.js', modulesRoot: '/', modules: Object.fromEntries(parts) }
  const vars = Object.entries(settings).map(([name, value]) => [name, { type: 'text', value }] as const)
  const env = { DB: { type: 'd1', id: 'production' }, ...Object.fromEntries(vars) } as const
  return new Miniflare({
    telemetry: { enabled: false },
    workers: [
      {
        config: { name: 'quayside', compatibilityDate: '2026-10-01', manifest, env },
        dev: {
          outboundService: {
            type: 'fetcher',
            handler: ({ url }) => {
              asked.push(url)
              return PUBLISHED[url] ? Response.json(PUBLISHED[url]) : new Response(null, { status: 404 })
            },
          },
        },
      },
    ],
  })
}

const SETTINGS = {
  ORIGIN: google.origin,
  MICROSOFT_CLIENT_ID: microsoft.clientId,
  GOOGLE_CLIENT_IDS: google.clientIds.join(', '),
  GOOGLE_SERVICE_ACCOUNT: google.serviceAccount,
  CARD_SECRET: btoa('s'.repeat(32)),
}

let production: Miniflare
let unset: Miniflare
beforeAll(async () => {
  production = started(SETTINGS)
  unset = started({})
  for (const [worker, ...pages] of [[unset], [production, 'docs/sign-in.md']] as const) {
    const database = await worker.getD1Database('DB')
    for (const file of [...MIGRATIONS, ...pages]) {
      const text = readFileSync(join(root, file), 'utf8')
      const sql = /```sql\n([^`]*)```/.exec(text)?.[1] ?? text
      await database.batch(splitSql(sql).map((statement) => database.prepare(statement)))
    }
  }
}, 60_000)
afterAll(() => Promise.all([production.dispose(), unset.dispose()]))

async function ask(path: string, { token = '', method = 'GET', of = production, body = '' } = {}) {
  const response = await of.dispatchFetch(`${google.origin}${path}`, {
    method,
    headers: {
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(body && { 'Content-Type': 'application/json' }),
    },
    ...(body && { body }),
  })
  return { status: response.status, text: await response.text() }
}

describe('the first person, put in as docs/sign-in.md says', () => {
  test('comes in with Microsoft and with Google, many requests at once, and each issuer is asked for keys once', async () => {
    const tokens = await Promise.all([accessToken(), userToken()])
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, nth) => ask('/v1/users', { token: tokens[nth % 2] ?? '' })),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(answers[0]?.text).toContain('david.chen@bluewhale-outdoor.example')
    expect(asked.sort()).toEqual(Object.keys(PUBLISHED).sort())
  })

  test('opens the add-on in Gmail, at the very address that was set', async () => {
    const authorizationEventObject = { userOAuthToken: 'x', userIdToken: await userToken(), systemIdToken: 'x' }
    const body = JSON.stringify({
      commonEventObject: {
        hostApp: 'GMAIL',
        platform: 'WEB',
        userLocale: 'en',
        timeZone: { id: 'Asia/Shanghai', offset: '0' },
      },
      authorizationEventObject: { ...authorizationEventObject, authorizedScopes: ['openid'] },
    })
    const token = await systemToken(`${google.origin}/gmail/home`)
    expect((await ask('/gmail/home', { method: 'POST', token, body })).status).toBe(200)
    const elsewhere = await systemToken('https://evil.example/gmail/home')
    expect((await ask('/gmail/home', { method: 'POST', token: elsewhere, body })).status).toBe(401)
  })

  test('finds the application to sign in with, in the pane', async () => {
    expect(await ask('/outlook/settings.json')).toEqual({
      status: 200,
      text: JSON.stringify({ clientId: microsoft.clientId }),
    })
    expect(await ask('/outlook/settings.json', { of: unset })).toEqual({ status: 200, text: '{"clientId":null}' })
  })

  test('is nobody from another tenant, and no one else is anybody', async () => {
    const foreign = { tid: OTHER_TENANT, iss: issuerOf(OTHER_TENANT) }
    for (const token of ['', await accessToken(foreign), await userToken({ sub: '1' })]) {
      expect((await ask('/v1/users', { token })).status).toBe(401)
    }
  })
})

describe('the workbench is no part of it', () => {
  const doors = ['staff', 'sign-in', 'outbox', 'clock', 'tick', 'gmail', '', '..%2fstaff']
  test.each(doors.flatMap((door) => ['GET', 'POST'].map((method) => ({ door, method }))))(
    '$method /local/$door is not there',
    async ({ door, method }) => {
      const answer = await ask(`/local/${door}`, { method, ...(method === 'POST' && { body: '{}' }) })
      expect(answer.status).toBe(404)
    },
  )

  test('a local token is for nobody, whoever signed it', async () => {
    const claims = { iss: LOCAL_ISSUER, aud: LOCAL_AUDIENCE, sub: 'david.chen@bluewhale-outdoor.example' }
    for (const token of [await accessToken(claims), await userToken(claims)]) {
      expect((await ask('/v1/users', { token })).status).toBe(401)
    }
  })

  test('nothing of its issuer or its doors is in the build', () => {
    const build = Object.values(modules).join('')
    for (const trace of [LOCAL_ISSUER, LOCAL_AUDIENCE, 'LOCAL_KEY', 'localIssuer']) expect(build).not.toContain(trace)
    expect(build).not.toMatch(/["'`]\/local["'`/]/)
    expect(build).toContain('login.microsoftonline.com')
  })
})

describe('with nothing set', () => {
  test('it says that it is up, and lets nobody in', async () => {
    expect(await ask('/health', { of: unset })).toMatchObject({
      status: 200,
      text: expect.stringContaining('"ok":true'),
    })
    for (const token of [await accessToken(), await userToken()]) {
      expect((await ask('/v1/users', { of: unset, token })).status).toBe(401)
    }
    const token = await systemToken(`${google.origin}/gmail/home`)
    expect((await ask('/gmail/home', { of: unset, method: 'POST', token, body: '{}' })).status).toBe(404)
  })
})
