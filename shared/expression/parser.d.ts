import type { Node, Span } from './ast.ts'

/** The parser that peggy made from `grammar.peggy`. Throws a {@link SyntaxError} of its own. */
export function parse(source: string): Node

declare class Misread extends Error {
  readonly found: string | null
  readonly location: { readonly start: Pick<Span, 'offset'> }
}

export { Misread as SyntaxError }
