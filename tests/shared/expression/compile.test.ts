import { describe, expect, test } from 'vitest'
import { type Compiled, compileExpression } from '#shared/expression/compile.ts'
import { evaluateCondition } from '#shared/expression/evaluate.ts'
import type { FactKind } from '#shared/expression/schema.ts'
import { aDeal, NOON, SCHEMA } from './deal-facts.ts'

function compiled(source: string, expects: 'condition' | 'value' = 'value'): Compiled {
  const compiled = compileExpression(source, SCHEMA, expects)
  if (!compiled.ok) throw new Error(compiled.problems[0]?.message.en)
  return compiled.expression
}

const KINDS: readonly (readonly [string, FactKind])[] = [
  ["'a'", 'text'],
  ['1 + 2', 'number'],
  ['sample.count', 'number'],
  ['sum(line.quantity)', 'number'],
  ['max(installment.due_date)', 'date'],
  ['order.promised_date - 10', 'date'],
  ['inquiry.reply_by - 240 min', 'instant'],
  ['customer.tier', 'choice'],
  ["if(need_sample, customer.tier, 'none')", 'text'],
  ["if(need_sample, '2026-10-20', order.promised_date)", 'date'],
  ['customer.tags', 'texts'],
  ['order.total > 1', 'boolean'],
]

const READS: readonly (readonly [string, readonly string[]])[] = [
  ["quotation.version.amount > 1 and inquiry.status = 'received'", ['quotation', 'inquiry']],
  ['count(case where open and need_sample) = 0', ['case', 'need_sample']],
  ['contract empty and sample.count = 0 and custom.port empty', ['contract', 'sample', 'custom.port']],
  ['all(line.quantity > shipped)', ['line']],
  ['today() < now()', []],
]

describe('what is known of an expression before it runs', () => {
  test.each(KINDS)('%s is a %s', (source, kind) => {
    expect(compiled(source).type).toBe(kind)
  })

  test.each(READS)('%s reads %j', (source, reads) => expect(compiled(source, 'condition').reads).toEqual(reads))

  test('it is plain data: stored and read again it means the same', () => {
    const source = "all(line.quantity * 2 >= 3 where shipped not empty) and inquiry.status in ['received']"
    const again = JSON.parse(JSON.stringify(compiled(source, 'condition'))) as Compiled
    const facts = aDeal({
      inquiry: { status: 'received' },
      line: [{ quantity: '1.5', shipped: '1' }, { quantity: '1' }],
    })
    expect(evaluateCondition(again, facts, NOON)).toBe(true)
  })
})
