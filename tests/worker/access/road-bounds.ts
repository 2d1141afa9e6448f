import { STANDARD_POSTS } from '#shared/access/standard-posts.ts'
import type { TypeName } from '#shared/trade/index.ts'
import { ROLES, type Role } from '#shared/trade/user.ts'
import { parentOf } from './fields.ts'

/**
 * There are two dozen types along the road and in the house's rules, all of them by the same code as the first twelve. Of those
 * every question is asked; of these as many as differ: by one post of those with equal rights, and of records that are
 * one's own, of somebody below, a stranger's, another firm's, or nowhere.
 */
const WHOLE: ReadonlySet<TypeName> = new Set<TypeName>([
  'tenant',
  'team',
  'user',
  'own_field',
  'customer',
  'contact',
  'interaction',
  'inquiry',
  'access_request',
  'order',
  'order_line',
  'installment',
])

const isBounded = (type: TypeName): boolean => !WHOLE.has(type)

/** Who asks about a type: everybody, or the first of each post with the same rights to it and to what it is part of. */
export function rolesAt(type: TypeName): readonly Role[] {
  if (!isBounded(type)) return ROLES
  const first = new Map(ROLES.toReversed().map((role) => [rightsTo(type, role), role]))
  return ROLES.filter((role) => first.get(rightsTo(type, role)) === role)
}

function rightsTo(type: TypeName, role: Role): string {
  const post = STANDARD_POSTS[role]
  const chain: (TypeName | undefined)[] = [type, parentOf(type)?.to]
  const grants = chain.map((one) => one && post?.grants[one])
  // Who has nothing to do with it sees none of its fields, whichever classes they see elsewhere.
  return JSON.stringify(post?.grants[type] ? [grants, post.sees] : null)
}

const DISTANCES: readonly string[] = [
  'own',
  'of somebody below',
  "another team's",
  "the house's",
  "another firm's",
  'nowhere',
]

/** Whether a record at that distance is met at a type. */
export const isMetAt = (type: TypeName, whose: string): boolean => !isBounded(type) || DISTANCES.includes(whose)

/** Whether a reference to one is tried there. */
export const isTriedAt = (type: TypeName, whose: string): boolean =>
  !isBounded(type) || whose === "another team's" || whose === "another firm's"

/** One of each sort, where that is enough. */
export const someAt = <T>(type: TypeName, all: readonly T[], sortOf: (one: T) => unknown): readonly T[] =>
  isBounded(type) ? [...new Map(all.toReversed().map((one) => [sortOf(one), one])).values()] : all
