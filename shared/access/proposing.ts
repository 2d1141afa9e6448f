import { type FirmPosts, type OwnPost, postOf } from './firm-posts.ts'
import { mayPropose } from './keepers.ts'
import { canonical, OWN_POSTS_MAX, POSTS_CHARACTERS_MAX } from './post-schema.ts'
import { type AccessChange, type Holder, leavesProposer } from './proposal.ts'
import { STANDARD_POSTS } from './standard-posts.ts'

/** Why a change cannot be made: the field of it, and which promise it would break. */
export interface Objection {
  readonly field: string
  readonly code:
    | 'same'
    | 'unknown_post'
    | 'unknown_person'
    | 'twice'
    | 'held'
    | 'last_admin'
    | 'too_many'
    | 'too_large'
    | 'stale'
}

/** The change of a post to what somebody wants; null where it is so already. What equals the standard post is that. */
export function postChange(firm: FirmPosts, key: string, wanted: OwnPost): AccessChange | null {
  const before = known(key, firm)
  const after = canonical(wanted)
  if (same(before, after)) return null
  const standard = known(key, {})
  return { kind: 'post', key, before, after: same(standard, after) ? null : after }
}

/** A standard post as the standard has it, or a post gone that the firm had added; null where there is nothing to undo. */
export const postReset = (firm: FirmPosts, key: string): AccessChange | null =>
  Object.hasOwn(firm, key) ? { kind: 'post', key, before: known(key, firm), after: null } : null

/** The posts of somebody; null where they have just those. */
export function rolesChange(holder: Holder, wanted: readonly string[]): AccessChange | null {
  const after = [...wanted]
  return sameRoles(holder.roles, after) ? null : { kind: 'roles', user: holder.id, before: [...holder.roles], after }
}

/** The posts of a firm with a change made. */
export function changed(firm: FirmPosts, change: AccessChange): FirmPosts {
  if (change.kind === 'roles') return firm
  const { [change.key]: _, ...others } = firm
  return change.after ? { ...others, [change.key]: change.after } : others
}

/**
 * What speaks against a change as things are now: when it is proposed, and again when somebody agrees to it. Nobody is
 * left with a post that there is not, somebody who may propose is always left, and it was made of what is there.
 */
export function objections(change: AccessChange, firm: FirmPosts, staff: readonly Holder[]): Objection[] {
  if (change.kind === 'roles') return rolesObjections(change, firm, staff)
  const { key, before } = change
  if (!same(known(key, firm), before)) return [{ field: 'version', code: 'stale' }]
  const next = changed(firm, change)
  const gone = postOf(key, next) === undefined
  const added = Object.keys(next).filter((one) => !Object.hasOwn(STANDARD_POSTS, one))
  return [
    ...(gone && staff.some(({ roles }) => roles.includes(key)) ? [{ field: 'reset', code: 'held' } as const] : []),
    ...(added.length > OWN_POSTS_MAX ? [{ field: 'post.key', code: 'too_many' } as const] : []),
    ...(JSON.stringify(next).length > POSTS_CHARACTERS_MAX
      ? [{ field: 'post.grants', code: 'too_large' } as const]
      : []),
  ]
}

function rolesObjections(
  { user, before, after }: Extract<AccessChange, { kind: 'roles' }>,
  firm: FirmPosts,
  staff: readonly Holder[],
): Objection[] {
  const holder = staff.find(({ id }) => id === user)
  if (!holder) return [{ field: 'staff.id', code: 'unknown_person' }]
  if (!sameRoles(holder.roles, before)) return [{ field: 'version', code: 'stale' }]
  const unknown = after.some((role) => postOf(role, firm) === undefined)
  return [
    ...(unknown ? [{ field: 'staff.roles', code: 'unknown_post' } as const] : []),
    ...(new Set(after).size < after.length ? [{ field: 'staff.roles', code: 'twice' } as const] : []),
    ...(leavesProposer(staff, user, after, mayPropose) ? [] : [{ field: 'staff.roles', code: 'last_admin' } as const]),
  ]
}

const known = (key: string, firm: FirmPosts): OwnPost | null => {
  const post = postOf(key, firm)
  return post ? canonical(post) : null
}

/** By what they allow, not by how they were written down. */
const same = (a: OwnPost | null, b: OwnPost | null): boolean => JSON.stringify(a) === JSON.stringify(b)

const sameRoles = (a: readonly string[], b: readonly string[]): boolean =>
  JSON.stringify([...a].sort()) === JSON.stringify([...b].sort())
