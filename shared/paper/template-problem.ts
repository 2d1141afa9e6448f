import { type Text, text } from '#shared/i18n/language.ts'

/** What is wrong with a template, and where: a cell as `Offer!B7`, a line of a text as `12`, null for the whole file. */
export interface TemplateProblem {
  readonly code: keyof typeof MESSAGES
  readonly at: string | null
  /** As it was typed, without its braces. */
  readonly placeholder?: string
  readonly message: Text
}

const MESSAGES = {
  no_workbook: text('This is no .xlsx workbook that can be read.', '无法读取此 .xlsx 工作簿。'),
  macros: text('A workbook with macros is not taken.', '不接受含宏的工作簿。'),
  too_large: text('The workbook is too large when it is unpacked.', '工作簿解压后过大。'),
  unknown_placeholder: text('There is no such placeholder.', '没有此占位符。'),
  unclosed: text(
    'A placeholder is opened or closed alone: {{ and }} belong together.',
    '占位符未成对：{{ 与 }} 须成对出现。',
  ),
  two_repeats: text('One row cannot repeat for two lists.', '同一行不能同时按两个列表重复。'),
  repeat_outside: text('This stands in a row that repeats; it has no place here.', '此占位符只能用于重复行。'),
  table: text(
    'Rows cannot repeat on a sheet with a table; turn it into a range.',
    '含表格的工作表不能重复行；请先转换为区域。',
  ),
  empty: text('The template has no placeholder.', '模板中没有占位符。'),
  not_html: text('This is no HTML in UTF-8.', '这不是 UTF-8 编码的 HTML。'),
} as const

export function templateProblem(code: keyof typeof MESSAGES, at: string | null, placeholder?: string): TemplateProblem {
  return { code, at, ...(placeholder !== undefined && { placeholder }), message: MESSAGES[code] }
}

/** A template that no file can be made of. */
export class TemplateBroken extends Error {
  readonly problems: readonly TemplateProblem[]
  constructor(problems: readonly TemplateProblem[]) {
    super('template')
    this.problems = problems
  }
}
