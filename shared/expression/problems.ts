import { LANGUAGES, type Language, say, type Text, text } from '#shared/i18n/language.ts'
import type { Span } from './ast.ts'
import type { FactKind } from './schema.ts'

/** What is wrong with an expression, and where. Never repeats a fact: it may be personal. */
export interface ExpressionProblem {
  readonly code: ProblemCode
  readonly message: Text
  readonly at: Place
}

/** Line and column count from 1, the rest in UTF-16 code units from 0. */
export interface Place extends Span {
  readonly line: number
  readonly column: number
}

const SENTENCES = {
  too_long: text('Too long: {limit}.', '过长：{limit}。'),
  unexpected: text('"{found}" cannot stand here.', '此处不能出现“{found}”。'),
  unfinished: text('Something is missing at the end.', '末尾不完整。'),
  text_open: text("The text that begins here has no closing '.", "此处开始的文本缺少结尾的 '。"),
  unknown_name: text('"{name}" is not known here.', '未知名称“{name}”。'),
  unknown_field: text('{record} has no field "{name}".', '{record}没有字段“{name}”。'),
  unknown_function: text('There is no function "{name}".', '没有函数“{name}”。'),
  arguments: text('It is written {form}.', '应写作 {form}。'),
  no_list: text('A list is missing here, such as sample.status.', '此处需要列表中的字段，例如 sample.status。'),
  several_lists: text('Only one list at a time: {names}.', '一次只能针对一个列表：{names}。'),
  not_a_list: text('"{name}" is not a list.', '“{name}”不是列表。'),
  list_value: text(
    '{record} is a list: choose one value with sum, min, max or count.',
    '{record}是列表：请用 sum、min、max 或 count 取一个值。',
  ),
  record_value: text('A field of {record} is missing here.', '此处需要{record}的字段。'),
  condition_expected: text('A condition is expected here, not a {kind}.', '此处应为条件，而不是{kind}。'),
  kind: text('A {expected} is expected here, not a {kind}.', '此处应为{expected}，而不是{kind}。'),
  incomparable: text('A {left} cannot be compared with a {right}.', '{left}不能与{right}比较。'),
  no_order: text('A {kind} is neither less nor more than another.', '{kind}没有大小之分。'),
  unknown_choice: text('"{value}" is not one of: {choices}.', '“{value}”不在可选值中：{choices}。'),
  not_a_date: text('"{value}" is not a date such as 2026-10-20.', '“{value}”不是日期，例如 2026-10-20。'),
  unit_missing: text('Say how long: 30 min, 4 h or 3 d.', '请写明时长单位：30 min、4 h 或 3 d。'),
  days_only: text('A date moves by days: write 10 or 10 d.', '日期只能加减天数：请写 10 或 10 d。'),
  digits: text('At most {maximum} digits.', '最多 {maximum} 位数字。'),
  not_computable: text('This cannot be worked out with a {left} and a {right}.', '{left}与{right}不能这样计算。'),
  fact: text('The value of "{name}" is no {kind}.', '“{name}”的值不是{kind}。'),
  number_range: text('A number has become too large.', '计算结果过大。'),
} as const satisfies Record<string, Text>

export type ProblemCode = keyof typeof SENTENCES

/** What is bounded, and how far. */
export const LIMITS = { source: 2_000, depth: 40, steps: 10_000, digits: 30 } as const

export const LIMIT_WORDS = {
  source: text(`at most ${LIMITS.source} characters`, `最多 ${LIMITS.source} 个字符`),
  depth: text(`at most ${LIMITS.depth} brackets inside each other`, `括号最多嵌套 ${LIMITS.depth} 层`),
  steps: text(`at most ${LIMITS.steps} steps of work`, `最多计算 ${LIMITS.steps} 步`),
}

export const KIND_WORDS: Readonly<Record<FactKind | 'duration' | 'list' | 'value', Text>> = {
  text: text('text', '文本'),
  number: text('number', '数字'),
  date: text('date', '日期'),
  instant: text('date and time', '时间'),
  boolean: text('yes or no', '是/否'),
  choice: text('choice', '选项'),
  texts: text('list of texts', '多项文本'),
  duration: text('length of time', '时长'),
  list: text('list of values', '值列表'),
  value: text('value', '值'),
}

/** Tells a problem from what an evaluation comes to. */
export function isProblem(outcome: object | string | number | boolean | null): outcome is ExpressionProblem {
  return typeof outcome === 'object' && outcome !== null && 'code' in outcome
}

/** One problem of a source. */
export function problemAt(
  source: string,
  at: Span,
  code: ProblemCode,
  values: Readonly<Record<string, string | number | Text>> = {},
): ExpressionProblem {
  const said = (language: Language) =>
    say(
      SENTENCES[code],
      language,
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, typeof value === 'object' ? value[language] : value]),
      ),
    )
  const [en, zh] = [said(LANGUAGES[1]), said(LANGUAGES[0])]
  return { code, message: text(en, zh), at: placeOf(source, at) }
}

function placeOf(source: string, { offset, length }: Span): Place {
  const before = source.slice(0, offset)
  const line = before.split('\n').length
  return { offset, length, line, column: offset - before.lastIndexOf('\n') }
}
