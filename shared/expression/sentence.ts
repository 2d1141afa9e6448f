import { type Language, say } from '#shared/i18n/language.ts'
import { Exact } from '#shared/money/exact.ts'
import type { Compiled } from './compile.ts'
import type { FactSchema } from './schema.ts'
import { constant, factOf, name, record, type Telling } from './sentence-names.ts'
import { COMPARED, EMPTY, EVERY, FUNCTIONS, JOINED, LENGTHS, MOVED, THERE_IS, VALUES } from './sentence-words.ts'
import type { Term, TermOf } from './term.ts'

/** An expression as a person would say it, by the labels of a schema: `Contract signed file is filled in`. */
export function sentenceOf({ term }: Compiled, schema: FactSchema, language: Language): string {
  const sentence = said(term, { schema, language, list: null })
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

function said(term: Term, telling: Telling): string {
  const { language } = telling
  const part = (part: Term) => said(part, telling)
  switch (term.is) {
    case 'constant':
      return constant(term, null, language)
    case 'field':
      return term.kind === 'boolean' ? say(VALUES.isTrue, language, { left: name(term, telling) }) : name(term, telling)
    case 'and':
    case 'or':
      return term.terms.map((part) => inBrackets(part, telling)).join(JOINED[term.is][language])
    case 'not':
      return say(JOINED.not, language, { condition: inBrackets(term.operand, telling) })
    case 'compare':
      return comparison(term, telling)
    case 'in':
      return membership(term, telling)
    case 'contains':
      return say(COMPARED.contains, language, { left: part(term.left), right: against(term.right, term.left, telling) })
    case 'empty':
      return say(EMPTY[term.negated ? 'filled' : 'empty'], language, { left: plain(term.operand, telling) })
    case 'absent':
      return say(THERE_IS[term.negated ? 'some' : 'none'], language, {
        record: record(term.record, telling),
        where: '',
      })
    case 'arithmetic':
      return `${operand(term.left, telling)} ${SIGNS[term.op]} ${operand(term.right, telling)}`
    case 'negative':
      return `−${operand(term.operand, telling)}`
    case 'shift':
      return shift(term, telling)
    case 'any':
    case 'all': {
      const body = said(term.body, { ...telling, list: term.list })
      return say(EVERY[term.is], language, { record: record(term.list, telling), where: where(term, telling), body })
    }
    case 'count':
    case 'sum':
    case 'min':
    case 'max':
      return aggregate(term, telling)
    case 'if':
      return say(FUNCTIONS.if, language, { condition: part(term.condition), yes: part(term.yes), no: part(term.no) })
    case 'days_between':
      return say(FUNCTIONS.days_between, language, { from: part(term.from), to: part(term.to) })
    case 'today':
    case 'now':
      return FUNCTIONS[term.is][language]
  }
}

/** A count that is nothing or something is said as such. */
function comparison(term: TermOf<'compare'>, telling: Telling): string {
  const { op, left, right } = term
  if (left.is === 'count' && right.is === 'constant') {
    const there = THERE[`${op} ${right.value}`]
    const words = { record: record(left.list, telling), where: where(left, telling) }
    if (there) return say(THERE_IS[there], telling.language, words)
  }
  const dated = left.kind === 'date' || left.kind === 'instant'
  const words = COMPARED[dated ? (`day ${op}` as const) : op]
  return say(words, telling.language, {
    left: plain(left, telling),
    right: against(right, left, telling),
  })
}

const THERE: Readonly<Record<string, 'some' | 'none'>> = {
  '= 0': 'none',
  '< 1': 'none',
  '> 0': 'some',
  '!= 0': 'some',
  '>= 1': 'some',
}

function membership({ left, right, negated }: TermOf<'in'>, telling: Telling): string {
  const { language } = telling
  const items =
    'is' in right
      ? plain(right, telling)
      : right.map((item) => against(item, left, telling)).join(JOINED.item[language])
  return say(COMPARED[negated ? 'not in' : 'in'], language, { left: plain(left, telling), right: items })
}

/** A value beside another: a choice by the name that people know. */
function against(term: Term, other: Term, telling: Telling): string {
  if (term.is !== 'constant') return plain(term, telling)
  return constant(term, other.is === 'field' ? factOf(other, telling.schema) : null, telling.language)
}

/** A yes or no as a value, not as a statement. */
function plain(term: Term, telling: Telling): string {
  return term.is === 'field' ? name(term, telling) : operand(term, telling)
}

function where(term: { readonly where: Term | null; readonly list: string }, telling: Telling): string {
  if (!term.where) return ''
  return say(EVERY.where, telling.language, { condition: said(term.where, { ...telling, list: term.list }) })
}

function aggregate(term: TermOf<'count' | 'sum' | 'min' | 'max'>, telling: Telling): string {
  const words = { record: record(term.list, telling), where: where(term, telling) }
  if (term.is === 'count') return say(FUNCTIONS.count, telling.language, words)
  const dated = term.is !== 'sum' && term.kind !== 'number' ? (`day ${term.is}` as const) : term.is
  return say(FUNCTIONS[dated], telling.language, { ...words, body: operand(term.body, telling) })
}

function shift({ kind, sign, operand: from, by }: TermOf<'shift'>, telling: Telling): string {
  const { language } = telling
  const length =
    kind === 'instant' && by.is === 'constant'
      ? lengthWords(String(by.value), language)
      : say(LENGTHS.days, language, { count: operand(by, telling) })
  return say(MOVED[sign === 1 ? 'after' : 'before'], language, { length, from: plain(from, telling) })
}

/** A length of time in the largest unit that it is a whole number of. */
function lengthWords(ms: string, language: Language): string {
  const minutes = new Exact(ms).div(60_000)
  const [unit, size] =
    (
      [
        ['days', 1440],
        ['hours', 60],
      ] as const
    ).find(([, size]) => minutes.mod(size).eq(0)) ?? (['minutes', 1] as const)
  return say(LENGTHS[unit], language, { count: minutes.div(size).toFixed() })
}

const SIGNS = { '+': '+', '-': '−', '*': '×', '/': '÷' } as const

/** What consists of parts stands in brackets beside something else. */
function inBrackets(term: Term, telling: Telling): string {
  const whole = said(term, telling)
  return COMPOSED.has(term.is) ? say(VALUES.brackets, telling.language, { whole }) : whole
}

function operand(term: Term, telling: Telling): string {
  if (term.is === 'field') return name(term, telling)
  const whole = said(term, telling)
  return COMPOSED.has(term.is) || OPERATIONS.has(term.is) ? say(VALUES.brackets, telling.language, { whole }) : whole
}

const COMPOSED: ReadonlySet<Term['is']> = new Set(['and', 'or', 'any', 'all', 'if'])
const OPERATIONS: ReadonlySet<Term['is']> = new Set([
  'arithmetic',
  'negative',
  'compare',
  'in',
  'contains',
  'empty',
  'absent',
  'not',
])
