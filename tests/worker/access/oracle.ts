import type { Scope, Verb } from '#shared/access/grant.ts'
import { STANDARD_POSTS } from '#shared/access/standard-posts.ts'
import type { FieldClass } from '#shared/record/field.ts'
import type { TypeName } from '#shared/trade/index.ts'
import type { Role } from '#shared/trade/user.ts'
import { canariesIn, type Nest } from './canaries.ts'
import type { LargeFirm } from './large-firm.ts'
import { type Nearness, nearness, type Plant } from './plants.ts'

/** What should be, by the table of posts and what was planted alone: no bits, no SQL. */
const REACHED: Readonly<Record<Scope, readonly Nearness[]>> = {
  own: ['own'],
  involved: ['own', 'involved'],
  team: ['own', 'team'],
  subtree: ['own', 'below'],
  all: ['own', 'involved', 'team', 'below', 'none'],
}

const scopeOf = (role: Role, type: TypeName, verb: Verb): Scope | undefined =>
  STANDARD_POSTS[role]?.grants[type]?.[verb]

export const allowed = (role: Role, type: TypeName, verb: Verb, near: Nearness): boolean => {
  const scope = scopeOf(role, type, verb)
  return scope !== undefined && REACHED[scope].includes(near)
}

export const allowedAtAll = (role: Role, type: TypeName, verb: Verb): boolean => scopeOf(role, type, verb) !== undefined

/** Whether a post does something with its own only: what it makes is then its maker's. */
export const makesOwn = (role: Role, type: TypeName): boolean => scopeOf(role, type, 'create') !== 'all'

export const sees = (role: Role, plant: Plant): boolean => allowed(role, plant.type, 'view', nearness(plant, role))

export const seesField = (role: Role, { access }: { readonly access?: FieldClass | undefined }): boolean =>
  access === undefined || (STANDARD_POSTS[role]?.sees.includes(access) ?? false)

/** The canaries in an answer that this reader must never see; those that they sent themselves are no news. */
export function leaks(firm: LargeFirm, role: Role | null, text: string, sent = ''): Nest[] {
  const own = canariesIn(sent)
  return [...canariesIn(text)].flatMap(([name, nest]) => (own.has(name) || isForThem(firm, role, nest) ? [] : [nest]))
}

function isForThem({ tenantId, plants }: LargeFirm, role: Role | null, nest: Nest): boolean {
  if (role === null || nest.tenant !== tenantId || !seesField(role, nest)) return false
  // Whoever made it since then: only what was planted has canaries.
  const plant = byId(plants).get(nest.id)
  return plant !== undefined && sees(role, plant)
}

const INDEXES = new WeakMap<readonly Plant[], Map<string, Plant>>()

function byId(plants: readonly Plant[]): Map<string, Plant> {
  const index = INDEXES.get(plants) ?? new Map(plants.map((plant) => [plant.id, plant]))
  INDEXES.set(plants, index)
  return index
}
