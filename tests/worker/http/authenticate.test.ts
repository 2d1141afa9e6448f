import { describe, expect, test } from 'vitest'
import { aFirm, type Firm, tokenFor } from '../firm.ts'

describe('who may pass', () => {
  const wrong: [string, (firm: Firm) => Promise<string | null>][] = [
    ['no token', async () => null],
    ['no JWT', async () => 'abc'],
    ['another audience', (firm) => tokenFor(`${firm.tenantId}/${firm.david.email}`, { aud: 'other' })],
    ['another issuer', (firm) => tokenFor(`${firm.tenantId}/${firm.david.email}`, { iss: 'https://evil.example' })],
    ['an expired one', (firm) => tokenFor(`${firm.tenantId}/${firm.david.email}`, { exp: 1 })],
    ['one without end', (firm) => tokenFor(`${firm.tenantId}/${firm.david.email}`, { exp: undefined })],
    ['one from the future', (firm) => tokenFor(`${firm.tenantId}/${firm.david.email}`, { nbf: 4e9 })],
    ['somebody unknown', (firm) => tokenFor(`${firm.tenantId}/nobody@bluewhale-outdoor.example`)],
    ['no subject', (firm) => tokenFor(`${firm.tenantId}/${firm.david.email}`, { sub: undefined })],
    ['a signature of somebody else', async (firm) => `${firm.tokens.david.slice(0, -8)}AAAAAAAA`],
    [
      'no signature',
      async (firm) => `${btoa('{"alg":"none"}').replace(/=/g, '')}.${firm.tokens.david.split('.')[1]}.x`,
    ],
  ]
  test.each(wrong)('%s: 401', async (_, make) => {
    const firm = await aFirm()
    const answer = await firm.call('GET', '/v1/customers', undefined, { as: await make(firm) })
    expect([answer.status, answer.body.code]).toEqual([401, 'unauthenticated'])
    expect(answer.headers.get('WWW-Authenticate')).toBe('Bearer')
  })

  test('a real one: 200', async () => {
    const firm = await aFirm()
    expect((await firm.call('GET', '/v1/customers')).status).toBe(200)
  })
})
