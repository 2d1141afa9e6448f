import { createExecutionContext, env, waitOnExecutionContext } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { createApp } from '../../../worker/src/app.ts'
import { googleIssuer } from '../../../worker/src/identity/google.ts'
import { microsoftIssuer } from '../../../worker/src/identity/microsoft.ts'
import { aFirm, type Firm, NOW, newId, wholeDatabase } from '../firm.ts'
import { google, userToken } from '../identity/google-tokens.ts'
import { accessToken, issuerOf, microsoft, OTHER_TENANT, TENANT } from '../identity/microsoft-tokens.ts'
import type { Claims } from '../identity/signing.ts'

/** An application as it is in production: Microsoft and Google vouch for people, nobody else. */
const production = createApp({
  now: () => NOW,
  newId,
  issuers: [microsoftIssuer(microsoft), googleIssuer(google)],
  version: 'test',
})

async function ask(token: string): Promise<{ readonly status: number; readonly text: string }> {
  const execution = createExecutionContext()
  const headers = { Authorization: `Bearer ${token}` }
  const answer = await production.request(
    '/v1/customers',
    { headers },
    { DB: env.DB, ASSETS: undefined as never },
    execution,
  )
  await waitOnExecutionContext(execution)
  return { status: answer.status, text: await answer.text() }
}

/** A firm in which Mia was let in as somebody of the tests' tenant, and under a Google account of hers. */
async function aFirmWithMia() {
  const firm = await aFirm()
  const oid = crypto.randomUUID()
  const link = (issuer: string, subject: string) =>
    env.DB.prepare('INSERT INTO identities (issuer, subject, tenant_id, user_id) VALUES (?, ?, ?, ?)')
      .bind(issuer, subject, firm.tenantId, firm.mia.id)
      .run()
  const sub = `1${Date.now()}${Math.floor(Math.random() * 1e6)}`
  await Promise.all([link('microsoft', `${TENANT}:${oid}`), link('google', sub)])
  return { firm, oid, sub }
}

test('a person linked to a Microsoft and a Google account comes in by either of them', async () => {
  const { firm, oid, sub } = await aFirmWithMia()
  for (const token of [await accessToken({ oid }), await userToken({ sub })]) {
    const { status, text } = await ask(token)
    expect([status, text.includes(firm.customer.id)]).toEqual([200, true])
  }
})

describe('nobody reaches her file by claiming', () => {
  type Attack = (her: { oid: string; sub: string; firm: Firm }) => Promise<string>
  const foreign: Claims = {
    tid: OTHER_TENANT,
    iss: issuerOf(OTHER_TENANT),
    oid: '5e0b8a4c-2d6f-4b1e-9c7a-3f8d1e6b0a2c',
  }
  const names = ({ firm }: { firm: Firm }): Claims => ({
    email: firm.mia.email,
    upn: firm.mia.email,
    preferred_username: firm.mia.email,
    unique_name: firm.mia.email,
    verified_primary_email: [firm.mia.email],
    email_verified: true,
    xms_edov: true,
  })
  const attacks: [string, Attack][] = [
    ['her address in a tenant of their own', (her) => accessToken({ ...foreign, ...names(her) })],
    [
      'her address in her own tenant',
      (her) => accessToken({ oid: '5e0b8a4c-2d6f-4b1e-9c7a-3f8d1e6b0a2c', ...names(her) }),
    ],
    ['her object id in a tenant of their own', (her) => accessToken({ ...foreign, oid: her.oid, ...names(her) })],
    [
      'her tenant and object id under an issuer of their own',
      (her) => accessToken({ iss: issuerOf(OTHER_TENANT), oid: her.oid }),
    ],
    ['her object id in capitals', (her) => accessToken({ oid: her.oid.toUpperCase() })],
    ['her object id as a subject', (her) => accessToken({ ...foreign, sub: `${TENANT}:${her.oid}` })],
    ['a tenant that holds hers', (her) => accessToken({ tid: `${TENANT}:${her.oid}`, oid: her.oid })],
    ['her Microsoft identity at Google', (her) => userToken({ sub: `${TENANT}:${her.oid}` })],
    ['her address at Google', (her) => userToken({ sub: '999', email: her.firm.mia.email })],
    ['an empty subject at Google', () => userToken({ sub: '' })],
    ['her name in the local issuer', async (her) => her.firm.tokens.mia],
  ]
  test.each(attacks)('%s', async (_, attack) => {
    const her = await aFirmWithMia()
    const before = await wholeDatabase(her.firm.tenantId)
    const { status, text } = await ask(await attack(her))
    expect([status, text.includes(her.firm.customer.id)]).toEqual([401, false])
    expect(await wholeDatabase(her.firm.tenantId)).toBe(before)
  })
})
