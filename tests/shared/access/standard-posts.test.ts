import { describe, expect, test } from 'vitest'
import { type Scope, VERBS } from '#shared/access/grant.ts'
import { STANDARD_POSTS } from '#shared/access/standard-posts.ts'
import { FIELD_CLASSES } from '#shared/record/field.ts'
import type { RecordType } from '#shared/record/record-type.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'
import { ROLES } from '#shared/trade/user.ts'

const SCOPES: readonly Scope[] = ['own', 'involved', 'team', 'subtree', 'all']

test('there is a post for every role, and none besides', () => {
  expect(Object.keys(STANDARD_POSTS).sort()).toEqual([...ROLES].sort())
})

describe.each(Object.entries(STANDARD_POSTS))('the post of %s', (_, post) => {
  const grants = Object.entries(post?.grants ?? {}) as [TypeName, Readonly<Record<string, Scope>>][]

  test('speaks of types, verbs, scopes and classes that exist', () => {
    for (const [type, verbs] of grants) {
      expect(TYPES).toHaveProperty(type)
      for (const [verb, scope] of Object.entries(verbs)) {
        expect(VERBS).toContain(verb)
        expect(SCOPES).toContain(scope)
      }
    }
    for (const one of post?.sees ?? []) expect(FIELD_CLASSES).toContain(one)
  })

  test('sees whatever it does anything with', () => {
    for (const [type, verbs] of grants) {
      const { view, create, ...others } = verbs
      const seen = reach(view)
      for (const [verb, scope] of Object.entries(others)) {
        // Who may claim, hand out or change what they cannot see would be told that it is not there.
        const unseen = reach(scope).filter((near) => !seen.includes(near))
        expect([type, verb, unseen]).toEqual([type, verb, []])
      }
      expect([type, create === undefined || view !== undefined]).toEqual([type, true])
    }
  })

  test('names how near only where a record belongs to somebody', () => {
    for (const [type, verbs] of grants) {
      const { belongs }: RecordType = TYPES[type]
      for (const scope of Object.values(verbs)) if (!belongs) expect([type, scope]).toEqual([type, 'all'])
    }
  })
})

/** What a scope reaches, in words. */
function reach(scope: Scope | undefined): string[] {
  if (scope === undefined) return []
  return scope === 'all' ? [...SCOPES] : ['own', scope]
}
