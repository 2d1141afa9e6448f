import { describe, expect, test } from 'vitest'
import { compileExpression } from '#shared/expression/compile.ts'
import { evaluateCondition, evaluateValue } from '#shared/expression/evaluate.ts'
import type { ExpressionProblem, ProblemCode } from '#shared/expression/problems.ts'
import type { Facts } from '#shared/expression/schema.ts'
import { aDeal, NOON, SCHEMA } from './deal-facts.ts'

/** The part that is pointed at stands between « and »; nothing between them is a place where something is missing. */
const CONDITIONS: readonly (readonly [ProblemCode, string])[] = [
  ['unfinished', '«»'],
  ['unfinished', 'order.total > «»'],
  ['unfinished', 'count(sample«»'],
  ['unexpected', 'order.total =«=» 3'],
  ['unexpected', 'order.total > 3 «order».paid < 1'],
  ['unexpected', "inquiry.status «＝» 'received'"],
  ['unexpected', 'need_sample «&»& true'],
  ['unexpected', 'order.total > 1 «>» 2'],
  ['unexpected', 'not «not» need_sample'],
  ['unexpected', '3«x» > 2'],
  ['unexpected', 'order.«1»'],
  ['unexpected', 'order.total in [«order».total]'],
  ['text_open', "inquiry.status = «'received»"],
  ['text_open', "inquiry.status = «'it''s »"],
  ['unknown_name', '«nothing» = 1'],
  ['unknown_name', '«constructor» = 1'],
  ['unknown_name', '«__proto__.toString» = 1'],
  ['unknown_field', "inquiry.«state» = 'received'"],
  ['unknown_field', 'inquiry.«constructor» empty'],
  ['unknown_field', 'quotation.version.«sent» empty'],
  ['unknown_field', 'quotation.version.«sent.at» empty'],
  ['unknown_field', 'inquiry.«count» > 0'],
  ['unknown_name', 'count(«samples») > 0'],
  ['unknown_name', 'count(case where «shut») = 0'],
  ['unknown_function', '«length»(customer.name) > 3'],
  ['unknown_function', '«toString»() = 3'],
  ['arguments', '«today(1)» = today()'],
  ['arguments', '«now( where true)» > now()'],
  ['arguments', '«if(need_sample, 1)» = 1'],
  ['arguments', '«days_between(today(), today() where true)» = 1'],
  ['arguments', '«sum()» = 1'],
  ['arguments', '«sum(line.quantity, line.price)» = 1'],
  ['arguments', 'count(«1») = 1'],
  ['no_list', 'sum(«order.total») = 1'],
  ['no_list', 'all(«need_sample»)'],
  ['several_lists', 'all(«sample.round = line.quantity»)'],
  ['not_a_list', 'count(«inquiry») = 1'],
  ['not_a_list', 'count(«line.quantity») = 1'],
  ['record_value', '«inquiry» = 1'],
  ['record_value', '«contract»'],
  ['condition_expected', '«order.total»'],
  ['condition_expected', 'need_sample and «1 + 2»'],
  ['condition_expected', "not «'x'»"],
  ['condition_expected', 'count(line where «quantity») = 1'],
  ['condition_expected', 'all(«line.quantity»)'],
  ['condition_expected', 'if(«order.total», 1, 2) = 1'],
  ['kind', '-«customer.name» = 1'],
  ['kind', 'order.total = «3 d»'],
  ['kind', 'order.total = «[1, 2]»'],
  ['kind', 'order.total in «order.paid»'],
  ['kind', '«order.total» in customer.tags'],
  ['kind', "«order.total» contains '3'"],
  ['kind', 'customer.name contains «3»'],
  ['kind', 'sum(«line.tags») = 1'],
  ['kind', 'min(«case.open») = 1'],
  ['kind', 'days_between(«order.total», today()) = 1'],
  ['kind', 'order.promised_date + «need_sample» empty'],
  ['kind', 'if(need_sample, today(), «now()») empty'],
  ['incomparable', "order.total = «'3'»"],
  ['incomparable', 'need_sample = «1»'],
  ['incomparable', "customer.tags = «'fair'»"],
  ['incomparable', 'if(need_sample, 1, «true»)'],
  ['incomparable', 'order.promised_date = «20261020»'],
  ['no_order', "«customer.name > 'A'»"],
  ['no_order', "«customer.tier <= 'B'»"],
  ['no_order', '«need_sample < true»'],
  ['unknown_choice', "inquiry.status = «'recieved'»"],
  ['unknown_choice', "inquiry.status in ['received', «'gone'»]"],
  ['unknown_choice', "«'gone'» != inquiry.status"],
  ['unknown_choice', "customer.tags contains «'x'»"],
  ['unknown_choice', "«'x'» in customer.tags"],
  ['not_a_date', "order.promised_date > «'tomorrow'»"],
  ['not_a_date', "order.promised_date in [«'2026-02-30'»]"],
  ['not_a_date', "inquiry.received_at > «'2026-10-20 10:00'»"],
  ['unit_missing', 'inquiry.reply_by - «240» > now()'],
  ['days_only', 'order.promised_date - «24 h» > today()'],
  ['digits', `order.total > «${'9'.repeat(31)}»`],
  ['digits', `now() > now() - «${'9'.repeat(31)} d»`],
  ['not_computable', "«customer.name + 'x'» empty"],
  ['not_computable', '«10 + order.promised_date» > today()'],
  ['not_computable', '«order.promised_date * 2» > today()'],
  ['not_computable', '«order.promised_date / order.total» > today()'],
]

function problemsOf(marked: string, expects: 'condition' | 'value'): readonly ExpressionProblem[] {
  const compiled = compileExpression(marked.replace(/[«»]/g, ''), SCHEMA, expects)
  return compiled.ok ? [] : compiled.problems
}

describe('what is wrong is named, with its place', () => {
  test.each(CONDITIONS)('%s: %s', (code, marked) => {
    const [problem, ...more] = problemsOf(marked, 'condition')
    const offset = marked.indexOf('«')
    expect(more).toEqual([])
    expect(problem).toMatchObject({
      code,
      at: { offset, length: marked.indexOf('»') - offset - 1, line: 1, column: offset + 1 },
    })
    for (const said of Object.values(problem?.message ?? {})) expect(said).toMatch(/^[^{}]+[.。]$/)
    expect(problem?.message['zh-CN']).toMatch(/\p{Script=Han}/u)
  })

  test('a list is no value until one is chosen', () => {
    expect(problemsOf('line.quantity', 'value')).toMatchObject([{ code: 'list_value', at: { offset: 0, length: 13 } }])
    expect(problemsOf('order.total + line.quantity', 'value')).toMatchObject([
      { code: 'list_value', at: { offset: 14 } },
    ])
    expect(problemsOf('if(line.quantity > 1, line.price, 2)', 'value')).toMatchObject([
      { code: 'list_value', at: { offset: 22, length: 10 } },
    ])
  })

  test('lines and columns count from one', () => {
    expect(problemsOf("need_sample\r\n  and inquiry.status = 'gone'", 'condition')).toMatchObject([
      { code: 'unknown_choice', at: { offset: 36, line: 2, column: 24, length: 6 } },
    ])
  })

  test('every problem is told at once', () => {
    const codes = problemsOf("nothing = 1 and inquiry.status = 'gone' or order.total = 'x'", 'condition')
    expect(codes.map(({ code }) => code)).toEqual(['unknown_name', 'unknown_choice', 'incomparable'])
  })

  test('a firm with a hundred choices gets a sentence, not a page', () => {
    const choices = Array.from({ length: 100 }, (_, index) => `choice ${index}`)
    const schema = { records: {}, fields: { port: { kind: 'choice', choices } } } as const
    const compiled = compileExpression("port = 'x'", schema, 'condition')
    expect(compiled.ok ? '' : compiled.problems[0]?.message.en).toMatch(/choice 11, ….$/)
  })

  test('names are told by their labels', () => {
    expect(problemsOf('quotation.x empty', 'condition')[0]?.message).toEqual({
      en: 'Quotation has no field "x".',
      'zh-CN': '报价单没有字段“x”。',
    })
  })
})

describe('a fact that is not what the schema says', () => {
  const FACTS: readonly (readonly [string, Facts])[] = [
    ['order.total', aDeal({ order: { total: 'much' } })],
    ['order.total', aDeal({ order: { total: '1e999' } })],
    ['order.total', aDeal({ order: { total: Number.NaN } })],
    ['order.total', aDeal({ order: { total: true } })],
    ['order.promised_date', aDeal({ order: { promised_date: '2026-02-30' } })],
    ['inquiry.received_at', aDeal({ inquiry: { received_at: '2026-02-03' } })],
    ['inquiry.received_at', aDeal({ inquiry: { received_at: Number.POSITIVE_INFINITY } })],
    ['need_sample', aDeal({}, { need_sample: 'yes' })],
    ['lost_reason', aDeal({}, { lost_reason: 3 })],
    ['customer.tags', aDeal({ customer: { tags: 'fair' } })],
  ]

  test.each(FACTS)('%s is a problem, and its value is not told', (source, facts) => {
    const compiled = compileExpression(`1 = 1 and (${source} empty)`, SCHEMA, 'condition')
    const outcome = compiled.ok && evaluateCondition(compiled.expression, facts, NOON)
    expect(outcome).toMatchObject({ code: 'fact', at: { offset: 11, length: source.length } })
    expect(JSON.stringify(outcome)).not.toMatch(/much|yes"|02-30/)
  })

  test('a result that is too large is a problem', () => {
    const compiled = compileExpression(Array(10).fill('order.total').join(' * '), SCHEMA, 'value')
    expect(compiled.ok && evaluateValue(compiled.expression, aDeal({ order: { total: '1e9' } }), NOON)).toMatchObject({
      code: 'number_range',
    })
  })
})
