import type { Node } from './ast.ts'
import type { Checker } from './checker.ts'
import { meaningOf } from './names.ts'

/** Functions that walk a list themselves: what is inside them is their own affair. */
export const AGGREGATES: ReadonlySet<string> = new Set(['count', 'sum', 'min', 'max', 'all', 'any'])

/**
 * The lists whose elements a node names, each once, in the order of the text. A condition inside a value stands for
 * itself and is looked into only for an aggregate (`deep`), whose whole body is about one element.
 */
export function listsIn(node: Node, checker: Checker, deep: boolean): string[] {
  const found = new Set<string>()
  const visit = (node: Node): void => {
    switch (node.kind) {
      case 'path': {
        const meaning = meaningOf(node.names, checker.walks, checker.schema)
        if (meaning.is !== 'field' && meaning.is !== 'record') return
        if (meaning.record !== null && checker.schema.records[meaning.record]?.many) found.add(meaning.record)
        return
      }
      case 'call':
        if (!AGGREGATES.has(node.name)) for (const argument of node.args) visit(argument)
        return
      case 'arithmetic':
        visit(node.left)
        visit(node.right)
        return
      case 'negative':
        visit(node.operand)
        return
      default:
        if (deep) for (const part of conditionParts(node)) visit(part)
    }
  }
  visit(node)
  return [...found]
}

function conditionParts(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'compare':
    case 'in':
    case 'contains':
      return [node.left, node.right]
    case 'empty':
      return [node.left]
    case 'not':
      return [node.operand]
    case 'and':
    case 'or':
      return node.terms
    default:
      return []
  }
}
