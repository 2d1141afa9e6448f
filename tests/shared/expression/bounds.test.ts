import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileExpression } from '#shared/expression/compile.ts'
import { evaluateCondition, evaluateValue } from '#shared/expression/evaluate.ts'
import { parseExpression } from '#shared/expression/parse.ts'
import type { Facts } from '#shared/expression/schema.ts'
import { sentenceOf } from '#shared/expression/sentence.ts'
import { aDeal, NOON, SCHEMA } from './deal-facts.ts'

/** The first problem of a source, or what it comes to. */
function outcome(source: string, facts: Facts = aDeal(), expects: 'condition' | 'value' = 'value'): unknown {
  const compiled = compileExpression(source, SCHEMA, expects)
  return compiled.ok ? evaluateValue(compiled.expression, facts, NOON) : compiled.problems[0]
}

/** As many repetitions as a source may hold. */
const full = (begin: string, part: string, end = ''): string =>
  begin + part.repeat(Math.floor((2_000 - begin.length - end.length) / part.length)) + end

describe('a source', () => {
  test('of 2,000 characters is read, of one more is not', () => {
    expect(outcome('1'.padEnd(2_000))).toBe('1')
    expect(outcome('1'.padEnd(2_001))).toMatchObject({ code: 'too_long', at: { offset: 2_000, length: 1 } })
    expect(outcome('x'.repeat(5_000_000))).toMatchObject({ code: 'too_long' })
  })

  test('of 40 brackets inside each other is read, of one more is not', () => {
    expect(outcome(`${'('.repeat(40)}1${')'.repeat(40)}`)).toBe('1')
    expect(outcome(`${'('.repeat(41)}1${')'.repeat(41)}`)).toMatchObject({
      code: 'too_long',
      at: { offset: 40, length: 1 },
    })
    expect(outcome('('.repeat(2_000))).toMatchObject({ code: 'too_long', at: { offset: 40 } })
    expect(outcome('['.repeat(2_000))).toMatchObject({ code: 'too_long' })
    expect(outcome(full('', 'if(true,'))).toMatchObject({ code: 'too_long' })
  })

  test('may hold brackets in its texts', () => {
    expect(outcome(`'${'('.repeat(100)}' = '${'['.repeat(100)}'`)).toBe(false)
  })

  test('may be as wide as it likes', () => {
    expect(outcome(full('0', '+1'))).toBe('999')
    expect(outcome(full('0', '-1'))).toBe('-999')
    expect(outcome(full('true', ' and true'))).toBe(true)
    expect(outcome(full('false', ' or false'))).toBe(false)
    expect(outcome(full('1 in [0', ',1', ']'))).toBe(true)
    expect(outcome(full('order', '.a'))).toMatchObject({ code: 'unknown_field' })
    expect(outcome(full('now(1', ',1', ')'))).toMatchObject({ code: 'arguments' })
    expect(outcome(full('', 'not '))).toMatchObject({ code: 'unexpected' })
    expect(outcome(full('', '-'))).toMatchObject({ code: 'unexpected' })
    expect(outcome(full("'", "''", "'"))).toMatch(/^'+$/)
  })

  test('with hundreds of mistakes has some of them told', () => {
    const compiled = compileExpression(full('x', ' and x'), SCHEMA, 'condition')
    expect(compiled.ok ? [] : compiled.problems).toHaveLength(20)
  })
})

describe('the work of an evaluation', () => {
  const lines = (count: number) => aDeal({ line: Array.from({ length: count }, () => ({ quantity: '1' })) })

  test('is bounded, however long the lists and however they are nested', () => {
    expect(outcome('sum(line.quantity)', lines(4_000))).toBe('4000')
    expect(outcome('sum(line.quantity)', lines(100_000))).toMatchObject({
      code: 'too_long',
      at: { offset: 0, length: 18 },
    })
    expect(outcome('count(line where count(line where count(line) > 1) > 1)', lines(50))).toMatchObject({
      code: 'too_long',
    })
  })

  test('looks at no row more than it needs', () => {
    expect(outcome('any(line.quantity = 1)', lines(100_000))).toBe(true)
    expect(outcome('line.quantity = 1', lines(100_000))).toBe(true)
    expect(outcome('false and count(line) = 1', lines(100_000))).toBe(false)
  })

  test('rows that are no rows count as well', () => {
    const nothing = { records: { line: Array(100_000).fill(null) }, fields: {} } as Facts
    expect(outcome('count(line)', nothing)).toMatchObject({ code: 'too_long' })
    expect(outcome('count(line)', { records: { line: [null, 3, 'x', {}] }, fields: {} } as unknown as Facts)).toBe('1')
  })

  test('with the largest numbers ends soon', () => {
    const number = `${'9'.repeat(29)}.${'7'.repeat(40)}`
    const facts = aDeal({ line: Array.from({ length: 1_000 }, () => ({ quantity: number })) })
    const before = performance.now()
    expect(outcome('sum(line.quantity / 7 / 3 * 1.0000000000000000000000000001)', facts)).toMatch(/^\d{31}\.\d{35,40}$/)
    expect(performance.now() - before).toBeLessThan(5_000)
  })
})

const SIGNS = "abz_ .,'()[]=!<>+-*/019\n中'".split('')
const WORDS = [
  ...[
    'and',
    'or',
    'not',
    'in',
    'contains',
    'empty',
    'where',
    'true',
    'false',
    'count',
    'sum',
    'all',
    'any',
    'if',
    'min',
  ],
  ...['line.quantity', 'line', 'sample.status', "'making'", 'order.total', 'order.promised_date', 'today()', 'now()'],
  ...[
    '3 d',
    '10',
    '-',
    '+',
    '(',
    ')',
    '[',
    ']',
    ',',
    '=',
    '<=',
    'need_sample',
    'customer.tags',
    'case.open',
    'max',
    'h',
  ],
]

describe('whatever somebody writes', () => {
  const check = (source: string) => {
    for (const expects of ['condition', 'value'] as const) {
      const compiled = compileExpression(source, SCHEMA, expects)
      if (!compiled.ok) {
        expect(compiled.problems.length).toBeGreaterThan(0)
        for (const { at } of compiled.problems) expect(at.offset + at.length).toBeLessThanOrEqual(source.length)
        continue
      }
      const facts = aDeal({ line: [{ quantity: '1' }, {}], sample: [{ status: 'making' }], case: [{ open: true }] })
      evaluateCondition(compiled.expression, facts, NOON)
      evaluateValue(compiled.expression, facts, NOON)
      for (const language of ['en', 'zh-CN'] as const)
        expect(sentenceOf(compiled.expression, SCHEMA, language)).not.toMatch(/undefined|\{\w+\}/)
    }
  }

  test('any text is read or refused', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(0xffff), { maxLength: 60 }).map((units) => String.fromCharCode(...units)),
        check,
      ),
      { numRuns: 300 },
    )
  })

  test('any signs are read or refused', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...SIGNS), { maxLength: 60 }).map((signs) => signs.join('')),
        check,
      ),
      {
        numRuns: 500,
      },
    )
  })

  test('any words are read or refused', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...WORDS), { maxLength: 25 }).map((words) => words.join(' ')),
        check,
      ),
      { numRuns: 1_000 },
    )
  })

  test('the longest sources take no long time', () => {
    const begun = performance.now()
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...WORDS), { minLength: 300, maxLength: 400 }), (words) => {
        parseExpression(words.join(' ').slice(0, 2_000))
      }),
      { numRuns: 50 },
    )
    for (const part of ['(', "('", 'if(', 'a.', 'a in [1] and ', 'not (', '-(', "'x' contains (", 'count(x where '])
      parseExpression(part.repeat(2_000).slice(0, 2_000))
    expect(performance.now() - begun).toBeLessThan(5_000)
  })
})
