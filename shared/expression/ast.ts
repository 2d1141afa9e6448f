/** Where something stands in a source, in UTF-16 code units from its beginning. */
export interface Span {
  readonly offset: number
  readonly length: number
}

export type Comparator = '=' | '!=' | '<' | '<=' | '>' | '>='
export type Unit = 'min' | 'h' | 'd'

/** What was written, before anybody asked what the names mean. */
export type Node = (
  | Literal
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'duration'; readonly amount: string; readonly unit: Unit }
  | { readonly kind: 'list'; readonly items: readonly (Literal & At)[] }
  | { readonly kind: 'path'; readonly names: readonly string[] }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Node[]; readonly where: Node | null }
  | { readonly kind: 'compare'; readonly op: Comparator; readonly left: Node; readonly right: Node }
  | { readonly kind: 'in'; readonly negated: boolean; readonly left: Node; readonly right: Node }
  | { readonly kind: 'contains'; readonly left: Node; readonly right: Node }
  | { readonly kind: 'empty'; readonly negated: boolean; readonly left: Node }
  | { readonly kind: 'not'; readonly operand: Node }
  | { readonly kind: 'and' | 'or'; readonly terms: readonly Node[] }
  | { readonly kind: 'arithmetic'; readonly op: '+' | '-' | '*' | '/'; readonly left: Node; readonly right: Node }
  | { readonly kind: 'negative'; readonly operand: Node }
) &
  At

/** Text, or a decimal as it was written. */
export type Literal = { readonly kind: 'text' | 'number'; readonly value: string }

interface At {
  readonly at: Span
}

export type NodeOf<Kind extends Node['kind']> = Extract<Node, { readonly kind: Kind }>
