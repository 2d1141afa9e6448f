import type { FieldClass } from '#shared/record/field.ts'
import type { TypeName } from '#shared/trade/index.ts'
import { type FirmPosts, postOf, STANDARD_FIRM } from './firm-posts.ts'
import type { Duty, Scope, Verb } from './grant.ts'
import { INVOLVED, OWN, type Standing, SUBTREE, TEAM } from './standing.ts'

/** What a person may see and do: that of all their posts together. */
export interface Access {
  /** Equal for people who see equal classes of fields, whatever posts they have. */
  readonly key: string
  /** The keys of the posts. */
  readonly roles: readonly string[]
  /** The classes of fields they see. */
  readonly sees: ReadonlySet<FieldClass>
  readonly duties: ReadonlySet<Duty>
  /** How far they may do something: the standings reached, 0 for none, null for every record of the firm. */
  readonly reach: (type: TypeName, verb: Verb) => Standing | null
}

/** The access of somebody with these posts, as their firm has them. A post that the firm does not know allows nothing. */
export function accessOf(roles: readonly string[], firm: FirmPosts = STANDARD_FIRM): Access {
  const known = KNOWN.get(firm) ?? new Map<string, Access>()
  KNOWN.set(firm, known)
  const key = JSON.stringify([...new Set(roles)].sort())
  let access = known.get(key)
  if (!access) {
    access = worked(roles, firm)
    if (known.size >= SETS_MAX) known.clear()
    known.set(key, access)
  }
  return access
}

/** Firms have some dozens of sets of posts; working one out for every request would cost more than all checks. */
const KNOWN = new WeakMap<FirmPosts, Map<string, Access>>()
const SETS_MAX = 1_000

function worked(roles: readonly string[], firm: FirmPosts): Access {
  const posts = roles.flatMap((role) => postOf(role, firm) ?? [])
  const sees = new Set(posts.flatMap((post) => post.sees))
  const reaches = new Map<string, Standing | null>()
  return {
    key: [...sees].sort().join(),
    roles,
    sees,
    duties: new Set(posts.flatMap((post) => post.duties ?? [])),
    reach(type, verb) {
      const name = `${type} ${verb}`
      let reach = reaches.get(name)
      if (reach === undefined) {
        const scopes = posts.flatMap((post): Scope[] => {
          const scope = post.grants[type]?.[verb]
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
