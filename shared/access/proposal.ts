import type { OwnPost } from './firm-posts.ts'

/** A change of who may do what, as it waits for a second person. `before` is what its proposer saw. */
export type AccessChange =
  /** `after` is null for the standard post again, or for one that the firm had added and gives up. */
  | { readonly kind: 'post'; readonly key: string; readonly before: OwnPost | null; readonly after: OwnPost | null }
  | {
      readonly kind: 'roles'
      readonly user: string
      readonly before: readonly string[]
      readonly after: readonly string[]
    }

export const aboutOf = (change: AccessChange): string =>
  change.kind === 'post' ? `post:${change.key}` : `user:${change.user}`

/** How long somebody who is alone waits before they may confirm what they themselves proposed. */
export const ALONE_WAIT_MS = 24 * 3_600_000

export type Consent =
  /** `alone`: there is nobody else who could, and the time is over. */
  | { readonly kind: 'agrees' | 'alone' }
  /** It is another's to agree: `own` proposal, or the `subject` of it. */
  | { readonly kind: 'own' | 'subject' }
  | { readonly kind: 'waits'; readonly until: number }

/**
 * Whether somebody who keeps the firm's access may agree to a proposal. `keepers` are the ids of everybody active who
 * may. Nobody agrees to what they proposed, nor to what they get by it, as long as there is somebody else; whoever is the
 * only one waits a day. Who is taken the post from as the only other one has to agree: or a firm's two would be one
 * after a day.
 */
export function consentOf(
  { proposedBy, proposedAt, change }: { proposedBy: string; proposedAt: number; change: AccessChange },
  decider: string,
  keepers: readonly string[],
  now: number,
): Consent {
  const others = keepers.filter((id) => id !== proposedBy)
  const subject = change.kind === 'roles' ? change.user : null
  if (decider !== proposedBy) {
    const isSubject = decider === subject && others.some((id) => id !== subject)
    return { kind: isSubject ? 'subject' : 'agrees' }
  }
  if (others.length > 0) return { kind: 'own' }
  const until = proposedAt + ALONE_WAIT_MS
  return now < until ? { kind: 'waits', until } : { kind: 'alone' }
}

/** A member of staff as far as it matters here. */
export interface Holder {
  readonly id: string
  readonly roles: readonly string[]
  readonly active: boolean
}

/** Whether somebody who may propose is left when one has other posts. */
export const leavesProposer = (
  staff: readonly Holder[],
  user: string,
  after: readonly string[],
  mayPropose: (roles: readonly string[]) => boolean,
): boolean => staff.some(({ id, roles, active }) => active && mayPropose(id === user ? after : roles))
