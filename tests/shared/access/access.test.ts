import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accessOf, may, mayAtAll } from '#shared/access/access.ts'
import { VERBS } from '#shared/access/grant.ts'
import { INVOLVED, OWN, type Standing, SUBTREE, TEAM } from '#shared/access/standing.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'
import { ROLES, type Role } from '#shared/trade/user.ts'
import { allowed, allowedAtAll, type Nearness } from '../../fixtures/posts.ts'

const types = Object.keys(TYPES) as TypeName[]
const aType = fc.constantFrom(...types)
const aVerb = fc.constantFrom(...VERBS)
const somePosts = fc.subarray([...ROLES])
const aStanding = fc.integer({ min: 0, max: OWN | TEAM | SUBTREE | INVOLVED })
const noPost = fc.oneof(
  fc.string(),
  fc.constantFrom('constructor', '__proto__', 'toString', 'GM', 'gm ', '', 'guest', 'finance gm', '["gm"]'),
)

const BITS: Readonly<Record<Nearness, Standing>> = { own: OWN, involved: INVOLVED, team: TEAM, below: SUBTREE, none: 0 }

describe('one post', () => {
  test('may what the table says, as near as it says, and nothing besides', () => {
    for (const role of ROLES) {
      for (const type of types) {
        for (const verb of VERBS) {
          expect(mayAtAll(accessOf([role]), type, verb)).toBe(allowedAtAll(role, type, verb))
          for (const [near, standing] of Object.entries(BITS) as [Nearness, Standing][]) {
            const said = may(accessOf([role]), type, verb, standing)
            expect([role, type, verb, near, said]).toEqual([role, type, verb, near, allowed(role, type, verb, near)])
          }
        }
      }
    }
  })

  test('reaches its own wherever it reaches anything', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ROLES), aType, aVerb, aStanding, (role, type, verb, standing) => {
        const access = accessOf([role])
        expect(may(access, type, verb, standing | OWN)).toBe(mayAtAll(access, type, verb))
      }),
    )
  })

  test('may nothing with what nobody has worked out how it stands to', () => {
    expect(may(accessOf(['sales_rep', 'merchandiser']), 'order', 'view', undefined)).toBe(false)
    expect(may(accessOf(['gm']), 'order', 'view', undefined)).toBe(true)
  })
})

describe('several posts', () => {
  const answers = (roles: readonly string[]) =>
    types.flatMap((type) =>
      VERBS.flatMap((verb) => Object.values(BITS).map((bit) => may(accessOf(roles), type, verb, bit))),
    )

  test('may and see together what each may and sees alone', () => {
    fc.assert(
      fc.property(somePosts, aType, aVerb, aStanding, (roles, type, verb, standing) => {
        const one = (role: Role) => may(accessOf([role]), type, verb, standing)
        expect(may(accessOf(roles), type, verb, standing)).toBe(roles.some(one))
        expect(accessOf(roles).sees).toEqual(new Set(roles.flatMap((role) => [...accessOf([role]).sees])))
      }),
    )
  })

  test('in another order, or named twice, are the same', () => {
    fc.assert(
      fc.property(somePosts, (roles) => {
        expect(accessOf([...roles].reverse().concat(roles)).key).toBe(accessOf(roles).key)
      }),
    )
  })

  test('that the firm does not know allow nothing, alone or beside others, whatever they are called', () => {
    fc.assert(
      fc.property(somePosts, fc.array(noPost), (roles, unknown) => {
        const strangers = unknown.filter((name) => !(ROLES as readonly string[]).includes(name))
        expect(answers([...roles, ...strangers])).toEqual(answers(roles))
        expect(answers(strangers)).not.toContain(true)
        expect(accessOf(strangers).sees.size).toBe(0)
      }),
    )
  })

  test('are not mistaken for one whose name is made of theirs', () => {
    expect(mayAtAll(accessOf(['finance', 'gm']), 'order', 'view')).toBe(true)
    expect(mayAtAll(accessOf(['finance gm']), 'order', 'view')).toBe(false)
    expect(mayAtAll(accessOf(['legal purchaser']), 'order', 'view')).toBe(false)
    expect(mayAtAll(accessOf(['legal', 'purchaser']), 'order', 'view')).toBe(true)
  })
})
