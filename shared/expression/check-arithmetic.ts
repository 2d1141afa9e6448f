import { Exact } from '#shared/money/exact.ts'
import type { Node, NodeOf, Unit } from './ast.ts'
import { type Checker, ofKind } from './checker.ts'
import { KIND_WORDS } from './problems.ts'
import type { Term } from './term.ts'

/** Numbers with numbers; a date by days; an instant by a length of time. */
export function checkArithmetic(node: NodeOf<'arithmetic'>, checker: Checker): Term | null {
  const { op, at } = node
  const left = checker.value(node.left)
  const moves = op === '+' || op === '-'
  if (moves && (left?.kind === 'date' || left?.kind === 'instant')) {
    const by = left.kind === 'date' ? daysOf(node.right, checker) : lengthOf(node.right, checker)
    return by && { is: 'shift', kind: left.kind, sign: op === '+' ? 1 : -1, operand: left, by, at }
  }
  const right = checker.value(node.right)
  if (!left || !right) return null
  if (left.kind === 'number' && right.kind === 'number')
    return { is: 'arithmetic', kind: 'number', op, left, right, at }
  return checker.refuse(at, 'not_computable', { left: KIND_WORDS[left.kind], right: KIND_WORDS[right.kind] })
}

export function checkNegative({ operand, at }: NodeOf<'negative'>, checker: Checker): Term | null {
  const number = ofKind(checker, operand, 'number')
  return number && { is: 'negative', kind: 'number', operand: number, at }
}

function daysOf(node: Node, checker: Checker): Term | null {
  if (node.kind !== 'duration') return ofKind(checker, node, 'number')
  if (node.unit !== 'd') return checker.refuse(node.at, 'days_only')
  return checker.value({ ...node, kind: 'number', value: node.amount })
}

function lengthOf(node: Node, checker: Checker): Term | null {
  if (node.kind !== 'duration') return checker.value(node) && checker.refuse(node.at, 'unit_missing')
  const amount = checker.value({ ...node, kind: 'number', value: node.amount })
  return amount && { is: 'constant', kind: 'number', value: msOf(node.amount, node.unit), at: node.at }
}

const msOf = (amount: string, unit: Unit): string => new Exact(amount).times(UNIT_MS[unit]).toFixed()

const UNIT_MS: Readonly<Record<Unit, number>> = { min: 60_000, h: 3_600_000, d: 86_400_000 }
