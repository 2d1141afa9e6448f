import type { FieldClass } from '#shared/record/field.ts'
import type { TypeName } from '#shared/trade/index.ts'
import type { Duty, Scope, Verb } from './grant.ts'
import { STANDARD_POSTS } from './standard-posts.ts'
import { INVOLVED, OWN, type Standing, SUBTREE, TEAM } from './standing.ts'

/** What a person may see and do: that of all their posts together. */
export interface Access {
  /** Equal for people with equal rights. */
  readonly key: string
  /** The keys of the posts. */
  readonly roles: readonly string[]
  /** The classes of fields they see. */
  readonly sees: ReadonlySet<FieldClass>
  readonly duties: ReadonlySet<Duty>
  /** How far they may do something: the standings reached, 0 for none, null for every record of the firm. */
  readonly reach: (type: TypeName, verb: Verb) => Standing | null
}

/** The access of somebody with these posts. A post that the firm does not know allows nothing. */
export function accessOf(roles: readonly string[]): Access {
  const key = JSON.stringify([...new Set(roles)].sort())
  let access = KNOWN.get(key)
  if (!access) {
    access = worked(key, roles)
    KNOWN.set(key, access)
  }
  return access
}

/** Firms have some dozens of sets of posts; working one out for every request would cost more than all checks. */
const KNOWN = new Map<string, Access>()

function worked(key: string, roles: readonly string[]): Access {
  const posts = roles.flatMap((role) => (Object.hasOwn(STANDARD_POSTS, role) ? [STANDARD_POSTS[role]] : []))
  const reaches = new Map<string, Standing | null>()
  return {
    key,
    roles,
    sees: new Set(posts.flatMap((post) => post?.sees ?? [])),
    duties: new Set(posts.flatMap((post) => post?.duties ?? [])),
    reach(type, verb) {
      const name = `${type} ${verb}`
      let reach = reaches.get(name)
      if (reach === undefined) {
        const scopes = posts.flatMap((post): Scope[] => {
          const scope = post?.grants[type]?.[verb]
          return scope ? [scope] : []
        })
        reach = reachOf(new Set(scopes))
        reaches.set(name, reach)
      }
      return reach
    },
  }
}

/** What a scope reaches. One's own record is within every scope. */
const REACH: Readonly<Record<Exclude<Scope, 'all'>, Standing>> = {
  own: OWN,
  involved: OWN | INVOLVED,
  team: OWN | TEAM,
  subtree: OWN | SUBTREE,
}

/** The standings that a set of scopes reaches; null when it reaches every record of the firm. */
function reachOf(scopes: ReadonlySet<Scope>): Standing | null {
  let reach = 0
  for (const scope of scopes) {
    if (scope === 'all') return null
    reach |= REACH[scope]
  }
  return reach
}

/** Whether a person may do something with a record they stand to like this. */
export function may(access: Access, type: TypeName, verb: Verb, standing: Standing | undefined): boolean {
  const reach = access.reach(type, verb)
  return reach === null || (reach & (standing ?? 0)) !== 0
}

/** Whether a person may do something with any record at all of a type. */
export const mayAtAll = (access: Access, type: TypeName, verb: Verb): boolean => access.reach(type, verb) !== 0
