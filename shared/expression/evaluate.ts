import { Exact } from '#shared/money/exact.ts'
import type { Span } from './ast.ts'
import { arithmetic, compared, contains, daysBetween, isDecimal, isEmpty, type Moment, shifted } from './calculate.ts'
import type { Compiled } from './compile.ts'
import { decimal, factOfValue, isRow, rowsOf, type Value, valueOfFact } from './facts.ts'
import { type ExpressionProblem, KIND_WORDS, LIMIT_WORDS, LIMITS, type ProblemCode, problemAt } from './problems.ts'
import type { FactRow, Facts, FactValue } from './schema.ts'
import type { Term, TermOf } from './term.ts'

export type { Moment }

/** Whether a condition holds. Never throws: what cannot be worked out is a problem, with its place. */
export function evaluateCondition(expression: Compiled, facts: Facts, at: Moment): boolean | ExpressionProblem {
  return run(expression, facts, at, (value) => value === true)
}

/** The value of an expression, null for nothing: numbers as decimal strings, dates as text, instants in ms. */
export function evaluateValue(expression: Compiled, facts: Facts, at: Moment): FactValue | ExpressionProblem {
  return run(expression, facts, at, factOfValue)
}

function run<Result>(
  { source, term }: Compiled,
  facts: Facts,
  at: Moment,
  answer: (value: Value) => Result,
): Result | ExpressionProblem {
  try {
    return answer(worth(term, null, { facts, at, whole: term.at, steps: 0 }))
  } catch (stop) {
    if (!(stop instanceof Stop)) throw stop
    return problemAt(source, stop.at, stop.code, stop.values)
  }
}

/** Ends an evaluation from inside; it never leaves {@link run}. */
class Stop {
  readonly at: Span
  readonly code: ProblemCode
  readonly values: Parameters<typeof problemAt>[3]

  constructor(at: Span, code: ProblemCode, values: Parameters<typeof problemAt>[3] = {}) {
    this.at = at
    this.code = code
    this.values = values
  }
}

interface Run {
  readonly facts: Facts
  readonly at: Moment
  readonly whole: Span
  steps: number
}

/** The elements that the walks around stand at, the innermost first. */
interface Standing {
  readonly record: string
  readonly row: FactRow
  readonly outer: Standing | null
}

function worth(term: Term, standing: Standing | null, run: Run): Value {
  step(run)
  const value = (term: Term) => worth(term, standing, run)
  switch (term.is) {
    case 'constant':
      return term.kind === 'number' ? decimal(String(term.value)) : term.value
    case 'field':
      return fieldValue(term, standing, run)
    case 'and':
      return term.terms.every((part) => value(part) === true)
    case 'or':
      return term.terms.some((part) => value(part) === true)
    case 'not':
      return value(term.operand) !== true
    case 'compare':
      return compared(term.op, value(term.left), value(term.right), run.at)
    case 'in':
      return isMember(term, value, run.at) !== term.negated
    case 'contains':
      return contains(value(term.left), value(term.right))
    case 'empty':
      return isEmpty(value(term.operand)) !== term.negated
    case 'absent':
      return !rowsOf(run.facts, term.record).some(isRow) !== term.negated
    case 'arithmetic':
      return inRange(arithmetic(term.op, value(term.left), value(term.right)), term.at)
    case 'negative': {
      const operand = value(term.operand)
      return isDecimal(operand) ? operand.neg() : null
    }
    case 'shift':
      return shifted(term.kind, value(term.operand), value(term.by), term.sign)
    case 'any':
    case 'all':
    case 'count':
    case 'sum':
    case 'min':
    case 'max':
      return walked(term, standing, run)
    case 'if':
      return value(term.condition) === true ? value(term.yes) : value(term.no)
    case 'days_between':
      return daysBetween(value(term.from), value(term.to), run.at)
    case 'today':
      return run.at.today
    case 'now':
      return run.at.now
  }
}

function step(run: Run): void {
  if (++run.steps > LIMITS.steps) throw new Stop(run.whole, 'too_long', { limit: LIMIT_WORDS.steps })
}

function fieldValue({ record, field, kind, at }: TermOf<'field'>, standing: Standing | null, run: Run): Value {
  let near = standing
  while (near && near.record !== record) near = near.outer
  const row = record === null ? run.facts.fields : (near?.row ?? rowsOf(run.facts, record)[0] ?? {})
  const value = valueOfFact(Object.hasOwn(row, field) ? row[field] : null, kind)
  if (value !== undefined) return value
  const name = record === null ? field : `${record}.${field}`
  throw new Stop(at, 'fact', { name, kind: KIND_WORDS[kind] })
}

type Walk = TermOf<'any'> | TermOf<'all'> | TermOf<'count'> | TermOf<'sum'> | TermOf<'min'> | TermOf<'max'>

/** Of nothing: `all` holds, `any` does not, the count and the sum are 0, the least and the greatest are nothing. */
function walked(term: Walk, outer: Standing | null, run: Run): Value {
  let count = 0
  let best: Value = term.is === 'sum' ? new Exact(0) : null
  for (const row of rowsOf(run.facts, term.list)) {
    step(run)
    if (!isRow(row)) continue
    const standing = { record: term.list, row, outer }
    if (term.where && worth(term.where, standing, run) !== true) continue
    count++
    if (term.is === 'count') continue
    const value = worth(term.body, standing, run)
    if (term.is === 'any' || term.is === 'all') {
      if ((value === true) === (term.is === 'any')) return term.is === 'any'
    } else if (value !== null) best = better(term, best, value, run)
  }
  if (term.is === 'any' || term.is === 'all') return term.is === 'all'
  return term.is === 'count' ? new Exact(count) : best
}

/** The sum so far, or the better of two. */
function better({ is, at }: Walk, best: Value, value: Value, run: Run): Value {
  if (is === 'sum') return inRange(arithmetic('+', best, value), at)
  return best === null || compared(is === 'min' ? '<' : '>', value, best, run.at) ? value : best
}

function isMember({ left, right }: TermOf<'in'>, value: (term: Term) => Value, at: Moment): boolean {
  const one = value(left)
  if (!('is' in right)) return right.some((item) => compared('=', one, value(item), at))
  return contains(value(right), one)
}

function inRange(number: Value | undefined, at: Span): Value {
  if (number === undefined) throw new Stop(at, 'number_range')
  return number
}
