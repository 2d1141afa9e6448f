import type { Problem } from '#shared/api.ts'
import { type Language, say, text } from '#shared/i18n/language.ts'

/** What is wrong with a line that somebody typed; the line itself is not repeated. */
const SENTENCES = {
  columns: text(
    'Line {line}: three columns are wanted, as in "BW-L800; 1,200 pcs; 12.50".',
    '第 {line} 行：需要三列，如“BW-L800; 1,200 pcs; 12.50”。',
  ),
  item: text('Line {line}: the SKU or description is missing.', '第 {line} 行：缺少产品编码或品名。'),
  too_long: text('Line {line}: the SKU or description is too long.', '第 {line} 行：产品编码或品名过长。'),
  quantity: text(
    'Line {line}: the quantity is no number above 0, such as 1,200 pcs.',
    '第 {line} 行：数量须为大于 0 的数字，如 1,200 pcs。',
  ),
  unit: text(
    'Line {line}: the unit is missing or unknown. Units are pcs, sets, kg, m and others of UN/ECE Recommendation 20.',
    '第 {line} 行：缺少单位或单位无法识别，可用 pcs、套、kg、米等。',
  ),
  price: text(
    'Line {line}: the price is missing or no number such as 12.50.',
    '第 {line} 行：缺少单价或格式不正确，如 12.50。',
  ),
  currency: text('Line {line}: the price is in another currency.', '第 {line} 行：单价币种与报价币种不一致。'),
  per_unit: text('Line {line}: the price is for another unit.', '第 {line} 行：单价的计价单位与数量单位不一致。'),
  discount: text(
    'Line {line}: the discount is no percentage from 0 to 100.',
    '第 {line} 行：折扣须为 0 到 100 的百分比。',
  ),
  cost: text('Line {line}: the cost is no number such as 21.30.', '第 {line} 行：成本格式不正确，如 21.30。'),
  cost_denied: text('Line {line}: your post does not set costs.', '第 {line} 行：您的岗位无权填写成本。'),
  amount: text('Line {line}: the amount is too large.', '第 {line} 行：金额过大。'),
  too_many: text('Line {line}: there are too many lines.', '第 {line} 行：明细行数过多。'),
} as const

export interface LineProblem {
  /** Of the text, from 1. */
  readonly line: number
  readonly code: keyof typeof SENTENCES
}

/** As problems of the field that holds the lines. */
export const lineProblems = (field: string, problems: readonly LineProblem[], language: Language): Problem[] =>
  problems.map(({ line, code }) => ({ field, code, message: say(SENTENCES[code], language, { line }) }))
