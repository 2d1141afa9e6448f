import type { Text } from '#shared/i18n/language.ts'
import type { Node, Span } from './ast.ts'
import type { Walk } from './names.ts'
import { KIND_WORDS, type ProblemCode } from './problems.ts'
import type { FactKind, FactSchema } from './schema.ts'
import type { Term } from './term.ts'

/** What the checks of the kinds of node ask of one another. Null is what has been refused already. */
export interface Checker {
  readonly schema: FactSchema
  /** The lists that are being walked here, the outermost first. */
  readonly walks: readonly Walk[]
  value(node: Node): Term | null
  condition(node: Node): Term | null
  /** The same inside one more list. */
  within(walk: Walk): Checker
  /** Remembers that a record or a bare name is read. */
  reads(name: string): void
  refuse(at: Span, code: ProblemCode, values?: Readonly<Record<string, string | number | Text>>): null
}

/** A value of one of the kinds; what has another kind is refused. */
export function ofKind(checker: Checker, node: Node, ...kinds: readonly [FactKind, ...FactKind[]]): Term | null {
  const term = checker.value(node)
  if (!term || kinds.includes(term.kind)) return term
  return checker.refuse(term.at, 'kind', { expected: KIND_WORDS[kinds[0]], kind: KIND_WORDS[term.kind] })
}

/** What people call a record. */
export function recordWord(schema: FactSchema, record: string): string | Text {
  return schema.records[record]?.label ?? record
}
