import { afterAll, describe, expect, test } from 'vitest'
import { HOME, KINDS, type Kind } from './kinds.ts'
import { issuerOf, OTHER_TENANT, PERSON, TENANT } from './microsoft-tokens.ts'

/**
 * Every claim that says something about a token or a person, bent in every way, in every kind of token that we
 * accept: signed by the right key, and yet not for us (RFC 8725; what Entra and Google say of their tokens).
 */

const now = Math.floor(Date.now() / 1000)
const MICROSOFT = 'Microsoft'
const CALL = 'a call by Google'
const OTHER_CLIENT = 'd2b4f6a8-0c1e-4a3b-8d5f-7e9a1c3b5d7f'

/** What a claim does in a kind of token. */
type Role =
  /** The token is for nobody unless the claim is as it must be. */
  | 'decides'
  /** Nobody looks at it: the token is for the same person, whatever it says. */
  | 'ignored'
  /** It names the person: another value is never the same person. */
  | 'names'
  /** It must be a text, and no more than that. */
  | 'text'

interface Claim {
  readonly name: string
  readonly inHeader?: true
  /** Where a good token has none, such a one as might stand there. */
  readonly value: (kind: Kind) => string
  /** The same claim of another tenant, another application. */
  readonly other: (kind: Kind) => string
  readonly role: (kind: Kind) => Role
  /** The good token has none. */
  readonly optional?: (kind: Kind) => boolean
}

const isMicrosoft = ({ kind }: Kind): boolean => kind === MICROSOFT
const always = (role: Role) => (): Role => role
const decidesAtMicrosoft = (kind: Kind): Role => (isMicrosoft(kind) ? 'decides' : 'ignored')
const audienceOf = ({ kind }: Kind): string =>
  kind === MICROSOFT
    ? '0f4c9d6a-3b1e-4f7a-9a52-6f0c8e7d1a2b'
    : kind === CALL
      ? HOME
      : `1234567890-${kind === 'a Google user' ? 'quayside' : 'sheet'}.apps.googleusercontent.com`
const otherAudience = ({ kind }: Kind): string =>
  kind === MICROSOFT
    ? OTHER_CLIENT
    : kind === CALL
      ? 'https://evil.example/gmail/home'
      : '99-x.apps.googleusercontent.com'
const victim = 'david.chen@bluewhale-outdoor.example'

const TEXTS: readonly Claim[] = [
  {
    name: 'iss',
    value: (kind) => (isMicrosoft(kind) ? issuerOf(TENANT) : 'https://accounts.google.com'),
    other: (kind) => (isMicrosoft(kind) ? issuerOf(OTHER_TENANT) : 'https://securetoken.google.com/quayside'),
    role: always('decides'),
  },
  { name: 'aud', value: audienceOf, other: otherAudience, role: always('decides') },
  { name: 'tid', value: () => TENANT, other: () => OTHER_TENANT, role: decidesAtMicrosoft },
  { name: 'azp', value: audienceOf, other: otherAudience, role: decidesAtMicrosoft },
  { name: 'appid', value: audienceOf, other: otherAudience, role: always('ignored') },
  { name: 'scp', value: () => 'access_as_user', other: () => 'Mail.Read', role: decidesAtMicrosoft },
  { name: 'roles', value: () => 'access_as_user', other: () => 'admin', role: always('ignored') },
  { name: 'ver', value: () => '2.0', other: () => '1.0', role: decidesAtMicrosoft },
  { name: 'idtyp', value: () => 'user', other: () => 'app', role: decidesAtMicrosoft, optional: () => true },
  {
    name: 'typ',
    inHeader: true,
    value: () => 'JWT',
    other: () => 'logout+jwt',
    role: always('decides'),
    optional: () => true,
  },
  {
    name: 'email',
    value: ({ kind }) => (kind === CALL ? 'service-1234567890@gcp-sa-gsuiteaddons.iam.gserviceaccount.com' : victim),
    other: ({ kind }) => (kind === CALL ? 'service-99@gcp-sa-gsuiteaddons.iam.gserviceaccount.com' : victim),
    role: ({ kind }) => (kind === CALL ? 'decides' : 'ignored'),
  },
  { name: 'upn', value: () => victim, other: () => victim, role: always('ignored') },
  { name: 'preferred_username', value: () => victim, other: () => victim, role: always('ignored') },
  {
    name: 'oid',
    value: () => PERSON,
    other: () => OTHER_CLIENT,
    role: (kind) => (isMicrosoft(kind) ? 'names' : 'ignored'),
  },
  {
    name: 'sub',
    value: ({ person }) => person.split(' ')[1] ?? '109876543210987654321',
    other: () => '700600500400300200100',
    role: ({ kind }) => (kind === MICROSOFT || kind === CALL ? 'text' : 'names'),
  },
]

const LOOKALIKES: Readonly<Record<string, string>> = {
  a: 'а',
  c: 'с',
  e: 'е',
  o: 'о',
  s: 'ѕ',
  J: 'Ј',
  '0': '０',
  '2': '２',
}
const changedCase = (text: string): string => (text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase())

/** A value that is the same in another case has no other one. */
const bends = (value: string, other: string): Readonly<Record<string, unknown>> => ({
  missing: undefined,
  wrong: 'nonsense',
  'other tenant': other,
  array: [value],
  number: 42,
  null: null,
  empty: '',
  ...(changedCase(value) === value ? {} : { case: changedCase(value) }),
  prefix: value.slice(0, -1),
  longer: `${value}x`,
  homoglyph: value.replace(/[aceosJ02]/, (sign) => LOOKALIKES[sign] ?? ''),
})

const cells = { all: 0, wrong: 0 }
afterAll(() => console.log(`claims: ${cells.all} cells, ${cells.wrong} wrongly accepted`))

describe.each(KINDS)('$kind', (kind) => {
  test.each(TEXTS)('$name means what it must, whatever is sent in its place', async (claim) => {
    expect(await kind.who(await made(kind, claim, claim.value(kind)))).toBe(kind.person)
    const problems: string[] = []
    for (const [bend, value] of Object.entries(bends(claim.value(kind), claim.other(kind)))) {
      const who = await kind.who(await made(kind, claim, value))
      cells.all += 1
      if (!isRight(kind, claim, bend, who)) problems.push(`${bend}: ${who}`)
    }
    cells.wrong += problems.length
    expect(problems).toEqual([])
  })

  const TIMES: readonly [string, readonly unknown[]][] = [
    ['exp', [undefined, 1, now - 65, String(now + 3600), [now + 3600], null, '', 'nonsense', {}, -1]],
    ['nbf', [4e9, now + 65, String(now), [now], null, '', 'nonsense', {}, true, Number.MAX_SAFE_INTEGER]],
    ['iat', [undefined, now + 65, now - 3 * 86_400, String(now), [now], null, '', 'nonsense', {}, 4e9]],
  ]
  test.each(TIMES)('%s is a moment, and within a minute of now', async (name, values) => {
    for (const value of [...values, ...(name === 'nbf' && isMicrosoft(kind) ? [undefined] : [])]) {
      cells.all += 1
      const who = await kind.who(await kind.make({ [name]: value }))
      if (who !== null) cells.wrong += 1
      expect([value, who]).toEqual([value, null])
    }
  })

  test('clocks may be up to a minute apart', async () => {
    expect(await kind.who(await kind.make({ exp: now - 50 }))).toBe(kind.person)
    expect(await kind.who(await kind.make({ iat: now + 50, nbf: now + 50 }))).toBe(kind.person)
  })
})

test('there are at least 400 cells, and none is wrongly accepted', () => {
  expect(cells.all).toBeGreaterThanOrEqual(400)
  expect(cells.wrong).toBe(0)
})

const made = (kind: Kind, { name, inHeader }: Claim, value: unknown): Promise<string> =>
  inHeader ? kind.make({}, { header: { [name]: value } }) : kind.make({ [name]: value })

function isRight(kind: Kind, claim: Claim, bend: string, who: string | null): boolean {
  const role = claim.role(kind)
  if (role === 'ignored') return who === kind.person
  if (role === 'names') return who !== kind.person
  if (role === 'text') return who === (['missing', 'array', 'number', 'null'].includes(bend) ? null : kind.person)
  const harmless = (bend === 'missing' && claim.optional?.(kind)) || (claim.inHeader && bend === 'case')
  return who === (harmless ? kind.person : null)
}
