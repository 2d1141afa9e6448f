import { CompactEncrypt, exportSPKI, generateKeyPair, type JWTHeaderParameters } from 'jose'
import { describe, expect, test } from 'vitest'
import { KINDS } from './kinds.ts'
import { aSigner, type Claims, type Signing } from './signing.ts'

/** What somebody can do to a token without the issuer's key: none of it passes, whatever sort of token it is. */

const foreign = await aSigner('foreign')
const foreignPair = await generateKeyPair('RS256')
/** A public key as text, which a careless verifier would take for a shared secret. */
const publicText = new TextEncoder().encode(await exportSPKI(foreignPair.publicKey))

type Make = (claims?: Claims, signing?: Signing) => Promise<string>

const encoded = (value: string): string => btoa(value).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
const withHeader = (token: string, header: string | object): string =>
  [encoded(typeof header === 'string' ? header : JSON.stringify(header)), ...token.split('.').slice(1)].join('.')
const unsigned = (token: string): string => `${token.split('.').slice(0, 2).join('.')}.`
const signedByForeign = (make: Make, header: Partial<JWTHeaderParameters> = {}): Promise<string> =>
  make({}, { key: foreignPair.privateKey, header })

const FORGERIES: readonly [string, (make: Make) => Promise<string> | string][] = [
  ['without a token', () => ''],
  ['with garbage', () => 'garbage'],
  ['with three parts of garbage', () => 'a.b.c'],
  ['with a megabyte of garbage', () => `${'a'.repeat(1_000_000)}.b.c`],
  ['with a megabyte of claims', (make) => make({ more: 'x'.repeat(1_000_000) })],
  ['unsigned', async (make) => unsigned(withHeader(await make(), { alg: 'none' }))],
  ['unsigned, in capitals', async (make) => unsigned(withHeader(await make(), { alg: 'NONE' }))],
  ['called unsigned', async (make) => withHeader(await make(), { alg: 'none' })],
  ['with an empty signature', async (make) => unsigned(await make())],
  ['with four parts', async (make) => `${await make()}.x`],
  ['with another signature', async (make) => (await make()).slice(0, -8).concat('AAAAAAAA')],
  ['signed by a public key as a secret', (make) => make({}, { key: publicText, header: { alg: 'HS256' } })],
  ['signed with an empty secret', (make) => make({}, { key: new Uint8Array(32), header: { alg: 'HS256' } })],
  ['signed by somebody else', (make) => signedByForeign(make)],
  ['signed by somebody else who brings the key', (make) => signedByForeign(make, { jwk: foreign.jwk })],
  ['signed by a key that is not known', (make) => make({}, { header: { kid: 'foreign' } })],
  ['with a path for a key', (make) => signedByForeign(make, { kid: '../../dev/null' })],
  ['with SQL for a key', (make) => signedByForeign(make, { kid: "x' UNION SELECT 'key" })],
  ['with a number for a key', (make) => signedByForeign(make, { kid: 1 as never })],
  [
    'with what must be understood and is not',
    (make) => make({}, { header: { crit: ['exp'], exp: 1 } as never }).catch(() => ''),
  ],
  [
    'that names an unknown thing critical',
    async (make) => withHeader(await make(), '{"alg":"RS256","kid":"x","crit":["x"],"x":1}'),
  ],
  [
    'with a header that says two things',
    async (make) => withHeader(await make(), '{"alg":"none","alg":"RS256","kid":"entra-1"}'),
  ],
  [
    'with claims that say two things',
    async (make) => {
      const [header, , signature] = (await make()).split('.')
      return `${header}.${encoded('{"iss":"https://evil.example","iss":"https://accounts.google.com","sub":"1"}')}.${signature}`
    },
  ],
  [
    'with a claim changed after it was signed',
    async (make) => {
      const [header, , signature] = (await make()).split('.')
      const [, claims] = (await make({ exp: Math.floor(Date.now() / 1000) + 7200 })).split('.')
      return `${header}.${claims}.${signature}`
    },
  ],
  [
    'encrypted',
    async (make) => {
      const { publicKey } = await generateKeyPair('RSA-OAEP-256')
      return new CompactEncrypt(new TextEncoder().encode(await make()))
        .setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM', cty: 'JWT' })
        .encrypt(publicKey)
    },
  ],
]

describe.each(KINDS)('$kind does not pass', ({ make, who, person }) => {
  test.each(FORGERIES)('%s', async (_, forged) => {
    expect(await who(await make())).toBe(person)
    expect(await who(await forged(make))).toBeNull()
  })
})
