import { isDate } from '#shared/time/civil-date.ts'
import type { Node, NodeOf } from './ast.ts'
import { type Checker, ofKind } from './checker.ts'
import { meaningOf } from './names.ts'
import { KIND_WORDS } from './problems.ts'
import type { FactKind } from './schema.ts'
import type { Term } from './term.ts'

export function checkCompare({ op, left, right, at }: NodeOf<'compare'>, checker: Checker): Term | null {
  const pair = alike(checker.value(left), checker.value(right), checker)
  if (!pair) return null
  const [one, other] = pair
  if (!isChoiceOf(one, other, checker) || !isChoiceOf(other, one, checker)) return null
  const ordered = op === '=' || op === '!=' || (ORDERED.has(one.kind) && ORDERED.has(other.kind))
  if (!ordered) return checker.refuse(at, 'no_order', { kind: KIND_WORDS[one.kind] })
  return { is: 'compare', kind: 'boolean', op, left: one, right: other, at }
}

export function checkIn({ negated, left, right, at }: NodeOf<'in'>, checker: Checker): Term | null {
  const one = checker.value(left)
  if (right.kind === 'list') {
    const items = right.items.flatMap((item) => {
      const [, other] = alike(one, checker.value(item), checker) ?? []
      return one && other && isChoiceOf(one, other, checker) ? [other] : []
    })
    if (!one || items.length < right.items.length) return null
    return { is: 'in', kind: 'boolean', negated, left: one, right: items, at }
  }
  const many = ofKind(checker, right, 'texts')
  if (!one || !many || !isOneOfMany(many, one, checker)) return null
  return { is: 'in', kind: 'boolean', negated, left: one, right: many, at }
}

export function checkContains({ left, right, at }: NodeOf<'contains'>, checker: Checker): Term | null {
  const whole = ofKind(checker, left, 'texts', 'text', 'choice')
  const part = ofKind(checker, right, 'text', 'choice')
  if (!whole || !part || (whole.kind === 'texts' && !isOneOfMany(whole, part, checker))) return null
  return { is: 'contains', kind: 'boolean', left: whole, right: part, at }
}

/** Of a value, or of a record itself: `contract empty` is that there is none. */
export function checkEmpty({ negated, left, at }: NodeOf<'empty'>, checker: Checker): Term | null {
  const record = recordIn(left, checker)
  if (record !== null) {
    checker.reads(record)
    return { is: 'absent', kind: 'boolean', negated, record, at }
  }
  const operand = checker.value(left)
  return operand && { is: 'empty', kind: 'boolean', negated, operand, at }
}

export function recordIn(node: Node, { walks, schema }: Checker): string | null {
  const meaning = node.kind === 'path' ? meaningOf(node.names, walks, schema) : null
  return meaning?.is === 'record' ? meaning.record : null
}

/** Two values that can be compared; a written text beside a date or an instant is a date. */
export function alike(left: Term | null, right: Term | null, checker: Checker): readonly [Term, Term] | null {
  if (!left || !right) return null
  const [one, other] = [readBeside(right, left, checker), readBeside(left, right, checker)]
  if (!one || !other) return null
  if (FAMILY[one.kind] !== null && FAMILY[one.kind] === FAMILY[other.kind]) return [one, other]
  return checker.refuse(other.at, 'incomparable', { left: KIND_WORDS[one.kind], right: KIND_WORDS[other.kind] })
}

function readBeside({ kind }: Term, term: Term, checker: Checker): Term | null {
  if (term.is !== 'constant' || term.kind !== 'text' || FAMILY[kind] !== 'day') return term
  const value = String(term.value)
  return isDate(value) ? { ...term, kind: 'date' } : checker.refuse(term.at, 'not_a_date', { value })
}

/** Whether something can be in a list of texts; refused if not. */
function isOneOfMany(many: Term, one: Term, checker: Checker): boolean {
  if (FAMILY[one.kind] === 'text') return isChoiceOf(many, one, checker)
  checker.refuse(one.at, 'kind', { expected: KIND_WORDS.text, kind: KIND_WORDS[one.kind] })
  return false
}

/** A written text beside a field with choices has to be one of them. Whether it is; refused if not. */
function isChoiceOf(of: Term, term: Term, checker: Checker): boolean {
  const choices = of.is === 'field' ? factOf(of, checker)?.choices : undefined
  if (!choices || term.is !== 'constant') return true
  const value = String(term.value)
  if (choices.includes(value)) return true
  const some = choices.length > CHOICES_SHOWN ? [...choices.slice(0, CHOICES_SHOWN), '…'] : choices
  checker.refuse(term.at, 'unknown_choice', { value, choices: some.join(', ') })
  return false
}

/** More choices than these are no help in a sentence. */
const CHOICES_SHOWN = 12

function factOf({ record, field }: Term & { is: 'field' }, { schema }: Checker) {
  return record === null ? schema.fields[field] : schema.records[record]?.fields[field]
}

const FAMILY: Readonly<Record<FactKind, string | null>> = {
  text: 'text',
  choice: 'text',
  number: 'number',
  date: 'day',
  instant: 'day',
  boolean: 'boolean',
  texts: null,
}

const ORDERED: ReadonlySet<FactKind> = new Set(['number', 'date', 'instant'])
