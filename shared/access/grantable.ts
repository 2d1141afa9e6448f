import type { RecordType } from '#shared/record/record-type.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'
import { SCOPES, type Scope, VERBS, type Verb } from './grant.ts'
import { STANDARD_POSTS } from './standard-posts.ts'

/** The types of which something can be granted, in the order of the template. */
export const GRANTED_TYPES = Object.keys(TYPES) as TypeName[]

/**
 * The verbs that can be granted of a type: those that some standard post has. A grant that nothing asks for would say
 * something that is not so.
 */
export const verbsOf = (type: TypeName): readonly Verb[] =>
  VERBS.filter((verb) => Object.values(STANDARD_POSTS).some((post) => post?.grants[type]?.[verb] !== undefined))

/** How far it can be granted: what belongs to nobody in particular is everybody's or nobody's. */
export const scopesOf = (type: TypeName): readonly Scope[] => {
  const { belongs }: RecordType = TYPES[type]
  return belongs ? SCOPES : ['all']
}

/** Whether one scope reaches everything that another does. One's own is within every scope. */
export const covers = (wide: Scope | undefined, narrow: Scope): boolean =>
  wide === 'all' || wide === narrow || (wide !== undefined && narrow === 'own')
