import type { Node } from './ast.ts'
import { checkArithmetic, checkNegative } from './check-arithmetic.ts'
import { checkCall } from './check-call.ts'
import { checkCompare, checkContains, checkEmpty, checkIn, recordIn } from './check-comparison.ts'
import { checkPath } from './check-path.ts'
import type { Checker } from './checker.ts'
import { listsIn } from './lists.ts'
import type { Walk } from './names.ts'
import { parseExpression } from './parse.ts'
import { type ExpressionProblem, isProblem, KIND_WORDS, LIMITS, problemAt } from './problems.ts'
import type { FactKind, FactSchema } from './schema.ts'
import type { Term } from './term.ts'

/** An expression that has been read, and whose names and kinds fit a schema. Plain data. */
export interface Compiled {
  readonly source: string
  readonly type: FactKind
  /** The records and bare names it reads, each once. */
  readonly reads: readonly string[]
  readonly term: Term
}

export type Compilation =
  | { readonly ok: true; readonly expression: Compiled }
  | { readonly ok: false; readonly problems: ExpressionProblem[] }

/** Reads a source and checks it against what its names can stand for. All problems are told, each with its place. */
export function compileExpression(source: string, schema: FactSchema, expects: 'condition' | 'value'): Compilation {
  const tree = parseExpression(source)
  if (isProblem(tree)) return { ok: false, problems: [tree] }
  const problems: ExpressionProblem[] = []
  const reads = new Set<string>()
  const checker = checkerOf(schema, [], {
    reads: (name) => void reads.add(name),
    refuse: (at, code, values) => {
      if (problems.length < PROBLEMS_MAX) problems.push(problemAt(source, at, code, values))
      return null
    },
  })
  const term = expects === 'condition' ? checker.condition(tree) : checker.value(tree)
  if (!term || problems.length > 0) return { ok: false, problems }
  return { ok: true, expression: { source, type: term.kind, reads: [...reads], term } }
}

/** Nobody reads more of one expression. */
const PROBLEMS_MAX = 20

function checkerOf(schema: FactSchema, walks: readonly Walk[], to: Pick<Checker, 'reads' | 'refuse'>): Checker {
  const checker: Checker = {
    ...to,
    schema,
    walks,
    value: (node) => checkValue(node, checker),
    condition: (node) => checkCondition(node, checker),
    within: (walk) => checkerOf(schema, [...walks, walk], to),
  }
  return checker
}

function checkValue(node: Node, checker: Checker): Term | null {
  const { at } = node
  switch (node.kind) {
    case 'text':
    case 'boolean':
      return { is: 'constant', kind: node.kind, value: node.value, at }
    case 'number':
      if (node.value.replace(/\D/g, '').length > LIMITS.digits)
        return checker.refuse(at, 'digits', { maximum: LIMITS.digits })
      return { is: 'constant', kind: 'number', value: node.value, at }
    case 'duration':
    case 'list':
      return checker.refuse(at, 'kind', { expected: KIND_WORDS.value, kind: KIND_WORDS[node.kind] })
    case 'path':
      return checkPath(node, checker)
    case 'call':
      return checkCall(node, checker)
    case 'arithmetic':
      return checkArithmetic(node, checker)
    case 'negative':
      return checkNegative(node, checker)
    default:
      return checkCondition(node, checker)
  }
}

function checkCondition(node: Node, checker: Checker): Term | null {
  const { at } = node
  switch (node.kind) {
    case 'and':
    case 'or': {
      const terms = node.terms.map((term) => checker.condition(term))
      const sound = terms.filter((term) => term !== null)
      return sound.length < terms.length ? null : { is: node.kind, kind: 'boolean', terms: sound, at }
    }
    case 'not': {
      const operand = checker.condition(node.operand)
      return operand && { is: 'not', kind: 'boolean', operand, at }
    }
    default:
      return checkAtom(node, checker)
  }
}

/** A condition by itself. What it says of a list outside an aggregate it says of any element, the same one throughout. */
function checkAtom(node: Node, checker: Checker): Term | null {
  const lists = atomParts(node, checker).flatMap((part) => listsIn(part, checker, false))
  const loose = [...new Set(lists)].filter((list) => !checker.walks.some(({ record }) => record === list))
  const inside = loose.reduce((outer, record) => outer.within({ record, bare: false }), checker)
  const body = atomTerm(node, inside)
  if (!body) return null
  const { at } = node
  return loose.reduceRight<Term>(
    (body, list) => ({ is: 'any', kind: 'boolean', list, where: null, body, implied: true, at }),
    body,
  )
}

function atomParts(node: Node, checker: Checker): readonly Node[] {
  switch (node.kind) {
    case 'compare':
    case 'in':
    case 'contains':
      return [node.left, node.right]
    case 'empty':
      return recordIn(node.left, checker) === null ? [node.left] : []
    default:
      return [node]
  }
}

function atomTerm(node: Node, checker: Checker): Term | null {
  switch (node.kind) {
    case 'compare':
      return checkCompare(node, checker)
    case 'in':
      return checkIn(node, checker)
    case 'contains':
      return checkContains(node, checker)
    case 'empty':
      return checkEmpty(node, checker)
    default: {
      const term = checker.value(node)
      if (!term || term.kind === 'boolean') return term
      return checker.refuse(node.at, 'condition_expected', { kind: KIND_WORDS[term.kind] })
    }
  }
}
