import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accessOf, may } from '#shared/access/access.ts'
import { toldChange } from '#shared/access/change-told.ts'
import type { FirmPosts, OwnPost } from '#shared/access/firm-posts.ts'
import type { Grants, Scope } from '#shared/access/grant.ts'
import { GRANTED_TYPES, scopesOf, verbsOf } from '#shared/access/grantable.ts'
import { canonical, PostBody } from '#shared/access/post-schema.ts'
import { type AccessChange, ALONE_WAIT_MS, consentOf, type Holder } from '#shared/access/proposal.ts'
import { changed, objections, postChange, postReset, rolesChange } from '#shared/access/proposing.ts'
import { STANDARD_POSTS } from '#shared/access/standard-posts.ts'
import { INVOLVED, OWN, SUBTREE, TEAM } from '#shared/access/standing.ts'
import { FIELD_CLASSES } from '#shared/record/field.ts'
import { problemsOf } from '#shared/record/problems.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'
import { ROLES } from '#shared/trade/user.ts'

const BITS = { own: OWN, involved: INVOLVED, team: TEAM, subtree: SUBTREE, none: 0 } as const

/** What each scope reaches, said once more and simply. */
const reaches = (scope: Scope | undefined, near: keyof typeof BITS): boolean =>
  scope === 'all' || (scope !== undefined && (near === 'own' || near === scope))

/** Any post whatever, sound or not: what is granted is granted, and nothing besides. */
const anyGrants = (type: TypeName): fc.Arbitrary<Grants> =>
  fc.record(Object.fromEntries(verbsOf(type).map((verb) => [verb, fc.constantFrom(...scopesOf(type))])), {
    requiredKeys: [],
  })
const anyPost: fc.Arbitrary<OwnPost> = fc.record({
  grants: fc.record(Object.fromEntries(GRANTED_TYPES.map((type) => [type, anyGrants(type)])), { requiredKeys: [] }),
  sees: fc.subarray([...FIELD_CLASSES]),
})
const someKey = fc.constantFrom('sales_rep', 'gm', 'own_agent', 'own_intern')
const anyFirm: fc.Arbitrary<FirmPosts> = fc.dictionary(someKey, anyPost)

test('a person may what their firm’s posts grant, as far as they reach; what is absent is denied', () => {
  fc.assert(
    fc.property(
      anyFirm,
      fc.subarray(['sales_rep', 'gm', 'own_agent', 'own_intern', 'legal', 'nobody']),
      (firm, roles) => {
        const posts = roles.flatMap((role) => firm[role] ?? STANDARD_POSTS[role] ?? [])
        const access = accessOf(roles, firm)
        for (const type of GRANTED_TYPES) {
          for (const verb of verbsOf(type)) {
            for (const near of Object.keys(BITS) as (keyof typeof BITS)[]) {
              const granted = posts.some(({ grants }) => reaches(grants[type]?.[verb], near))
              expect(may(access, type, verb, BITS[near])).toBe(granted)
            }
          }
        }
        expect([...access.sees].sort()).toEqual([...new Set(posts.flatMap(({ sees }) => sees))].sort())
      },
    ),
    { numRuns: 50 },
  )
})

test('two firms, or one before and after a change, are never mistaken for each other', () => {
  const without: FirmPosts = { sales_rep: { grants: {}, sees: [] } }
  expect(may(accessOf(['sales_rep'], without), 'order', 'view', OWN)).toBe(false)
  expect(may(accessOf(['sales_rep']), 'order', 'view', OWN)).toBe(true)
})

const problems = (body: unknown): string[] => {
  const parsed = PostBody.safeParse(body)
  return parsed.success ? [] : problemsOf(parsed.error, 'en').map(({ field, code }) => `${field} ${code}`)
}
const rep = { key: 'sales_rep', grants: {}, sees: [] }

describe('a post is checked whole', () => {
  test.each(ROLES)('the standard post %s is a sound one', (key) => {
    const { grants, sees } = STANDARD_POSTS[key] ?? {}
    expect(problems({ key, grants, sees })).toEqual([])
  })

  test.each([
    ['a type that there is not', { ...rep, grants: { crate: { view: 'all' } } }, ['grants.crate unknown']],
    ['a verb that there is not', { ...rep, grants: { order: { burn: 'all' } } }, ['grants.order.burn unknown']],
    [
      'a verb that nothing asks for',
      { ...rep, grants: { product: { view: 'all', share: 'all' } } },
      ['grants.product.share unknown'],
    ],
    ['a scope that there is not', { ...rep, grants: { order: { view: 'moon' } } }, ['grants.order.view choice']],
    ['how near, of what is nobody’s', { ...rep, grants: { product: { view: 'own' } } }, ['grants.product.view choice']],
    ['a class that there is not', { ...rep, sees: ['secrets'] }, ['sees.0 choice']],
    ['a class twice', { ...rep, sees: ['cost', 'cost'] }, ['sees twice']],
    ['more than it has a place for', { ...rep, colour: 'red' }, ['colour unknown']],
    ['a change of what is not seen', { ...rep, grants: { order: { edit: 'own' } } }, ['grants.order.edit beyond_view']],
    [
      'a change beyond what is seen',
      { ...rep, grants: { order: { view: 'team', edit: 'subtree' } } },
      ['grants.order.edit beyond_view'],
    ],
    [
      'something made and never seen',
      { ...rep, grants: { order: { create: 'own' } } },
      ['grants.order.create beyond_view'],
    ],
    ['a new post without a name', { ...rep, key: 'own_agent' }, ['label required']],
    ['another name of a standard post', { ...rep, label: { en: 'a', zh: 'b' } }, ['label fixed']],
    ['the name of a standing as a key', { ...rep, key: 'owner', label: { en: 'a', zh: 'b' } }, ['key post_key']],
    ['what every object is called by', { ...rep, key: '__proto__', label: { en: 'a', zh: 'b' } }, ['key post_key']],
  ])('%s is refused, with its place', (_, body, expected) => {
    expect(problems(body)).toEqual(expected)
  })

  test('whatever passes lets nobody do what they do not see', () => {
    fc.assert(
      fc.property(anyPost, (post) => {
        if (problems({ key: 'gm', ...post }).length > 0) return
        const access = accessOf(['gm'], { gm: post })
        for (const type of GRANTED_TYPES) {
          for (const verb of verbsOf(type).filter((one) => one !== 'create')) {
            for (const bit of Object.values(BITS)) {
              if (may(access, type, verb, bit)) expect(may(access, type, 'view', bit)).toBe(true)
            }
          }
        }
      }),
      { numRuns: 200 },
    )
  })

  test('the same post is the same data, however it was written', () => {
    fc.assert(
      fc.property(anyPost, (post) => {
        const turned = {
          sees: [...post.sees].reverse(),
          grants: Object.fromEntries(Object.entries(post.grants).reverse()),
        }
        expect(JSON.stringify(canonical(turned))).toBe(JSON.stringify(canonical(post)))
      }),
    )
  })
})

const HOUR = 3_600_000
const roles = (user: string, before: string[], after: string[]): AccessChange => ({
  kind: 'roles',
  user,
  before,
  after,
})
const proposal = (change: AccessChange, proposedBy = 'ann') => ({ proposedBy, proposedAt: 0, change })

describe('nobody raises themselves', () => {
  const ofPost: AccessChange = { kind: 'post', key: 'sales_rep', before: null, after: null }

  test('a second person agrees, at once; whoever proposed it never does while there is another', () => {
    expect(consentOf(proposal(ofPost), 'bob', ['ann', 'bob'], 0)).toEqual({ kind: 'agrees' })
    expect(consentOf(proposal(ofPost), 'ann', ['ann', 'bob'], 99 * ALONE_WAIT_MS)).toEqual({ kind: 'own' })
  })

  test('whom it is about does not agree to it, unless there is nobody else but who proposed it', () => {
    const about = proposal(roles('bob', ['admin'], ['admin', 'gm']))
    expect(consentOf(about, 'bob', ['ann', 'bob', 'cat'], 0)).toEqual({ kind: 'subject' })
    expect(consentOf(about, 'cat', ['ann', 'bob', 'cat'], 0)).toEqual({ kind: 'agrees' })
    expect(consentOf(about, 'bob', ['ann', 'bob'], 0)).toEqual({ kind: 'agrees' })
  })

  test('the only one may take nobody’s consent for granted for a day', () => {
    expect(consentOf(proposal(ofPost), 'ann', ['ann'], 24 * HOUR - 1)).toEqual({ kind: 'waits', until: 24 * HOUR })
    expect(consentOf(proposal(ofPost), 'ann', ['ann'], 24 * HOUR)).toEqual({ kind: 'alone' })
  })

  test('whoever is there, who proposed and is not alone never agrees', () => {
    const people = fc.uniqueArray(fc.constantFrom('ann', 'bob', 'cat', 'dan'), { minLength: 1 })
    fc.assert(
      fc.property(people, fc.constantFrom('ann', 'bob'), fc.nat(), (keepers, by, now) => {
        const { kind } = consentOf(proposal(ofPost, by), by, keepers, now)
        if (keepers.some((one) => one !== by)) expect(kind).toBe('own')
        else expect(kind).toBe(now < ALONE_WAIT_MS ? 'waits' : 'alone')
      }),
    )
  })
})

describe('what speaks against a change', () => {
  const staff: Holder[] = [
    { id: 'ann', roles: ['admin'], active: true },
    { id: 'bob', roles: ['gm'], active: true },
    { id: 'old', roles: ['admin'], active: false },
    { id: 'ida', roles: ['own_agent'], active: true },
  ]
  const agent: OwnPost = { label: { en: 'agent', zh: '代理' }, grants: { order: { view: 'own' } }, sees: [] }
  const firm: FirmPosts = { own_agent: agent }
  const codes = (change: AccessChange | null) => objections(change as AccessChange, firm, staff).map(({ code }) => code)

  test('the last active administrator stays one; with a second one the first may go', () => {
    expect(codes(rolesChange(staff[0] as Holder, ['gm']))).toEqual(['last_admin'])
    const more = [...staff, { id: 'eve', roles: ['admin'], active: true }]
    expect(objections(roles('ann', ['admin'], ['gm']), firm, more)).toEqual([])
  })

  test('a post that somebody has does not go, nor does anybody get one that there is not', () => {
    expect(codes(postReset(firm, 'own_agent'))).toEqual(['held'])
    expect(codes(rolesChange(staff[1] as Holder, ['gm', 'own_ghost']))).toEqual(['unknown_post'])
    expect(codes(rolesChange(staff[1] as Holder, ['gm', 'gm']))).toEqual(['twice'])
  })

  test('what was made of something else than there is now', () => {
    expect(codes(roles('bob', ['finance'], ['gm', 'admin']))).toEqual(['stale'])
    expect(codes({ kind: 'post', key: 'own_agent', before: null, after: agent })).toEqual(['stale'])
  })

  test('what equals the standard post is the standard post, and what changes nothing is no change', () => {
    const standard = STANDARD_POSTS.legal as OwnPost
    const own = changed({}, postChange({}, 'legal', { ...standard, sees: [] }) as AccessChange)
    expect(Object.keys(own)).toEqual(['legal'])
    expect(changed(own, postChange(own, 'legal', standard) as AccessChange)).toEqual({})
    expect(postChange({}, 'legal', standard)).toBeNull()
  })

  test('is said in words, in both languages', () => {
    const { order, ...others } = STANDARD_POSTS.sales_rep?.grants ?? {}
    const change = postChange({}, 'sales_rep', {
      grants: { ...others, order: { ...order, view: 'team' } },
      sees: ['personal', 'sales', 'cost'],
    }) as AccessChange
    expect(toldChange(change, {}, 'en')).toEqual(['sees cost: no → yes', 'Order, see: their own → their team'])
    expect(toldChange(change, {}, 'zh-CN')).toEqual([
      '查看成本：无 → 是',
      `${TYPES.order.label['zh-CN']}·查看：本人 → 本团队`,
    ])
    expect(toldChange(roles('bob', ['gm'], ['own_agent']), firm, 'en')).toEqual([
      'gets the post: agent',
      'loses the post: general manager',
    ])
  })
})
