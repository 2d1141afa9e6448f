import { describe, expect, test } from 'vitest'
import { compileExpression } from '#shared/expression/compile.ts'
import { parseExpression } from '#shared/expression/parse.ts'
import workflow from '../../fixtures/default_workflow.json' with { type: 'json' }
import { aDeal, holds, SCHEMA, worth } from './deal-facts.ts'

interface Sla {
  readonly tighten_by?: string
  readonly until_date?: string
}

const nodes = workflow.nodes as readonly {
  readonly entry_criteria?: readonly string[]
  readonly exit_criteria?: readonly { readonly expr: string }[]
  readonly sla?: readonly Sla[]
}[]

const conditions = [
  ...nodes.flatMap((node) => [...(node.entry_criteria ?? []), ...(node.exit_criteria ?? []).map(({ expr }) => expr)]),
  ...workflow.edges.flatMap((edge) => ('condition' in edge && edge.condition ? [edge.condition] : [])),
  "customer.tier = 'A'",
]
const values = nodes.flatMap(({ sla }) => (sla ?? []).flatMap((clock) => [clock.tighten_by, clock.until_date]))

describe('the standard process', () => {
  test('has expressions to look at', () => expect(conditions.length).toBeGreaterThan(20))

  test.each(conditions)('%s is a condition', (source) => {
    expect(compileExpression(source, SCHEMA, 'condition')).toMatchObject({ ok: true, expression: { type: 'boolean' } })
  })

  test.each(values.filter((value) => value !== undefined))('%s is a value', (source) => {
    expect(compileExpression(source, SCHEMA, 'value')).toMatchObject({ ok: true })
  })

  test('paths of its clocks can be read', () => {
    for (const path of ['inquiry.received_at', 'sample.promised_ready', 'shipment.ata', 'installment.due_date'])
      expect(parseExpression(path)).toMatchObject({ kind: 'path', names: path.split('.') })
  })
})

describe('what the standard process asks', () => {
  test('a quotation was sent', () => {
    const source = 'count(quotation.version where sent_at not empty) >= 1'
    expect(holds(source, aDeal({ quotation: [{ sent_at: null }] }))).toBe(false)
    expect(holds(source, aDeal({ quotation: [{ sent_at: null }, { sent_at: 1 }] }))).toBe(true)
  })

  test('every sample is settled, which none at all are too', () => {
    const source = "all(sample.status in ['approved_by_customer','cancelled'])"
    expect(holds(source)).toBe(true)
    expect(holds(source, aDeal({ sample: [{ status: 'cancelled' }, { status: 'making' }] }))).toBe(false)
    expect(holds(source, aDeal({ sample: [{ status: 'cancelled' }] }))).toBe(true)
  })

  test('no case is open', () => {
    expect(holds('count(case where open) = 0', aDeal({ case: [{ open: false }, { open: null }] }))).toBe(true)
    expect(holds('count(case where open) = 0', aDeal({ case: [{ open: false }, { open: true }] }))).toBe(false)
  })

  test('ready ten days before the promised date', () => {
    expect(worth('order.promised_date - 10', aDeal({ order: { promised_date: '2026-03-05' } }))).toBe('2026-02-23')
  })

  test('four hours before the buyer expects a reply', () => {
    expect(worth('inquiry.reply_by - 240 min', aDeal({ inquiry: { reply_by: 14_400_001 } }))).toBe(1)
  })
})
