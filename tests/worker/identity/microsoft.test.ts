import { describe, expect, test } from 'vitest'
import { MICROSOFT_KEYS, microsoftIssuer } from '../../../worker/src/identity/microsoft.ts'
import { verifyToken } from '../../../worker/src/identity/verify.ts'
import { accessToken, issuerOf, microsoft, PERSON, TENANT } from './microsoft-tokens.ts'
import type { Claims } from './signing.ts'

const PERSONAL = '9188040d-6c67-4c5b-b112-36a304b66dad'

const reader = async (claims: Claims) => verifyToken(await accessToken(claims), [microsoftIssuer(microsoft)])

describe('what Entra issues for the pane passes', () => {
  test('a reader is known by tenant and object id, not by their address', async () => {
    const mia = { issuer: 'microsoft', subject: `${TENANT}:${PERSON}` }
    expect(await reader({})).toEqual(mia)
    expect(await reader({ preferred_username: 'david.chen@bluewhale-outdoor.example' })).toEqual(mia)
    expect(await reader({ preferred_username: undefined, email: undefined })).toEqual(mia)
  })

  test.each(['profile access_as_user', 'access_as_user openid'])('with the scopes %s', async (scp) => {
    expect(await reader({ scp })).not.toBeNull()
  })

  test('from Office itself, for an Outlook without nested app authentication', async () => {
    expect(await reader({ azp: 'ea5a67f6-b6f3-4338-b240-c655ddc3cc8e' })).not.toBeNull()
    expect(await reader({ azp: 'bc59ab01-8403-45c6-8796-ac3ef710b3e3' })).not.toBeNull()
  })
})

describe('nobody passes', () => {
  const wrong: [string, Claims][] = [
    ['with a private person’s account', { tid: PERSONAL, iss: issuerOf(PERSONAL) }],
    ['with a token of the first version', { ver: '1.0', iss: `https://sts.windows.net/${TENANT}/` }],
    ['with a token of the first version under the name of the second', { ver: '1.0', appid: microsoft.clientId }],
    ['with an application’s own token', { scp: undefined, roles: ['access_as_user'], idtyp: 'app', sub: PERSON }],
    ['with a scope that only begins like ours', { scp: 'access_as_user.read' }],
    ['with scopes told apart by commas', { scp: 'openid,access_as_user' }],
    ['with an ID token of our own application', { scp: undefined, azp: undefined, nonce: 'x' }],
    ['from another cloud', { iss: `https://login.microsoftonline.us/${TENANT}/v2.0` }],
    ['from the tenant of everybody', { tid: 'common', iss: issuerOf('common') }],
    ['with the template in place of a tenant', { tid: '{tenantid}', iss: issuerOf('{tenantid}') }],
    ['under an issuer with a slash more', { iss: `${issuerOf(TENANT)}/` }],
    ['under an issuer with a port', { iss: `https://login.microsoftonline.com:443/${TENANT}/v2.0` }],
  ]
  test.each(wrong)('%s', async (_, claims) => {
    expect(await reader(claims)).toBeNull()
  })
})

test('of the keys that Entra publishes, those for any tenant are good, and no tenant’s own', () => {
  const key = { kty: 'RSA' }
  expect(MICROSOFT_KEYS.accepts({ ...key, issuer: issuerOf('{tenantid}') })).toBe(true)
  expect(MICROSOFT_KEYS.accepts(key)).toBe(true)
  expect(MICROSOFT_KEYS.accepts({ ...key, issuer: issuerOf(PERSONAL) })).toBe(false)
  expect(MICROSOFT_KEYS.accepts({ ...key, issuer: 'https://login.microsoftonline.us/{tenantid}/v2.0' })).toBe(false)
  expect(MICROSOFT_KEYS.accepts({ ...key, issuer: null })).toBe(false)
})
