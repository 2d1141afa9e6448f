import type { Post } from './grant.ts'
import { STANDARD_POSTS } from './standard-posts.ts'

/**
 * The posts of a firm as data: the standard ones, but for those that the firm has changed, and those that it has
 * added. What is here goes before the standard post of the same key.
 */
export type FirmPosts = Readonly<Record<string, OwnPost>>

/** A post as a firm keeps it. One that it has added has a name of its own; a standard post keeps its name. */
export interface OwnPost extends Post {
  readonly label?: { readonly en: string; readonly zh: string }
}

/** A firm that has changed nothing. */
export const STANDARD_FIRM: FirmPosts = {}

/**
 * The post of that key in a firm; undefined when there is none, whatever every JavaScript object is called by. Its duties are the
 * standard post's whatever the firm has made of it: the law asks for somebody who looks after people's data.
 */
export function postOf(key: string, firm: FirmPosts): OwnPost | undefined {
  const standard = Object.hasOwn(STANDARD_POSTS, key) ? STANDARD_POSTS[key] : undefined
  if (!Object.hasOwn(firm, key)) return standard
  return standard?.duties ? { ...(firm[key] as OwnPost), duties: standard.duties } : firm[key]
}
