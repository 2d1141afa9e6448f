/**
 * Who decides on posts: by the names of these two posts and not by what they grant, so that no change of a post can
 * take it from everybody. Administrators propose; whoever has either post agrees.
 */
const PROPOSERS: readonly string[] = ['admin']
const KEEPERS: readonly string[] = ['admin', 'gm']

export const mayPropose = (roles: readonly string[]): boolean => roles.some((role) => PROPOSERS.includes(role))

/** May see the posts of the firm, agree to a change, and look at a customer as somebody else sees it. */
export const keepsAccess = (roles: readonly string[]): boolean => roles.some((role) => KEEPERS.includes(role))
