import type { Node, NodeOf } from './ast.ts'
import { alike } from './check-comparison.ts'
import { refuseUnknown } from './check-path.ts'
import { type Checker, ofKind } from './checker.ts'
import { listsIn } from './lists.ts'
import { underRecord } from './names.ts'
import { KIND_WORDS } from './problems.ts'
import type { Term } from './term.ts'

/** How each function is written. A function with `where` walks a list. */
const FORMS = {
  count: 'count(sample where status = …)',
  sum: 'sum(line.quantity where …)',
  min: 'min(line.quantity where …)',
  max: 'max(line.quantity where …)',
  all: 'all(sample.status = … where …)',
  any: 'any(sample.status = … where …)',
  if: 'if(condition, value, value)',
  days_between: 'days_between(date, date)',
  today: 'today()',
  now: 'now()',
} as const

type FunctionName = keyof typeof FORMS

const isFunction = (name: string): name is FunctionName => Object.hasOwn(FORMS, name)

export function checkCall(node: NodeOf<'call'>, checker: Checker): Term | null {
  const { name, args, where, at } = node
  if (!isFunction(name)) return checker.refuse({ ...at, length: name.length }, 'unknown_function', { name })
  const [first, second, third] = args
  const given = `${args.length}${where ? ' where' : ''}`
  switch (name) {
    case 'today':
    case 'now':
      if (given === '0') return { is: name, kind: name === 'today' ? 'date' : 'instant', at }
      break
    case 'days_between':
      if (first && second && given === '2') return checkDaysBetween(first, second, node, checker)
      break
    case 'if':
      if (first && second && third && given === '3') return checkIf(first, second, third, node, checker)
      break
    case 'count':
      if (first && args.length === 1) return checkCount(first, node, checker)
      break
    default:
      if (first && args.length === 1) return checkWalk(name, first, node, checker)
  }
  return checker.refuse(at, 'arguments', { form: FORMS[name] })
}

function checkDaysBetween(first: Node, second: Node, { at }: NodeOf<'call'>, checker: Checker): Term | null {
  const [from, to] = [ofKind(checker, first, 'date', 'instant'), ofKind(checker, second, 'date', 'instant')]
  return from && to && { is: 'days_between', kind: 'number', from, to, at }
}

function checkIf(first: Node, second: Node, third: Node, { at }: NodeOf<'call'>, checker: Checker): Term | null {
  const condition = checker.condition(first)
  const branches = alike(checker.value(second), checker.value(third), checker)
  if (!condition || !branches) return null
  const [yes, no] = branches
  if (yes.kind === no.kind) return { is: 'if', kind: yes.kind, condition, yes, no, at }
  // A choice or a text is a text; but a day and an instant have nothing in common.
  if (yes.kind === 'date' || no.kind === 'date')
    return checker.refuse(no.at, 'kind', { expected: KIND_WORDS[yes.kind], kind: KIND_WORDS[no.kind] })
  return { is: 'if', kind: 'text', condition, yes, no, at }
}

function checkCount(list: Node, { where, at }: NodeOf<'call'>, checker: Checker): Term | null {
  if (list.kind !== 'path') return checker.refuse(list.at, 'arguments', { form: FORMS.count })
  const meaning = underRecord(list.names, checker.schema)
  if (meaning.is === 'unknown') return refuseUnknown(list, meaning, checker)
  if (meaning.is !== 'record' || !checker.schema.records[meaning.record]?.many)
    return checker.refuse(list.at, 'not_a_list', { name: list.names.join('.') })
  const { record } = meaning
  checker.reads(record)
  const filter = where && checker.within({ record, bare: true }).condition(where)
  return where && !filter ? null : { is: 'count', kind: 'number', list: record, where: filter, at }
}

type Walking = 'sum' | 'min' | 'max' | 'all' | 'any'

/** The list is the one that the body names. An inner walk of a list that is walked already begins it anew. */
function checkWalk(is: Walking, node: Node, { where, at }: NodeOf<'call'>, checker: Checker): Term | null {
  const named = listsIn(node, checker, true)
  const fresh = named.filter((list) => !checker.walks.some(({ record }) => record === list))
  const [list, other] = fresh.length > 0 ? fresh : named
  if (list === undefined) return checker.refuse(node.at, 'no_list')
  if (other !== undefined) return checker.refuse(node.at, 'several_lists', { names: `${list}, ${other}` })
  const inside = checker.within({ record: list, bare: true })
  const filter = where && inside.condition(where)
  const body = bodyOf(is, node, inside)
  if (!body || (where && !filter)) return null
  return is === 'all' || is === 'any'
    ? { is, kind: 'boolean', list, where: filter, body, at }
    : { is, kind: body.kind, list, where: filter, body, at }
}

function bodyOf(is: Walking, node: Node, inside: Checker): Term | null {
  if (is === 'all' || is === 'any') return inside.condition(node)
  return is === 'sum' ? ofKind(inside, node, 'number') : ofKind(inside, node, 'number', 'date', 'instant')
}
