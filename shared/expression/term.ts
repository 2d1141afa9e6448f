import type { Comparator, Span } from './ast.ts'
import type { FactKind, FactValue } from './schema.ts'

/**
 * An expression whose names and kinds are known. Every list is walked by somebody: where a comparison goes through a
 * list by itself, an `any` that nobody wrote stands around it (`implied`).
 */
export type Term = TermShape & { readonly at: Span; readonly kind: FactKind }

type TermShape =
  | { readonly is: 'constant'; readonly value: FactValue }
  | FieldShape
  | { readonly is: 'compare'; readonly op: Comparator; readonly left: Term; readonly right: Term }
  | { readonly is: 'in'; readonly negated: boolean; readonly left: Term; readonly right: Term | readonly Term[] }
  | { readonly is: 'contains'; readonly left: Term; readonly right: Term }
  | { readonly is: 'empty'; readonly negated: boolean; readonly operand: Term }
  | { readonly is: 'absent'; readonly negated: boolean; readonly record: string }
  | { readonly is: 'not'; readonly operand: Term }
  | { readonly is: 'and' | 'or'; readonly terms: readonly Term[] }
  | { readonly is: 'arithmetic'; readonly op: '+' | '-' | '*' | '/'; readonly left: Term; readonly right: Term }
  | { readonly is: 'negative'; readonly operand: Term }
  /** A date by days, an instant by milliseconds; `by` is a number. */
  | { readonly is: 'shift'; readonly sign: 1 | -1; readonly operand: Term; readonly by: Term }
  | {
      readonly is: 'any' | 'all'
      readonly list: string
      readonly where: Term | null
      readonly body: Term
      readonly implied?: true
    }
  | { readonly is: 'count'; readonly list: string; readonly where: Term | null }
  | { readonly is: 'sum' | 'min' | 'max'; readonly list: string; readonly where: Term | null; readonly body: Term }
  | { readonly is: 'if'; readonly condition: Term; readonly yes: Term; readonly no: Term }
  | { readonly is: 'days_between'; readonly from: Term; readonly to: Term }
  | { readonly is: 'today' | 'now' }

/** `record` is null for a bare name; of a list it is the element that the nearest walk around it stands at. */
export interface FieldShape {
  readonly is: 'field'
  readonly record: string | null
  readonly field: string
}

export type TermOf<Is extends Term['is']> = Term & { readonly is: Is }
