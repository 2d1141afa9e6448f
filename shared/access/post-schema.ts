import { z } from 'zod'
import { FIELD_CLASSES } from '#shared/record/field.ts'
import type { TypeName } from '#shared/trade/index.ts'
import type { OwnPost } from './firm-posts.ts'
import { type Grants, VERBS, type Verb } from './grant.ts'
import { covers, GRANTED_TYPES, scopesOf, verbsOf } from './grantable.ts'
import { STANDARD_POSTS } from './standard-posts.ts'

/** At most so many posts that a firm has added, and so many letters of all that it has changed. */
export const OWN_POSTS_MAX = 20
export const POSTS_CHARACTERS_MAX = 60_000

const name = z.string().trim().min(1).max(40)

const grantsOf = (type: TypeName) =>
  z.strictObject(
    Object.fromEntries(verbsOf(type).map((verb) => [verb, z.enum(scopesOf(type)).optional()])) as {
      [V in Verb]?: z.ZodOptional<z.ZodEnum>
    },
  )

/**
 * The key of a post: one of the standard ones, or `own_…`. What a firm adds can so never be called like a standing or
 * a post that processes name, as `owner` or `finance_lead`.
 */
export const PostKey = z
  .string()
  .refine((key) => Object.hasOwn(STANDARD_POSTS, key) || /^own_[a-z0-9_]{1,36}$/.test(key), {
    error: 'post_key',
  })

/**
 * A post as an administrator wants it, checked whole: only types, verbs, scopes and classes that there are, and nobody
 * may do what they do not see. A post that the firm adds has a name in both languages; a standard one keeps its own.
 */
export const PostBody = z
  .strictObject({
    key: PostKey,
    label: z.strictObject({ en: name, zh: name }).optional(),
    grants: z.strictObject(Object.fromEntries(GRANTED_TYPES.map((type) => [type, grantsOf(type).optional()]))),
    sees: z.array(z.enum(FIELD_CLASSES)).max(FIELD_CLASSES.length),
  })
  .superRefine(({ key, label, grants, sees }, context) => {
    const issue = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message })
    const own = !Object.hasOwn(STANDARD_POSTS, key)
    if (own && !label) issue(['label'], 'required')
    if (!own && label) issue(['label'], 'fixed')
    if (new Set(sees).size < sees.length) issue(['sees'], 'twice')
    for (const [type, verbs] of Object.entries(grants) as [string, Grants | undefined][]) {
      for (const verb of unseenVerbs(verbs ?? {})) issue(['grants', type, verb], 'beyond_view')
    }
  })

/** What somebody could do with records that they do not see: they would be told that it is not there. */
export const unseenVerbs = (grants: Grants): Verb[] =>
  VERBS.filter((verb) => {
    const scope = grants[verb]
    if (scope === undefined || verb === 'view') return false
    // What one makes one may give to others: making it takes that one sees some.
    return verb === 'create' ? grants.view === undefined : !covers(grants.view, scope)
  })

/** The same post always as the same data: in the order of the template, with nothing empty in it. */
export function canonical({ label, grants, sees }: OwnPost): OwnPost {
  const kept = GRANTED_TYPES.flatMap((type) => {
    const verbs = VERBS.flatMap((verb) => {
      const scope = grants[type]?.[verb]
      return scope === undefined ? [] : [[verb, scope] as const]
    })
    return verbs.length > 0 ? [[type, Object.fromEntries(verbs)] as const] : []
  })
  return {
    ...(label ? { label: { en: label.en, zh: label.zh } } : {}),
    grants: Object.fromEntries(kept),
    sees: FIELD_CLASSES.filter((one) => sees.includes(one)),
  }
}
