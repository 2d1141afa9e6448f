import type { z } from 'zod'
import type { Problem } from '#shared/api.ts'
import { type Language, say, type Text, text } from '#shared/i18n/language.ts'

/** What is wrong with a value, by code. The codes are stable; the sentences are for people. */
const SENTENCES = {
  required: text('This is required.', '此项必填。'),
  unknown: text('There is no such field.', '没有这个字段。'),
  fixed: text('This cannot be changed here.', '此项不可修改。'),
  type: text('Expected {expected}.', '类型应为 {expected}。'),
  too_long: text('At most {maximum} characters or entries.', '最多 {maximum} 个字符或条目。'),
  too_small: text('At least {minimum}.', '不能小于 {minimum}。'),
  too_big: text('At most {maximum}.', '不能大于 {maximum}。'),
  choice: text('One of: {values}.', '只能是：{values}。'),
  characters: text('Contains a character that cannot be stored.', '包含无法保存的字符。'),
  one_line: text('One line only.', '只能是一行。'),
  date: text('A date such as 2026-11-20.', '日期格式如 2026-11-20。'),
  too_early: text('Not before {date}.', '不能早于 {date}。'),
  email: text('A mail address.', '请填写邮箱地址。'),
  domain: text('A domain such as acme.com.br.', '域名，如 acme.com.br。'),
  country: text('A country code such as BR.', '国家代码，如 BR。'),
  currency: text('A currency code such as USD.', '币种代码，如 USD。'),
  timezone: text('A time zone such as America/Sao_Paulo.', '时区，如 America/Sao_Paulo。'),
  language: text('A language tag such as pt-BR.', '语言代码，如 pt-BR。'),
  locode: text('A UN/LOCODE such as CNYTN: a country and three signs.', '口岸代码，如 CNYTN：国家代码加三位字符。'),
  unit: text(
    'A unit of UN/ECE Recommendation 20 such as H87 (piece) or KGM.',
    'UN/ECE 20 号建议书的单位代码，如 H87（个）或 KGM。',
  ),
  container: text(
    'A container number with its check digit, such as CSQU3054383.',
    '带校验码的集装箱号，如 CSQU3054383。',
  ),
  percentage: text('A percentage from 0 to 100, such as 33.3333.', '0 到 100 的百分比，如 33.3333。'),
  parts: text('Every part but the last says how much it is.', '除最后一期外，每期都须注明比例或金额。'),
  too_much: text('This is more than there is room for.', '内容超出可保存的大小。'),
  frozen: text('It has left the house and stays as it is.', '已发出或已定稿，不能再修改。'),
  by_action: text('The step for it changes this, and nobody by hand.', '此项须通过相应操作变更，不能直接修改。'),
  divided: text(
    'Its price is divided into installments: amend the order, and they are divided anew.',
    '订单已分期收款，请使用“变更”操作，各期金额会重新分摊。',
  ),
  rate: text(
    'One {currency} is about {about} {base}: this cannot be right.',
    '1 {currency} 约合 {about} {base}，请核对汇率。',
  ),
  reference: text('There is no such record.', '没有这条记录。'),
  disagrees: text('Must be the same as on the {record}.', '必须与{record}一致。'),
  stale: text('It has changed since you saw it.', '您看到之后，它已被更新。'),
  not_allowed: text('Your post does not allow this.', '您的岗位无权修改此项。'),
  duplicate: text('There is one with this already.', '已存在相同记录。'),
  number: text('A number such as {example}.', '数字格式如 {example}。'),
  empty: text('None of them may be empty.', '不能有空白项。'),
  twice: text('Each of them once.', '不能重复。'),
  too_many: text('There can be {maximum} of them at most.', '最多只能有 {maximum} 个。'),
  key: text('2 to 40 small letters, digits and _, a letter first.', '2 到 40 位小写字母、数字或下划线，以字母开头。'),
  reserved: text('This name stands for something else already.', '该名称已另有含义。'),
  only_for: text('Only for the kind "{kind}".', '仅适用于类型“{kind}”。'),
  held: text('There are records with a value of this field.', '仍有记录填写了此字段。'),
  option_held: text('There are records with "{option}".', '仍有记录选择了“{option}”。'),
  decimals: text('At most {decimals} decimals.', '最多 {decimals} 位小数。'),
  switch: text('TRUE or FALSE.', '只能是 TRUE 或 FALSE。'),
  formula: text('A formula is not kept: put its result here as a value.', '不保存公式，请填写计算结果。'),
  sheet_error: text('This is an error of the sheet, not a value.', '这是表格错误，不是有效值。'),
  amount: text('The amount of the line can be {maximum} at most.', '该明细金额不能超过 {maximum}。'),
  post_key: text(
    'A standard post, or "own_" with small letters, digits and _.',
    '标准岗位，或以“own_”开头的小写字母、数字和下划线。',
  ),
  beyond_view: text('Nobody may do this with what they do not see.', '不能操作看不到的记录。'),
  format: text('Not in the expected form.', '格式不正确。'),
} as const satisfies Record<string, Text>

export type ProblemCode = keyof typeof SENTENCES

/** One problem in the reader's language. The value itself is never repeated: it may be personal. */
export function problem(
  field: string,
  code: ProblemCode,
  language: Language,
  values?: Readonly<Record<string, string | number>>,
): Problem {
  return { field, code, message: say(SENTENCES[code], language, values) }
}

/** Who sent twenty thousand wrong fields is not helped by twenty thousand sentences. */
const PROBLEMS_MAX = 50

/** The problems a schema found, each with the path of its field. */
export function problemsOf(error: z.core.$ZodError, language: Language): Problem[] {
  return error.issues.flatMap((issue) => problemsOfIssue(issue, language)).slice(0, PROBLEMS_MAX)
}

function problemsOfIssue(issue: z.core.$ZodIssue, language: Language): Problem[] {
  const field = issue.path.join('.')
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => problem([...issue.path, key].join('.'), 'unknown', language))
    case 'invalid_type':
      return [
        issue.message.endsWith('received undefined')
          ? problem(field, 'required', language)
          : problem(field, 'type', language, { expected: issue.expected }),
      ]
    case 'invalid_value':
      return [problem(field, 'choice', language, { values: issue.values.join(', ') })]
    case 'too_big': {
      const counted = issue.origin === 'string' || issue.origin === 'array'
      return [problem(field, counted ? 'too_long' : 'too_big', language, { maximum: Number(issue.maximum) })]
    }
    case 'too_small':
      return [problem(field, 'too_small', language, { minimum: Number(issue.minimum) })]
    default:
      return [problem(field, issue.message in SENTENCES ? (issue.message as ProblemCode) : 'format', language)]
  }
}
