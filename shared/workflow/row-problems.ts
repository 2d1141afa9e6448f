import type { Problem } from '#shared/api.ts'
import { type Language, say, type Text, text } from '#shared/i18n/language.ts'
import type { RowProblem } from '#shared/order/quantity-lines.ts'

/** What is wrong with the rows of a field, each said by its number. `example` is how one is meant to look. */
export const rowProblems = (
  field: string,
  problems: readonly RowProblem[],
  example: string,
  language: Language,
): Problem[] =>
  problems.slice(0, PROBLEMS_MAX).map(({ row, code }) => ({
    field,
    code,
    message: say(SENTENCES[code], language, { row, example }),
  }))

const PROBLEMS_MAX = 10

const SENTENCES: Readonly<Record<RowProblem['code'], Text>> = {
  no_line: text('Row {row}: the order has no such line.', '第 {row} 行：订单没有该明细。'),
  twice: text('Row {row}: this line stands there already.', '第 {row} 行：该明细重复。'),
  number: text('Row {row}: should look like {example}.', '第 {row} 行：格式应为 {example}。'),
}
